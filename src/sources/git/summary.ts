import { namesOf } from '../../engine/case.ts'
import { CannotStart } from '../cannot-start.ts'
import { readChange } from './files.ts'
import { runGit } from './git.ts'
import { openRepository } from './repository.ts'
import { findMergeBase, listBranchesAt, resolveRevision } from './revisions.ts'

/** What a plan can be drafted from. */
export interface ChangeSummary {
  /** Every changed path, both names of a renamed file; sorted. */
  readonly paths: readonly string[]
  readonly branch: string | null
  /** The subject of the oldest commit of the change. */
  readonly subject: string | null
  /** `git config github.user`. */
  readonly githubUser: string | null
}

/**
 * Sums a change up for a plan. With a null base only the branch and the user are looked up.
 * @throws CannotStart when repository or revisions cannot be read.
 */
export async function readChangeSummary(
  repo: string,
  range: { readonly base: string | null; readonly head: string },
): Promise<ChangeSummary> {
  const repository = await openRepository(repo)
  try {
    const user = await runGit(repository.refs, ['config', '--get', 'github.user'])
    const githubUser = user.code === 0 ? user.stdout.toString('utf8').trim() : null
    const head = await resolveRevision(repository, range.head, '--head')
    const branch = head.branch ?? (await listBranchesAt(repository, head.sha))[0] ?? null
    if (range.base === null) return { paths: [], branch, subject: null, githubUser }
    const base = await resolveRevision(repository, range.base, '--base')
    const mergeBase = await findMergeBase(repository, base.sha, head.sha)
    const change = await readChange(repository, mergeBase.sha, head.sha, [])
    if (change.defects.length > 0) {
      throw new CannotStart(
        `The change in "${repo}" cannot be read completely; run "countersign check" to see why.`,
      )
    }
    const paths = [...new Set(change.files.flatMap(namesOf))].sort()
    const log = await runGit(repository.objects, [
      'log',
      '--reverse',
      '--format=%s',
      `${base.sha}..${head.sha}`,
    ])
    const subject = log.stdout.toString('utf8').split('\n')[0] ?? ''
    return { paths, branch, subject: subject === '' ? null : subject, githubUser }
  } finally {
    await repository.close()
  }
}
