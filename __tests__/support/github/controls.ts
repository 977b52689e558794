import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { nodeId, numberOf, renderUser, WEB } from './accounts.ts'
import type {
  ActivityOptions,
  ArtifactOptions,
  CheckRunOptions,
  Doing,
  InRepo,
  IssueOptions,
  PullChanges,
  PullOptions,
  ReviewOptions,
  RunOptions,
} from './control-options.ts'
import { labelIssue, renameTitle, unlabelIssue } from './label-history.ts'
import type { Activity, Schemas } from './schemas.ts'
import type {
  IssueState,
  PullState,
  RepoState,
  StoredArtifact,
  StoredCheckRun,
  StoredComment,
  StoredEvent,
  StoredStatus,
  WorkflowRun,
  World,
} from './world.ts'

/** How a test sets the world up, changes it, and looks at what was written. */
export interface Controls {
  openPull(options: PullOptions): void
  /** Retargets, closes, edits, relabels without history. */
  updatePull(number: number, changes: PullChanges, where?: InRepo): void
  addIssue(options: IssueOptions): void
  /** Edits the text the way people do: GitHub then remembers when. */
  editBody(number: number, body: string, doing?: Doing): void
  addComment(number: number, body: string, doing?: Doing): StoredComment
  addLabel(number: number, label: string, doing?: Doing): void
  removeLabel(number: number, label: string, doing?: Doing): void
  renameTitle(number: number, title: string, doing?: Doing): void
  addEvent(number: number, event: Omit<StoredEvent, 'id'>, where?: InRepo): void
  addReview(number: number, options: ReviewOptions): void
  setActivity(moves: readonly ActivityOptions[], where?: InRepo): void
  addCheckRun(options: CheckRunOptions): StoredCheckRun
  addStatus(status: Pick<StoredStatus, 'sha' | 'context' | 'state'>, doing?: Doing): void
  addRun(run: RunOptions): void
  hasRun(id: number, where?: InRepo): boolean
  addArtifact(options: ArtifactOptions): void
  setCodeownersErrors(errors: Schemas['codeowners-errors']['errors'], where?: InRepo): void
  comments(number: number, where?: InRepo): readonly StoredComment[]
  labels(number: number, where?: InRepo): readonly string[]
  /** Check runs on a commit, oldest first. */
  checkRuns(sha: string, where?: InRepo): readonly StoredCheckRun[]
  /** Remembers what the API can write; the answer puts it back. */
  remember(): () => void
}

export function createControls(world: World): Controls {
  const repoOf = ({ repo }: InRepo = {}) => requireRepo(world, repo)
  const issueOf = (number: number, where?: InRepo) => requireIssue(repoOf(where), number)
  const act = ({ by, at, app }: Doing = {}) => ({
    id: world.nextId(),
    actor: by ?? { login: 'octocat' },
    at: at ?? world.now(),
    app: app ?? null,
  })
  return {
    openPull: (options) => openPull(world, repoOf(options), options),
    updatePull: (number, changes, where) => updatePull(world, repoOf(where), number, changes),
    addIssue: (options) => addIssue(world, repoOf(options), options),
    editBody: (number, body, doing) => {
      const issue = issueOf(number, doing)
      issue.body = body
      issue.lastEditedAt = act(doing).at
      issue.updatedAt = issue.lastEditedAt
    },
    addComment: (number, body, doing) => {
      const { id, actor, at, app } = act(doing)
      const comment = { id, author: actor, app, createdAt: at, updatedAt: at, body }
      issueOf(number, doing).comments.push(comment)
      return comment
    },
    addLabel: (number, label, doing) => labelIssue(issueOf(number, doing), label, act(doing)),
    removeLabel: (number, label, doing) => unlabelIssue(issueOf(number, doing), label, act(doing)),
    renameTitle: (number, title, doing) => renameTitle(issueOf(number, doing), title, act(doing)),
    addEvent: (number, event, where) => {
      issueOf(number, where).events.push({ ...event, id: world.nextId() })
    },
    addReview: (number, { state, commitId, body = '', ...doing }) => {
      const { id, actor, at } = act(doing)
      const pull = requirePull(repoOf(doing), number)
      pull.reviews.push({ id, author: actor, state, body, commitId, at })
    },
    setActivity: (moves, where) => {
      repoOf(where).activity = moves.map((move) => renderMove(world, move))
    },
    addCheckRun: (options) => addCheckRun(world, repoOf(options), options),
    addStatus: (status, doing) => {
      const { id, actor, at } = act(doing)
      const nothing = { description: null, targetUrl: null }
      repoOf(doing).statuses.push({ ...status, ...nothing, id, creator: actor, at })
    },
    addRun: ({ repo, ...run }) => {
      repoOf({ ...(repo !== undefined && { repo }) }).runs.set(run.id, describeRun(world, run))
    },
    hasRun: (id, where) => repoOf(where).runs.has(id),
    addArtifact: (options) => {
      repoOf(options).artifacts.push(storeArtifact(world, options))
    },
    setCodeownersErrors: (errors, where) => {
      repoOf(where).codeownersErrors = errors
    },
    comments: (number, where) => issueOf(number, where).comments,
    labels: (number, where) => issueOf(number, where).labels,
    checkRuns: (sha, where) => repoOf(where).checkRuns.filter((run) => run.headSha === sha),
    remember: () => {
      const backs = [...world.repos.values()].map(rememberRepo)
      return () => {
        for (const back of backs) back()
      }
    },
  }
}

