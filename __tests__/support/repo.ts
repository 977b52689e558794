import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Real git repositories for tests. Commits are made with `git fast-import`, which also takes names and
 * entries that no work tree could hold. To start a process takes a test longer than anything git does
 * in it: a new repository starts none, and a commit starts one.
 */

export interface Person {
  readonly name: string
  readonly email: string
}

export interface CommitOptions {
  readonly author?: Person
  readonly committer?: Person
  /** ISO 8601; by default one minute after the previous commit. */
  readonly date?: string
  /** Commits to this branch and switches to it; a new one starts at the current commit. */
  readonly branch?: string
  /** Further parents, to make a merge. The tree is still only what was written. */
  readonly merge?: readonly string[]
}

export type Content = string | Uint8Array

export interface EntryOptions {
  /** `120000` for a symlink (content is its target), `160000` for a submodule, `100755`, ... */
  readonly mode: string
  readonly content?: Content
  /** The commit of a submodule, or a blob that exists already. */
  readonly oid?: string
}

export interface TreeLine {
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly oid: string
  readonly name: Content
}

export interface TestRepo {
  readonly dir: string
  /** Runs git in the repository; standard output without its last line break. Throws when git fails. */
  git(...args: string[]): string
  /** Like `git`, with standard input, and the output as bytes. */
  gitBytes(args: readonly string[], input?: Content): Buffer
  /** A regular file of the next commit. */
  write(path: Content, content: Content): void
  /** Any tree entry of the next commit; the path may be any bytes. */
  entry(path: Content, options: EntryOptions): void
  remove(path: Content): void
  /** Commits what was written, on top of the current branch, and brings the work tree up to date. */
  commit(message: string, options?: CommitOptions): string
  /** Stores a blob; its id. */
  blob(content: Content): string
  /** Stores a tree with exactly these entries, however strange; its id. */
  tree(entries: readonly TreeLine[]): string
  /** A commit of any tree, on no branch. */
  commitTree(tree: string, parents: readonly string[], message?: string): string
  dispose(): void
}

const ALICE: Person = { name: 'Alice Example', email: 'alice@example.com' }
const FIRST_DATE = Date.UTC(2026, 0, 5, 9, 0, 0) / 1000

/** Environment in which git knows no user, no system configuration and no terminal. */
export function hermeticGitEnv(home: string): Record<string, string> {
  const date = `${FIRST_DATE} +0000`
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LC_ALL: 'C',
    TZ: 'UTC',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: ALICE.name,
    GIT_AUTHOR_EMAIL: ALICE.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: ALICE.name,
    GIT_COMMITTER_EMAIL: ALICE.email,
    GIT_COMMITTER_DATE: date,
  }
}

const IMPORT_AND_RESET =
  'git -C "$1" fast-import --quiet --force --date-format=raw && git -C "$1" reset -q --hard'

export function createRepo(options: { readonly objectFormat?: 'sha1' | 'sha256' } = {}): TestRepo {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-repo-')))
  const env = hermeticGitEnv(dir)
  const changes: Buffer[] = []
  let clock = FIRST_DATE

  const run = (file: string, args: readonly string[], input: Content) =>
    execFileSync(file, args, { env, input, maxBuffer: 1 << 30, stdio: 'pipe' })
  const gitBytes = (args: readonly string[], input: Content = '') =>
    run('git', ['-C', dir, ...args], input)
  const git = (...args: string[]) => gitBytes(args).toString().replace(/\n$/, '')
  initialise(dir, options.objectFormat)

  const entry = (path: Content, { mode, content, oid }: EntryOptions) => {
    if (oid !== undefined) changes.push(Buffer.from(`M ${mode} ${oid} ${quote(path)}\n`))
    else changes.push(Buffer.from(`M ${mode} inline ${quote(path)}\n`), data(content ?? ''))
  }

  const commit = (message: string, wanted: CommitOptions = {}) => {
    const gitDir = join(dir, '.git')
    const current = readFileSync(join(gitDir, 'HEAD'), 'utf8').replace(/^ref: |\n$/g, '')
    const target = wanted.branch === undefined ? current : `refs/heads/${wanted.branch}`
    const parent = [target, current].find((ref) => hasRef(gitDir, ref))
    if (target !== current) writeFileSync(join(gitDir, 'HEAD'), `ref: ${target}\n`)
    clock = wanted.date === undefined ? clock + 60 : Date.parse(wanted.date) / 1000
    const author = wanted.author ?? ALICE
    const committer = wanted.committer ?? author
    const stream = [
      Buffer.from(`commit ${target}\nmark :1\n`),
      Buffer.from(`author ${author.name} <${author.email}> ${clock} +0000\n`),
      Buffer.from(`committer ${committer.name} <${committer.email}> ${clock} +0000\n`),
      data(message),
      Buffer.from(parent === undefined ? '' : `from ${parent}^0\n`),
      ...(wanted.merge ?? []).map((sha) => Buffer.from(`merge ${sha}\n`)),
      ...changes.splice(0),
      Buffer.from('\nget-mark :1\n'),
    ]
    return run('sh', ['-c', IMPORT_AND_RESET, 'sh', dir], Buffer.concat(stream)).toString().trim()
  }

  return {
    dir,
    git,
    gitBytes,
    entry,
    write: (path, content) => entry(path, { mode: '100644', content }),
    remove: (path) => {
      changes.push(Buffer.from(`D ${quote(path)}\n`))
    },
    commit,
    blob: (content) => gitBytes(['hash-object', '-w', '--stdin'], content).toString().trim(),
    tree: (entries) =>
      gitBytes(['mktree', '-z', '--missing'], Buffer.concat(entries.map(treeLine)))
        .toString()
        .trim(),
    commitTree: (tree, parents, message = 'a commit') =>
      git('commit-tree', tree, ...parents.flatMap((sha) => ['-p', sha]), '-m', message),
    dispose: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** What `git init --template= -b main` makes, and that no commit of a test tidies up after itself. */
export function initialise(root: string, objectFormat: 'sha1' | 'sha256' = 'sha1'): void {
  const gitDir = join(root, '.git')
  const config = ['[maintenance]', 'auto = false', '[core]']
  config.push(`repositoryformatversion = ${objectFormat === 'sha1' ? 0 : 1}`)
  config.push('filemode = true', 'bare = false', 'logallrefupdates = true')
  if (objectFormat !== 'sha1') config.push('[extensions]', `objectformat = ${objectFormat}`)
  for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags']) {
    mkdirSync(join(gitDir, folder), { recursive: true })
  }
  writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(join(gitDir, 'config'), `${config.join('\n')}\n`)
}

/** Whether a branch has a commit, be it in a file of its own or packed. */
function hasRef(gitDir: string, ref: string): boolean {
  if (existsSync(join(gitDir, ref))) return true
  const packed = join(gitDir, 'packed-refs')
  return existsSync(packed) && readFileSync(packed, 'utf8').includes(` ${ref}\n`)
}

function treeLine({ mode, type, oid, name }: TreeLine): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${type} ${oid}\t`), Buffer.from(name), Buffer.of(0)])
}

function data(content: Content): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')])
}

/** A path as fast-import reads it back to the byte. */
function quote(path: Content): string {
  const escaped = Array.from(Buffer.from(path), (byte) =>
    /[\w./-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  )
  return `"${escaped.join('')}"`
}
