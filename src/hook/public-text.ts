import { sha256 } from '../engine/hash.ts'
import { SECRET_HINTS } from '../engine/secret-hints.ts'
import { wellFormed } from '../engine/text/well-formed.ts'

/** Texts of the agent's side that a record keeps in clear, without what looks like a secret. */

const MAX_NAME = 200

/** Long enough for a credential, or of the form of an assignment or address that may hold one. */
const MAY_HOLD_SECRET = /[A-Za-z0-9_+=-]{16}|[=:@%]/

/** The text without what looks like a secret. Looking closely is left out where none would fit. */
export async function toPublicText(text: string): Promise<string> {
  return cut(await redact(text))
}

/**
 * A call's id, the same before the call and after it. One that holds a secret is replaced by its hash,
 * so that calls stay apart.
 */
export async function toPublicId(id: string): Promise<string> {
  return cut((await redact(id)) === id ? id : `id-${sha256(id).slice(0, 32)}`)
}

async function redact(text: string): Promise<string> {
  const lower = text.toLowerCase()
  if (!MAY_HOLD_SECRET.test(text) || !SECRET_HINTS.some((hint) => lower.includes(hint))) return text
  const { redactSecrets } = await import('../engine/secrets.ts')
  return redactSecrets(text)
}

function cut(text: string): string {
  return wellFormed(text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}…` : text)
}
