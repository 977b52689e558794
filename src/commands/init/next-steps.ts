import { POLICY_PATH } from '../../engine/places.ts'
import { escapeLog } from '../../reports/escape.ts'
import type { Findings, ProposedFile } from './findings.ts'
import { ENFORCE_BRANCH, PLAN_PATH, SET_UP_BRANCH, SETTINGS_PATH } from './findings.ts'
import { NOBODY } from './first-files.ts'
import { documentAt } from './gate-workflow.ts'
import { describeGateConcerns } from './gates.ts'
import { findTestWorkflows } from './propose.ts'

/**
 * What is left to a person, in the order in which it has to happen. Safe for terminals and logs.
 * @param written the files that were, or would be, written
 * @param command how the command line is called here
 */
export function describeNextSteps(
  findings: Findings,
  written: readonly ProposedFile[],
  command: string,
): string[] {
  const branch = findings.defaultBranch?.name ?? 'the default branch'
  const steps = [
    ...describeGateConcerns(findings),
    ...describePlaceholders(findings, written),
    `Have a look at the files and commit them on a branch:\n  ${describeCommit(written)}`,
    `Have it merged into ${branch}: the gate runs from there only. This pull request is not judged yet.`,
    'Open a pull request of an agent, from a branch such as "claude/try". The check "countersign" and one\ncomment appear; nothing is blocked yet.',
    `See the same on your machine, on such a branch with work on it (before the merge, add\n"--policy ${POLICY_PATH}"):\n  ${command} check`,
    `Require the check "countersign" in a ruleset for ${branch}. For more than observing, publish it\nwith a GitHub App of its own and require it from that App:\n  ${documentAt(findings.action, 'docs/security-model.md#the-check-itself')}`,
    `See what is still missing, and how the check could be forged:\n  ${command} doctor${findings.repository === null ? '' : ` ${findings.repository}`}`,
    ...describeHooks(findings, written),
    ...describeReports(findings),
    `When what it reports is right, let it enforce: name the code owners, then on a branch\n"${ENFORCE_BRANCH}" change "observe" to "standard" in ${POLICY_PATH}.${planHint(written)}`,
    ...describePlanEnd(written),
  ]
  return steps.flatMap(number).map(escapeLog)
}

/** Only the new files, whatever else waits to be committed. */
function describeCommit(written: readonly ProposedFile[]): string {
  const paths = written.map(({ path }) => path).join(' ')
  const commands = [`git switch -c ${SET_UP_BRANCH}`, `git add ${paths}`]
  return [...commands, 'git commit -m "Set up Countersign"'].join('\n  ')
}

function number(step: string, at: number): string[] {
  const [first = '', ...rest] = step.split('\n')
  return [`${String(at + 1).padStart(3)}. ${first}`, ...rest.map((line) => `     ${line}`)]
}

function planHint(written: readonly ProposedFile[]): string {
  return written.some(({ path }) => path === PLAN_PATH)
    ? `\n${PLAN_PATH} is the plan for this, too.`
    : ''
}

function describePlanEnd(written: readonly ProposedFile[]): string[] {
  if (!written.some(({ path }) => path === PLAN_PATH)) return []
  return [
    `Then delete ${PLAN_PATH}, in a pull request of its own: as long as it\nholds, whoever pushes a branch of that name has an approved plan to change the gate.`,
  ]
}

/** What is wrong with gates that are there, where no next steps are printed. Safe for terminals and logs. */
export function describeGateWarnings(findings: Findings): string[] {
  return describeGateConcerns(findings).map((concern) => escapeLog(concern.replaceAll('\n', ' ')))
}

function describePlaceholders(
  { action, owner }: Findings,
  written: readonly ProposedFile[],
): string[] {
  const holding = written.map(({ path }) => path)
  const isMissingOwner = owner === null && holding.includes(PLAN_PATH)
  return [
    ...(action.isPlaceholder && holding.length > 0
      ? [
          `Replace ${action.repository} and ${action.commit}\nin the new files by the action's repository and the full commit id of the release you use. Until then\nthe gate cannot start. Or delete the new files and run this again with --action.`,
        ]
      : []),
    ...(isMissingOwner
      ? [`Replace ${NOBODY} in ${PLAN_PATH} by the login of the accountable person.`]
      : []),
  ]
}

function describeHooks({ action }: Findings, written: readonly ProposedFile[]): string[] {
  if (!written.some(({ path }) => path === SETTINGS_PATH)) return []
  const document = documentAt(action, 'docs/hooks.md')
  return [
    `Claude Code brings the hooks to everybody who trusts this repository. They follow the policy once it\nis merged and fetched; other agents: ${document}`,
  ]
}

/** Only where it would be the next thing to do. */
function describeReports({ workflows, runners, action }: Findings): string[] {
  const ci = findTestWorkflows(workflows)
  if (ci.length === 0 || ci.some(({ artifacts }) => artifacts.length > 0)) return []
  const runner = runners[0] === undefined ? 'the tests' : runners[0].name
  return [
    `To hold plans to their tests, have "${ci[0]?.name}" upload a report of ${runner}:\n  ${documentAt(action, 'docs/acceptance.md')}`,
  ]
}

/** The settings that would bring the hooks, for a file that is there and left alone. */
export function describeMerge(leftAlone: readonly ProposedFile[]): string[] {
  const settings = leftAlone.find(({ path }) => path === SETTINGS_PATH)
  if (settings === undefined) return []
  return [
    `To have the agent hooks, add this to ${SETTINGS_PATH} by hand:`,
    ...settings.text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  ]
}
