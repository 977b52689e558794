import { CannotStart } from '../cannot-start.ts'
import { runGit } from './git.ts'
import { parseRemoteUrl } from './repository.ts'

/** Where a clone comes from. */
export interface OriginAddress {
  /** Null where the address names no server that could be asked: a proxy's, or an alias of ssh. */
  readonly host: string | null
  /** `owner/name` */
  readonly repository: string
}

/** Reads `remote.origin.url`. @throws CannotStart when it names no repository of a server. */
export async function readOriginAddress(directory: string): Promise<OriginAddress> {
  const { stdout } = await runGit({ directory, env: {} }, ['config', '--get', 'remote.origin.url'])
  const url = stdout.toString('utf8').trim()
  const repository = parseRemoteUrl(url)
  if (repository !== null) return { host: parseRemoteHost(url), repository }
  throw new CannotStart(
    `"${directory}" has no remote "origin" on a GitHub server; name the repository as OWNER/REPO.`,
  )
}

const URL_HOST = /^(?:https?|ssh|git|git\+ssh):\/\/(?:[^@/]*@)?([^/:]+)/i
const SCP_HOST = /^(?:[^@/\s]+@)?([^:/\\\s]{2,}):/

/** The server of a remote's address, its ssh front door included; null where that cannot be told. */
export function parseRemoteHost(url: string): string | null {
  const host = (URL_HOST.exec(url) ?? SCP_HOST.exec(url))?.[1]?.toLowerCase()
  if (host === undefined || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(host))
    return null
  return host.replace(/^(?:ssh|www)\.(?=github\.com$)/, '')
}
