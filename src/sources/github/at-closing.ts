import type { GitHubReader } from './reader.ts'
import type { Pull } from './schemas.ts'

/** A reader in which a closed pull request looks as it did when it was closed. */
export interface AtClosing {
  readonly reader: GitHubReader
  /** The tip of the base that it is judged against; null while it is open, and the live one counts. */
  readonly baseSha: string | null
}

/**
 * Once it is merged, the base holds the change and there is nothing left to compare; the branch may be
 * gone as well. For a merged pull request the base is what the merge was made onto: the first parent of
 * the merge commit, of the squashed commit, or of the last rebased one, none of which holds the head
 * itself. For one that was only closed it is the tip that GitHub last noted. The gate never uses this.
 * @throws Refused or Unreadable when the merge commit cannot be read.
 */
export async function readAtClosing(reader: GitHubReader, pull: Pull): Promise<AtClosing> {
  if (pull.state === 'open') return { reader, baseSha: null }
  const baseSha = await findBaseSha(reader, pull)
  if (baseSha === null) return { reader, baseSha: null }
  const branchTip: GitHubReader['branchTip'] = async (branch) =>
    branch === pull.base.ref ? baseSha : reader.branchTip(branch)
  return { reader: { ...reader, branchTip }, baseSha }
}

async function findBaseSha(reader: GitHubReader, pull: Pull): Promise<string | null> {
  if (pull.merged !== true || pull.merge_commit_sha == null) return pull.base.sha ?? null
  const [first] = (await reader.commit(pull.merge_commit_sha)).parents
  return first?.sha ?? pull.base.sha ?? null
}
