import { nodeId, renderRepository, renderUser, WEB } from './accounts.ts'
import { changesOfPull, commitsOfPull, type PullFacts, readMergeability } from './pull-facts.ts'
import { repoUrl } from './render-commits.ts'
import { renderLabel } from './render-issues.ts'
import type { Pull, PullHead, PullSimple } from './schemas.ts'
import type { World } from './world.ts'

/** A pull request as lists show it. */
export async function renderPullSimple(world: World, facts: PullFacts): Promise<PullSimple> {
  const { mergeCommit } = await readMergeability(facts)
  return { ...renderCommon(world, facts), merge_commit_sha: mergeCommit }
}

/** A pull request with the counts only the single view has. */
export async function renderPull(world: World, facts: PullFacts): Promise<Pull> {
  const [changes, commits, { mergeable, mergeCommit }] = await Promise.all([
    changesOfPull(facts),
    commitsOfPull(facts),
    readMergeability(facts),
  ])
  const sum = (key: 'additions' | 'deletions') => changes.reduce((all, one) => all + one[key], 0)
  return {
    ...renderCommon(world, facts),
    merge_commit_sha: mergeCommit,
    merged: facts.pull.merged,
    merged_by: null,
    mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    rebaseable: mergeable,
    comments: facts.issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: changes.length,
  }
}

type Common = Omit<PullSimple, 'merge_commit_sha' | 'state' | 'user' | 'base' | 'requested_teams'> &
  Pick<Pull, 'state' | 'user' | 'base'>

function renderCommon(world: World, facts: PullFacts): Common {
  const { repo, pull, issue, baseSha } = facts
  const closedAt = issue.state === 'closed' ? issue.updatedAt : null
  const owner = renderUser(world, { login: repo.owner, type: 'Organization' })
  const base = { label: `${repo.owner}:${pull.base}`, ref: pull.base, sha: baseSha, user: owner }
  return {
    ...renderUrls(world, facts),
    id: issue.id,
    node_id: nodeId(`PullRequest${issue.id}`),
    number: pull.number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: renderUser(world, issue.author),
    body: issue.body,
    labels: issue.labels.map((name) => renderLabel(world, repo, name)),
    milestone: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: closedAt,
    merged_at: pull.merged ? closedAt : null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    head: renderHead(world, facts),
    base: { ...base, repo: renderRepository(world, repo) },
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    draft: pull.draft,
  }
}

function renderHead(world: World, { pull, headRepo, headSha }: PullFacts): PullHead {
  const owner = headRepo?.owner ?? 'unknown repository'
  return {
    label: `${owner}:${pull.head}`,
    ref: pull.head,
    sha: headSha,
    user: headRepo && renderUser(world, { login: headRepo.owner, type: 'Organization' }),
    repo: headRepo && renderRepository(world, headRepo),
  }
}

function renderUrls(world: World, { repo, pull, headSha }: PullFacts) {
  const root = repoUrl(world, repo)
  const url = `${root}/pulls/${pull.number}`
  const html_url = `${WEB}/${repo.fullName}/pull/${pull.number}`
  const issue_url = `${root}/issues/${pull.number}`
  const urls = {
    comments_url: `${issue_url}/comments`,
    commits_url: `${url}/commits`,
    statuses_url: `${root}/statuses/${headSha}`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${root}/pulls/comments{/number}`,
  }
  const _links = {
    self: { href: url },
    html: { href: html_url },
    issue: { href: issue_url },
    comments: { href: urls.comments_url },
    commits: { href: urls.commits_url },
    statuses: { href: urls.statuses_url },
    review_comments: { href: urls.review_comments_url },
    review_comment: { href: urls.review_comment_url },
  }
  const diffs = { diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch` }
  return { ...urls, ...diffs, url, html_url, issue_url, _links }
}
