import type { Publisher, Reading } from '../../../engine/doctor/facts.ts'
import type { Ask } from '../ask.ts'
import { mapConcurrently } from '../concurrently.ts'
import { attempt } from './attempt.ts'
import * as schemas from './schemas.ts'

/** The newest pull requests are enough to see what usually publishes. */
const PULLS = 5
const PER_PAGE = 100
const CONCURRENT = 4

/** Who published a check run or a status of that name on the newest open pull requests. */
export async function readPublishers(
  ask: Ask,
  checkName: string | null,
): Promise<Reading<readonly Publisher[]>> {
  if (checkName === null) return { known: true, value: [] }
  return attempt(listPublishers(ask, checkName))
}

async function listPublishers(ask: Ask, checkName: string): Promise<readonly Publisher[]> {
  const newest = { state: 'open', sort: 'updated', direction: 'desc', per_page: PULLS }
  const route = 'GET /repos/{owner}/{repo}/pulls'
  const { value: pulls } = await ask.one(
    'the newest pull requests',
    schemas.PullNumbers,
    route,
    newest,
  )
  const found = await mapConcurrently(pulls, CONCURRENT, async (pull) => [
    ...(await readChecks(ask, pull, checkName)),
    ...(await readStatuses(ask, pull, checkName)),
  ])
  return found.flat()
}

async function readChecks(
  ask: Ask,
  { number: pull, head }: schemas.PullNumber,
  checkName: string,
): Promise<Publisher[]> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs'
  const parameters = { ref: head.sha, check_name: checkName, filter: 'all', per_page: PER_PAGE }
  const { value } = await ask.one('check runs', schemas.PublishedChecks, route, parameters)
  return value.check_runs.flatMap(({ app }) =>
    app == null ? [] : [{ kind: 'check', app: app.id, name: app.slug ?? 'without a name', pull }],
  )
}

async function readStatuses(
  ask: Ask,
  { number: pull, head }: schemas.PullNumber,
  checkName: string,
): Promise<Publisher[]> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/statuses'
  const parameters = { ref: head.sha, per_page: PER_PAGE }
  const { value } = await ask.one('statuses', schemas.Statuses, route, parameters)
  return value.flatMap(({ context, creator }) =>
    context === checkName
      ? [{ kind: 'status', app: null, name: creator?.login ?? 'a deleted account', pull }]
      : [],
  )
}
