import { nodeId, numberOf, renderRepository, renderUser, WEB } from './accounts.ts'
import { type Call, forbidden, HttpError, notFound, ok, pageLink, type Reply } from './http.ts'
import { repoUrl, showCommit } from './render-commits.ts'
import { repoRoute, route } from './route.ts'
import type { Part, Schemas } from './schemas.ts'
import type { RepoState } from './world.ts'

/** The repository itself, its branches and refs, the ledger of ref moves, and who may do what. */
export const REPOSITORY_ROUTES = [
  repoRoute('GET', '', (call, repo) => ok(renderRepository(call.world, repo))),
  repoRoute('GET', '/branches/{*}', getBranch),
  repoRoute('GET', '/git/ref/{*}', getRef),
  repoRoute('GET', '/activity', listActivity),
  repoRoute('GET', '/codeowners/errors', (_call, repo) =>
    ok({ errors: repo.codeownersErrors } satisfies Schemas['codeowners-errors']),
  ),
  repoRoute('GET', '/collaborators/{login}/permission', getPermission),
  route('GET', '/user', getUser),
  route('GET', '/orgs/{org}/teams/{slug}', getTeam),
  route('GET', '/orgs/{org}/teams/{slug}/memberships/{login}', getMembership),
]

async function getBranch(call: Call, repo: RepoState, name = ''): Promise<Reply> {
  const sha = await repo.store.branch(name)
  if (sha === null) throw new HttpError(404, 'Branch not found')
  const url = `${repoUrl(call.world, repo)}/branches/${encodeURIComponent(name)}`
  const branch: Schemas['branch-with-protection'] = {
    name,
    commit: await showCommit(call.world, repo, sha),
    _links: { self: url, html: `${WEB}/${repo.fullName}/tree/${name}` },
    protected: repo.options.protectedBranches?.includes(name) ?? false,
    protection: { enabled: false },
    protection_url: `${url}/protection`,
  }
  return ok(branch)
}

async function getRef(call: Call, repo: RepoState, name = ''): Promise<Reply> {
  const sha = await repo.store.resolve(`refs/${name}`)
  const exact = /^heads\/(.+)$/.exec(name)?.[1]
  if (sha === null || (exact !== undefined && (await repo.store.branch(exact)) === null)) {
    throw notFound()
  }
  const ref: Schemas['git-ref'] = {
    ref: `refs/${name}`,
    node_id: nodeId(`Ref${name}`),
    url: `${repoUrl(call.world, repo)}/git/refs/${name}`,
    object: { sha, type: 'commit', url: `${repoUrl(call.world, repo)}/git/commits/${sha}` },
  }
  return ok(ref)
}

/** Newest first; paged by opaque cursors, not by numbers. */
function listActivity(call: Call, repo: RepoState): Reply {
  const { query } = call
  const wanted = query.get('ref')?.replace(/^(?!refs\/)/, 'refs/heads/')
  const moves = repo.activity
    .filter((move) => wanted === undefined || move.ref === wanted)
    .filter((move) => (query.get('activity_type') ?? move.activity_type) === move.activity_type)
    .toSorted((a, b) => b.timestamp.localeCompare(a.timestamp))
  const size = Math.min(Number(query.get('per_page')) || 30, 100)
  const cursor = query.get('after')
  const start = cursor === null ? 0 : moves.findIndex((move) => nodeId(`${move.id}`) === cursor) + 1
  const page = moves.slice(start, start + size)
  const last = page.at(-1)
  if (last === undefined || start + size >= moves.length) return ok(page)
  const next = new URLSearchParams(query)
  next.set('after', nodeId(`${last.id}`))
  return ok(page, { link: `<${pageLink(call)}?${next}>; rel="next"` })
}

function getPermission(call: Call, repo: RepoState, login = ''): Reply {
  const role = repo.options.permissions?.[login] ?? (repo.options.private ? 'none' : 'read')
  const permission = { maintain: 'write', triage: 'read' }[String(role)] ?? role
  const user = { ...renderUser(call.world, { login }), role_name: role }
  const answer: Schemas['repository-collaborator-permission'] = {
    permission,
    role_name: role,
    user,
  }
  return ok(answer)
}

/** Only a person's token has a user. */
function getUser(call: Call): Reply {
  const { grant, world } = call
  if (grant.kind !== 'user') throw forbidden()
  return ok(renderUser(world, { login: grant.login ?? 'octocat' }))
}

function getTeam({ grant, world }: Call, org = '', slug = ''): Reply {
  if (!grant.readsTeams) throw forbidden()
  if (!world.teams.has(`${org}/${slug}`)) throw notFound()
  const team: Part<'team', 'id' | 'node_id' | 'name' | 'slug'> = {
    id: numberOf(`${org}/${slug}`),
    node_id: nodeId(`Team${org}/${slug}`),
    name: slug,
    slug,
  }
  return ok(team)
}

/** A workflow's own token sees no teams: "cannot see" is 403, "is not a member" is 404. */
function getMembership({ grant, world }: Call, org = '', slug = '', login = ''): Reply {
  if (!grant.readsTeams) throw forbidden()
  const members = world.teams.get(`${org}/${slug}`) ?? []
  if (!members.includes(login)) throw notFound()
  const membership: Part<'team-membership', 'url' | 'role' | 'state'> = {
    url: `${world.url}/orgs/${org}/teams/${slug}/memberships/${login}`,
    role: 'member',
    state: 'active',
  }
  return ok(membership)
}
