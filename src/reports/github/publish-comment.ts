import { COMMENT_MARKER, isSameComment } from '../comment.ts'
import {
  type GitHubWriter,
  readField,
  readNumber,
  readText,
  STRANGE,
  tryRequest,
  tryWrite,
} from './writer.ts'

export interface CommentTarget {
  readonly owner: string
  readonly repo: string
  /** Number of the pull request. */
  readonly number: number
  /** Writes the comment. It is given the body of the one it replaces; null: there is none of ours. */
  readonly render: (previous: string | null) => string
  /** Logins under which this token writes, such as `github-actions[bot]`. */
  readonly ownLogins: readonly string[]
  /** Whether to begin a comment; without, only one that is there already is brought up to date. */
  readonly mayCreate: boolean
}

export type PublishedComment =
  | { readonly published: true; readonly incomplete: string | null }
  | { readonly published: false; readonly why: string }

interface OwnComment {
  readonly id: number
  readonly body: string
}

type Found =
  | { readonly ok: true; readonly comments: readonly OwnComment[] }
  | { readonly ok: false; readonly why: string }

const PAGE_SIZE = 100

/** GitHub allows 2,500 comments on one issue: more pages than this are no honest answer. */
const MOST_PAGES = 50

const ISSUE_COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments'
const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}'

/**
 * Leaves exactly one comment of ours on the pull request, as `render` writes it. Never throws. After it has
 * begun one it looks again: another run may have begun one at the same moment.
 */
export async function publishComment(
  writer: GitHubWriter,
  target: CommentTarget,
): Promise<PublishedComment> {
  const { result, isNew } = await publishOnce(writer, target)
  if (!isNew) return result
  const again = await publishOnce(writer, { ...target, mayCreate: false })
  return again.result.published ? again.result : { published: true, incomplete: again.result.why }
}

interface Once {
  readonly result: PublishedComment
  /** Whether there is a comment now, and was none before. */
  readonly isNew: boolean
}

async function publishOnce(writer: GitHubWriter, target: CommentTarget): Promise<Once> {
  const found = await findOwnComments(writer, target)
  // Writing without having seen every page could leave two comments that contradict each other.
  if (!found.ok) return failOnce(found.why)
  const [first, ...surplus] = found.comments
  const why = await writeBody(writer, target, first)
  if (why !== null) return failOnce(why)
  const incomplete = await deleteComments(writer, target, surplus)
  const isNew = first === undefined && target.mayCreate
  return { result: { published: true, incomplete }, isNew }
}

function failOnce(why: string): Once {
  return { result: { published: false, why }, isNew: false }
}

/** All comments that carry the marker and are ours, oldest first. */
async function findOwnComments(writer: GitHubWriter, target: CommentTarget): Promise<Found> {
  const own = new Set(target.ownLogins.map((login) => login.toLowerCase()))
  const comments: OwnComment[] = []
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const listed = await listPage(writer, target, page)
    if (!listed.ok) return listed
    comments.push(...listed.entries.flatMap((entry) => pickOwn(entry, own)))
    if (listed.entries.length < PAGE_SIZE) return { ok: true, comments }
  }
  return { ok: false, why: 'Countersign could not read the comments: there is no last page.' }
}

type Page =
  | { readonly ok: true; readonly entries: readonly unknown[] }
  | { readonly ok: false; readonly why: string }

async function listPage(
  writer: GitHubWriter,
  { owner, repo, number }: CommentTarget,
  page: number,
): Promise<Page> {
  const params = { owner, repo, issue_number: number, per_page: PAGE_SIZE, page }
  const answer = await tryRequest(writer, 'read the comments', `GET ${ISSUE_COMMENTS}`, params)
  if (!answer.ok) return answer
  if (Array.isArray(answer.data)) return { ok: true, entries: answer.data }
  return { ok: false, why: `Countersign could not read the comments: ${STRANGE}.` }
}

/** Anybody can write the marker, and others write under our login: only both together are ours. */
function pickOwn(entry: unknown, own: ReadonlySet<string>): readonly OwnComment[] {
  const id = readNumber(entry, 'id')
  const body = readText(entry, 'body')
  const login = readText(readField(entry, 'user'), 'login')
  if (id === null || body === null || login === null) return []
  return body.startsWith(COMMENT_MARKER) && own.has(login.toLowerCase()) ? [{ id, body }] : []
}

/** Creates or updates; null, or why neither worked. An unchanged comment is left alone. */
async function writeBody(
  writer: GitHubWriter,
  { owner, repo, number, render, mayCreate }: CommentTarget,
  existing: OwnComment | undefined,
): Promise<string | null> {
  if (existing === undefined && !mayCreate) return null
  const body = render(existing?.body ?? null)
  if (existing === undefined) {
    const params = { owner, repo, issue_number: number, body }
    return failure(await tryWrite(writer, 'comment', `POST ${ISSUE_COMMENTS}`, params))
  }
  if (isSameComment(existing.body, body)) return null
  const params = { owner, repo, comment_id: existing.id, body }
  return failure(await tryWrite(writer, 'update its comment', `PATCH ${COMMENT}`, params))
}

/** Removes our own duplicates, which two runs at the same moment can leave. */
async function deleteComments(
  writer: GitHubWriter,
  { owner, repo }: CommentTarget,
  comments: readonly OwnComment[],
): Promise<string | null> {
  let why: string | null = null
  for (const { id } of comments) {
    const params = { owner, repo, comment_id: id }
    const removed = await tryRequest(writer, 'delete a duplicate', `DELETE ${COMMENT}`, params)
    // 404: somebody was faster, and it is gone as it should be.
    if (!removed.ok && removed.status !== 404) why = removed.why
  }
  return why
}

function failure(result: { readonly ok: boolean; readonly why?: string }): string | null {
  return result.ok ? null : (result.why ?? 'Countersign could not comment.')
}
