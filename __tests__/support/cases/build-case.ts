import { type Content, createRepo, type TestRepo } from '../repo.ts'
import { attachChain } from './attach-chain.ts'
import type { CaseWorld, EntryChange } from './case-world.ts'

const MODES: Readonly<Record<string, 'blob' | 'tree' | 'commit'>> = { '160000': 'commit' }

/** A real repository in which `main` is the case's base and its branch the change. Dispose of it. */
export function buildCase(world: CaseWorld): TestRepo {
  const repo = createRepo()
  for (const [path, bytes] of world.base) repo.write(path, bytes)
  repo.commit('The shop')
  commitChange(repo, world)
  if (world.chain !== null) attachChain(repo, world.chain)
  if (world.upstream !== null) {
    repo.git('switch', '-q', 'main')
    applyDiff(repo, world.upstream, 'Meanwhile')
  }
  return repo
}

export function branchOf({ options }: CaseWorld): string {
  return options.branch ?? 'agent/work'
}

function commitChange(repo: TestRepo, world: CaseWorld): void {
  const message = world.options.message ?? 'Work'
  repo.git('switch', '-q', '-c', branchOf(world))
  if (world.diff !== null) applyDiff(repo, world.diff, message)
  if (world.entries.length === 0) return
  if (hasRepeatedName(world.entries)) commitRawTree(repo, world.entries, message)
  else commitEntries(repo, world.entries, message)
}

function applyDiff(repo: TestRepo, diff: Uint8Array, message: string): void {
  repo.gitBytes(['apply', '--index', '--whitespace=nowarn'], diff)
  repo.git('commit', '-q', '-m', message)
}

function commitEntries(repo: TestRepo, entries: readonly EntryChange[], message: string): void {
  writeEntries(repo, entries)
  repo.commit(message)
}

/** Writes entries as `change.json` has them, for the next commit. */
export function writeEntries(repo: TestRepo, entries: readonly EntryChange[]): void {
  for (const change of entries) {
    const { mode = '100644', oid } = change
    const path = nameOf(change)
    if (change.delete === true) repo.remove(path)
    else repo.entry(path, { mode, ...(oid === undefined ? { content: bytesOf(change) } : { oid }) })
  }
}

function nameOf({ path }: EntryChange): Content {
  return typeof path === 'string' ? path : Buffer.from(path.base64, 'base64')
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
    return {
      mode,
      type: MODES[mode] ?? 'blob',
      oid: repo.blob(bytesOf(change)),
      name: nameOf(change),
    }
  })
  const commit = repo.commitTree(
    repo.tree([...kept, ...added]),
    [repo.git('rev-parse', 'HEAD')],
    message,
  )
  repo.git('update-ref', 'HEAD', commit)
}

function hasRepeatedName(entries: readonly EntryChange[]): boolean {
  return new Set(entries.map(({ path }) => JSON.stringify(path))).size < entries.length
}
