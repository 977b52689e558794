import { load } from 'js-yaml'
import { isMap } from '../../engine/parsing/plain-map.ts'
import { GATE_PATH, type WorkflowFinding } from './findings.ts'
import type { WorkTree } from './work-tree.ts'

const FOLDER = '.github/workflows'
/** The events by which a workflow sees the commits of a pull request. */
const CHANGE_EVENTS = ['pull_request', 'push']
/** A workflow is a page or two; these keep a crafted one from costing time. */
const MAX_JOBS = 200
const MAX_STEPS = 500
const MAX_COMMAND = 10_000
const MAX_LINE = 500
const MAX_NAME = 200

/** The workflows in the work tree, by path; one that is no YAML is named all the same. */
export function findWorkflows(tree: WorkTree): WorkflowFinding[] {
  return tree
    .list(FOLDER)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => readWorkflow(`${FOLDER}/${name}`, tree.read(`${FOLDER}/${name}`)))
}

/** What one workflow file says. Whatever it holds, this throws nothing. */
export function readWorkflow(path: string, text: string | null): WorkflowFinding {
  const document = text === null ? null : parse(text)
  if (!isMap(document)) return { ...NOTHING, path, name: path, isUnreadable: true }
  const { name, on, jobs } = document
  const steps = listSteps(jobs)
  const gateUses = [...new Set(steps.flatMap(findGateUse))]
  return {
    path,
    name: typeof name === 'string' && name.trim() !== '' ? name : path,
    isForChanges: eventsOf(on).some((event) => CHANGE_EVENTS.includes(event)),
    testCommand: steps.map(findTestCommand).find((command) => command !== null) ?? null,
    artifacts: [...new Set(steps.flatMap(findArtifact))],
    isGate: path === GATE_PATH || gateUses.length > 0,
    gateUses,
    waitsFor: readWaitsFor(on),
    isUnreadable: false,
  }
}

const NOTHING: Omit<WorkflowFinding, 'path' | 'name'> = {
  isForChanges: false,
  testCommand: null,
  artifacts: [],
  isGate: false,
  gateUses: [],
  waitsFor: [],
  isUnreadable: false,
}

function parse(text: string): unknown {
  try {
    return load(text, { maxAliases: 50 })
  } catch {
    return null
  }
}

function eventsOf(on: unknown): string[] {
  if (typeof on === 'string') return [on]
  if (Array.isArray(on)) return on.filter((event) => typeof event === 'string')
  return isMap(on) ? Object.keys(on) : []
}

/** A fork by another name is not known; nothing but a second proposal comes of that. */
function findGateUse({ uses }: Step): string[] {
  return typeof uses === 'string' && /\/countersign@/i.test(uses) ? [uses.slice(0, MAX_NAME)] : []
}

function readWaitsFor(on: unknown): string[] {
  const wait = isMap(on) ? on.workflow_run : null
  const names = isMap(wait) ? wait.workflows : null
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

type Step = Readonly<Record<string, unknown>>

function listSteps(jobs: unknown): Step[] {
  const all = isMap(jobs) ? Object.values(jobs).slice(0, MAX_JOBS) : []
  const steps = all.flatMap((job) => (isMap(job) && Array.isArray(job.steps) ? job.steps : []))
  return steps.filter(isMap).slice(0, MAX_STEPS)
}

/** Commands that run tests, in the words of the usual tools. */
const TEST_COMMANDS = [
  /\b(?:npm|pnpm|yarn|bun)\s+(?:(?:run|run-script)\s+)?(?:t|tst|test)\b/,
  /\b(?:npm|pnpm|yarn|bun)\s+(?:run|run-script)\s+test[\w:-]*/,
  /\b(?:jest|vitest|mocha|ava)\b/,
  /\bplaywright\s+test\b/,
  /\bnode\s[^\n;&|]*--test\b/,
  /\b(?:pytest|tox|nox)\b/,
  /\bpython3?\s+-m\s+unittest\b/,
  /\bgo\s+test\b/,
  /\bcargo\s+(?:test|nextest)\b/,
  /\bmvnw?\b[^\n;&|]*\s(?:test|verify|install)\b/,
  /\bgradlew?\b[^\n;&|]*\s(?:test|check|build)\b/,
  /\bmake\s+(?:test|check)\b/,
  /\bdotnet\s+test\b/,
  /\brspec\b/,
]

/** The first line of a step that runs tests, without the lines around it. */
function findTestCommand({ run }: Step): string | null {
  if (typeof run !== 'string') return null
  const lines = run
    .slice(0, MAX_COMMAND)
    .split('\n')
    .map((line) => line.trim().slice(0, MAX_LINE))
  const isInstall = (line: string) => /\b(?:install|add)\s+(?!.*&&)/.test(line)
  const isTest = (line: string) => TEST_COMMANDS.some((command) => command.test(line))
  return lines.find((line) => !line.startsWith('#') && !isInstall(line) && isTest(line)) ?? null
}

/** An uploaded artifact whose name or files look like test reports. */
function findArtifact({ uses, with: inputs }: Step): string[] {
  const isUpload = typeof uses === 'string' && /^actions\/upload-artifact@/.test(uses)
  if (!isUpload || !isMap(inputs)) return []
  const name = typeof inputs.name === 'string' ? inputs.name : 'artifact'
  const path = typeof inputs.path === 'string' ? inputs.path : ''
  const isReport = /test|junit|report|result|ctrf|\btap\b/i.test(`${name} ${path}`)
  const isOther = /coverage|screenshot|trace|video/i.test(name)
  return isReport && !isOther ? [toGlob(name)] : []
}

/** A name that a run puts together, such as `results-${{ matrix.os }}`, as a glob over all of them. */
function toGlob(name: string): string {
  return name
    .slice(0, MAX_NAME)
    .replace(/\$\{\{.*?\}\}/gs, '*')
    .replace(/\*+/g, '*')
}
