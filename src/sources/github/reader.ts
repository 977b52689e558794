import type * as v from 'valibot'
import { isSubmodule } from '../../engine/blob.ts'
import type { CodeownersError } from '../../engine/evidence.ts'
import { Unreadable } from '../unreadable.ts'
import { type GitHubApi, makeAsk, readLink } from './ask.ts'
import * as schemas from './schemas.ts'

export interface RepositoryName {
  readonly owner: string
  readonly repo: string
}

/** A tree entry with what the API says of its size. */
export interface ListedEntry {
  readonly mode: string
  readonly blob: string
  readonly size: number | null
}

/** Bytes of an entry's content; of a size that GitHub does not give, more than anybody reads. */
export function sizeOf(entry: ListedEntry): number {
  return isSubmodule(entry) ? 0 : (entry.size ?? Number.POSITIVE_INFINITY)
}

/** The entries of a tree by their paths. */
export type Tree = ReadonlyMap<string, ListedEntry>

export type GitHubReader = ReturnType<typeof makeReader>

const PER_PAGE = 100
/** More of one kind on one pull request and nobody can have read them. */
const MAX_EVENTS = 20_000
const MAX_REVIEWS = 5_000
const MAX_COMMENTS = 10_000
const MAX_CHECK_RUNS = 2_000
/** GitHub lists the first 1,000 runs of a commit and does not say that there are more. */
const MAX_RUNS = 999
const MAX_ARTIFACTS = 1_000

