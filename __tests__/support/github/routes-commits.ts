import { renderRepository, renderUser, WEB } from './accounts.ts'
import { findMergeBase, listCommits, requireCommit } from './git-commits.ts'
import { readChanges } from './git-diff.ts'
import {
  type Call,
  HttpError,
  listPage,
  ok,
  pageLink,
  type Reply,
  readPage,
  sendPage,
  slicePage,
} from './http.ts'
import { pullsWithCommit } from './pull-facts.ts'
import { changesOf, renderChange, renderCommit, repoUrl, showCommit } from './render-commits.ts'
import { renderPullSimple } from './render-pulls.ts'
import { repoRoute } from './route.ts'
import type { Commit, Part, Schemas } from './schemas.ts'
import type { RepoState, StoredStatus, World } from './world.ts'

/** Most files an answer about one commit or comparison lists. */
const FILES_LIMIT = 300

/** Commits, comparisons, and the statuses on a commit. */
export const COMMIT_ROUTES = [
  repoRoute('GET', '/commits/{*}/pulls', async (call, repo, ref = '') => {
    const sha = await requireRef(repo, ref)
    const pulls = await pullsWithCommit(call.world, repo, sha)
    return listPage(call, pulls, (facts) => renderPullSimple(call.world, facts))
  }),
  repoRoute('GET', '/commits/{*}/status', getCombinedStatus),
  repoRoute('GET', '/commits/{*}/statuses', async (call, repo, ref = '') =>
    listPage(call, statusesOf(repo, await requireRef(repo, ref)), (status) =>
      renderStatus(call.world, repo, status),
    ),
  ),
  repoRoute('GET', '/commits/{*}', getCommit),
  repoRoute('GET', '/compare/{*}', compare),
]

/** The commit a ref stands for; GitHub answers 422 when there is none. */
export async function requireRef(repo: RepoState, ref: string): Promise<string> {
  const sha = await repo.store.resolve(ref)
  if (sha === null) throw new HttpError(422, `No commit found for SHA: ${ref}`)
  return sha
}

async function getCommit(call: Call, repo: RepoState, ref = ''): Promise<Reply> {
  const sha = await requireRef(repo, ref)
  const commit = await requireCommit(repo.store, sha)
  const changes = await changesOf(repo.store, commit)
  const page = { ...readPage(call.query, FILES_LIMIT), size: FILES_LIMIT }
  const sum = (key: 'additions' | 'deletions') => changes.reduce((all, one) => all + one[key], 0)
  const stats = { additions: sum('additions'), deletions: sum('deletions') }
  const body: Commit = {
    ...renderCommit(call.world, repo, commit),
    stats: { ...stats, total: stats.additions + stats.deletions },
    files: slicePage(changes, page).map((change) => renderChange(call.world, repo, sha, change)),
  }
  return sendPage(call, pageLink(call), body, changes.length, page)
}

/** `base...head`, either of them also as `owner:branch` of a fork. Files stand on the first page only. */
async function compare(call: Call, repo: RepoState, range = ''): Promise<Reply> {
  const [baseName = '', headName = ''] = range.split('...')
  const base = await resolveSide(call.world, repo, baseName)
  const head = await resolveSide(call.world, repo, headName)
  const mergeBase = await findMergeBase(repo.store, base, head)
  if (mergeBase === null) {
    throw new HttpError(404, `No common ancestor between ${baseName} and ${headName}.`)
  }
  const ahead = await listCommits(repo.store, base, head)
  const behind = await listCommits(repo.store, head, base)
  const paged = call.query.has('page') || call.query.has('per_page')
  const page = paged ? readPage(call.query) : { number: 1, size: 250 }
  const shown = slicePage(ahead, page).map((sha) => showCommit(call.world, repo, sha))
  const files = page.number === 1 ? await readChanges(repo.store, mergeBase, head) : []
  const body: Schemas['commit-comparison'] = {
    ...compareUrls(call.world, repo, range),
    base_commit: await showCommit(call.world, repo, base),
    merge_base_commit: await showCommit(call.world, repo, mergeBase),
    status: describeStatus(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: await Promise.all(shown),
    files: files.slice(0, FILES_LIMIT).map((file) => renderChange(call.world, repo, head, file)),
  }
  return paged ? sendPage(call, pageLink(call), body, ahead.length, page) : ok(body)
}

async function resolveSide(world: World, repo: RepoState, name: string): Promise<string> {
  const [owner, branch] = name.includes(':') ? name.split(':') : [repo.owner, name]
  const family = [...world.repos.values()].filter((one) => one.owner === owner)
  const side = owner === repo.owner ? repo : family.find((one) => one.options.fork !== undefined)
  const sha = (await side?.store.resolve(branch ?? '')) ?? null
  if (sha === null) throw new HttpError(404, 'Not Found')
  return sha
}

function describeStatus(ahead: number, behind: number): Schemas['commit-comparison']['status'] {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

function compareUrls(world: World, repo: RepoState, range: string) {
  const page = `${WEB}/${repo.fullName}/compare/${range}`
  return {
    url: `${repoUrl(world, repo)}/compare/${encodeURIComponent(range)}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
  }
}

const statusesOf = (repo: RepoState, sha: string) =>
  repo.statuses.filter((status) => status.sha === sha).toReversed()

/** The latest status of each context; a failure wins over a pending one, that over success. */
async function getCombinedStatus(call: Call, repo: RepoState, ref = ''): Promise<Reply> {
  const sha = await requireRef(repo, ref)
  const latest = new Map(
    repo.statuses.filter((one) => one.sha === sha).map((one) => [one.context, one]),
  )
  const statuses = [...latest.values()]
  const states = statuses.map(({ state }) => state)
  const failed = states.includes('failure') || states.includes('error')
  const pending = states.length === 0 || states.includes('pending')
  const page = readPage(call.query)
  const body = {
    state: failed ? 'failure' : pending ? 'pending' : 'success',
    statuses: slicePage(statuses, page).map((one) => renderStatus(call.world, repo, one)),
    sha,
    total_count: statuses.length,
    repository: renderRepository(call.world, repo),
    commit_url: `${repoUrl(call.world, repo)}/commits/${sha}`,
    url: `${repoUrl(call.world, repo)}/commits/${sha}/status`,
  }
  return sendPage(call, pageLink(call), body, statuses.length, page)
}

type Status = Part<
  'status',
  | 'id'
  | 'url'
  | 'context'
  | 'state'
  | 'description'
  | 'target_url'
  | 'creator'
  | 'created_at'
  | 'updated_at'
>

function renderStatus(world: World, repo: RepoState, status: StoredStatus): Status {
  return {
    id: status.id,
    url: `${repoUrl(world, repo)}/statuses/${status.sha}`,
    context: status.context,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    creator: renderUser(world, status.creator),
    created_at: status.at,
    updated_at: status.at,
  }
}
