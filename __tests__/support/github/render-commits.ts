import { createHash } from 'node:crypto'
import { loginOf, nodeId, renderUser, WEB } from './accounts.ts'
import type { ParsedCommit } from './git-commits.ts'
import { requireCommit } from './git-commits.ts'
import { type GitChange, readChanges } from './git-diff.ts'
import type { GitStore } from './git-store.ts'
import type { Commit, DiffEntry, GitCommit, Schemas } from './schemas.ts'
import type { RepoState, World } from './world.ts'

const UNSIGNED: Schemas['verification'] = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
}

export const repoUrl = (world: World, repo: RepoState) => `${world.url}/repos/${repo.fullName}`

/** A commit as lists of commits, branches and comparisons show it. */
export function renderCommit(world: World, repo: RepoState, commit: ParsedCommit): Commit {
  const { sha, author, committer, message, tree } = commit
  const url = repoUrl(world, repo)
  const person = (email: string) => {
    const login = loginOf(world, email)
    return login === null ? null : renderUser(world, { login })
  }
  return {
    sha,
    node_id: nodeId(`Commit${sha}`),
    commit: {
      author: { ...author },
      committer: { ...committer },
      message,
      tree: { sha: tree, url: `${url}/git/trees/${tree}` },
      url: `${url}/git/commits/${sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${url}/commits/${sha}`,
    html_url: `${WEB}/${repo.fullName}/commit/${sha}`,
    comments_url: `${url}/commits/${sha}/comments`,
    author: person(author.email),
    committer: person(committer.email),
    parents: renderParents(url, repo, commit),
  }
}

/** A commit by id, as `renderCommit` shows it. */
export async function showCommit(world: World, repo: RepoState, sha: string): Promise<Commit> {
  return renderCommit(world, repo, await requireCommit(repo.store, sha))
}

/** A commit as the git database endpoints show it. */
export function renderGitCommit(world: World, repo: RepoState, commit: ParsedCommit): GitCommit {
  const { sha, author, committer, message, tree } = commit
  const url = repoUrl(world, repo)
  return {
    sha,
    node_id: nodeId(`Commit${sha}`),
    url: `${url}/git/commits/${sha}`,
    html_url: `${WEB}/${repo.fullName}/commit/${sha}`,
    author: { ...author },
    committer: { ...committer },
    tree: { sha: tree, url: `${url}/git/trees/${tree}` },
    message,
    parents: renderParents(url, repo, commit),
    verification: UNSIGNED,
  }
}

function renderParents(url: string, repo: RepoState, { parents }: ParsedCommit) {
  return parents.map((sha) => ({
    sha,
    url: `${url}/commits/${sha}`,
    html_url: `${WEB}/${repo.fullName}/commit/${sha}`,
  }))
}

const STATUS: Record<GitChange['status'], DiffEntry['status']> = {
  A: 'added',
  M: 'modified',
  D: 'removed',
  R: 'renamed',
  T: 'changed',
}

/** One entry of a list of changed files. `head` is the commit whose files it links to. */
export function renderChange(
  world: World,
  repo: RepoState,
  head: string,
  change: GitChange,
): DiffEntry {
  const { path, previousPath, patch, additions, deletions } = change
  const link = path.split('/').map(encodeURIComponent).join('/')
  return {
    sha: change.sha,
    filename: path,
    status: STATUS[change.status],
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${WEB}/${repo.fullName}/blob/${head}/${link}`,
    raw_url: `${WEB}/${repo.fullName}/raw/${head}/${link}`,
    contents_url: `${repoUrl(world, repo)}/contents/${link}?ref=${head}`,
    ...(patch !== null && { patch }),
    ...(previousPath !== null && { previous_filename: previousPath }),
  }
}

/** What a commit changed against its first parent; a root commit added everything it has. */
export function changesOf(store: GitStore, commit: ParsedCommit): Promise<GitChange[]> {
  return readChanges(store, commit.parents[0] ?? emptyTree(commit.sha), commit.sha)
}

/** The id of the tree without entries, in the repository's object format. */
function emptyTree(sha: string): string {
  return createHash(sha.length === 64 ? 'sha256' : 'sha1')
    .update('tree 0\0')
    .digest('hex')
}
