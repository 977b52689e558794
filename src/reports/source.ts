/** A file as a decision names it: on a branch, and where there. */
export interface BranchFile {
  /** Null: the base branch, at the commit that was judged. */
  readonly branch: string | null
  readonly path: string
}

/** What stands for the branch where a file is on none that anybody may rely on. */
const NO_BRANCH = new Set(['file', 'preset', 'head', 'issue'])

/**
 * Reads a source such as `base:.github/countersign.yml`, or `main:.github/countersign.yml` where another
 * branch than the base speaks for it; null when it is a file of neither.
 */
export function readBranchFile(source: string): BranchFile | null {
  // No branch has a colon in its name.
  const [, name = '', path = ''] = /^([^:]+):(.+)$/s.exec(source) ?? []
  if (path === '' || NO_BRANCH.has(name)) return null
  return { branch: name === 'base' ? null : name, path }
}