function rememberRepo(repo: RepoState): () => void {
  const issues = structuredClone([...repo.issues])
  const runs = structuredClone(repo.checkRuns)
  return () => {
    repo.issues.clear()
    for (const [number, issue] of structuredClone(issues)) repo.issues.set(number, issue)
    repo.checkRuns.splice(0, Number.POSITIVE_INFINITY, ...structuredClone(runs))
  }
}

function requireRepo(world: World, name: string | undefined): RepoState {
  const repo = name === undefined ? [...world.repos.values()][0] : world.repos.get(name)
  if (repo === undefined) throw new Error(`The server has no repository ${name ?? 'at all'}`)
  return repo
}

function requireIssue(repo: RepoState, number: number): IssueState {
  const issue = repo.issues.get(number)
  if (issue === undefined)
    throw new Error(`${repo.fullName} has no issue or pull request ${number}`)
  return issue
}

function requirePull(repo: RepoState, number: number): PullState {
  const pull = repo.pulls.get(number)
  if (pull === undefined) throw new Error(`${repo.fullName} has no pull request ${number}`)
  return pull
}

function addIssue(world: World, repo: RepoState, options: IssueOptions): void {
  const at = options.createdAt ?? world.now()
  repo.issues.set(options.number, {
    number: options.number,
    id: world.nextId(),
    author: options.author ?? { login: 'octocat' },
    createdAt: at,
    updatedAt: at,
    title: options.title ?? `Number ${options.number}`,
    body: options.body ?? null,
    lastEditedAt: null,
    state: 'open',
    labels: [...(options.labels ?? [])],
    comments: [],
    events: [],
  })
}

function openPull(world: World, repo: RepoState, options: PullOptions): void {
  addIssue(world, repo, options)
  repo.pulls.set(options.number, {
    number: options.number,
    base: options.base ?? repo.options.defaultBranch ?? 'main',
    head: options.head,
    headRepo: options.headRepo === undefined ? repo.fullName : options.headRepo,
    headSha: options.headSha ?? null,
    baseSha: options.baseSha ?? null,
    draft: options.draft ?? false,
    merged: false,
    mergeable: options.mergeable === undefined ? true : options.mergeable,
    testMerge: options.testMerge ?? false,
    omitPatch: options.omitPatch ?? (() => false),
    reviews: [],
  })
}

function updatePull(world: World, repo: RepoState, number: number, changes: PullChanges): void {
  const { title, body, state, labels, ...ofPull } = changes
  const issue = requireIssue(repo, number)
  Object.assign(requirePull(repo, number), ofPull)
  issue.title = title ?? issue.title
  issue.body = body === undefined ? issue.body : body
  issue.state = state ?? issue.state
  issue.labels = labels ?? issue.labels
  issue.updatedAt = world.now()
}

function renderMove(world: World, move: ActivityOptions): Activity {
  const ref = move.ref.startsWith('refs/') ? move.ref : `refs/heads/${move.ref}`
  const id = numberOf(`${ref} ${move.before} ${move.after} ${move.at}`)
  return {
    id,
    node_id: nodeId(`Push${id}`),
    before: move.before,
    after: move.after,
    ref,
    timestamp: move.at,
    activity_type: move.type ?? 'push',
    actor: move.actor && renderUser(world, move.actor),
  }
}

function addCheckRun(world: World, repo: RepoState, options: CheckRunOptions): StoredCheckRun {
  const at = options.at ?? world.now()
  const run: StoredCheckRun = {
    id: world.nextId(),
    headSha: options.headSha,
    app: options.app ?? world.app,
    name: options.name,
    status: options.conclusion === null ? 'in_progress' : 'completed',
    conclusion: options.conclusion,
    externalId: options.externalId ?? null,
    detailsUrl: null,
    startedAt: at,
    completedAt: options.conclusion === null ? null : at,
    title: null,
    summary: null,
    text: null,
    annotations: [],
  }
  repo.checkRuns.push(run)
  return run
}

function storeArtifact(world: World, options: ArtifactOptions): StoredArtifact {
  const { run, name, files = {}, expired = false, at } = options
  const packed = Object.entries(files).map(([path, text]) => [
    path,
    typeof text === 'string' ? strToU8(text) : text,
  ])
  const zip = options.zip ?? zipSync(Object.fromEntries(packed))
  const hash = createHash('sha256').update(zip).digest('hex')
  const digest = options.digest === undefined ? `sha256:${hash}` : options.digest
  return { id: world.nextId(), run, name, zip, expired, createdAt: at ?? world.now(), digest }
}

function describeRun(world: World, run: Omit<RunOptions, 'repo'>): WorkflowRun {
  const at = world.now()
  return {
    name: 'CI',
    path: '.github/workflows/ci.yml',
    event: 'pull_request',
    status: 'completed',
    conclusion: 'success',
    head_branch: null,
    head_sha: '',
    run_number: 1,
    run_attempt: 1,
    workflow_id: 1,
    created_at: at,
    run_started_at: at,
    updated_at: at,
    html_url: `${WEB}/actions/runs/${run.id}`,
    ...run,
  }
}
