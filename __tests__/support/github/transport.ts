import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createFaults, type Delivery, type Faults } from './faults.ts'
import { type Call, errorReply, HttpError, type Reply } from './http.ts'
import { dispatch, type Route } from './route.ts'
import { answerStorage, STORAGE } from './routes-actions.ts'
import type { World } from './world.ts'

/** A request the server got, in the order they came. */
export interface RecordedRequest {
  readonly method: string
  /** Percent-encoded, with the repository by name. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  /** The token it came with; '' without one. */
  readonly token: string
  /** Null until it is answered, and for good when it never is. */
  status: number | null
}

export type RequestListener = (request: RecordedRequest) => unknown

export interface ListenOptions {
  /** How many requests the callback is called for; by default every one. */
  readonly times?: number
  /** `before` (standard): ahead of the answer. `after`: the answer is made already, but not sent. */
  readonly when?: 'before' | 'after'
}

export interface Transport {
  readonly url: string
  readonly requests: RecordedRequest[]
  readonly faults: Faults
  listen(pattern: RegExp, listener: RequestListener, options?: ListenOptions): void
  close(): Promise<void>
}

type Listeners = ((when: 'before' | 'after', request: RecordedRequest) => Promise<void>)[]

/** Starts the server on a free port of the loopback interface. */
export async function startTransport(world: World, routes: readonly Route[]): Promise<Transport> {
  const requests: RecordedRequest[] = []
  const listeners: Listeners = []
  const faults = createFaults()
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, world, { reply: describeFailure(error), manner: 'whole' })
    })
  })
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { path, query } = readTarget(world, request.url ?? '/')
    const method = request.method ?? 'GET'
    const text = await readText(request)
    const parsed = parseBody(text)
    const named = Object.fromEntries(query)
    const record: RecordedRequest = {
      method,
      path,
      query: named,
      body: parsed ?? text,
      token: readToken(request),
      status: null,
    }
    requests.push(record)
    if (world.latency > 0) await setTimeout(world.latency)
    const target = query.size === 0 ? path : `${path}?${query}`
    for (const listener of listeners) await listener('before', record)
    const delivery = await faults.deliver(method, target, () =>
      answer(world, routes, request, { method, path, query, body: parsed }),
    )
    for (const listener of listeners) await listener('after', record)
    record.status = delivery.manner === 'whole' ? delivery.reply.status : null
    send(response, world, delivery)
  }
  const url = await listenOnLoopback(server)
  return {
    url,
    requests,
    faults,
    listen: (pattern, listener, options) => {
      listeners.push(limitListener(pattern, listener, options))
    },
    close: () => closeServer(server),
  }
}

function limitListener(
  pattern: RegExp,
  listener: RequestListener,
  { times = Number.POSITIVE_INFINITY, when = 'before' }: ListenOptions = {},
): Listeners[number] {
  let left = times
  return async (moment, request) => {
    const { method, path, query } = request
    const target = `${method} ${path}?${new URLSearchParams(query)}`.replace(/\?$/, '')
    if (moment !== when || left <= 0 || target.search(pattern) < 0) return
    left -= 1
    await listener(request)
  }
}

/** Links name repositories by number; a request by number is the same as one by name. */
function readTarget(world: World, target: string): { path: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(target, 'http://localhost')
  const path = pathname.replace(/^\/repositories\/(\d+)/, (whole, id) => {
    const repo = [...world.repos.values()].find((one) => String(one.id) === id)
    return repo === undefined ? whole : `/repos/${repo.fullName}`
  })
  return { path, query: searchParams }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** An object; empty when there is no body, null when it is no JSON object. */
function parseBody(text: string): Record<string, unknown> | null {
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown> | null)
      : null
  } catch {
    return null
  }
}

function readToken({ headers }: IncomingMessage): string {
  return /^(?:bearer|token) (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
}

type Target = Pick<Call, 'method' | 'path' | 'query'> & { body: Record<string, unknown> | null }

async function answer(
  world: World,
  routes: readonly Route[],
  request: IncomingMessage,
  target: Target,
): Promise<Reply> {
  const { headers } = request
  try {
    if (target.path.startsWith(STORAGE))
      return answerStorage(world, target.path, headers.authorization)
    const grant = world.tokens.get(readToken(request))
    if (grant === undefined) throw new HttpError(401, 'Bad credentials')
    if (!headers['user-agent']) throw new HttpError(403, 'Request forbidden: no User-Agent header.')
    if (target.body === null) throw new HttpError(400, 'Problems parsing JSON')
    const accept = headers.accept ?? ''
    return await dispatch(routes, { ...target, body: target.body, accept, grant, world })
  } catch (error) {
    if (error instanceof HttpError) return errorReply(error)
    throw error
  }
}

/** A mistake of a test or of this server: loud, and unlike anything GitHub says. */
function describeFailure(error: unknown): Reply {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { status: 599, body: { message: `The test's GitHub server failed: ${message}` } }
}

const STANDARD_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v3; format=json',
  'x-github-request-id': '0000:0000:0000:0000:00000000',
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4999',
  'x-ratelimit-resource': 'core',
}

function send(response: ServerResponse, world: World, { reply, manner }: Delivery): void {
  if (manner === 'never') return
  if (manner === 'reset') {
    response.destroy()
    return
  }
  const { status, body, headers } = reply
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(status === 204 ? '' : JSON.stringify(body))
  const half = bytes.subarray(0, bytes.length / 2)
  // Of an answer without a body there is no half: nothing of it arrives.
  if (half.length === 0 && manner === 'stall') return
  if (half.length === 0 && manner === 'half') {
    response.destroy()
    return
  }
  response.writeHead(status, {
    ...STANDARD_HEADERS,
    date: world.date().toUTCString(),
    ...(status !== 204 && { 'content-length': bytes.length }),
    ...headers,
  })
  if (manner === 'half') response.write(half, () => response.destroy())
  else if (manner === 'stall') response.write(half)
  else if (manner === 'pieces') sendPieces(response, bytes, Math.ceil(bytes.length / 20))
  else response.end(bytes)
}

/** Each piece is on its way before the next one is written. */
function sendPieces(response: ServerResponse, bytes: Buffer, size: number): void {
  if (bytes.length <= size) response.end(bytes)
  else {
    response.write(bytes.subarray(0, size), () => {
      setImmediate(sendPieces, response, bytes.subarray(size), size)
    })
  }
}

async function listenOnLoopback(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
