import { renderRepository } from './accounts.ts'
import {
  type Call,
  HttpError,
  notFound,
  ok,
  pageLink,
  type Reply,
  readPage,
  sendPage,
  slicePage,
} from './http.ts'
import { repoUrl } from './render-commits.ts'
import { repoRoute } from './route.ts'
import type { RepoState, StoredArtifact, World } from './world.ts'

/** Workflow runs and what they uploaded. */
export const ACTIONS_ROUTES = [
  repoRoute('GET', '/actions/runs', listRuns),
  repoRoute('GET', '/actions/runs/{id}', (_call, repo, id = '') => {
    const run = repo.runs.get(Number(id))
    if (run === undefined) throw notFound()
    return ok(run)
  }),
  repoRoute('GET', '/actions/runs/{id}/artifacts', listArtifacts),
  repoRoute('GET', '/actions/artifacts/{id}/zip', redirectToStorage),
]

/** GitHub lists no more than these of a commit, and does not say so. */
const MAX_LISTED = 1000

/** Newest first. */
function listRuns(call: Call, repo: RepoState): Reply {
  const { query, world } = call
  const sha = query.get('head_sha')
  const runs = [...repo.runs.values()].filter((run) => sha === null || run.head_sha === sha)
  const sorted = runs.toSorted((a, b) => Number(b.id) - Number(a.id))
  const newest = sha === null ? sorted : sorted.slice(0, MAX_LISTED)
  const repository = renderRepository(world, repo)
  const page = readPage(query)
  const shown = slicePage(newest, page).map((run) => ({
    repository,
    head_repository: repository,
    ...run,
  }))
  const body = { total_count: newest.length, workflow_runs: shown }
  return sendPage(call, pageLink(call), body, newest.length, page)
}

function listArtifacts(call: Call, repo: RepoState, id = ''): Reply {
  const run = repo.runs.get(Number(id))
  if (run === undefined) throw notFound()
  const own = repo.artifacts.filter((artifact) => artifact.run === run.id)
  const page = readPage(call.query)
  const shown = slicePage(own, page).map((artifact) => ({
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.zip.length,
    expired: artifact.expired,
    created_at: artifact.createdAt,
    digest: artifact.digest,
    archive_download_url: `${repoUrl(call.world, repo)}/actions/artifacts/${artifact.id}/zip`,
    workflow_run: { id: run.id, head_sha: run.head_sha },
  }))
  const body = { total_count: own.length, artifacts: shown }
  return sendPage(call, pageLink(call), body, own.length, page)
}

/** GitHub keeps artifacts at another host and answers with a signed address there. */
function redirectToStorage(call: Call, repo: RepoState, id = ''): Reply {
  const artifact = repo.artifacts.find((one) => String(one.id) === id)
  if (artifact === undefined) throw notFound()
  if (artifact.expired) throw new HttpError(410, 'Artifact has expired')
  const storage = new URL(`${STORAGE}${id}`, call.world.url)
  storage.hostname = 'localhost'
  return { status: 302, body: Buffer.alloc(0), headers: { location: storage.href } }
}

export const STORAGE = '/_storage/'

/** The storage's own answer; like the real one, it refuses a request that carries a token as well. */
export function answerStorage(
  world: World,
  path: string,
  authorization: string | undefined,
): Reply {
  if (authorization !== undefined) throw new HttpError(400, 'InvalidAuthenticationInfo')
  const artifact = findArtifact(world, path.slice(STORAGE.length))
  if (artifact === undefined) throw notFound()
  return {
    status: 200,
    body: Buffer.from(artifact.zip),
    headers: { 'content-type': 'application/zip' },
  }
}

function findArtifact(world: World, id: string): StoredArtifact | undefined {
  const all = [...world.repos.values()].flatMap((repo) => repo.artifacts)
  return all.find((artifact) => String(artifact.id) === id)
}
