import { createRepo, type TestRepo } from '../support/repo.ts'
import { attachChain } from './attach-chain.ts'
import type { CaseFolder, EntryChange } from './case-folders.ts'

const MODES: Readonly<Record<string, 'blob' | 'tree' | 'commit'>> = { '160000': 'commit' }

/** A real repository in which `main` is the case's base and its branch the change. Dispose of it. */
export function buildCase(folder: CaseFolder): TestRepo {
  const repo = createRepo()
  for (const [path, bytes] of folder.base) repo.write(path, bytes)
  repo.commit('The shop')
  commitChange(repo, folder)
  if (folder.chain !== null) attachChain(repo, folder.chain)
  if (folder.upstream !== null) {
    repo.git('switch', '-q', 'main')
    applyDiff(repo, folder.upstream, 'Meanwhile')
  }
  return repo
}

export function branchOf({ options }: CaseFolder): string {
  return options.branch ?? 'agent/work'
}

function commitChange(repo: TestRepo, folder: CaseFolder): void {
  const message = folder.options.message ?? 'Work'
  repo.git('switch', '-q', '-c', branchOf(folder))
  if (folder.diff !== null) applyDiff(repo, folder.diff, message)
  if (folder.entries.length === 0) return
  if (hasRepeatedName(folder.entries)) commitRawTree(repo, folder.entries, message)
  else commitEntries(repo, folder.entries, message)
}

function applyDiff(repo: TestRepo, diff: Uint8Array, message: string): void {
  repo.gitBytes(['apply', '--index', '--whitespace=nowarn'], diff)
  repo.git('commit', '-q', '-m', message)
}

function commitEntries(repo: TestRepo, entries: readonly EntryChange[], message: string): void {
  for (const change of entries) {
    const { path, mode = '100644', oid } = change
    if (change.delete === true) repo.remove(path)
    else repo.entry(path, { mode, ...(oid === undefined ? { content: bytesOf(change) } : { oid }) })
  }
  repo.commit(message)
}

function bytesOf({ content, base64 }: EntryChange): Uint8Array {
  return base64 === undefined ? Buffer.from(content ?? '') : Buffer.from(base64, 'base64')
}

/** A tree in which a name stands twice, as only a forged one can. */
function commitRawTree(repo: TestRepo, entries: readonly EntryChange[], message: string): void {
  const kept = repo
    .git('ls-tree', 'HEAD')
    .split('\n')
    .map((line) => /^(\d+) (blob|tree|commit) (\w+)\t(.*)$/.exec(line))
    .map((match) => ({
      mode: match?.[1] ?? '',
      type: (match?.[2] ?? 'blob') as 'blob' | 'tree' | 'commit',
      oid: match?.[3] ?? '',
      name: match?.[4] ?? '',
    }))
  const added = entries.map((change) => {
    const mode = change.mode ?? '100644'
    return { mode, type: MODES[mode] ?? 'blob', oid: repo.blob(bytesOf(change)), name: change.path }
  })
  const commit = repo.commitTree(
    repo.tree([...kept, ...added]),
    [repo.git('rev-parse', 'HEAD')],
    message,
  )
  repo.git('update-ref', 'HEAD', commit)
}

function hasRepeatedName(entries: readonly EntryChange[]): boolean {
  return new Set(entries.map(({ path }) => path)).size < entries.length
}
