import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { showName } from '../../engine/text/names.ts'
import { CannotStart } from '../cannot-start.ts'
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
  close(): Promise<void>
}

/** Opens the repository at a directory. Throws `CannotStart` when there is none that can be read. */
export async function openRepository(directory: string): Promise<Repository> {
  const refs: GitPlace = { directory, env: {} }
  const [objects, shallowFile, format] = await Promise.all([
    locate(refs, 'objects'),
    locate(refs, 'shallow'),
    askGit(refs, ['--show-object-format']),
  ])
  const room = await makeRoom({ objects, shallowFile, format })
  return {
    name: showName(directory),
    refs,
    objects: {
      directory: room,
      env: { GIT_DIR: room, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    },
    shallowCommits: await readShallowCommits(room),
    // What cannot be tidied up changes no verdict.
    close: () => rm(room, { recursive: true, force: true, maxRetries: 3 }).catch(() => {}),
  }
}

async function locate(place: GitPlace, path: string): Promise<string> {
  return askGit(place, ['--path-format=absolute', '--git-path', path])
}

async function askGit(place: GitPlace, question: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runGit(place, ['rev-parse', ...question])
  if (code === 0) return stdout.toString('utf8').replace(/\n$/, '')
  const directory = showName(place.directory)
  throw new CannotStart(
    /dubious ownership/.test(stderr)
      ? `git refuses to read "${directory}" because another user owns it; allow it with "git config --global --add safe.directory <directory>".`
      : `"${directory}" is not a git repository that can be read; name one with --repo.`,
  )
}

interface Borrowed {
  readonly objects: string
  readonly shallowFile: string
  /** `sha1` or `sha256`. */
  readonly format: string
}

async function makeRoom(borrowed: Borrowed): Promise<string> {
  try {
    const room = await mkdtemp(join(tmpdir(), 'countersign-'))
    await furnish(room, borrowed)
    return room
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
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

/** `owner/name` from `remote.origin.url`; null without a remote that names one. */
export async function readRepositoryName(repository: Repository): Promise<string | null> {
  const { code, stdout } = await runGit(repository.refs, ['config', '--get', 'remote.origin.url'])
  return code === 0 ? parseRemoteUrl(stdout.toString('utf8').trim()) : null
}

const URL_FORM = /^(?:https?|ssh|git|git\+ssh):\/\/[^/]+\/(.+)$/
const SCP_FORM = /^(?:[^@/\s]+@)?[^:/\\\s]{2,}:(?!\/\/)(.+)$/
const OWNER_AND_NAME = /^\/*([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+?)(?:\.git)?\/*$/

/** Owner and name out of any form of remote address; user names and passwords in it are dropped. */
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
