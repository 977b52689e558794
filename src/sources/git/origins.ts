import type { OriginReader } from '../chain-origins.ts'
import { runGit } from './git.ts'
import type { Repository } from './repository.ts'
import { readRevision } from './revision.ts'

/** Looks up where chains start in a local repository. */
export function originReader(repository: Repository, mergeBase: string): OriginReader {
  return {
    isAncestor: async (commit) => {
      const { code } = await runGit(repository.objects, [
        'merge-base',
        '--is-ancestor',
        commit,
        mergeBase,
      ])
      // Anything but yes and no: there is no such commit here.
      return code === 0 ? true : code === 1 ? false : null
    },
    filesAt: async (commit) => readRevision(repository, 'origin', commit),
  }
}
