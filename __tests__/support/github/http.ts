import type { Grant, World } from './world.ts'

/** A request as routes see it. */
export interface Call {
  readonly method: string
  /** Path below the API root, percent-encoded as it came. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly accept: string
  readonly grant: Grant
  readonly world: World
}

export interface Reply {
  readonly status: number
  /** Sent as JSON, unless it is a buffer. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer that is not 2xx, in the shape of GitHub's errors. */
export class HttpError extends Error {
  readonly status: number
  readonly errors: readonly unknown[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    errors?: readonly unknown[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.errors = errors
    this.headers = headers
  }
}

export const notFound = () => new HttpError(404, 'Not Found')

/** `422 Validation Failed`, as for a body that is too long. */
export function invalid(resource: string, field: string, message: string): HttpError {
  return new HttpError(422, 'Validation Failed', [{ resource, code: 'custom', field, message }])
}

/** What GitHub tells a token that lacks a permission. */
export const forbidden = () => new HttpError(403, 'Resource not accessible by integration')

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, body, headers }
}

export const created = (body: unknown): Reply => ({ status: 201, body })
export const noContent = (): Reply => ({ status: 204, body: null })

export function errorReply(error: HttpError): Reply {
  const { status, message, errors, headers } = error
  const documentation_url = 'https://docs.github.com/rest'
  const body = { message, ...(errors && { errors }), documentation_url, status: String(status) }
  return { status, body, headers }
}

interface Page {
  readonly number: number
  readonly size: number
}

/** `page` and `per_page` with GitHub's defaults: 30, at most 100; nonsense counts as absent. */
export function readPage(query: URLSearchParams, standard = 30): Page {
  const positive = (name: string) => {
    const value = Number(query.get(name))
    return Number.isInteger(value) && value > 0 ? value : null
  }
  const most = Math.max(standard, 100)
  return { number: positive('page') ?? 1, size: Math.min(positive('per_page') ?? standard, most) }
}

/** The page of a list that was asked for, with a `Link` header when there are others. */
export function sendPage(
  call: Call,
  link: string,
  body: unknown,
  total: number,
  page: Page,
): Reply {
  const last = Math.max(1, Math.ceil(total / page.size))
  const to = (number: number, rel: string) => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(number))
    return `<${link}?${query}>; rel="${rel}"`
  }
  const before = page.number > 1 ? [to(page.number - 1, 'prev')] : []
  const after = page.number < last ? [to(page.number + 1, 'next'), to(last, 'last')] : []
  const first = page.number > 1 ? [to(1, 'first')] : []
  const links = [...before, ...after, ...first]
  return ok(body, links.length === 0 ? {} : { link: links.join(', ') })
}

export function slicePage<T>(items: readonly T[], page: Page): readonly T[] {
  return items.slice((page.number - 1) * page.size, page.number * page.size)
}

/** One page of a list, each of its items rendered. */
export async function listPage<T>(
  call: Call,
  items: readonly T[],
  render: (item: T) => unknown,
): Promise<Reply> {
  const page = readPage(call.query)
  const body = await Promise.all(slicePage(items, page).map(render))
  return sendPage(call, pageLink(call), body, items.length, page)
}

/** GitHub's own links name a repository by its number, not by its name. */
export function pageLink({ world, path }: Call): string {
  const [, , owner = '', name = '', ...rest] = path.split('/')
  const repo = world.repos.get(`${decodeURIComponent(owner)}/${decodeURIComponent(name)}`)
  return repo === undefined
    ? `${world.url}${path}`
    : `${world.url}/repositories/${repo.id}/${rest.join('/')}`
}

/** A string of the request's body; undefined when absent. */
export function readString(body: Call['body'], name: string): string | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string')
    throw new HttpError(422, `Invalid request: ${name} is not a string.`)
  return value
}
