import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A receiver of webhooks on loopback: what came, as it came. */
export interface Receiver {
  /** Where to post to; `path` is the secret part. */
  url(path: string): string
  readonly received: Delivery[]
  /** What it answers from now on. Never answering is `null`. */
  answer(status: number | null, headers?: Readonly<Record<string, string>>, body?: string): void
  close(): Promise<void>
}

export interface Delivery {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly json: Readonly<Record<string, unknown>>
}

export async function openReceiver(): Promise<Receiver> {
  const received: Delivery[] = []
  let reply: [number | null, Readonly<Record<string, string>>, string] = [200, {}, 'ok']
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const path = request.url ?? ''
      received.push({ path, headers: request.headers, body, json: JSON.parse(body) })
      const [status, headers, text] = reply
      if (status !== null) response.writeHead(status, headers).end(text)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    received,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    answer: (status, headers = {}, body = '') => {
      reply = [status, headers, body]
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
