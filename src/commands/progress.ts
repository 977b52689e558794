import type { GitHubApi } from '../sources/github/ask.ts'

/** What a command shows while it waits, and what it learns about the limits of the server. */

/** Where progress goes: standard error, as far as it matters here. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Progress {
  /** Another request was made. */
  step(): void
  /** Wipes the line. */
  stop(): void
}

/** One line that counts requests and is rewritten in place; nothing at all off a terminal. */
export function startProgress(what: string, stream: ProgressStream, term = ''): Progress {
  if (stream.isTTY !== true || term === 'dumb') return { step: () => {}, stop: () => {} }
  let requests = 0
  return {
    step: () => {
      requests += 1
      stream.write(`\r\x1b[2K${what}: ${requests} request${requests === 1 ? '' : 's'}`)
    },
    stop: () => {
      stream.write('\r\x1b[2K')
    },
  }
}

/** The same for work whose size is known: a share of `total`. A little work is not worth a line. */
export function startShare(
  what: string,
  total: number,
  stream: ProgressStream,
  term = '',
): { advance(done: number): void; stop(): void } {
  if (stream.isTTY !== true || term === 'dumb' || total < 100)
    return { advance: () => {}, stop: () => {} }
  let shown = -1
  return {
    advance(done) {
      const percent = Math.floor((done / total) * 100)
      if (percent === shown) return
      shown = percent
      stream.write(`\r\x1b[2K${what}: ${percent} % of ${total}`)
    },
    stop: () => {
      stream.write('\r\x1b[2K')
    },
  }
}

/** A limit on requests that is used up. */
export interface UsedUpLimit {
  /** When requests are answered again; null when the server does not say. */
  readonly until: Date | null
}

export interface WatchedApi extends GitHubApi {
  /** The limit that stopped a request; null as long as none did. */
  usedUpLimit(): UsedUpLimit | null
}

/** The same API, which tells of each request and remembers when a rate limit stopped one. */
export function watchApi(api: GitHubApi, onRequest: () => void): WatchedApi {
  let limit: UsedUpLimit | null = null
  const watch = async <T>(request: Promise<T>): Promise<T> => {
    onRequest()
    return request.catch((error: unknown) => {
      limit = readLimit(error) ?? limit
      throw error
    })
  }
  return {
    get: (route, parameters) => watch(api.get(route, parameters)),
    download: (route, parameters, maxBytes) => watch(api.download(route, parameters, maxBytes)),
    graphql: (query, variables) => watch(api.graphql(query, variables)),
    usedUpLimit: () => limit,
  }
}

interface Failure {
  readonly status?: number
  readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> }
}

/** By the headers that GitHub documents for rate limits (REST documentation: Rate limits for the REST API). */
function readLimit(error: unknown): UsedUpLimit | null {
  const { status, response }: Failure = typeof error === 'object' && error !== null ? error : {}
  if (status !== 403 && status !== 429) return null
  const headers = response?.headers ?? {}
  if (headers['x-ratelimit-remaining'] !== '0')
    return status === 429 || headers['retry-after'] !== undefined ? { until: null } : null
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN)
  return { until: Number.isFinite(reset) ? new Date(reset * 1000) : null }
}
