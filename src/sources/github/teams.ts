import type { TeamReading } from '../../engine/evidence.ts'
import { type Ask, type GitHubApi, makeAsk, Refused } from './ask.ts'
import { mapConcurrently } from './concurrently.ts'
import * as schemas from './schemas.ts'

/** Whom to ask about: the logins of people who signed, by team (`@organisation/team`). */
export type TeamQuestions = ReadonlyMap<string, readonly string[]>

export interface TeamAnswers {
  /** By team in lower case. */
  readonly teams: ReadonlyMap<string, TeamReading>
  readonly requests: number
}

const CONCURRENT_TEAMS = 8
/** Memberships asked for in one evaluation; on a public repository anybody may approve. */
const MAX_QUESTIONS = 400

/**
 * Asks GitHub which of the people who signed are members of the teams they may stand for. Without a
 * token for it nothing is read, and the policy's own list of teams has to do.
 */
export async function readTeams(
  api: GitHubApi | null,
  questions: TeamQuestions,
): Promise<TeamAnswers> {
  if (api === null) return { teams: new Map(), requests: 0 }
  const ask = makeAsk(api, {})
  const asked = [...questions]
  const total = asked.reduce((sum, [, logins]) => sum + logins.length, 0)
  const readings = await mapConcurrently(asked, CONCURRENT_TEAMS, ([team, logins]) =>
    total > MAX_QUESTIONS ? Promise.resolve('unreadable' as const) : readTeam(ask, team, logins),
  )
  const named = asked.map(
    ([team], at) => [team.toLowerCase(), readings[at] ?? 'unreadable'] as const,
  )
  return { teams: new Map(named), requests: ask.requestCount() }
}

/**
 * The members among some people. GitHub answers 404 both for "is not a member" and for "you cannot see
 * this team". Any other answer about the team shows that it can be seen; without one, that is asked.
 */
async function readTeam(ask: Ask, team: string, logins: readonly string[]): Promise<TeamReading> {
  if (logins.length === 0) return { members: [] }
  const [org = '', team_slug = ''] = team.slice(1).split('/')
  const answers = await Promise.all(
    logins.map((username) => isMember(ask, { org, team_slug, username })),
  )
  if (answers.includes('unknown')) return 'unreadable'
  const isSeen = answers.some((answer) => answer !== 'not found')
  if (!isSeen && !(await canSee(ask, { org, team_slug }))) return 'unreadable'
  return { members: logins.filter((_, at) => answers[at] === 'member') }
}

async function canSee(ask: Ask, team: Readonly<Record<string, string>>): Promise<boolean> {
  const route = 'GET /orgs/{org}/teams/{team_slug}'
  return ask.one('a team', schemas.Team, route, team).then(
    () => true,
    () => false,
  )
}

type Answer = 'member' | 'not a member' | 'not found' | 'unknown'

/** Invited is not yet a member. */
async function isMember(ask: Ask, person: Readonly<Record<string, string>>): Promise<Answer> {
  const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}'
  return ask.one('a membership', schemas.Membership, route, person).then(
    ({ value }) => (value.state === 'active' ? 'member' : 'not a member'),
    (error: unknown) =>
      error instanceof Refused && error.status === 404 ? 'not found' : 'unknown',
  )
}
