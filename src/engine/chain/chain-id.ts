/** A chain's id, a UUID in lower case, as part of an expression. */
export const CHAIN_ID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'

const WHOLE = new RegExp(`^${CHAIN_ID}$`)

export function isChainId(text: string): boolean {
  return WHOLE.test(text)
}
