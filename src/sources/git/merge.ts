import type { BareFinding } from '../../engine/finding.ts'
import { runGit } from './git.ts'
import type { Repository } from './repository.ts'
import { readChangedNames } from './tree.ts'

const CLEAN = 0
const CONFLICT = 1
/** Git does not know the command's options. */
const USAGE = 129
/** Enough to see what happens; the finding stays readable. */
const MAX_LISTED = 50
/**
 * Renames are followed whatever the user's configuration says, those of whole folders too: by default git
 * calls these a conflict, which would leave unsaid where a new file goes.
 */
const FOLLOW_RENAMES = ['-c', 'merge.renames=true', '-c', 'merge.directoryRenames=true']
const MERGE = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages']

/**
 * Merges head into the tip of base without touching the repository, and reports every file that the
 * merge would change although the change itself does not show it: renames on the base branch and
 * criss-cross histories make that possible. A conflict merges nothing, so there is nothing to say.
 * Git before 2.38 cannot do this; that the result is unknown is then a defect of its own.
 */
export async function findMergeDefects(
  repository: Repository,
  baseTip: string,
  head: string,
  changedNames: ReadonlySet<string>,
): Promise<BareFinding[]> {
  const merge = [...FOLLOW_RENAMES, ...MERGE, baseTip, head]
  const { code, stdout } = await runGit(repository.objects, merge)
  if (code === CONFLICT) return []
  const [tree] = stdout.toString('utf8').split('\0')
  if (code !== CLEAN || tree === undefined || !/^[0-9a-f]{40,}$/.test(tree)) {
    const evidence = { missing: 'the result of merging', cause: explainFailure(code) }
    return [{ rule: 'evidence/incomplete', level: 'deny', evidence }]
  }
  const names = await readChangedNames(repository, baseTip, tree)
  const unseen = names.filter((name) => !changedNames.has(name))
  if (unseen.length === 0) return []
  const evidence = { paths: unseen.slice(0, MAX_LISTED), unseen: unseen.length }
  return [{ rule: 'evidence/ambiguous-base', level: 'deny', evidence }]
}

function explainFailure(code: number): string {
  return code === USAGE ? 'git is older than 2.38' : `git could not merge them (exit ${code})`
}
