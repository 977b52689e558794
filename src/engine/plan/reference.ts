const REFERENCE =
  /^[ \t>*-]*Plan:[ \t]*(#[1-9]\d{0,9}|\.countersign\/plans\/[^\s`/]+\.ya?ml)[ \t]*$/i
const MAX_BODY = 100_000

/**
 * The plans a pull request's body names on lines such as `Plan: #123` or
 * `Plan: .countersign/plans/PAY-142.yml`, without repetition. The body is its author's: naming a plan
 * chooses among plans, it never approves one.
 */
export function readPlanReferences(body: string): string[] {
  const lines = body
    .slice(0, MAX_BODY)
    .replace(/<!--.*?(-->|$)/gs, '')
    .split(/\r\n|\r|\n/)
  const names = lines.flatMap((line) => REFERENCE.exec(line.replaceAll('`', ''))?.[1] ?? [])
  return [...new Set(names)]
}

/** `#123` as 123; null for a path. */
export function referencedIssue(reference: string): number | null {
  return reference.startsWith('#') ? Number(reference.slice(1)) : null
}

const FENCE = /^( {0,3})(`{3,}|~{3,})[ \t]*ya?ml[ \t]+countersign-plan[ \t]*$/

/**
 * The bytes between the fences of an issue's first ` ```yaml countersign-plan ` block, with CRLF made
 * LF. Null when there is none, more than one (which of them was approved?), or one that never ends.
 */
export function extractIssuePlan(body: string): Uint8Array | null {
  const lines = body.replaceAll('\r\n', '\n').split('\n')
  const starts = lines.flatMap((line, at) => (FENCE.test(line) ? [at] : []))
  const [start] = starts
  if (start === undefined || starts.length > 1) return null
  const fence = FENCE.exec(lines[start] ?? '')?.[2] ?? '```'
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`)
  const length = lines.slice(start + 1).findIndex((line) => closing.test(line))
  if (length < 0) return null
  const block = lines.slice(start + 1, start + 1 + length)
  return new TextEncoder().encode(block.map((line) => `${line}\n`).join(''))
}
