import * as v from 'valibot'
import { Unreadable } from '../unreadable.ts'
import { mapConcurrently } from './concurrently.ts'

/** One answer of GitHub. */
export interface Answer {
  readonly data: unknown
  /** The header that leads to further pages; empty without. */
  readonly link: string
  /** The server's time, as HTTP writes it; empty where it does not say. */
  readonly date: string
}

/**
 * The one window on GitHub's API. The entry makes it from an authenticated client that already
 * retries and times out; a failed request rejects with an error that may carry a `status`.
 */
export interface GitHubApi {
  get(route: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer>
  /** The body of an answer as it is, redirects followed; rejects when it is larger than `maxBytes`. */
  download(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    maxBytes: number,
  ): Promise<Uint8Array>
  /** The `data` of a GraphQL answer; rejects when the answer holds errors. */
  graphql(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>
}

/** GitHub answered, but not with what was asked for. */
export class Refused extends Unreadable {
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null
  /** Whether a rate limit was met, which says nothing about what was asked for. */
  readonly isLimited: boolean

  constructor(missing: string, error: unknown) {
    super(missing, describeApiError(error))
    this.status = readStatus(error)
    this.isLimited = hasMetLimit(error)
  }
}

export type Ask = ReturnType<typeof makeAsk>

type Parameters = Readonly<Record<string, unknown>>

const PER_PAGE = 100
const CONCURRENT_READS = 8

/**
 * Asks GitHub and validates what it answers: half an answer read as a whole one is how a gate lets
 * something through. `common` are parameters of every request.
 */
export function makeAsk(api: GitHubApi, common: Parameters) {
  let requests = 0
  let answeredAt: Date | null = null

  /** @throws Refused when the request fails, Unreadable when its answer is of another form. */
  async function one<T extends v.GenericSchema>(
    what: string,
    schema: T,
    route: string,
    parameters: Parameters = {},
  ): Promise<{ value: v.InferOutput<T>; link: string }> {
    requests += 1
    const answer = await api.get(route, { ...common, ...parameters }).catch((error: unknown) => {
      throw new Refused(what, error)
    })
    const date = new Date(answer.date)
    if (!Number.isNaN(date.getTime())) answeredAt = date
    return { value: parse(what, schema, answer.data), link: answer.link }
  }

  /**
   * All pages of a list, up to `limit` items. The first page says how many there are; the others are
   * read side by side, and what was added meanwhile after them.
   */
  async function all<T extends v.GenericSchema<unknown, unknown[]>>(
    what: string,
    schema: T,
    route: string,
    parameters: Parameters,
    limit: number,
  ): Promise<v.InferOutput<T>> {
    const readPage = (page: number) =>
      one(what, schema, route, { ...parameters, per_page: PER_PAGE, page })
    const pages = [await readPage(1)]
    while (pages.at(-1)?.link.includes('rel="next"')) {
      const known = readLastPage(pages.at(-1)?.link ?? '') ?? pages.length + 1
      if (known * PER_PAGE > limit + PER_PAGE)
        throw new Unreadable(what, `there are more than ${limit}`)
      const numbers = Array.from(
        { length: Math.max(1, known - pages.length) },
        (_, at) => pages.length + 1 + at,
      )
      pages.push(...(await mapConcurrently(numbers, CONCURRENT_READS, readPage)))
    }
    const items = pages.flatMap(({ value }) => value as unknown[])
    if (items.length > limit) throw new Unreadable(what, `there are more than ${limit}`)
    return items as v.InferOutput<T>
  }

  /** @throws Refused or Unreadable, like `one`. */
  async function graphql<T extends v.GenericSchema>(
    what: string,
    schema: T,
    query: string,
    variables: Parameters,
  ): Promise<v.InferOutput<T>> {
    requests += 1
    const data = await api.graphql(query, { ...common, ...variables }).catch((error: unknown) => {
      throw new Refused(what, error)
    })
    return parse(what, schema, data)
  }

  /** @throws Refused, also when the answer is larger than `maxBytes`. */
  async function download(
    what: string,
    route: string,
    parameters: Parameters,
    maxBytes: number,
  ): Promise<Uint8Array> {
    requests += 1
    return api.download(route, { ...common, ...parameters }, maxBytes).catch((error: unknown) => {
      throw new Refused(what, error)
    })
  }

  const requestCount = () => requests
  return { one, all, graphql, download, requestCount, answeredAt: () => answeredAt }
}

function parse<T extends v.GenericSchema>(
  what: string,
  schema: T,
  data: unknown,
): v.InferOutput<T> {
  const result = v.safeParse(schema, data)
  if (result.success) return result.output
  throw new Unreadable(what, 'GitHub answered in a form that is not documented')
}

/** The number of the last page by a `Link` header; null when it does not say. */
function readLastPage(link: string): number | null {
  const address = readLink(link, 'last')
  const page = Number(address?.searchParams.get('page') ?? Number.NaN)
  return Number.isSafeInteger(page) ? page : null
}

/** Whether an error says that GitHub does not have, or no longer has, a commit that was asked for. */
export function isGone(error: unknown): boolean {
  return isRefusedWith(error, 404, 409, 422)
}

/** Whether GitHub answered with one of these statuses, and not because of a rate limit. */
export function isRefusedWith(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof Refused && !error.isLimited && statuses.includes(error.status ?? 0)
}

/** The address a `Link` header gives for a relation (RFC 8288); null without one. */
export function readLink(link: string, relation: 'next' | 'last'): URL | null {
  const address = new RegExp(`<([^<>]*)>; rel="${relation}"`).exec(link)?.[1]
  return address !== undefined && URL.canParse(address) ? new URL(address) : null
}

/** A failed request in words that carry nothing of the answer's body. */
export function describeApiError(error: unknown): string {
  const status = readStatus(error)
  if (status === null) return 'the request failed (network, timeout or unreadable answer)'
  return `GitHub answered ${status}${STATUS_HINTS[status] ?? ''}`
}

/** Octokit gives failures of the network the status 500, too, and no answer with it. */
function readStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null
  const isUnanswered = 'response' in error && error.response === undefined
  const status = Number(error.status)
  return isUnanswered || Number.isNaN(status) ? null : status
}

/** REST documentation: Rate limits, "Exceeding the rate limit". */
function hasMetLimit(error: unknown): boolean {
  const { headers } = ((error as { response?: object } | null)?.response ?? {}) as {
    readonly headers?: Readonly<Record<string, string>>
  }
  return headers?.['retry-after'] !== undefined || headers?.['x-ratelimit-remaining'] === '0'
}

const STATUS_HINTS: Readonly<Record<number, string>> = {
  401: ' (the token is not valid)',
  403: ' (the token may not read it, or a rate limit is used up)',
  404: ' (it does not exist, or the token may not see it)',
  429: ' (a rate limit is used up)',
  500: ' (its own error)',
  502: ' (its own error)',
  503: ' (its own error)',
}
