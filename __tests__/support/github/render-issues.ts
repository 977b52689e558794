import { nodeId, numberOf, renderApp, renderUser, WEB } from './accounts.ts'
import { repoUrl } from './render-commits.ts'
import type { Comment, Part, Review, Schemas } from './schemas.ts'
import type {
  AppIdentity,
  IssueState,
  RepoState,
  StoredComment,
  StoredEvent,
  StoredReview,
  World,
} from './world.ts'

export function renderLabel(
  world: World,
  repo: RepoState,
  name: string,
): Schemas['label'] & {
  description: string
} {
  const id = numberOf(`${repo.fullName} ${name}`)
  return {
    id,
    node_id: nodeId(`Label${id}`),
    url: `${repoUrl(world, repo)}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false,
  }
}

const appOrNull = (world: World, app: AppIdentity | null) =>
  app === null ? null : renderApp(world, app)

export function renderComment(
  world: World,
  repo: RepoState,
  number: number,
  comment: StoredComment,
): Comment {
  const url = repoUrl(world, repo)
  const kind = repo.pulls.has(number) ? 'pull' : 'issues'
  return {
    id: comment.id,
    node_id: nodeId(`IssueComment${comment.id}`),
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${WEB}/${repo.fullName}/${kind}/${number}#issuecomment-${comment.id}`,
    issue_url: `${url}/issues/${number}`,
    user: renderUser(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
    performed_via_github_app: appOrNull(world, comment.app),
  }
}

export function renderIssue(world: World, repo: RepoState, issue: IssueState): Schemas['issue'] {
  const { number, id } = issue
  const url = `${repoUrl(world, repo)}/issues/${number}`
  const page = `${WEB}/${repo.fullName}`
  return {
    id,
    node_id: nodeId(`Issue${id}`),
    url,
    repository_url: repoUrl(world, repo),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: `${page}/${repo.pulls.has(number) ? 'pull' : 'issues'}/${number}`,
    number,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: renderUser(world, issue.author),
    labels: issue.labels.map((name) => renderLabel(world, repo, name)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments: issue.comments.length,
    closed_at: issue.state === 'closed' ? issue.updatedAt : null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: null,
    ...(repo.pulls.has(number) && { pull_request: renderPullLinks(world, repo, number) }),
  }
}

function renderPullLinks(world: World, repo: RepoState, number: number) {
  const page = `${WEB}/${repo.fullName}/pull/${number}`
  return {
    url: `${repoUrl(world, repo)}/pulls/${number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: null,
  }
}

type IssueEvent = Part<
  'issue-event',
  | 'id'
  | 'node_id'
  | 'url'
  | 'actor'
  | 'event'
  | 'commit_id'
  | 'commit_url'
  | 'created_at'
  | 'label'
  | 'rename'
  | 'performed_via_github_app'
>

export function renderEvent(world: World, repo: RepoState, event: StoredEvent): IssueEvent {
  const commit = event.commitId ?? null
  return {
    id: event.id,
    node_id: nodeId(`Event${event.id}`),
    url: `${repoUrl(world, repo)}/issues/events/${event.id}`,
    actor: event.actor && renderUser(world, event.actor),
    event: event.event,
    commit_id: commit,
    commit_url: commit === null ? null : `${repoUrl(world, repo)}/commits/${commit}`,
    created_at: event.at,
    performed_via_github_app: appOrNull(world, event.app),
    ...(event.label !== undefined && { label: { name: event.label, color: 'ededed' } }),
    ...(event.rename !== undefined && { rename: event.rename }),
  }
}

export function renderReview(
  world: World,
  repo: RepoState,
  number: number,
  review: StoredReview,
): Review {
  const html = `${WEB}/${repo.fullName}/pull/${number}#pullrequestreview-${review.id}`
  const pull = `${repoUrl(world, repo)}/pulls/${number}`
  return {
    id: review.id,
    node_id: nodeId(`Review${review.id}`),
    user: renderUser(world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.at,
    commit_id: review.commitId,
    author_association: 'MEMBER',
  }
}