const EDIT_QUERY = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { issue(number: $number) { lastEditedAt } }
}`

/** Reads one repository. Every answer is validated; whatever cannot be read is `Unreadable`. */
export function makeReader(api: GitHubApi, { owner, repo }: RepositoryName) {
  const ask = makeAsk(api, { owner, repo })

  async function get<T extends v.GenericSchema>(
    what: string,
    schema: T,
    route: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<v.InferOutput<T>> {
    return (await ask.one(what, schema, route, parameters)).value
  }

  function compare(base: string, head: string, page: number, perPage: number) {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}'
    const parameters = { basehead: `${base}...${head}`, per_page: perPage, page }
    return get('the comparison of base and head', schemas.Comparison, route, parameters)
  }

  return {
    repository: `${owner}/${repo}`,
    requestCount: ask.requestCount,
    /** GitHub's time of the last answer; null before the first one. */
    answeredAt: ask.answeredAt,

    pull: (number: number): Promise<schemas.Pull> =>
      get(
        `pull request #${number}`,
        schemas.Pull,
        'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        { pull_number: number },
      ),

    async branchTip(branch: string): Promise<string> {
      const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}'
      const parameters = { ref: `heads/${branch}` }
      return (await get(`the tip of ${branch}`, schemas.GitRef, route, parameters)).object.sha
    },

    /** One page of the changed files; pages count from 1. */
    filePage(number: number, page: number): Promise<schemas.ListedFile[]> {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'
      const parameters = { pull_number: number, per_page: PER_PAGE, page }
      return get('the list of changed files', schemas.FileList, route, parameters)
    },

    compare: (base: string, head: string, page = 1): Promise<schemas.Comparison> =>
      compare(base, head, page, PER_PAGE),

    /** The merge base GitHub's diff of two commits starts at. */
    async mergeBase(base: string, head: string): Promise<string> {
      return (await compare(base, head, 1, 1)).merge_base_commit.sha
    },

    /** Every file, link and submodule of a commit, by path. */
    async tree(commit: string): Promise<Map<string, ListedEntry>> {
      const what = `the tree of ${commit.slice(0, 12)}`
      const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}'
      const value = await get(what, schemas.Tree, route, { tree_sha: commit, recursive: '1' })
      if (value.truncated)
        throw new Unreadable(what, 'GitHub truncated it (it has too many entries)')
      const files = value.tree.filter((entry) => entry.type !== 'tree')
      return new Map(
        files.map(({ path, mode, sha, size }) => [path, { mode, blob: sha, size: size ?? null }]),
      )
    },

    async blob(sha: string): Promise<Uint8Array> {
      const what = `the content of ${sha.slice(0, 12)}`
      const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}'
      const value = await get(what, schemas.Blob, route, { file_sha: sha })
      const bytes = Buffer.from(value.content, 'base64')
      if (value.size !== null && value.size !== bytes.length)
        throw new Unreadable(what, 'its size is wrong')
      return bytes
    },

    /** The files of a commit as a gzipped tar archive, made by its attributes. */
    archive: (commit: string, maxBytes: number): Promise<Uint8Array> =>
      ask.download(
        `the archive of ${commit.slice(0, 12)}`,
        'GET /repos/{owner}/{repo}/tarball/{ref}',
        { ref: commit },
        maxBytes,
      ),

    /** What GitHub finds wrong with the CODEOWNERS of a commit. */
    async codeownersErrors(commit: string): Promise<CodeownersError[]> {
      const route = 'GET /repos/{owner}/{repo}/codeowners/errors'
      const what = 'the errors in CODEOWNERS'
      return (await get(what, schemas.CodeownersErrors, route, { ref: commit })).errors
    },

    commit(sha: string): Promise<v.InferOutput<typeof schemas.GitCommit>> {
      const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
      return get(`commit ${sha.slice(0, 12)}`, schemas.GitCommit, route, { commit_sha: sha })
    },

    issue(number: number): Promise<v.InferOutput<typeof schemas.Issue>> {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}'
      return get(`issue #${number}`, schemas.Issue, route, { issue_number: number })
    },

    /** When an issue's text was last edited; null: never. */
    async issueEditedAt(number: number): Promise<string | null> {
      const what = `the edit history of issue #${number}`
      const answer = await ask.graphql(what, schemas.IssueEdit, EDIT_QUERY, { number })
      return answer.repository.issue.lastEditedAt
    },

    /** Everything that happened to an issue or pull request, oldest first. */
    events: (number: number): Promise<schemas.IssueEvent[]> =>
      ask.all(
        `the events of #${number}`,
        schemas.EventList,
        'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
        { issue_number: number },
        MAX_EVENTS,
      ),

    reviews: (number: number): Promise<schemas.Review[]> =>
      ask.all(
        `the reviews of #${number}`,
        schemas.ReviewList,
        'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
        { pull_number: number },
        MAX_REVIEWS,
      ),

    comments: (number: number): Promise<schemas.Comment[]> =>
      ask.all(
        `the comments of #${number}`,
        schemas.CommentList,
        'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        { issue_number: number },
        MAX_COMMENTS,
      ),

    /** All runs of a check on a commit, replaced ones included. */
    checkRuns: (sha: string, name: string): Promise<schemas.CheckRun[]> =>
      ask.all(
        `the check runs of ${sha.slice(0, 12)}`,
        schemas.CheckRunPage,
        'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
        { ref: sha, check_name: name, filter: 'all' },
        MAX_CHECK_RUNS,
      ),

    /**
     * A page of the moves of a branch, newest first, with the cursor of the next; the head repository
     * may be a fork.
     */
    async activity(
      repository: string,
      branch: string,
      cursor: string | null,
    ): Promise<{ moves: schemas.Activity[]; next: string | null }> {
      const [headOwner = '', headRepo = ''] = repository.split('/')
      const { value, link } = await ask.one(
        `the pushes to ${branch}`,
        schemas.ActivityList,
        'GET /repos/{owner}/{repo}/activity',
        {
          owner: headOwner,
          repo: headRepo,
          ref: `refs/heads/${branch}`,
          per_page: PER_PAGE,
          ...(cursor !== null && { after: cursor }),
        },
      )
      return { moves: value, next: readLink(link, 'next')?.searchParams.get('after') ?? null }
    },

    /** The runs of all workflows on a commit, newest first. */
    workflowRuns: (headSha: string): Promise<schemas.WorkflowRun[]> =>
      ask.all(
        `the workflow runs of ${headSha.slice(0, 12)}`,
        schemas.WorkflowRunPage,
        'GET /repos/{owner}/{repo}/actions/runs',
        { head_sha: headSha },
        MAX_RUNS,
      ),

    artifacts: (run: number): Promise<schemas.Artifact[]> =>
      ask.all(
        `the artifacts of run ${run}`,
        schemas.ArtifactPage,
        'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
        { run_id: run },
        MAX_ARTIFACTS,
      ),

    /** The ZIP file of an artifact. */
    artifactZip: (id: number, maxBytes: number): Promise<Uint8Array> =>
      ask.download(
        `artifact ${id}`,
        'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
        { artifact_id: id, archive_format: 'zip' },
        maxBytes,
      ),

    /** The open pull requests of the repository. */
    openPulls: (): Promise<schemas.PullSummary[]> =>
      ask.all(
        'the open pull requests',
        schemas.PullList,
        'GET /repos/{owner}/{repo}/pulls',
        { state: 'open' },
        5000,
      ),

    /** The pull requests, closed ones too, whose head was this branch of this owner's. */
    pullsOfBranch: (owner: string, branch: string): Promise<schemas.PullSummary[]> =>
      ask.all(
        `the pull requests of the branch ${branch}`,
        schemas.PullList,
        'GET /repos/{owner}/{repo}/pulls',
        { state: 'all', head: `${owner}:${branch}` },
        1000,
      ),

    /** The open pull requests whose head is this commit. */
    pullsOfCommit: (sha: string): Promise<schemas.PullSummary[]> =>
      ask.all(
        `the pull requests of ${sha.slice(0, 12)}`,
        schemas.PullList,
        'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
        { commit_sha: sha },
        1000,
      ),
  }
}
