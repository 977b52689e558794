import { CannotStart } from '../sources/cannot-start.ts'
import type { RepositoryName } from '../sources/github/reader.ts'

/** Which server a command asks, and with which token. */

/** The parts of the environment that matter here; given, so that nothing else is read. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A GitHub server: its API, its pages, and the token it may be sent. */
export interface GitHubPlace {
  /** Such as `github.com`. */
  readonly host: string
  readonly apiUrl: string
  /** Empty: asked as anybody may ask. */
  readonly token: string
  /** The variable the token came from; null without one. */
  readonly tokenName: string | null
  /** From `COUNTERSIGN_TEAM_TOKEN`, for the members of teams; empty without one. */
  readonly teamToken: string
  /** A token that is there and was meant for another host; null when there is none. */
  readonly withheld: { readonly name: string; readonly host: string } | null
}

export interface RepositoryTarget extends RepositoryName {
  /** Null when the target names no host. */
  readonly host: string | null
}

export interface PullTarget extends RepositoryTarget {
  readonly number: number
}

const NAME = '([A-Za-z0-9_.-]+)'
const SHORT_PULL = new RegExp(`^${NAME}/${NAME}#([1-9]\\d{0,9})$`)
const PULL_PATH = new RegExp(`^/${NAME}/${NAME}/pull/([1-9]\\d{0,9})(?:/.*)?$`)
const REPOSITORY = new RegExp(`^${NAME}/${NAME}$`)
const REPOSITORY_PATH = new RegExp(`^/${NAME}/${NAME}?(?:\\.git)?/?$`)

/** Reads `OWNER/REPO#N` or a pull request's address. @throws CannotStart for anything else. */
export function parsePullTarget(text: string): PullTarget {
  const url = parseHttps(text)
  const match = url === null ? SHORT_PULL.exec(text) : PULL_PATH.exec(url.pathname)
  const [, owner = '', repo = '', number = ''] = match ?? []
  if (match === null || !isName(owner) || !isName(repo)) {
    throw new CannotStart(
      `"${text}" names no pull request; write it as OWNER/REPO#N or https://github.com/OWNER/REPO/pull/N.`,
    )
  }
  return { host: url?.host ?? null, owner, repo, number: Number(number) }
}

/** Reads `OWNER/REPO` or a repository's address. @throws CannotStart for anything else. */
export function parseRepositoryTarget(text: string): RepositoryTarget {
  const url = parseHttps(text)
  const match = url === null ? REPOSITORY.exec(text) : REPOSITORY_PATH.exec(url.pathname)
  const [, owner = '', name = ''] = match ?? []
  const repo = name.replace(/\.git$/, '')
  if (match === null || !isName(owner) || !isName(repo)) {
    throw new CannotStart(
      `"${text}" names no repository; write it as OWNER/REPO or https://github.com/OWNER/REPO.`,
    )
  }
  return { host: url?.host ?? null, owner, repo }
}

/** A token must not travel in the clear, nor under a name that somebody put before the host. */
function parseHttps(text: string): URL | null {
  if (!/^https:\/\//i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.username === '' && url.password === '' ? url : null
}

/** `.` and `..` would be walked, not looked up. */
function isName(name: string): boolean {
  return name !== '' && !/^\.{1,2}$/.test(name)
}

/**
 * Finds the API and the token for a host. `GH_HOST`, else `GITHUB_API_URL`, say which host a target
 * without one is on, and which host the token in `GH_TOKEN` or `GITHUB_TOKEN` is for; without them that is
 * github.com. A token is sent to no other host, whatever address somebody pasted.
 * @throws CannotStart when one of the variables cannot be used.
 */
export function resolvePlace(host: string | null, env: Environment): GitHubPlace {
  const api = readApiUrl(env)
  const apiHost = api === null ? null : hostOfApi(api, env)
  const home = readHost(env) ?? apiHost ?? 'github.com'
  const wanted = (host ?? home).toLowerCase().replace(/^www\.(?=github\.com$)/, '')
  const apiUrl = api !== null && apiHost === wanted ? api : standardApi(wanted)
  const isMeant = wanted === home
  const name = ['GH_TOKEN', 'GITHUB_TOKEN'].find((one) => (env[one] ?? '') !== '') ?? null
  return {
    host: wanted,
    apiUrl,
    token: name !== null && isMeant ? (env[name] ?? '').trim() : '',
    tokenName: isMeant ? name : null,
    teamToken: isMeant ? (env.COUNTERSIGN_TEAM_TOKEN ?? '').trim() : '',
    withheld: name !== null && !isMeant ? { name, host: home } : null,
  }
}

function readHost({ GH_HOST: host = '' }: Environment): string | null {
  if (host === '') return null
  if (/^[a-z0-9.-]+(?::\d+)?$/i.test(host)) return host.toLowerCase()
  throw new CannotStart(
    `GH_HOST is "${host}", which is no host name; write it as github.example.com.`,
  )
}

function readApiUrl({ GITHUB_API_URL: text = '' }: Environment): string | null {
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isOwnMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '')
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwnMachine)
  if (url !== null && isSafe && url.username === '' && url.password === '')
    return text.replace(/\/+$/, '')
  throw new CannotStart(
    'GITHUB_API_URL is no https:// address of an API; write it as https://HOST/api/v3, or unset it.',
  )
}

/** The host whose API an address is. One that does not say, such as a proxy's, stands for github.com. */
function hostOfApi(api: string, { GITHUB_SERVER_URL: server = '' }: Environment): string {
  if (URL.canParse(server)) return new URL(server).host
  const { host, pathname } = new URL(api)
  if (/^api\./.test(host)) return host.replace(/^api\./, '')
  return /^\/api\/v3$/.test(pathname) ? host : 'github.com'
}

function standardApi(host: string): string {
  const isHosted = host === 'github.com' || host.endsWith('.ghe.com')
  return isHosted ? `https://api.${host}` : `https://${host}/api/v3`
}
