import { CORE_SCHEMA, load } from 'js-yaml'
import type { SourceFile } from '../evidence.ts'

/**
 * Workflow files as far as the doctor looks into them. They are on the default branch; all the same
 * nothing in them is relied upon but to give advice, and what is not understood is left out.
 */
export interface Workflow {
  readonly path: string
  /** By event; the types it names, if any. */
  readonly triggers: ReadonlyMap<string, readonly string[]>
  readonly jobs: readonly Job[]
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
  /** Names of the secrets it mentions, the token of every workflow left out. */
  readonly secrets: readonly string[]
}

export interface Use {
  readonly uses: string
  readonly with: ReadonlyMap<string, string>
}

export interface Step {
  readonly use: Use | null
  readonly run: string | null
}

/** Rights by scope; `all` stands for those that are not named. */
export type Permissions = ReadonlyMap<string, Right> & { readonly all?: Right }
export type Right = 'none' | 'read' | 'write'

const MAX_BYTES = 512 * 1024

/** Reads a workflow; null when the file is none. */
export function readWorkflow({ path, bytes }: SourceFile): Workflow | null {
  const document = bytes.length > MAX_BYTES ? null : parse(bytes)
  const root = toMap(document)
  const jobs = toMap(root?.get('jobs'))
  if (root === null || jobs === null) return null
  const permissions = readPermissions(root.get('permissions'))
  return {
    path,
    triggers: readTriggers(root.get('on')),
    jobs: [...jobs].flatMap(([id, job]) => readJob(id, toMap(job), permissions)),
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return load(new TextDecoder().decode(bytes), { schema: CORE_SCHEMA })
  } catch {
    return null
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

function readTriggers(on: unknown): Map<string, readonly string[]> {
  const map = toMap(on)
  if (map === null) return new Map(toTexts(on).map((event) => [event, []]))
  return new Map([...map].map(([event, filter]) => [event, toTexts(toMap(filter)?.get('types'))]))
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

function readJob(id: string, job: Data | null, inherited: Permissions | null): Job[] {
  if (job === null) return []
  const environment = job.get('environment')
  return [
    {
      id,
      name: toText(job.get('name')) ?? id,
      permissions: job.has('permissions') ? readPermissions(job.get('permissions')) : inherited,
      environment: toText(environment) ?? toText(toMap(environment)?.get('name')),
      call: readUse(job),
      steps: toList(job.get('steps')).map((step) => readStep(toMap(step))),
      secrets: findSecrets(job),
    },
  ]
}

function readStep(step: Data | null): Step {
  return { use: step === null ? null : readUse(step), run: toText(step?.get('run')) }
}

function readUse(data: Data): Use | null {
  const uses = toText(data.get('uses'))
  if (uses === null) return null
  const given = [...(toMap(data.get('with')) ?? [])]
  return { uses, with: new Map(given.map(([name, value]) => [name, toText(value) ?? ''])) }
}

const SECRET = /\bsecrets(?:\.|\[\s*\\?['"])([A-Za-z_]\w*)/gi

/** `secrets: inherit` hands on all there are; the called workflow says which it reads. */
function findSecrets(job: Data): string[] {
  const text = JSON.stringify(Object.fromEntries(job))
  const names = [...text.matchAll(SECRET)].map(([, name = '']) => name.toUpperCase())
  return [...new Set(names)].filter((name) => name !== 'GITHUB_TOKEN')
}
