import type { ActionPin, Findings } from './findings.ts'
import { GATE_PATH, POLICY_PATH } from './findings.ts'
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

/**
 * The first plan: for the pull request that lets the gate enforce. It fits that one branch only, so it
 * is in nobody's way until then.
 */
export function renderFirstPlan(findings: Findings, now: Date): string {
  const { action, defaultBranch, owner } = findings
  const expires = new Date(now.getTime() + DAYS_VALID * DAY_MS).toISOString().slice(0, 10)
  const branch = defaultBranch?.name ?? ''
  const base = branch !== '' && isQuotableName(branch) ? `base: ${quote(branch)}\n` : ''
  return `${schemaLine(action, 'plan')}
# A plan says what one change must and may touch. On the protected branch it is approved by being there.
# This one is for the step after observing, and a pattern for others: copy it for each task, or have
# "countersign plan new" write one. Format: ${documentAt(action, 'docs/plan.md')}
version: 1
id: enforce-gate
title: Let the gate enforce its policy
owner: ${quote(owner ?? NOBODY)} # the one accountable person
risk: high
${base}branch: "countersign/enforce*" # the branches it is for; without this line, all of them
expires: ${quote(expires)} # the last day on which it holds
scope:
  must: [${quote(POLICY_PATH)}] # has to change
  may: [".github/CODEOWNERS", ${quote(GATE_PATH)}] # may change as well, and nothing else
acceptance:
  - id: AC1
    criterion: What the gate reported while it observed was looked through and is right.
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
