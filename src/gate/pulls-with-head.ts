import type { GitHubReader } from '../sources/github/reader.ts'
import { Unreadable } from '../sources/unreadable.ts'

/**
 * The open pull requests with exactly this head: they share one check run, so they share one verdict.
 * Asks by commit, and goes through the open ones when that answer is not to be had.
 */
export async function findPullsWithHead(reader: GitHubReader, headSha: string) {
  const pulls = await reader.pullsOfCommit(headSha).catch((error: unknown) => {
    if (error instanceof Unreadable) return reader.openPulls()
    throw error
  })
  return pulls.filter((pull) => pull.state === 'open' && pull.head.sha === headSha)
}
