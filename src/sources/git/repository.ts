import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { showName } from '../../engine/text/names.ts'
import { CannotStart } from '../cannot-start.ts'
import { codeOf } from '../error-code.ts'
import { type GitPlace, runGit } from './git.ts'

/** A user's repository, opened for reading only. */
export interface Repository {
  /** The directory as the user named it. */
  readonly name: string
  /** The repository itself: for refs and configuration. */
  readonly refs: GitPlace
  /**
   * An empty bare repository that borrows the user's objects. Everything about the change is read
   * here: no local configuration, attribute, replacement or work tree can bend what git says, and
   * whatever git writes is thrown away with it.
   */
  readonly objects: GitPlace
  /** Commits whose parents a shallow clone leaves out. */
  readonly shallowCommits: readonly string[]
  readonly remotes: Remotes
  close(): Promise<void>
}

/** Opens the repository at a directory. Throws `CannotStart` when there is none that can be read. */
export async function openRepository(directory: string): Promise<Repository> {
  const refs: GitPlace = { directory, env: {} }
  const borrowed = await locateObjects(refs)
  const remotes = await readRemotes(refs)
  const { room, shallowCommits } = await makeRoom(borrowed)
  return {
    name: showName(directory),
    refs,
    objects: {
      directory: room,
      env: { GIT_DIR: room, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    },
    shallowCommits,
    remotes,
    // What cannot be tidied up changes no verdict.
    close: () => rm(room, { recursive: true, force: true, maxRetries: 3 }).catch(() => {}),
  }
}

async function locateObjects(place: GitPlace): Promise<Borrowed> {
  const paths = ['--path-format=absolute', '--git-path', 'objects', '--git-path', 'shallow']
  const question = ['rev-parse', ...paths, '--show-object-format']
  const { code, stdout, stderr } = await runGit(place, question)
  const [objects, shallowFile, format, ...rest] = stdout.toString('utf8').split('\n')
  if (code !== 0) throw new CannotStart(describeRefusal(place, stderr))
  if (!objects || !shallowFile || !format || rest.join('') !== '') {
    throw new CannotStart('The path of the repository contains a line break; rename the directory.')
  }
  return { objects, shallowFile, format }
}

function describeRefusal(place: GitPlace, stderr: string): string {
  const directory = showName(place.directory)
  return /dubious ownership/.test(stderr)
    ? `git refuses to read "${directory}" because another user owns it; allow it with "git config --global --add safe.directory <directory>".`
    : `"${directory}" is not a git repository that can be read; name one with --repo.`
}

interface Borrowed {
  readonly objects: string
  readonly shallowFile: string
  /** `sha1` or `sha256`. */
  readonly format: string
}

async function makeRoom(borrowed: Borrowed): Promise<{ room: string; shallowCommits: string[] }> {
  try {
    const room = await mkdtemp(join(tmpdir(), 'countersign-'))
    await furnish(room, borrowed)
    return { room, shallowCommits: await readShallowCommits(room) }
  } catch {
    throw new CannotStart(
      `No temporary directory can be made in "${showName(tmpdir())}"; free some space or set TMPDIR.`,
    )
  }
}

/** The least that git takes for a repository; written by hand, so that no template gets in. */
async function furnish(room: string, { objects, shallowFile, format }: Borrowed) {
  const config = [
    '[core]',
    'repositoryformatversion = 1',
    'bare = true',
    'attributesFile = /dev/null',
    '[extensions]',
    `objectFormat = ${format}`,
  ]
  await mkdir(join(room, 'objects', 'info'), { recursive: true })
  await mkdir(join(room, 'refs'))
  await writeFile(join(room, 'HEAD'), 'ref: refs/heads/none\n')
  await writeFile(join(room, 'config'), `${config.join('\n')}\n`)
  await writeFile(join(room, 'objects', 'info', 'alternates'), `${quotePath(objects)}\n`)
  await copyFile(shallowFile, join(room, 'shallow')).catch(ignoreMissingFile)
}

/** A path as git reads one back from `objects/info/alternates`, line breaks and all. */
function quotePath(path: string): string {
  const escaped = Array.from(Buffer.from(path), (byte) =>
    /[\w./ :-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  )
  return `"${escaped.join('')}"`
}

async function readShallowCommits(room: string): Promise<string[]> {
  const text = await readFile(join(room, 'shallow'), 'utf8').catch(ignoreMissingFile)
  return (text ?? '').split('\n').filter((line) => line !== '')
}

function ignoreMissingFile(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

/** The remotes a clone knows. */
export interface Remotes {
  readonly names: readonly string[]
  /** `owner/name` from `remote.origin.url`; null without a remote that names one. */
  readonly repository: string | null
}

/** Reads the remotes from the configuration; a clone may well have none. */
export async function readRemotes(place: GitPlace): Promise<Remotes> {
  const query = ['config', '-z', '--get-regexp', '^remote\\..*\\.(url|fetch)$']
  const { stdout } = await runGit(place, query)
  const settings = stdout.toString('utf8').split('\0').map(parseSetting)
  const origin = settings.findLast(({ key }) => key === 'remote.origin.url')
  return {
    names: [...new Set(settings.map(({ key }) => key.split('.').slice(1, -1).join('.')))],
    repository: origin === undefined ? null : parseRemoteUrl(origin.value),
  }
}

function parseSetting(record: string): { key: string; value: string } {
  const end = record.indexOf('\n')
  return { key: record.slice(0, end), value: record.slice(end + 1) }
}

const URL_FORM = /^(?:https?|ssh|git|git\+ssh):\/\/[^/]+\/(.+)$/i
const SCP_FORM = /^(?:[^@/\s]+@)?[^:/\\\s]{2,}:(?!\/\/)(.+)$/
/** The end of the path: proxies and groups put something before it. */
const OWNER_AND_NAME = /(?:^|\/)([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+?)(?:\.git)?\/*$/

/**
 * Owner and name: the last two names of any remote address with a host; user names and passwords in it
 * are dropped. Null for a path on this machine.
 */
export function parseRemoteUrl(url: string): string | null {
  const path = (URL_FORM.exec(url) ?? SCP_FORM.exec(url))?.[1]
  const match = path === undefined ? null : OWNER_AND_NAME.exec(path)
  return match === null ? null : `${match[1]}/${match[2]}`
}

/** Standard output of a command on the objects; `CannotStart` when objects are missing. */
export async function readObjects(
  repository: Repository,
  args: readonly string[],
): Promise<Buffer> {
  const { code, stdout } = await runGit(repository.objects, args)
  if (code !== 0) throw missingObjects(repository)
  return stdout
}

export function missingObjects(repository: Repository): CannotStart {
  return new CannotStart(
    `Objects of "${repository.name}" are missing or damaged; run "git fsck" there, or use a full clone.`,
  )
}
