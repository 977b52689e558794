import { CORE_SCHEMA, load } from 'js-yaml'
import type { SourceFile } from '../evidence.ts'
import { findSecrets, type SecretUse } from './expressions.ts'

/**
 * Workflow files as far as the doctor looks into them. They are on the default branch; all the same
 * nothing in them is relied upon but to give advice, and what is not understood is left out.
 */
export interface Workflow {
  readonly path: string
  /** What other workflows wait for it by; its path where it has none. */
  readonly name: string
  /** By event. */
  readonly triggers: ReadonlyMap<string, Trigger>
  readonly jobs: readonly Job[]
}

/** What of an event a workflow asks for; a list is null where nothing is said. */
export interface Trigger {
  readonly types: readonly string[] | null
  readonly branches: readonly string[] | null
  readonly branchesIgnore: readonly string[] | null
  readonly paths: readonly string[] | null
  readonly pathsIgnore: readonly string[] | null
  /** For `workflow_run`: patterns of names. */
  readonly workflows: readonly string[] | null
}

export interface Job {
  readonly id: string
  /** What its check run is called. */
  readonly name: string
  /** Its own or its workflow's; null: the repository's default. */
  readonly permissions: Permissions | null
  readonly environment: string | null
  /** A workflow that is called, with what it is given. */
  readonly call: Use | null
  readonly steps: readonly Step[]
  /** Its own and those in the `env` of its workflow. */
  readonly secrets: SecretUse
  /** Whether it hands on every secret there is to the workflow that it calls. */
  readonly inherits: boolean
  readonly terms: Terms
  /** Whether it waits for other jobs, and is skipped where one of them is. */
  readonly waits: boolean
}

/** On what terms a job or a step runs, as written; null where nothing is said. */
export interface Terms {
  readonly condition: string | null
  readonly continueOnError: string | null
}

export interface Use {
  readonly uses: string
  /** By name in lower case: GitHub makes no difference. */
  readonly with: ReadonlyMap<string, string>
}

export interface Step {
  readonly use: Use | null
  readonly run: string | null
  /** What it finds in its environment: its workflow's, its job's and its own. */
  readonly env: ReadonlyMap<string, string>
  readonly terms: Terms
}

/** Rights by scope; `all` stands for those that are not named. */
export type Permissions = ReadonlyMap<string, Right> & { readonly all?: Right }
export type Right = 'none' | 'read' | 'write'

const MAX_BYTES = 512 * 1024
/** Far more than a workflow needs, and too few to make it grow beyond measure. */
const MAX_ALIASES = 50

/** Reads a workflow; null when the file is none, or is made so that it cannot be read. */
export function readWorkflow({ path, bytes }: SourceFile): Workflow | null {
  if (bytes.length > MAX_BYTES) return null
  try {
    return toWorkflow(path, parse(bytes))
  } catch {
    // One odd file is said to be unread; it must not keep the doctor from all others.
    return null
  }
}

function parse(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  return load(text, { schema: CORE_SCHEMA, maxAliases: MAX_ALIASES })
}

function toWorkflow(path: string, document: unknown): Workflow | null {
  const root = toMap(document)
  const jobs = toMap(root?.get('jobs'))
  if (root === null || jobs === null) return null
  return {
    path,
    name: toText(root.get('name')) ?? path,
    triggers: readTriggers(root.get('on')),
    jobs: [...jobs].flatMap(([id, job]) => readJob(id, toMap(job), root)),
  }
}

type Data = ReadonlyMap<string, unknown>

function toMap(value: unknown): Data | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return new Map(Object.entries(value))
}

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

function toTexts(value: unknown): string[] {
  return toList(value).filter((item) => typeof item === 'string')
}

/** A scalar as GitHub passes it on; null when it is none. */
function toText(value: unknown): string | null {
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value)
  return isScalar ? String(value) : null
}

function readTriggers(on: unknown): Map<string, Trigger> {
  const map = toMap(on)
  if (map === null) return new Map(toTexts(on).map((event) => [event, readTrigger(null)]))
  return new Map([...map].map(([event, filter]) => [event, readTrigger(toMap(filter))]))
}

function readTrigger(filter: Data | null): Trigger {
  const list = (name: string) => {
    const value = filter?.get(name)
    return value === undefined || value === null
      ? null
      : toList(value).flatMap((it) => toText(it) ?? [])
  }
  return {
    types: list('types'),
    branches: list('branches'),
    branchesIgnore: list('branches-ignore'),
    paths: list('paths'),
    pathsIgnore: list('paths-ignore'),
    workflows: list('workflows'),
  }
}

const SCOPE_RIGHTS: readonly Right[] = ['none', 'read', 'write']

function readPermissions(value: unknown): Permissions | null {
  if (value === 'write-all' || value === 'read-all')
    return Object.assign(new Map(), { all: value === 'write-all' ? 'write' : 'read' } as const)
  const map = toMap(value)
  if (map === null) return value === undefined ? null : new Map()
  return new Map(
    [...map].map(([scope, right]) => [scope, SCOPE_RIGHTS.find((one) => one === right) ?? 'none']),
  )
}

/** The right that a job's token has; `standard` is what the repository gives where nothing is said. */
export function rightOf({ permissions }: Job, scope: string, standard: Right): Right {
  if (permissions === null) return standard
  return permissions.get(scope) ?? permissions.all ?? 'none'
}

function readJob(id: string, job: Data | null, root: Data): Job[] {
  if (job === null) return []
  const environment = job.get('environment')
  const env = new Map([...readTexts(root.get('env')), ...readTexts(job.get('env'))])
  return [
    {
      id,
      name: toText(job.get('name')) ?? id,
      permissions: readPermissions((job.has('permissions') ? job : root).get('permissions')),
      environment: toText(environment) ?? toText(toMap(environment)?.get('name')),
      call: readUse(job),
      steps: toList(job.get('steps')).map((step) => readStep(toMap(step) ?? new Map(), env)),
      secrets: findSecrets([root.get('env'), Object.fromEntries(job)]),
      inherits: job.get('secrets') === 'inherit',
      terms: readTerms(job),
      waits: toList(job.get('needs')).length > 0,
    },
  ]
}

function readStep(step: Data, env: ReadonlyMap<string, string>): Step {
  return {
    use: readUse(step),
    run: toText(step.get('run')),
    env: new Map([...env, ...readTexts(step.get('env'))]),
    terms: readTerms(step),
  }
}

function readTerms(data: Data): Terms {
  return {
    condition: toText(data.get('if')),
    continueOnError: toText(data.get('continue-on-error')),
  }
}

function readUse(data: Data): Use | null {
  const uses = toText(data.get('uses'))
  if (uses === null) return null
  const given = [...readTexts(data.get('with'))]
  return { uses, with: new Map(given.map(([name, value]) => [name.toLowerCase(), value])) }
}

/** A map of scalars; empty text stands for whatever is none. */
function readTexts(value: unknown): Map<string, string> {
  return new Map([...(toMap(value) ?? [])].map(([name, it]) => [name, toText(it) ?? '']))
}
