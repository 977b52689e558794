import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A webhook's payload as the runner writes it to the event file: any JSON, of which tests touch little. */
export interface EventPayload {
  readonly action?: string
  readonly repository?: { readonly full_name?: string; readonly default_branch?: string }
  readonly sender?: { readonly login?: string }
  readonly [name: string]: unknown
}

export interface EventOverrides {
  /** `owner/name`, put in place of the recorded one everywhere. */
  readonly repository: string
  readonly defaultBranch?: string
  /** Of the pull request or issue. */
  readonly number?: number
  readonly title?: string
  readonly body?: string | null
  readonly author?: { readonly login: string; readonly type: string }
  readonly headSha?: string
  readonly headRef?: string
  /** `owner/name` of the head's repository; null when the fork is gone. */
  readonly headRepo?: string | null
  /** What the payload says about the base, which may be stale. */
  readonly baseSha?: string
  readonly baseRef?: string
  readonly labels?: readonly string[]
  /** The label a `labeled` or `unlabeled` event is about. */
  readonly label?: string
  /** Who caused the event. */
  readonly sender?: string
  /** The text of the comment of an `issue_comment` event. */
  readonly comment?: string
  /** Whether the issue of an `issue_comment` event is a pull request. */
  readonly onPull?: boolean
  /** Of `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Anything else, by dotted path: `{ 'workflow_run.event': 'pull_request' }`. */
  readonly set?: Readonly<Record<string, unknown>>
}

type Json = Record<string, unknown>

interface Recorded {
  readonly name: string
  readonly examples: readonly Json[]
}

let recorded: readonly Recorded[] | null = null

/**
 * The payload of an event: a recorded one of that name and action, with the numbers, commits and
 * names of the test. Where no payload with the action was recorded, another one is given it.
 */
export function eventPayload(
  name: string,
  action: string | null,
  overrides: EventOverrides,
): EventPayload {
  const payload = renameRepository(findExample(name, action), overrides.repository)
  if (action !== null) payload.action = action
  setRepository(payload, overrides)
  setSubject(payload, overrides)
  setHeads(payload, overrides)
  for (const [path, value] of Object.entries(overrides.set ?? {})) setAt(payload, path, value)
  return payload
}

function findExample(name: string, action: string | null): Json {
  recorded ??= JSON.parse(
    readFileSync(
      resolve('node_modules/@octokit/webhooks-examples/api.github.com/index.json'),
      'utf8',
    ),
  ) as readonly Recorded[]
  const known = name === 'pull_request_target' ? 'pull_request' : name
  // A schedule's payload is the repository and the cron line; nobody recorded one.
  const examples = recorded.find(
    (one) => one.name === (known === 'schedule' ? 'push' : known),
  )?.examples
  const example = examples?.find((one) => one.action === action) ?? examples?.[0]
  if (example === undefined) throw new Error(`No payload was recorded for the event ${name}`)
  const copy = structuredClone(example)
  return known === 'schedule' ? { schedule: '0 6 * * *', repository: copy.repository } : copy
}

/** Replaces the recorded repository's name in every text, links included. */
function renameRepository(payload: Json, fullName: string): Json {
  const was = String((payload.repository as Json | undefined)?.full_name)
  const text = JSON.stringify(payload, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(was, fullName) : value,
  )
  return JSON.parse(text) as Json
}

function setRepository(
  payload: Json,
  { repository, defaultBranch, sender, inputs }: EventOverrides,
) {
  const [owner = '', name = ''] = repository.split('/')
  const prefixes = ['repository', 'pull_request.base.repo', 'pull_request.head.repo']
  for (const prefix of [...prefixes, 'workflow_run.repository', 'workflow_run.head_repository']) {
    setIfThere(payload, `${prefix}.full_name`, repository)
    setIfThere(payload, `${prefix}.name`, name)
    setIfThere(payload, `${prefix}.owner.login`, owner)
    setIfThere(payload, `${prefix}.default_branch`, defaultBranch ?? 'main')
  }
  setIfThere(payload, 'organization.login', owner)
  setIfThere(payload, 'sender.login', sender)
  setIfThere(payload, 'inputs', inputs)
}

function setSubject(payload: Json, overrides: EventOverrides) {
  const { number, title, body, author, labels, label, comment, onPull } = overrides
  setIfThere(payload, 'number', number)
  for (const subject of ['pull_request', 'issue']) {
    setIfThere(payload, `${subject}.number`, number)
    setIfThere(payload, `${subject}.title`, title)
    setIfThere(payload, `${subject}.body`, body)
    setIfThere(payload, `${subject}.user.login`, author?.login)
    setIfThere(payload, `${subject}.user.type`, author?.type)
    setIfThere(payload, `${subject}.labels`, labels?.map(describeLabel))
  }
  if (label !== undefined) payload.label = describeLabel(label)
  setIfThere(payload, 'comment.body', comment)
  if (onPull) setAt(payload, 'issue.pull_request', { url: `pulls/${number}` })
}

function setHeads(payload: Json, overrides: EventOverrides) {
  const { headSha, headRef, headRepo, baseSha, baseRef } = overrides
  setIfThere(payload, 'pull_request.head.sha', headSha)
  setIfThere(payload, 'pull_request.head.ref', headRef)
  setIfThere(payload, 'pull_request.base.sha', baseSha)
  setIfThere(payload, 'pull_request.base.ref', baseRef)
  if (payload.action === 'synchronize') setIfThere(payload, 'after', headSha)
  setIfThere(payload, 'workflow_run.head_sha', headSha)
  setIfThere(payload, 'workflow_run.head_branch', headRef)
  setIfThere(payload, 'merge_group.head_sha', headSha)
  setIfThere(payload, 'merge_group.base_sha', baseSha)
  setIfThere(payload, 'merge_group.head_ref', headRef && `refs/heads/${headRef}`)
  setIfThere(payload, 'merge_group.base_ref', baseRef && `refs/heads/${baseRef}`)
  if (headRepo === null) setIfThere(payload, 'pull_request.head.repo', null)
  else setIfThere(payload, 'pull_request.head.repo.full_name', headRepo)
}

const describeLabel = (name: string) => ({ id: 1, name, color: 'ededed', default: false })

/** Sets what the payload has already; undefined changes nothing. */
function setIfThere(payload: Json, path: string, value: unknown): void {
  const { owner, key } = locate(payload, path)
  if (value !== undefined && owner !== null && key in owner) owner[key] = value
}

function setAt(payload: Json, path: string, value: unknown): void {
  const { owner, key } = locate(payload, path)
  if (owner === null) throw new Error(`The payload has nothing at ${path}`)
  owner[key] = value
}

function locate(payload: Json, path: string): { owner: Json | null; key: string } {
  const keys = path.split('.')
  const key = keys.pop() ?? ''
  let owner: unknown = payload
  for (const step of keys) owner = isObject(owner) ? owner[step] : null
  return { owner: isObject(owner) ? owner : null, key }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
