/** Maps items side by side, at most `limit` at once, keeping their order. The first failure rejects. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  limit: number,
  convert: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length)
  let next = 0
  async function work(): Promise<void> {
    for (let at = next++; at < items.length; at = next++) {
      results[at] = await convert(items[at] as T, at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  return results
}
