import { createHash } from 'node:crypto'
import type { App, Repository, User } from './schemas.ts'
import type { Account, AppIdentity, Grant, RepoState, World } from './world.ts'

export const WEB = 'https://github.com'

/** A number that depends on nothing but the text, for ids. */
export function numberOf(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0)
}

export function nodeId(text: string): string {
  return Buffer.from(text).toString('base64')
}

export function renderUser(world: World, { login, type }: Account): User {
  const path = encodeURIComponent(login)
  const url = `${world.url}/users/${path}`
  const id = numberOf(login)
  return {
    login,
    id,
    node_id: nodeId(`User${id}`),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${WEB}/${path}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'),
    site_admin: false,
  }
}

export function renderApp(world: World, { slug, id }: AppIdentity): App {
  return {
    id,
    slug,
    node_id: nodeId(`App${id}`),
    owner: renderUser(world, { login: 'github', type: 'Organization' }),
    name: slug,
    description: null,
    external_url: WEB,
    html_url: `${WEB}/apps/${slug}`,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    permissions: { checks: 'write', contents: 'read', issues: 'write', metadata: 'read' },
    events: [],
  }
}

/** The app a token belongs to; null for a person's. */
export function appOf(world: World, grant: Grant): AppIdentity | null {
  if (grant.kind === 'user') return null
  if (grant.kind === 'actions' || grant.login === undefined) return world.app
  return { slug: grant.login, id: numberOf(grant.login) }
}

/** Who GitHub says wrote what a token wrote. */
export function authorOf(world: World, grant: Grant): Account {
  const app = appOf(world, grant)
  return app === null
    ? { login: grant.login ?? 'octocat', type: 'User' }
    : { login: `${app.slug}[bot]`, type: 'Bot' }
}

/** The login behind an email address: an account of the test's, or GitHub's own noreply form. */
export function loginOf(world: World, email: string): string | null {
  const known = world.accounts.get(email)
  return known ?? /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/.exec(email)?.[1] ?? null
}

/** Suffixes by which a repository links to everything it has. */
const LINKS = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const

type LinkName = keyof typeof LINKS

function renderLinks(url: string): Record<LinkName, string> {
  const links = Object.entries(LINKS).map(([name, suffix]) => [name, `${url}${suffix}`] as const)
  return Object.fromEntries(links) as Record<LinkName, string>
}

export function renderRepository(world: World, repo: RepoState): Repository {
  const { id, name, fullName, options } = repo
  const url = `${world.url}/repos/${fullName}`
  return {
    ...renderLinks(url),
    id,
    node_id: nodeId(`Repository${id}`),
    name,
    full_name: fullName,
    owner: renderUser(world, { login: repo.owner, type: 'Organization' }),
    private: options.private ?? false,
    visibility: options.private ? 'private' : 'public',
    html_url: `${WEB}/${fullName}`,
    description: null,
    fork: options.fork !== undefined,
    url,
    git_url: `git://github.com/${fullName}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    clone_url: `${WEB}/${fullName}.git`,
    svn_url: `${WEB}/${fullName}`,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    ...COUNTS,
    default_branch: options.defaultBranch ?? 'main',
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    archived: false,
    disabled: false,
    pushed_at: '2026-11-20T11:00:00Z',
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2026-11-20T11:00:00Z',
  }
}

const COUNTS = {
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  size: 108,
  open_issues: 0,
  open_issues_count: 0,
}
