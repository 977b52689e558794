import type { Decision } from '../engine/decision.ts'
import type { Finding } from '../engine/finding.ts'

/** Where a report's links lead. Given by the entry, never by the pull request. */
export interface ReportLinks {
  /** Address of the GitHub server, such as `https://github.com`; null: write no links to code. */
  readonly server: string | null
  /** The workflow run, which carries the decision record; null when there is none. */
  readonly run: string | null
}

export const NO_LINKS: ReportLinks = { server: null, run: null }

/** Longer links are dropped: the attacker chooses the length of a path. */
const LONGEST_LINK = 1_000

const REPOSITORY = /^[\w.-]+\/[\w.-]+$/
const OBJECT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** A place at a commit. */
export interface CodePlace {
  readonly repository: string | null
  readonly sha: string
  readonly path: string
  readonly line: number | null
}

/** The address of a line at a commit, safe as a Markdown link target; null when there can be none. */
export function linkToCode(links: ReportLinks, place: CodePlace): string | null {
  const { repository, sha, path, line } = place
  const home = linkToRepository(links, repository)
  if (home === null || !OBJECT_ID.test(sha)) return null
  const encoded = encodePath(path)
  if (encoded === null) return null
  // Without `plain` GitHub renders Markdown files and the line cannot be seen.
  const anchor = line === null ? '' : `?plain=1#L${line}`
  const link = `${home}/blob/${sha}/${encoded}${anchor}`
  return link.length > LONGEST_LINK ? null : link
}

/** The address of a file on a branch as it is now, safe as a Markdown link target; null when there can be none. */
export function linkToBranch(
  links: ReportLinks,
  repository: string | null,
  branch: string,
  path: string,
): string | null {
  const home = linkToRepository(links, repository)
  const encoded = encodePath(`${branch}/${path}`)
  if (home === null || encoded === null) return null
  const link = `${home}/blob/${encoded}`
  return link.length > LONGEST_LINK ? null : link
}

/** The address of a finding's place: at head, or at the merge base where the change takes the file away. */
export function linkToFinding(
  links: ReportLinks,
  { subject }: Decision,
  { path, line, gone }: Finding,
): string | null {
  if (path === null) return null
  const sha = gone === true ? subject.merge_base_sha : subject.head_sha
  return linkToCode(links, { repository: subject.repository, sha, path, line })
}

/** The address itself when it can stand inside a Markdown link, else null. */
export function acceptUrl(url: string): string | null {
  return /^https?:\/\/[\w.:/?#=&%+~,-]+$/.test(url) ? url : null
}

/** The address of a repository on the server; null when there can be none. */
export function linkToRepository(links: ReportLinks, repository: string | null): string | null {
  const server = links.server === null ? null : acceptUrl(links.server)
  if (server === null || repository === null || !REPOSITORY.test(repository)) return null
  return `${server.replace(/\/+$/, '')}/${repository}`
}

/** A path as part of an address; null when the browser would walk elsewhere or it is not Unicode. */
export function encodePath(path: string): string | null {
  const segments = path.split('/')
  if (segments.some((one) => one === '' || one === '.' || one === '..')) return null
  try {
    return segments.map(encodeSegment).join('/')
  } catch {
    return null
  }
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
