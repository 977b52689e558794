import { decodeText, type GitStore, output } from './git-store.ts'

export interface Signature {
  readonly name: string
  readonly email: string
  /** ISO 8601 in UTC, as the API writes dates. */
  readonly date: string
}

export interface ParsedCommit {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

/** A commit by id; null when there is no such commit. */
export async function readCommit(store: GitStore, sha: string): Promise<ParsedCommit | null> {
  const object = await store.object(sha)
  return object === null || object.type !== 'commit' ? null : parseCommit(sha, object.body)
}

export async function requireCommit(store: GitStore, sha: string): Promise<ParsedCommit> {
  const commit = await readCommit(store, sha)
  if (commit === null) throw new Error(`No commit ${sha} in the test's repository`)
  return commit
}

function parseCommit(sha: string, body: Buffer): ParsedCommit {
  const text = decodeText(body)
  const headEnd = text.indexOf('\n\n')
  const headers = text.slice(0, headEnd).split('\n')
  const values = (name: string) =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1))
  return {
    sha,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseSignature(values('author')[0] ?? ''),
    committer: parseSignature(values('committer')[0] ?? ''),
    message: text.slice(headEnd + 2).replace(/\n$/, ''),
  }
}

function parseSignature(line: string): Signature {
  const [, name = '', email = '', seconds = '0'] =
    /^(.*?) ?<(.*)> (\d+) [+-]\d{4}$/.exec(line) ?? []
  const date = new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z')
  return { name, email, date }
}

/** The commits of `base..head`, oldest first, as the API lists them. */
export function listCommits(store: GitStore, base: string, head: string): Promise<string[]> {
  return store.once(`commits ${base} ${head}`, async () => {
    const range = ['rev-list', '--reverse', '--topo-order', head, `^${base}`]
    return decodeText(await output(store, range))
      .split('\n')
      .filter((line) => line !== '')
  })
}

/** The merge base GitHub would choose (git's first); null for unrelated histories. */
export function findMergeBase(store: GitStore, base: string, head: string): Promise<string | null> {
  return store.once(`merge-base ${base} ${head}`, async () => {
    const { stdout } = await store.run(['merge-base', base, head])
    return decodeText(stdout).trim() || null
  })
}

/** A real merge commit of head into base, as GitHub keeps under `refs/pull/<n>/merge`; null on conflict. */
export function makeTestMerge(store: GitStore, base: string, head: string): Promise<string | null> {
  return store.once(`test-merge ${base} ${head}`, async () => {
    const merged = await store.run(['merge-tree', '--write-tree', base, head])
    if (merged.code !== 0) return null
    const tree = decodeText(merged.stdout).trim()
    const message = `Merge ${head} into ${base}`
    const parents = ['-p', base, '-p', head]
    const env = mergeIdentity((await requireCommit(store, head)).committer.date)
    return decodeText(
      await output(store, ['commit-tree', tree, ...parents, '-m', message], { env }),
    ).trim()
  })
}

function mergeIdentity(date: string): Record<string, string> {
  const name = 'GitHub'
  const email = 'noreply@github.com'
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  }
}
