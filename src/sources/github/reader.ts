import * as v from 'valibot'
import { Unreadable } from '../unreadable.ts'
import * as schemas from './schemas.ts'

/**
 * The one window on GitHub's API. The entry makes it from an authenticated client that already
 * retries and times out; a failed request rejects with an error that may carry a `status`.
 */
export interface GitHubApi {
  get(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<{ data: unknown; link: string }>
}

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

export type GitHubReader = ReturnType<typeof makeReader>

const PER_PAGE = 100

/** Reads one repository. Every answer is validated; whatever cannot be read is `Unreadable`. */
export function makeReader(api: GitHubApi, { owner, repo }: RepositoryName) {
  let requests = 0

  async function get<T extends v.GenericSchema>(
    what: string,
    schema: T,
    route: string,
    parameters: Record<string, unknown> = {},
  ): Promise<{ value: v.InferOutput<T>; link: string }> {
    requests += 1
    const answer = await api.get(route, { owner, repo, ...parameters }).catch((error: unknown) => {
      throw new Unreadable(what, describeApiError(error))
    })
    const result = v.safeParse(schema, answer.data)
    if (!result.success)
      throw new Unreadable(what, 'GitHub answered in a form that is not documented')
    return { value: result.output, link: answer.link }
  }

  /** All pages of a list, one after another, up to `limit` items. */
  async function getAll<T extends v.GenericSchema<unknown, unknown[]>>(
    what: string,
    schema: T,
    route: string,
    parameters: Record<string, unknown>,
    limit: number,
  ): Promise<v.InferOutput<T>> {
    const items: unknown[] = []
    for (let page = 1; ; page += 1) {
      const { value, link } = await get(what, schema, route, {
        ...parameters,
        per_page: PER_PAGE,
        page,
      })
      items.push(...(value as unknown[]))
      if (items.length > limit) throw new Unreadable(what, `there are more than ${limit}`)
      if (!link.includes('rel="next"')) return items as v.InferOutput<T>
    }
  }

  return {
    repository: `${owner}/${repo}`,
    requestCount: () => requests,

    async pull(number: number): Promise<schemas.Pull> {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
      const { value } = await get(`pull request #${number}`, schemas.Pull, route, {
        pull_number: number,
      })
      return value
    },

    async branchTip(branch: string): Promise<string> {
      const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}'
      const { value } = await get(`the tip of ${branch}`, schemas.GitRef, route, {
        ref: `heads/${branch}`,
      })
      return value.object.sha
    },

    /** One page of the changed files; pages count from 1. */
    async filePage(number: number, page: number): Promise<schemas.ListedFile[]> {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'
      const parameters = { pull_number: number, per_page: PER_PAGE, page }
      return (await get('the list of changed files', schemas.FileList, route, parameters)).value
    },

    async compare(base: string, head: string, page = 1): Promise<schemas.Comparison> {
      const route = 'GET /repos/{owner}/{repo}/compare/{basehead}'
      const parameters = { basehead: `${base}...${head}`, per_page: PER_PAGE, page }
      return (await get('the comparison of base and head', schemas.Comparison, route, parameters))
        .value
    },

    /** Every file, link and submodule of a commit, by path. */
    async tree(commit: string): Promise<Map<string, ListedEntry>> {
      const what = `the tree of ${commit.slice(0, 12)}`
      const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}'
      const { value } = await get(what, schemas.Tree, route, { tree_sha: commit, recursive: '1' })
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
      const { value } = await get(what, schemas.Blob, route, { file_sha: sha })
      const bytes = Buffer.from(value.content, 'base64')
      if (value.size !== null && value.size !== bytes.length)
        throw new Unreadable(what, 'its size is wrong')
      return bytes
    },

    async commit(sha: string): Promise<v.InferOutput<typeof schemas.GitCommit>> {
      const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
      return (
        await get(`commit ${sha.slice(0, 12)}`, schemas.GitCommit, route, { commit_sha: sha })
      ).value
    },

    async issue(number: number): Promise<v.InferOutput<typeof schemas.Issue>> {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}'
      return (await get(`issue #${number}`, schemas.Issue, route, { issue_number: number })).value
    },

    /** The newest moves of a branch, newest first; the head repository may be a fork. */
    async activity(
      repository: string,
      branch: string,
    ): Promise<v.InferOutput<typeof schemas.ActivityList>> {
      const [headOwner = '', headRepo = ''] = repository.split('/')
      const { value } = await get(
        `the pushes to ${branch}`,
        schemas.ActivityList,
        'GET /repos/{owner}/{repo}/activity',
        { owner: headOwner, repo: headRepo, ref: `refs/heads/${branch}`, per_page: PER_PAGE },
      )
      return value
    },

    /** The open pull requests of the repository. */
    async openPulls(): Promise<v.InferOutput<typeof schemas.PullList>> {
      const route = 'GET /repos/{owner}/{repo}/pulls'
      return getAll('the open pull requests', schemas.PullList, route, { state: 'open' }, 5000)
    },

    /** The open pull requests whose head is this commit. */
    async pullsOfCommit(sha: string): Promise<v.InferOutput<typeof schemas.PullList>> {
      const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
      return getAll(
        `the pull requests of ${sha.slice(0, 12)}`,
        schemas.PullList,
        route,
        { commit_sha: sha },
        1000,
      )
    },
  }
}

/** A failed request in words that carry nothing of the answer's body. */
export function describeApiError(error: unknown): string {
  const status =
    typeof error === 'object' && error !== null && 'status' in error
      ? Number(error.status)
      : Number.NaN
  if (Number.isNaN(status)) return 'the request failed (network, timeout or unreadable answer)'
  return `GitHub answered ${status}${STATUS_HINTS[status] ?? ''}`
}

const STATUS_HINTS: Readonly<Record<number, string>> = {
  401: ' (the token is not valid)',
  403: ' (the token may not read it, or a rate limit is used up)',
  404: ' (it does not exist, or the token may not see it)',
  429: ' (a rate limit is used up)',
  500: ' (its own error)',
  502: ' (its own error)',
  503: ' (its own error)',
}
