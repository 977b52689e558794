import { CODEOWNERS_PATHS, PLANS_FOLDER, POLICY_PATH } from '../../engine/places.ts'
import {
  type Findings,
  GATE_NAME,
  GATE_PATH,
  PLAN_PATH,
  type ProposedFile,
  SETTINGS_PATH,
  SIGNAL_NAME,
  SIGNAL_PATH,
  type WorkflowFinding,
} from './findings.ts'
import { renderCodeowners, renderFirstPlan, renderSettings } from './first-files.ts'
import { renderGateWorkflow, renderSignalWorkflow } from './gate-workflow.ts'
import { isOwnGate } from './gates.ts'
import { renderPolicy } from './policy-file.ts'
import { isQuotableName } from './quote.ts'

const MAX_CI = 10

/**
 * The files that this repository lacks. Pure: what is really free to be written is looked at again by
 * whoever writes.
 */
export function proposeFiles(findings: Findings, now: Date): ProposedFile[] {
  const ci = findTestWorkflows(findings.workflows)
  const isFree = ({ path }: ProposedFile) => !findings.setUp.includes(path)
  const gate = [
    ...proposeWorkflows(findings, ci),
    {
      path: POLICY_PATH,
      text: renderPolicy(findings, ci),
      purpose: 'the policy, observing at first',
    },
  ].filter(isFree)
  const around = [
    ...proposeCodeowners(findings),
    {
      path: SETTINGS_PATH,
      text: renderSettings(findings.action),
      purpose: 'agent hooks for Claude Code, as a plugin',
    },
  ].filter(isFree)
  return [...gate, ...proposeFirstPlan(findings, [...gate, ...around], now), ...around]
}

/**
 * No second gate, which would publish the same check; and no signal that nobody waits for. A workflow that uses
 * another action of the same name is no gate: whoever wrote it could keep the gate from being proposed.
 */
function proposeWorkflows(findings: Findings, ci: readonly WorkflowFinding[]): ProposedFile[] {
  const { action, defaultBranch, workflows } = findings
  const gates = workflows.filter((it) => isOwnGate(it, action))
  const text = renderGateWorkflow(action, defaultBranch?.name ?? null, ci)
  const gate = { path: GATE_PATH, text, purpose: 'the gate' }
  const purpose = 'tells the gate about reviews'
  const signal = { path: SIGNAL_PATH, text: renderSignalWorkflow(), purpose }
  if (gates.length === 0) return [gate, signal]
  return gates.some(({ waitsFor }) => waitsFor.includes(SIGNAL_NAME)) ? [signal] : []
}

/** For the other files that are proposed. */
function proposeFirstPlan(
  findings: Findings,
  files: readonly ProposedFile[],
  now: Date,
): ProposedFile[] {
  const hasPlans = findings.setUp.some((path) => path.startsWith(`${PLANS_FOLDER}/`))
  if (hasPlans) return []
  const text = renderFirstPlan(
    findings,
    files.map(({ path }) => path),
    now,
  )
  return [{ path: PLAN_PATH, text, purpose: 'a first plan, for setting this up' }]
}

function proposeCodeowners({ codeowners, action }: Findings): ProposedFile[] {
  if (codeowners !== null) return []
  const text = renderCodeowners(action)
  return [{ path: CODEOWNERS_PATHS[0], text, purpose: 'a place for code owners; it names nobody' }]
}

/** The workflows that test changes and can be waited for by name. */
export function findTestWorkflows(workflows: readonly WorkflowFinding[]): WorkflowFinding[] {
  return workflows
    .filter(testsChanges)
    .filter(({ name, path }) => isQuotableName(name) && isQuotableName(path))
    .filter((workflow) => !isNamedLikeGate(workflow))
    .map((workflow) => ({ ...workflow, artifacts: workflow.artifacts.filter(isQuotableName) }))
    .slice(0, MAX_CI)
}

/**
 * Whether it has a name that the gate needs for itself. Workflows are waited for by name: the gate would wait for its
 * own end, again and again.
 */
export function isNamedLikeGate({ name }: WorkflowFinding): boolean {
  return [GATE_NAME, SIGNAL_NAME].some((own) => own.toLowerCase() === name.trim().toLowerCase())
}

/** Whether a workflow runs tests for pull requests or pushes. */
export function testsChanges({
  isGate,
  isForChanges,
  testCommand,
  path,
}: WorkflowFinding): boolean {
  return testCommand !== null && isForChanges && !isGate && path !== SIGNAL_PATH
}
