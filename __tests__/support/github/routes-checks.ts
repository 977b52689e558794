import { appOf, nodeId, renderApp, WEB } from './accounts.ts'
import {
  type Call,
  created,
  HttpError,
  invalid,
  listPage,
  notFound,
  ok,
  pageLink,
  type Reply,
  readPage,
  readString,
  sendPage,
  slicePage,
} from './http.ts'
import { repoUrl } from './render-commits.ts'
import { repoRoute } from './route.ts'
import { requireRef } from './routes-commits.ts'
import type { CheckRun, Schemas } from './schemas.ts'
import type { CheckConclusion, CheckStatus, RepoState, StoredCheckRun, World } from './world.ts'

/** Annotations per request and characters of summary and text that GitHub accepts. */
const ANNOTATIONS_LIMIT = 50
const TEXT_LIMIT = 65_535

const STATUSES = ['queued', 'in_progress', 'completed', 'waiting', 'requested', 'pending']
const CONCLUSIONS = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
]

/** Check runs: only apps write them, and each app updates its own only. */
export const CHECK_ROUTES = [
  repoRoute('POST', '/check-runs', createCheckRun),
  repoRoute('PATCH', '/check-runs/{id}', updateCheckRun),
  repoRoute('GET', '/check-runs/{id}', (call, repo, id = '') =>
    ok(renderCheckRun(call.world, repo, findRun(repo, id))),
  ),
  repoRoute('GET', '/check-runs/{id}/annotations', (call, repo, id = '') =>
    listPage(call, findRun(repo, id).annotations, (annotation) => annotation),
  ),
  repoRoute('GET', '/commits/{*}/check-runs', listCheckRuns),
]

function findRun(repo: RepoState, id: string): StoredCheckRun {
  const run = repo.checkRuns.find((one) => String(one.id) === id)
  if (run === undefined) throw notFound()
  return run
}

async function createCheckRun(call: Call, repo: RepoState): Promise<Reply> {
  const { world, grant, body } = call
  const app = appOf(world, grant)
  if (app === null) {
    throw new HttpError(403, 'You must authenticate via a GitHub App.')
  }
  const name = readString(body, 'name')
  if (name === undefined) throw invalid('CheckRun', 'name', 'name is required')
  const headSha = await requireRef(repo, readString(body, 'head_sha') ?? '')
  const run: StoredCheckRun = {
    id: world.nextId(),
    headSha,
    app,
    name,
    status: 'queued',
    conclusion: null,
    externalId: null,
    detailsUrl: null,
    startedAt: world.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
  }
  applyUpdate(call, repo, run)
  repo.checkRuns.push(run)
  return created(renderCheckRun(world, repo, run))
}

function updateCheckRun(call: Call, repo: RepoState, id = ''): Reply {
  const run = findRun(repo, id)
  if (appOf(call.world, call.grant)?.id !== run.app.id) {
    throw new HttpError(
      403,
      `Invalid app_id \`${run.app.id}\` - check run can only be modified by the GitHub App that created it.`,
    )
  }
  applyUpdate(call, repo, run)
  return ok(renderCheckRun(call.world, repo, run))
}

/** Validates everything before it changes anything. Annotations add up over requests. */
function applyUpdate(call: Call, repo: RepoState, run: StoredCheckRun): void {
  const { body, world } = call
  const conclusion = readChoice(body, 'conclusion', CONCLUSIONS) as CheckConclusion | undefined
  const status = readChoice(body, 'status', STATUSES) as CheckStatus | undefined
  const output = readOutput(call, repo, run.headSha)
  run.name = readString(body, 'name') ?? run.name
  run.externalId = readString(body, 'external_id') ?? run.externalId
  run.detailsUrl = readString(body, 'details_url') ?? run.detailsUrl
  run.startedAt = readString(body, 'started_at') ?? run.startedAt
  run.status = conclusion !== undefined ? 'completed' : (status ?? run.status)
  run.conclusion = conclusion ?? run.conclusion
  if (run.status === 'completed' && run.conclusion === null) {
    throw new HttpError(422, 'Invalid request: conclusion is required when status is completed.')
  }
  if (run.status === 'completed') run.completedAt = readString(body, 'completed_at') ?? world.now()
  if (output === null) return
  run.title = output.title
  run.summary = output.summary
  run.text = output.text ?? run.text
  run.annotations.push(...output.annotations)
}

