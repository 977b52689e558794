import { runInNewContext } from 'node:vm'

/** Far more than anything here takes on a busy machine, and far less than what is not linear would. */
const TIMEOUT_MS = 60_000

/**
 * Runs what hostile input may have made endless, and what it returns.
 * @throws Error when it has not ended within a minute; a test runner alone would wait for it.
 */
export function endInTime<T>(run: () => T): T {
  const results: T[] = []
  const keep = () => void results.push(run())
  runInNewContext('keep()', { keep }, { timeout: TIMEOUT_MS })
  return results[0] as T
}
