import type { ApprovalFact, Evidence } from '../../../src/engine/evidence.ts'
import type { EvaluationSettings } from '../../../src/gate/evaluate.ts'
import { makeGitHubClient, PATIENCE, toGitHubApi } from '../../../src/github-client.ts'
import type { GitHubApi } from '../../../src/sources/github/ask.ts'
import { type GitHubRequest, readGitHubEvidence } from '../../../src/sources/github/evidence.ts'
import { makeReader } from '../../../src/sources/github/reader.ts'
import type { ActivityOptions, PullOptions } from '../../support/github/control-options.ts'
import type { Account } from '../../support/github/world.ts'
import { createGitHub, type GitHubServer } from '../../support/github-server.ts'
import { type CommitOptions, createRepo, type TestRepo } from '../../support/repo.ts'

/** A pull request, number 7, of the branch `agent/work`, with a log of every move of that branch. */
export interface Scene {
  readonly repo: TestRepo
  readonly server: GitHubServer
  /** Commits on the branch and pushes it. */
  push(time: string, files: Files, options?: PushOptions): string
  /** Starts the branch anew from main's tip, as a rebase does; the push after it is a forced one. */
  startOver(): void
  /** Commits on main. */
  advance(files: Files): string
  /** Replaces what the activity log says. */
  rewriteLog(change: (moves: ActivityOptions[]) => ActivityOptions[]): void
  open(time: string, options?: Partial<PullOptions>): void
  label(time: string, name: string, by: string): void
  read(request?: Partial<GitHubRequest>): Promise<Evidence>
  dispose(): Promise<void>
}

export type Files = Readonly<Record<string, string | null>>

export interface PushOptions extends CommitOptions {
  readonly by?: Account | null
  readonly type?: NonNullable<ActivityOptions['type']>
}

export interface SceneOptions {
  readonly files?: Files
  readonly teams?: Readonly<Record<string, readonly string[]>>
}

export const BRANCH = 'agent/work'
export const AGENT: Account = { login: 'acme-coder[bot]', type: 'Bot' }
const TEAM_TOKEN = 'token-for-teams'
const ZERO = '0'.repeat(40)

const BASE: Files = {
  '.github/countersign.yml': `version: 1
applies_to: all
approvals: { label: countersigned }
`,
  '.github/CODEOWNERS': '* @alice @bob\n',
  'src/a.ts': 'one\n',
}

/** Server time on the day of the story. */
export function at(minute: number, second = 0): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `2026-11-20T13:${pad(minute)}:${pad(second)}Z`
}

export async function openScene({ files = {}, teams = {} }: SceneOptions = {}): Promise<Scene> {
  const repo = createRepo()
  let log: ActivityOptions[] = []
  commitFiles(repo, { ...BASE, ...files }, { branch: 'main' })
  const server = await createGitHub({
    repos: { 'acme/shop': { dir: repo.dir } },
    teams,
    tokens: { [TEAM_TOKEN]: { kind: 'app', login: 'teams', readsTeams: true, write: false } },
  })
  const record = (moves: ActivityOptions[]) => {
    log = moves
    // The log is newest first; moves of one second keep their order.
    server.setActivity(log.toReversed())
  }
  return {
    repo,
    server,
    push: (time, changes, { by = AGENT, type, ...commit } = {}) => {
      const after = commitFiles(repo, changes, { ...commit, branch: BRANCH })
      const before = log.at(-1)?.after ?? ZERO
      const kind = type ?? (before === ZERO ? 'branch_creation' : 'push')
      record([...log, { ref: BRANCH, before, after, actor: by, at: time, type: kind }])
      return after
    },
    startOver: () => {
      repo.git('switch', '--quiet', '--force', 'main')
      repo.git('branch', '--quiet', '-D', BRANCH)
    },
    advance: (changes) => commitFiles(repo, changes, { branch: 'main' }),
    rewriteLog: (change) => record(change(log)),
    open: (time, options) =>
      server.openPull({ number: 7, head: BRANCH, author: AGENT, createdAt: time, ...options }),
    label: (time, name, by) => server.addLabel(7, name, { by: { login: by }, at: time }),
    read: (request) => readPull(server, request),
    dispose: async () => {
      await server.close()
      repo.dispose()
    },
  }
}

/** The evidence of pull request 7, read with the workflow's token and without one for teams. */
export async function readPull(
  server: GitHubServer,
  request: Partial<GitHubRequest> = {},
  api: GitHubApi = connectApi(server),
): Promise<Evidence> {
  const reader = makeReader(api, { owner: 'acme', repo: 'shop' })
  const standard = { number: 7, policyPath: '.github/countersign.yml', checkName: 'countersign' }
  return (await readGitHubEvidence(reader, { ...standard, teams: null, results: null, ...request }))
    .evidence
}

/** The window the action opens, without its patience: no test waits for a retry. */
export function connectApi(server: GitHubServer, token = server.token): GitHubApi {
  const patience = { ...PATIENCE, retries: 0 }
  const client = makeGitHubClient(token, server.url, patience)
  return toGitHubApi(client)
}

/** How the gate judges the scene, the day after. An internal error is nothing that a test may miss. */
export function makeSettings(changes: Partial<EvaluationSettings> = {}): EvaluationSettings {
  return {
    policyPath: '.github/countersign.yml',
    checkName: 'countersign',
    teams: null,
    results: null,
    now: new Date('2026-11-21T12:00:00Z'),
    onFailure: (error) => {
      throw error
    },
    ...changes,
  }
}

/** With the token that may read teams. */
export function connectTeams(server: GitHubServer): GitHubApi {
  return connectApi(server, TEAM_TOKEN)
}

export function factsOf<K extends ApprovalFact['kind']>(
  evidence: Evidence,
  kind: K,
): Extract<ApprovalFact, { kind: K }>[] {
  return (evidence.facts ?? []).filter((fact) => fact.kind === kind) as Extract<
    ApprovalFact,
    { kind: K }
  >[]
}

export function patchAt(evidence: Evidence, sha: string): string | undefined {
  return evidence.heads.get(sha)?.patch
}

export function commitFiles(repo: TestRepo, files: Files, options: CommitOptions): string {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) repo.remove(path)
    else repo.write(path, text)
  }
  return repo.commit(`Change ${Object.keys(files).join(', ')}`, options)
}