function readChoice(body: Call['body'], name: string, choices: readonly string[]) {
  const value = readString(body, name)
  if (value !== undefined && !choices.includes(value)) {
    throw new HttpError(422, `Invalid request: ${value} is not a possible ${name}.`)
  }
  return value
}

function readOutput(call: Call, repo: RepoState, headSha: string) {
  const { output } = call.body
  if (output === undefined || output === null) return null
  const fields = output as Readonly<Record<string, unknown>>
  const [title, summary, text] = [
    readString(fields, 'title'),
    readString(fields, 'summary'),
    readString(fields, 'text'),
  ]
  if (title === undefined || summary === undefined) {
    throw new HttpError(422, 'Invalid request: output needs a title and a summary.')
  }
  for (const [field, value] of Object.entries({ summary, text })) {
    if ((value?.length ?? 0) > TEXT_LIMIT) {
      throw invalid('CheckRun', field, `${field} exceeds a maximum size of 65535 characters`)
    }
  }
  const { annotations = [] } = fields
  if (!Array.isArray(annotations) || annotations.length > ANNOTATIONS_LIMIT) {
    throw new HttpError(422, 'Invalid request: no more than 50 annotations are allowed.')
  }
  const blob = (path: string) => `${WEB}/${repo.fullName}/blob/${headSha}/${path}`
  const read = annotations.map((one: Readonly<Record<string, unknown>>) =>
    readAnnotation(one, blob),
  )
  return { title, summary, text, annotations: read }
}

function readAnnotation(
  fields: Readonly<Record<string, unknown>>,
  blob: (path: string) => string,
): Schemas['check-annotation'] {
  const path = readString(fields, 'path')
  const message = readString(fields, 'message')
  const level = readChoice(fields, 'annotation_level', ['notice', 'warning', 'failure'])
  const [start, end] = [fields.start_line, fields.end_line]
  const lines = Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 1
  if (!path || !message || level === undefined || !lines || Number(end) < Number(start)) {
    throw new HttpError(422, 'Invalid request: an annotation needs path, lines, level and message.')
  }
  return {
    path,
    start_line: Number(start),
    end_line: Number(end),
    start_column: null,
    end_column: null,
    annotation_level: level,
    title: readString(fields, 'title') ?? null,
    message,
    raw_details: readString(fields, 'raw_details') ?? null,
    blob_href: blob(path),
  }
}

/** `filter` is `latest` unless said otherwise: the newest run of each app and name. */
async function listCheckRuns(call: Call, repo: RepoState, ref = ''): Promise<Reply> {
  const { query, world } = call
  const sha = await requireRef(repo, ref)
  const runs = repo.checkRuns
    .filter((run) => run.headSha === sha)
    .filter((run) => (query.get('check_name') ?? run.name) === run.name)
    .filter((run) => (query.get('status') ?? run.status) === run.status)
    .filter((run) => (query.get('app_id') ?? String(run.app.id)) === String(run.app.id))
  const latest = new Map(runs.map((run) => [`${run.app.id} ${run.name}`, run]))
  const wanted = (query.get('filter') === 'all' ? runs : [...latest.values()]).toReversed()
  const page = readPage(query)
  const shown = slicePage(wanted, page).map((run) => renderCheckRun(world, repo, run))
  const body = { total_count: wanted.length, check_runs: shown }
  return sendPage(call, pageLink(call), body, wanted.length, page)
}

function renderCheckRun(world: World, repo: RepoState, run: StoredCheckRun): CheckRun {
  const url = `${repoUrl(world, repo)}/check-runs/${run.id}`
  return {
    id: run.id,
    node_id: nodeId(`CheckRun${run.id}`),
    head_sha: run.headSha,
    external_id: run.externalId ?? '',
    url,
    html_url: `${WEB}/${repo.fullName}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    name: run.name,
    check_suite: { id: 1 },
    app: renderApp(world, run.app),
    pull_requests: [],
  }
}
