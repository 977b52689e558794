/** How many elements two lists begin and end with alike; none is counted twice. */
export function measureCommonEnds<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (left: T | undefined, right: T | undefined) => boolean = isIdentical,
): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && isSame(before[start], after[start])) start += 1
  let end = 0
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1
  return { start, end }
}

function isIdentical<T>(left: T, right: T): boolean {
  return left === right
}
