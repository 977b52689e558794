/** The text with lone surrogates, which JSON in UTF-8 cannot carry, replaced. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}
