import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GitHubWriter } from '../../src/reports/github/writer.ts'

export interface StoredComment {
  readonly id: number
  body: string
  readonly user: { readonly login: string } | null
}

export interface Received {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown>
}

/** The few routes that publishing needs, on a loopback port, with GitHub's own limits. */
export interface FakeGitHub {
  readonly received: Received[]
  comments: StoredComment[]
  /** Answers a status instead of doing what was asked. */
  refuse: (request: Received) => number | null
  start(): Promise<string>
  stop(): Promise<void>
}

type Answer = readonly [number, unknown]

export function makeGitHub(): FakeGitHub {
  const server = createServer(async (request, response) => {
    const received = await receive(request)
    github.received.push(received)
    const refused = github.refuse(received)
    const [status, data] = refused === null ? answer(github, received) : [refused, {}]
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(status === 204 ? undefined : JSON.stringify(data))
  })
  const github: FakeGitHub = {
    received: [],
    comments: [],
    refuse: () => null,
    async start() {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return github
}

export function addComment(github: FakeGitHub, body: string, login: string | null): StoredComment {
  const id = Math.max(1_000, ...github.comments.map((one) => one.id)) + 1
  const comment = { id, body, user: login === null ? null : { login } }
  github.comments.push(comment)
  return comment
}

/** The methods of the requests that change something. */
export function listWrites(github: FakeGitHub): readonly string[] {
  return github.received.map((one) => one.method).filter((method) => method !== 'GET')
}

function answer(github: FakeGitHub, request: Received): Answer {
  const url = new URL(request.path, 'http://loopback')
  if (url.pathname.endsWith('/issues/7/comments')) return answerList(github, url, request)
  const id = Number(/\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1])
  if (id > 0) return answerComment(github, id, request)
  if (/\/check-runs(?:\/55)?$/.test(url.pathname)) return answerRun(request)
  return [404, { message: 'Not Found' }]
}

function answerList(github: FakeGitHub, url: URL, { method, body }: Received): Answer {
  if (method === 'POST') return [201, addComment(github, String(body.body), 'github-actions[bot]')]
  const size = Number(url.searchParams.get('per_page') ?? 30)
  const start = (Number(url.searchParams.get('page') ?? 1) - 1) * size
  return [200, github.comments.slice(start, start + size)]
}

function answerComment(github: FakeGitHub, id: number, { method, body }: Received): Answer {
  const comment = github.comments.find((one) => one.id === id)
  if (comment === undefined) return [404, { message: 'Not Found' }]
  if (method === 'DELETE') {
    github.comments = github.comments.filter((one) => one !== comment)
    return [204, null]
  }
  comment.body = String(body.body)
  return [200, comment]
}

function answerRun({ method, body }: Received): Answer {
  const output = body.output as { annotations: unknown[]; summary: string }
  if (output.annotations.length > 50 || output.summary.length > 65_535) return [422, {}]
  return [method === 'POST' ? 201 : 200, { id: 55, app: { slug: 'github-actions' } }]
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  return { method: request.method ?? '', path: request.url ?? '', body }
}

/** Sends requests as an API client does: path parameters filled in, the rest as query or body. */
export function makeWriter(baseUrl: string): GitHubWriter {
  return {
    async request(route, params) {
      const [method = '', template = ''] = route.split(' ')
      const rest = new Map(Object.entries(params))
      const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = String(rest.get(name))
        rest.delete(name)
        return encodeURIComponent(value)
      })
      const fields = Object.fromEntries(rest)
      const query =
        method === 'GET' ? `?${new URLSearchParams(fields as Record<string, string>)}` : ''
      const init = method === 'GET' ? { method } : { method, body: JSON.stringify(fields) }
      const response = await fetch(`${baseUrl}${path}${query}`, init)
      const text = await response.text()
      return { status: response.status, data: text === '' ? null : JSON.parse(text) }
    },
  }
}
