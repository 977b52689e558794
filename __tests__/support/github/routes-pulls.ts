import {
  type Call,
  listPage,
  ok,
  pageLink,
  type Reply,
  readPage,
  sendPage,
  slicePage,
} from './http.ts'
import { changesOfPull, commitsOfPull, findPull, type PullFacts, readPull } from './pull-facts.ts'
import { renderChange, showCommit } from './render-commits.ts'
import { renderReview } from './render-issues.ts'
import { renderPull, renderPullSimple } from './render-pulls.ts'
import { repoRoute } from './route.ts'
import type { RepoState } from './world.ts'

/** Most files and commits GitHub lists for a pull request, however many pages are asked for. */
const FILES_LIMIT = 3000
const COMMITS_LIMIT = 250

/** Pull requests and what belongs to them alone; labels and comments are the issue's. */
export const PULL_ROUTES = [
  repoRoute('GET', '/pulls', listPulls),
  repoRoute('GET', '/pulls/{number}', async (call, repo, number = '') =>
    ok(await renderPull(call.world, await readPull(call.world, repo, Number(number)))),
  ),
  repoRoute('GET', '/pulls/{number}/files', listFiles),
  repoRoute('GET', '/pulls/{number}/commits', async (call, repo, number = '') => {
    const facts = await readPull(call.world, repo, Number(number))
    const commits = (await commitsOfPull(facts)).slice(0, COMMITS_LIMIT)
    return listPage(call, commits, (sha) => showCommit(call.world, repo, sha))
  }),
  repoRoute('GET', '/pulls/{number}/reviews', (call, repo, number = '') => {
    const { pull } = findPull(repo, Number(number))
    return listPage(call, pull.reviews, (review) =>
      renderReview(call.world, repo, pull.number, review),
    )
  }),
]

async function listPulls(call: Call, repo: RepoState): Promise<Reply> {
  const numbers = [...repo.pulls.keys()]
  const all = await Promise.all(numbers.map((number) => readPull(call.world, repo, number)))
  const wanted = sortPulls(all.filter(wantedBy(call.query)), call.query)
  return listPage(call, wanted, (facts) => renderPullSimple(call.world, facts))
}

/** `state` is open unless said otherwise; `head` is `owner:branch`, and ignored without the owner. */
function wantedBy(query: URLSearchParams): (facts: PullFacts) => boolean {
  const state = query.get('state') ?? 'open'
  const base = query.get('base')
  const head = query.get('head')
  return ({ issue, pull, headRepo }) =>
    (state === 'all' || state === issue.state) &&
    (base === null || base === pull.base) &&
    (head === null || !head.includes(':') || head === `${headRepo?.owner}:${pull.head}`)
}

function sortPulls(pulls: readonly PullFacts[], query: URLSearchParams): PullFacts[] {
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  const standard = query.get('sort') === 'updated' ? 'asc' : 'desc'
  const sign = (query.get('direction') ?? standard) === 'asc' ? 1 : -1
  return pulls.toSorted(
    (a, b) => sign * (a.issue[key].localeCompare(b.issue[key]) || a.issue.id - b.issue.id),
  )
}

async function listFiles(call: Call, repo: RepoState, number = ''): Promise<Reply> {
  const facts = await readPull(call.world, repo, Number(number))
  const changes = (await changesOfPull(facts)).slice(0, FILES_LIMIT)
  const page = readPage(call.query)
  const shown = slicePage(changes, page)
  const body = shown.map((change) => renderChange(call.world, repo, facts.headSha, change))
  return sendPage(call, pageLink(call), body, changes.length, page)
}
