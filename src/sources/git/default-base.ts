import { CannotStart } from '../cannot-start.ts'
import { runGit } from './git.ts'
import { openRepository } from './repository.ts'

const CANDIDATES = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'main',
  'master',
]

/** The revision a change is most likely meant for. @throws CannotStart when none of the usual ones exists. */
export async function findDefaultBase(repo: string): Promise<string> {
  const repository = await openRepository(repo)
  try {
    for (const candidate of CANDIDATES) {
      const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${candidate}^{commit}`]
      if ((await runGit(repository.refs, args)).code === 0) return candidate
    }
  } finally {
    await repository.close()
  }
  throw new CannotStart(`"${repo}" has no origin/HEAD, main or master; name the base with --base.`)
}

/**
 * The names of the branches that changes are merged into: the default branch, as far as the clone
 * knows it, and the one that `base` names. A plan for one of them would fit no branch of work.
 */
export async function listBaseBranches(repo: string, base: string | null): Promise<string[]> {
  const repository = await openRepository(repo)
  try {
    const args = ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']
    const { code, stdout } = await runGit(repository.refs, args)
    const known = code === 0 ? [stdout.toString('utf8').trim()] : ['main', 'master']
    return [...known, ...(base === null ? [] : [base])].map(toBranchName)
  } finally {
    await repository.close()
  }
}

function toBranchName(ref: string): string {
  return ref.replace(/^refs\/(?:heads\/|remotes\/origin\/)|^origin\//, '')
}
