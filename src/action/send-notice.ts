import { createHmac } from 'node:crypto'

/** Milliseconds that a receiver may take. */
const TIMEOUT = 10_000

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * The address when news may be sent there: https, or any scheme of the web on this machine; else null. None
 * with a user name or password in it, which `fetch` refuses.
 */
export function acceptReceiver(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || url.username !== '' || url.password !== '') return null
  const isLocal = url.protocol === 'http:' && LOOPBACK.test(url.hostname)
  return url.protocol === 'https:' || isLocal ? url : null
}

/** `sha256=<hex>`: HMAC-SHA256 over the bytes of the body, by which a receiver knows who sent it. */
export function signBody(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

/**
 * Posts JSON, once, without following redirects. Null when it was taken; else why not, in our own words:
 * neither the address, which is a secret, nor what the receiver answers is in them.
 * @param timeout milliseconds that it may take
 */
export async function postNotice(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  timeout = TIMEOUT,
): Promise<string | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'countersign' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    await answer.body?.cancel()
    return answer.ok ? null : `it answered ${answer.status}`
  } catch (error) {
    const isLate = nameOf(error) === 'TimeoutError'
    return isLate ? `it did not answer within ${timeout / 1000} seconds` : 'it could not be reached'
  }
}

/** What is thrown need not be an Error of this realm. */
function nameOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'name' in error ? error.name : null
}
