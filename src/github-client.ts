import { Octokit } from '@octokit/core'
import type { GitHubApi } from './sources/github/ask.ts'

/** The client that both the action and the command line make their requests with. */
export type GitHubClient = Octokit

/** How patiently GitHub is asked. Times in milliseconds; `sleep` is an input so that tests need not wait. */
export interface Patience {
  /** One request, answer included. */
  readonly timeout: number
  /** Repetitions of one request, after the first try. */
  readonly retries: number
  /** The longest wait that a rate limit may ask for. */
  readonly longestWait: number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Gives a request up when its time is over; told which one it is, by its route. */
  readonly deadline: (milliseconds: number, request: Route) => AbortSignal
}

interface Route {
  readonly method: string
  /** As GitHub's documentation writes it, with the names of its parameters. */
  readonly url: string
}

export const PATIENCE: Patience = {
  timeout: 20_000,
  retries: 2,
  longestWait: 60_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
}

/**
 * An authenticated REST client with bounded retries: failed reads (network, timeout, 5xx, half an answer)
 * after a short pause, any request that met a rate limit after the time GitHub asks for (REST
 * documentation: Best practices, "Handle rate limit errors appropriately").
 */
export function makeGitHubClient(
  token: string,
  apiUrl: string,
  patience: Patience = PATIENCE,
): GitHubClient {
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'countersign',
    // GitHub's own words may repeat what the pull request's author wrote; nothing is logged here.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })
  octokit.hook.wrap('request', async (request, options) => {
    const { timeout = patience.timeout, maxBytes, readsJson } = options.request
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt >= patience.retries
      const signal = patience.deadline(Number(timeout), options)
      // Hooks that were there before see these options, not those that are passed on.
      options.request = { ...options.request, signal }
      try {
        const answer = await request(options)
        if (maxBytes !== undefined) answer.data = await readStream(answer.data, Number(maxBytes))
        if (readsJson === true)
          answer.data = readJson(await readStream(answer.data, MAX_JSON_BYTES))
        if (!isBroken(answer)) return answer
        // What Octokit makes of a body that did not come in time is an empty one.
        if (signal.aborted) throw signal.reason
        if (isLast || !isRepeatable(options)) return answer
        throw new Error('The answer is no JSON.')
      } catch (error) {
        const wait = isLast ? null : waitBeforeRetry(error, isRepeatable(options), attempt)
        if (wait === null || wait > patience.longestWait) throw error
        await patience.sleep(wait)
      }
    }
  })
  return octokit
}

function ignore(): void {}

/** An artifact may be large, and comes from another host; milliseconds. */
const DOWNLOAD_TIMEOUT = 120_000

/**
 * The body is left to us. Octokit looks at every value of an answer for large numbers, which takes several times as
 * long as reading it.
 */
const UNREAD = { parseSuccessResponseBody: false }

/** The largest answer there can be is a blob of 20 MB in base64. */
const MAX_JSON_BYTES = 64 * 1024 * 1024

/** The reading side of a client, as the source sees it. */
export function toGitHubApi(client: GitHubClient): GitHubApi {
  return {
    get: async (route, parameters) => {
      const request = { ...UNREAD, readsJson: true }
      const { data, headers } = await client.request(route, { ...parameters, request })
      return { data, link: headers.link ?? '', date: headers.date ?? '' }
    },
    graphql: (query, variables) => client.graphql(query, { ...variables }),
    download: async (route, parameters, maxBytes) => {
      const request = { ...UNREAD, timeout: DOWNLOAD_TIMEOUT, maxBytes }
      const { data } = await client.request(route, { ...parameters, request })
      return data as Uint8Array
    },
  }
}

/** What is no JSON is an empty text, as Octokit has it: an answer in no documented form. */
function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return ''
  }
}

/** @throws RangeError when there are more bytes, however many were announced. */
async function readStream(body: unknown, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of (body as AsyncIterable<Uint8Array> | null) ?? []) {
    total += chunk.length
    if (total > maxBytes) throw new RangeError(`more than ${maxBytes} bytes were sent`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Reads, among them our one question in GraphQL, and the one write whose repetition does no harm: the newest
 * check run of a name counts.
 */
function isRepeatable({ method, url }: Route): boolean {
  return method === 'GET' || (method === 'POST' && /\/(?:check-runs|graphql)$/.test(url))
}

/** JSON that broke off, or was none, arrives as text. Where nothing was to come there is none, either. */
function isBroken({ status, data }: { status: number; data: unknown }): boolean {
  return typeof data === 'string' && status !== 204 && status !== 205
}

/** Milliseconds to wait before asking again; null when asking again is of no use. */
function waitBeforeRetry(error: unknown, repeatable: boolean, attempt: number): number | null {
  if (error instanceof RangeError) return null
  const { status, headers } = readFailure(error)
  const isTransient = status === null || status >= 500
  if (isTransient) return repeatable ? 500 * 2 ** attempt : null
  if (status !== 403 && status !== 429) return null
  const after = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) return after * 1000
  if (headers['x-ratelimit-remaining'] !== '0') return null
  const reset = Number(headers['x-ratelimit-reset'])
  return Number.isFinite(reset) ? Math.max(0, reset * 1000 - Date.now()) : null
}

type Headers = Readonly<Record<string, string | undefined>>

/** Octokit gives failures of the network the status 500 and no answer. */
function readFailure(error: unknown): { status: number | null; headers: Headers } {
  if (typeof error !== 'object' || error === null) return { status: null, headers: {} }
  const response =
    'response' in error ? (error.response as { headers?: Headers } | undefined) : undefined
  const status = 'status' in error ? Number(error.status) : null
  return { status: response === undefined ? null : status, headers: response?.headers ?? {} }
}
