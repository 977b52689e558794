import { CODEOWNERS_PATHS, POLICY_PATH } from '../../engine/places.ts'
import type { ActionPin, Findings } from './findings.ts'
import { ENFORCE_BRANCH, GATE_PATH, SET_UP_BRANCH } from './findings.ts'
import { documentAt } from './gate-workflow.ts'
import { pinnedSchemaLine } from './policy-file.ts'
import { isQuotableName, quote } from './quote.ts'

/** Long enough to watch for a week and then enforce; it is a standing approval for whoever has such a branch. */
const DAYS_VALID = 14
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Stands for a person until somebody writes a name; a plan without an owner would not be valid. It is
 * longer than any login can be, so it is never somebody.
 */
export const NOBODY = '@LOGIN-OF-THE-ACCOUNTABLE-PERSON-GOES-HERE'

/**
 * The first plan: for the two pull requests that set the gate up and let it enforce. It fits their
 * branches only, so it is in nobody's way, and holds no file that they leave as it is.
 * @param proposed the paths that setting up writes
 * @param now its fourteen days count from here
 */
export function renderFirstPlan(
  findings: Findings,
  proposed: readonly string[],
  now: Date,
): string {
  const { action, defaultBranch, owner } = findings
  const expires = new Date(now.getTime() + DAYS_VALID * DAY_MS).toISOString().slice(0, 10)
  const branch = defaultBranch?.name ?? ''
  const base = branch !== '' && isQuotableName(branch) ? `base: ${quote(branch)}\n` : ''
  return `${pinnedSchemaLine(action, 'plan')}
# A plan says what one change must and may touch. On the protected branch it is approved by being there.
# This one is for setting Countersign up, and a pattern for others: copy it for each task, or have
# "countersign plan new" write one. Format: ${documentAt(action, 'docs/plan.md')}
version: 1
id: set-up-countersign
title: Set Countersign up, and later let it enforce
owner: ${quote(owner ?? NOBODY)} # the one accountable person
risk: high
${base}branch: "{${SET_UP_BRANCH},${ENFORCE_BRANCH}}" # the branches it is for; without this line, all of them
expires: ${quote(expires)} # the last day on which it holds; delete it once the gate enforces
scope:
  must: [${quote(POLICY_PATH)}] # has to change
  may: # may change as well, and nothing else
${listMayChange(findings, proposed)
  .map((path) => `    - ${quote(path)}`)
  .join('\n')}
acceptance:
  - id: AC1
    criterion: Whoever answers for this repository has read the policy.
    manual: true # an owner says so with the label "accepted/AC1"; "tests" would name tests instead
`
}

/** What is written now; and, to enforce, who owns what and the App's step of the gate. */
function listMayChange({ codeowners }: Findings, proposed: readonly string[]): string[] {
  const owners = codeowners?.path ?? CODEOWNERS_PATHS[0]
  const paths = new Set([owners, GATE_PATH, ...proposed])
  return [...paths].filter((path) => path !== POLICY_PATH)
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
