import { type Controls, createControls } from './github/controls.ts'
import type { FaultRule } from './github/faults.ts'
import { openStore } from './github/git-store.ts'
import type { Route } from './github/route.ts'
import { ACTIONS_ROUTES } from './github/routes-actions.ts'
import { CHECK_ROUTES } from './github/routes-checks.ts'
import { COMMIT_ROUTES } from './github/routes-commits.ts'
import { GIT_ROUTES } from './github/routes-git.ts'
import { GRAPHQL_ROUTES } from './github/routes-graphql.ts'
import { ISSUE_ROUTES } from './github/routes-issues.ts'
import { PULL_ROUTES } from './github/routes-pulls.ts'
import { REPOSITORY_ROUTES } from './github/routes-repository.ts'
import {
  type ListenOptions,
  type RecordedRequest,
  type RequestListener,
  startTransport,
} from './github/transport.ts'
import type { AppIdentity, Grant, RepoOptions, RepoState, World } from './github/world.ts'

/**
 * GitHub's REST API for tests: a real server on a loopback port, whose commits, trees, blobs and
 * diffs come from real git repositories at the moment of each request. Everything else is what the
 * test said or what was written through the API.
 */
export interface GitHubOptions {
  /** By `owner/name`. The first one is meant wherever a method is not told a repository. */
  readonly repos: Readonly<Record<string, RepoOptions>>
  /** Logins of the members by `org/slug`. */
  readonly teams?: Readonly<Record<string, readonly string[]>>
  /** Further tokens; the standard one is a workflow's own, with write permission. */
  readonly tokens?: Readonly<Record<string, Grant>>
  /** The app behind the tokens of workflows. */
  readonly app?: AppIdentity
  /** Logins by the email addresses of commits. */
  readonly accounts?: Readonly<Record<string, string>>
  /** Most entries of a tree before it is `truncated`; GitHub's is 100,000. */
  readonly treeLimit?: number
  /** Milliseconds by which each answer comes later, as over a real network; for measuring. */
  readonly latency?: number
}

export interface GitHubServer extends Controls {
  /** What `GITHUB_API_URL` is to be. */
  readonly url: string
  /** The token of a workflow, which may write. */
  readonly token: string
  /** Every request since the start, answered or not. */
  readonly requests: RecordedRequest[]
  /** Makes answers go wrong; the rule added last is asked first. */
  fault(rule: FaultRule): void
  /** Ends all faults. */
  heal(): void
  /** Calls back for requests whose `METHOD /path?query` fits, so that the world can change between reads. */
  onRequest(pattern: RegExp, listener: RequestListener, options?: ListenOptions): void
  /** Adds an endpoint, or replaces one. */
  addRoute(route: Route): void
  close(): Promise<void>
}

const WORKFLOW_TOKEN = 'token-of-the-workflow'
const GITHUB_ACTIONS: AppIdentity = { slug: 'github-actions', id: 15368 }

export async function createGitHub(options: GitHubOptions): Promise<GitHubServer> {
  const world = createWorld(options)
  const routes: Route[] = [
    ...CHECK_ROUTES,
    ...COMMIT_ROUTES,
    ...GIT_ROUTES,
    ...GRAPHQL_ROUTES,
    ...ISSUE_ROUTES,
    ...PULL_ROUTES,
    ...REPOSITORY_ROUTES,
    ...ACTIONS_ROUTES,
  ]
  const transport = await startTransport(world, routes)
  world.url = transport.url
  return {
    ...createControls(world),
    url: transport.url,
    token: WORKFLOW_TOKEN,
    requests: transport.requests,
    fault: transport.faults.add,
    heal: transport.faults.clear,
    onRequest: transport.listen,
    addRoute: (route) => {
      routes.unshift(route)
    },
    close: async () => {
      await transport.close()
      await Promise.all([...world.repos.values()].map((repo) => repo.store.close()))
    },
  }
}

function createWorld(options: GitHubOptions): World {
  let seconds = Date.UTC(2026, 10, 20, 12, 0, 0) / 1000
  let id = 1000
  const repos = new Map<string, RepoState>()
  for (const [fullName, repo] of Object.entries(options.repos)) {
    repos.set(fullName, createRepoState(fullName, repo, repos.size + 1, options.repos))
  }
  return {
    url: '',
    repos,
    teams: new Map(Object.entries(options.teams ?? {})),
    tokens: new Map<string, Grant>([
      [WORKFLOW_TOKEN, { kind: 'actions' }],
      ...Object.entries(options.tokens ?? {}),
    ]),
    app: options.app ?? GITHUB_ACTIONS,
    accounts: new Map(Object.entries(options.accounts ?? {})),
    treeLimit: options.treeLimit ?? 100_000,
    latency: options.latency ?? 0,
    date: () => new Date((seconds + 1) * 1000),
    now: () => {
      seconds += 1
      return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
    },
    nextId: () => {
      id += 1
      return id
    },
  }
}

function createRepoState(
  fullName: string,
  options: RepoOptions,
  id: number,
  all: GitHubOptions['repos'],
): RepoState {
  const [owner = '', name = ''] = fullName.split('/')
  const root = options.fork ?? fullName
  const relatives = Object.entries(all).filter(([other, { fork }]) => (fork ?? other) === root)
  const network = relatives.filter(([other]) => other !== fullName).map(([, { dir }]) => dir)
  return {
    id,
    owner,
    name,
    fullName,
    options,
    store: openStore(options.dir, () => network),
    issues: new Map(),
    pulls: new Map(),
    checkRuns: [],
    statuses: [],
    runs: new Map(),
    activity: [],
    artifacts: [],
    codeownersErrors: [],
  }
}
