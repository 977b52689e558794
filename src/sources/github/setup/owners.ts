import { parseCodeowners } from '../../../engine/approvals/codeowners.ts'
import { listEveryApprover } from '../../../engine/doctor/checks/owners.ts'
import { type Access, isAtLeast, type Reading, toAccess } from '../../../engine/doctor/facts.ts'
import type { SourceFile } from '../../../engine/evidence.ts'
import type { Policy } from '../../../engine/policy/policy.ts'
import { type Ask, isRefusedWith } from '../ask.ts'
import { mapConcurrently } from '../concurrently.ts'
import type { RepositoryName } from '../reader.ts'
import * as generalSchemas from '../schemas.ts'
import { attempt } from './attempt.ts'
import * as schemas from './schemas.ts'

/** Each is a request or two. */
const MAX_OWNERS = 60
const CONCURRENT = 8

/** Everybody whose signature CODEOWNERS or the policy could ask for, in lower case, each once. */
export function listOwners(codeowners: SourceFile | null, policy: Policy | null): string[] {
  const rules = codeowners === null ? [] : parseCodeowners(codeowners.bytes).rules
  const named = [
    ...(policy === null ? [] : listEveryApprover(policy)),
    ...rules.flatMap(({ owners }) => owners),
  ]
  const accounts = named.filter((owner) => owner.startsWith('@'))
  return [...new Set(accounts.map((owner) => owner.toLowerCase()))]
}

/** Whom to ask: people with one token, teams perhaps with another. */
export interface OwnersRequest {
  readonly ask: Ask
  readonly askTeams: Ask
  readonly name: RepositoryName
}

/** Looks up what owners may do here: the first sixty, approvers of the policy before owners. */
export async function readOwners(
  { ask, askTeams, name }: OwnersRequest,
  owners: readonly string[],
): Promise<Map<string, Reading<Access>>> {
  const asked = owners.slice(0, MAX_OWNERS)
  const found = await mapConcurrently(asked, CONCURRENT, async (owner) => {
    const [first = '', team_slug] = owner.slice(1).split('/')
    const reading =
      team_slug === undefined
        ? await readPerson(ask, first)
        : await readTeam(askTeams, { org: first, team_slug }, name)
    return [owner, reading] as const
  })
  return new Map(found)
}

async function readPerson(ask: Ask, username: string): Promise<Reading<Access>> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'
  try {
    const { value } = await ask.one('access', schemas.CollaboratorPermission, route, { username })
    return { known: true, value: widest(toAccess(value.role_name ?? ''), value.permission) }
  } catch (error) {
    // Only who may see collaborators at all gets this far: then 404 says that there is no such account.
    if (isRefusedWith(error, 404) && (await canAsk(ask))) return { known: true, value: 'none' }
    return attempt(Promise.reject(error))
  }
}

/** A custom role is told as the role that it builds upon. */
function widest(role: Access, permission: string): Access {
  const base = toAccess(permission)
  return permission === 'none' || isAtLeast(base, role) ? base : role
}

async function canAsk(ask: Ask): Promise<boolean> {
  const route = 'GET /repos/{owner}/{repo}/collaborators'
  const answer = ask.one('collaborators', schemas.Anything, route, { per_page: 1 })
  return (await attempt(answer)).known
}

/**
 * A team's access. GitHub answers 404 both for a team without access and for one that cannot be seen; what
 * the team itself is answered tells them apart.
 */
async function readTeam(
  ask: Ask,
  team: { readonly org: string; readonly team_slug: string },
  name: RepositoryName,
): Promise<Reading<Access>> {
  const route = 'GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}'
  // Without it GitHub says only that the team has some access.
  const headers = { accept: 'application/vnd.github.v3.repository+json' }
  try {
    const answer = ask.one('a team', schemas.TeamRepository, route, { ...team, ...name, headers })
    return { known: true, value: readTeamAccess((await answer).value) }
  } catch (error) {
    const about = ask.one('a team', generalSchemas.Team, 'GET /orgs/{org}/teams/{team_slug}', team)
    const isWithout = (await attempt(about)).known && isRefusedWith(error, 404)
    return isWithout ? { known: true, value: 'none' } : attempt(Promise.reject(error))
  }
}

const ROLES = ['admin', 'maintain', 'push', 'triage', 'pull']

function readTeamAccess({ permissions, role_name }: schemas.TeamRepository): Access {
  const highest = ROLES.find((role) => permissions?.[role] === true)
  return toAccess(highest ?? role_name ?? 'none')
}
