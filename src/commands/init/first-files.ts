import type { ActionPin, Findings } from './findings.ts'
import { CODEOWNERS_PATHS, GATE_PATH, POLICY_PATH, SETTINGS_PATH, SIGNAL_PATH } from './findings.ts'
import { documentAt } from './gate-workflow.ts'
import { schemaLine } from './policy-file.ts'
import { isQuotableName, quote } from './quote.ts'

const DAYS_VALID = 90
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Stands for a person until somebody writes a name; a plan without an owner would not be valid. It is
 * longer than any login can be, so it is never somebody.
 */
export const NOBODY = '@LOGIN-OF-THE-ACCOUNTABLE-PERSON-GOES-HERE'

/** All that setting the gate up may touch beside the policy. */
const MAY_CHANGE = [...CODEOWNERS_PATHS, GATE_PATH, SIGNAL_PATH, SETTINGS_PATH]

/**
 * The first plan: for the two pull requests that set the gate up and let it enforce. It fits their
 * branches only, so it is in nobody's way.
 */
export function renderFirstPlan(findings: Findings, now: Date): string {
  const { action, defaultBranch, owner } = findings
  const expires = new Date(now.getTime() + DAYS_VALID * DAY_MS).toISOString().slice(0, 10)
  const branch = defaultBranch?.name ?? ''
  const base = branch !== '' && isQuotableName(branch) ? `base: ${quote(branch)}\n` : ''
  return `${schemaLine(action, 'plan')}
# A plan says what one change must and may touch. On the protected branch it is approved by being there.
# This one is for setting Countersign up, and a pattern for others: copy it for each task, or have
# "countersign plan new" write one. Format: ${documentAt(action, 'docs/plan.md')}
version: 1
id: set-up-countersign
title: Set Countersign up, and later let it enforce
owner: ${quote(owner ?? NOBODY)} # the one accountable person
risk: high
${base}branch: "countersign-*" # the branches it is for; without this line, all of them
expires: ${quote(expires)} # the last day on which it holds
scope:
  must: [${quote(POLICY_PATH)}] # has to change
  may: # may change as well, and nothing else
${MAY_CHANGE.map((path) => `    - ${quote(path)}`).join('\n')}
acceptance:
  - id: AC1
    criterion: Whoever answers for this repository has read the policy.
    manual: true # an owner says so with the label "accepted/AC1"; "tests" would name tests instead
`
}

/** A CODEOWNERS file that names nobody: who owns what is not for a program to say. */
export function renderCodeowners(action: ActionPin): string {
  return `# Who has to sign for which files; of the lines that match a path the last one decides.
# Nobody is named yet. Take the "# " away and write the logins and teams of this repository: "standard"
# asks for the signature of an owner of every changed file, and nobody can sign for a file without one.
# ${documentAt(action, 'docs/approvals.md')}
#
# *            @<organisation>/<team>
# /.github/    @<login>
`
}

/** Claude Code's settings that bring the hooks as a plugin, for everybody who trusts the repository. */
export function renderSettings({ repository }: ActionPin): string {
  const settings = {
    extraKnownMarketplaces: {
      countersign: { source: { source: 'github', repo: repository } },
    },
    enabledPlugins: { 'countersign@countersign': true },
  }
  return `${JSON.stringify(settings, null, 2)}\n`
}
