import { appOf, authorOf } from './accounts.ts'
import { requireCommit } from './git-commits.ts'
import {
  type Call,
  created,
  HttpError,
  invalid,
  listPage,
  noContent,
  notFound,
  ok,
  type Reply,
  readString,
} from './http.ts'
import { labelIssue, unlabelIssue } from './label-history.ts'
import { commitsOfPull, readPull } from './pull-facts.ts'
import { renderGitCommit } from './render-commits.ts'
import {
  renderComment,
  renderEvent,
  renderIssue,
  renderLabel,
  renderReview,
} from './render-issues.ts'
import { repoRoute } from './route.ts'
import type { IssueState, RepoState, StoredComment } from './world.ts'

/** Characters a comment may have. */
const COMMENT_LIMIT = 65_536

/** Issues, comments, labels and events: of issues and of pull requests alike. */
export const ISSUE_ROUTES = [
  repoRoute('GET', '/issues/comments/{id}', (call, repo, id = '') => {
    const { issue, comment } = findComment(repo, Number(id))
    return ok(renderComment(call.world, repo, issue.number, comment))
  }),
  repoRoute('PATCH', '/issues/comments/{id}', updateComment),
  repoRoute('DELETE', '/issues/comments/{id}', deleteComment),
  repoRoute('GET', '/issues/{number}', (call, repo, number = '') =>
    ok(renderIssue(call.world, repo, findIssue(repo, number))),
  ),
  repoRoute('GET', '/issues/{number}/comments', (call, repo, number = '') => {
    const { comments } = findIssue(repo, number)
    return listPage(call, comments, (one) => renderComment(call.world, repo, Number(number), one))
  }),
  repoRoute('POST', '/issues/{number}/comments', createComment),
  repoRoute('GET', '/issues/{number}/events', (call, repo, number = '') =>
    listPage(call, findIssue(repo, number).events, (event) => renderEvent(call.world, repo, event)),
  ),
  repoRoute('GET', '/issues/{number}/timeline', getTimeline),
  repoRoute('GET', '/issues/{number}/labels', (call, repo, number = '') =>
    listPage(call, findIssue(repo, number).labels, (name) => renderLabel(call.world, repo, name)),
  ),
  repoRoute('POST', '/issues/{number}/labels', addLabels),
  repoRoute('DELETE', '/issues/{number}/labels/{*}', removeLabel),
]

function findIssue(repo: RepoState, number: string): IssueState {
  const issue = repo.issues.get(Number(number))
  if (issue === undefined) throw notFound()
  return issue
}

function findComment(repo: RepoState, id: number): { issue: IssueState; comment: StoredComment } {
  for (const issue of repo.issues.values()) {
    const comment = issue.comments.find((one) => one.id === id)
    if (comment !== undefined) return { issue, comment }
  }
  throw notFound()
}

function readBody(call: Call): string {
  const body = readString(call.body, 'body') ?? ''
  if (body === '') throw invalid('IssueComment', 'body', 'body cannot be blank')
  if ([...body].length > COMMENT_LIMIT) {
    throw invalid('IssueComment', 'body', 'body is too long (maximum is 65536 characters)')
  }
  return body
}

function createComment(call: Call, repo: RepoState, number = ''): Reply {
  const { world, grant } = call
  const issue = findIssue(repo, number)
  const body = readBody(call)
  const at = world.now()
  const comment: StoredComment = {
    id: world.nextId(),
    author: authorOf(world, grant),
    app: appOf(world, grant),
    createdAt: at,
    updatedAt: at,
    body,
  }
  issue.comments.push(comment)
  return created(renderComment(world, repo, issue.number, comment))
}

/** Editing is for whoever may write; GitHub lets a repository's token edit anybody's comment. */
function updateComment(call: Call, repo: RepoState, id = ''): Reply {
  const { issue, comment } = findComment(repo, Number(id))
  comment.body = readBody(call)
  comment.updatedAt = call.world.now()
  return ok(renderComment(call.world, repo, issue.number, comment))
}

function deleteComment(_call: Call, repo: RepoState, id = ''): Reply {
  const { issue, comment } = findComment(repo, Number(id))
  issue.comments.splice(issue.comments.indexOf(comment), 1)
  return noContent()
}

function addLabels(call: Call, repo: RepoState, number = ''): Reply {
  const issue = findIssue(repo, number)
  const { labels } = call.body
  if (!Array.isArray(labels)) throw new HttpError(422, 'Invalid request: labels is not an array.')
  for (const name of labels.map(String)) labelIssue(issue, name, deedOf(call))
  return ok(issue.labels.map((name) => renderLabel(call.world, repo, name)))
}

function removeLabel(call: Call, repo: RepoState, number = '', name = ''): Reply {
  const issue = findIssue(repo, number)
  if (!unlabelIssue(issue, name, deedOf(call))) throw new HttpError(404, 'Label does not exist')
  return ok(issue.labels.map((label) => renderLabel(call.world, repo, label)))
}

function deedOf({ world, grant }: Call) {
  const [actor, app] = [authorOf(world, grant), appOf(world, grant)]
  return { id: world.nextId(), actor, app, at: world.now() }
}

/** Everything that happened, by its date; the dates of commits are their authors' word. */
async function getTimeline(call: Call, repo: RepoState, number = ''): Promise<Reply> {
  const { world } = call
  const issue = findIssue(repo, number)
  const { comments, events } = issue
  const items = [
    ...(await timelineOfPull(call, repo, issue.number)),
    ...events.map((event) => ({ at: event.at, body: renderEvent(world, repo, event) })),
    ...comments.map((comment) => {
      const body = renderComment(world, repo, issue.number, comment)
      return { at: comment.createdAt, body: { ...body, event: 'commented', actor: body.user } }
    }),
  ]
  const sorted = items.toSorted((a, b) => a.at.localeCompare(b.at))
  return listPage(call, sorted, ({ body }) => body)
}

async function timelineOfPull({ world }: Call, repo: RepoState, number: number) {
  const pull = repo.pulls.get(number)
  if (pull === undefined) return []
  const shas = await commitsOfPull(await readPull(world, repo, number))
  const commits = await Promise.all(shas.map((sha) => requireCommit(repo.store, sha)))
  return [
    ...commits.map((commit) => {
      const body = renderGitCommit(world, repo, commit)
      return { at: commit.committer.date, body: { ...body, event: 'committed' } }
    }),
    ...pull.reviews.map((review) => {
      const body = renderReview(world, repo, number, review)
      // The timeline writes states in lower case, the list of reviews in upper case.
      return {
        at: review.at,
        body: { ...body, state: body.state.toLowerCase(), event: 'reviewed' },
      }
    }),
  ]
}
