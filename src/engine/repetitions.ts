/**
 * What RE2 takes together: quoted text, escapes, classes, counted repetitions with their bounds, the
 * start of a group, and single characters. An expression is short, and nothing here backtracks over
 * more than one part of it, so that looking for parts takes quadratic time at most.
 */
const TOKEN =
  /\\Q[\s\S]*?(?:\\E|$)|\\[pPx]\{[^}]*\}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*\]|\{(\d{1,6})(?:,(\d{0,6}))?\}|\((?:\?(?:P?<\w+>|[A-Za-z-]*:?))?|[\s\S]/gu
const WITHOUT_SIZE = new Set(['*', '+', '?', '|', '^', '$'])

/** A group as far as it was read: its size once repetitions are written out, and that of its last part. */
interface Group {
  readonly size: number
  readonly last: number
}

const EMPTY: Group = { size: 0, last: 0 }

/**
 * How much is written out when an expression is compiled, because counted repetitions are: each counts
 * what it repeats, so that one within another counts as often as it will stand there.
 */
export function countRepetitions(match: string): number {
  const outer: Group[] = []
  let group = EMPTY
  let count = 0
  for (const [token, low, high] of match.matchAll(TOKEN)) {
    if (low !== undefined) {
      const times = Math.max(Number(low), Number(high ?? 0))
      count += group.last * times
      group = repeatLast(group, times)
    } else if (token.startsWith('(')) {
      outer.push(group)
      group = EMPTY
    } else if (token === ')') group = append(outer.pop() ?? EMPTY, group.size)
    else if (!WITHOUT_SIZE.has(token)) group = append(group, sizeOf(token))
  }
  return count
}

function repeatLast({ size, last }: Group, times: number): Group {
  return { size: size + last * (times - 1), last: last * times }
}

function append({ size }: Group, part: number): Group {
  return { size: size + part, last: part }
}

function sizeOf(token: string): number {
  return token.startsWith('\\Q') ? token.length : 1
}
