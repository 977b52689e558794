import type { GitHubReader } from './reader.ts'

/**
 * The same reader with a memory for what cannot change: trees, commits and comparisons by commit id.
 * For one evaluation; it would grow without end over many.
 */
export function rememberAnswers(reader: GitHubReader): GitHubReader {
  return {
    ...reader,
    tree: once(reader.tree),
    blob: once(reader.blob),
    commit: once(reader.commit),
    codeownersErrors: once(reader.codeownersErrors),
    compare: once(reader.compare),
    mergeBase: once(reader.mergeBase),
  }
}

/** Starts a read that will be wanted soon. Whoever wants it then meets its failure, too. */
export function readAhead(reading: Promise<unknown>): void {
  reading.catch(() => {})
}

/** Asks once for each set of parameters. */
export function once<A extends readonly unknown[], R>(
  read: (...parameters: A) => Promise<R>,
): (...parameters: A) => Promise<R> {
  const known = new Map<string, Promise<R>>()
  return (...parameters) => {
    const key = parameters.join(' ')
    const answer = known.get(key) ?? read(...parameters)
    known.set(key, answer)
    return answer
  }
}
