import type { Decision } from '../../src/engine/decision.ts'
import type { Account, Grant } from '../support/github/world.ts'
import { createGitHub, type GitHubServer } from '../support/github-server.ts'
import { createRepo, type Person, type TestRepo } from '../support/repo.ts'
import type { ActionResult, RunActionOptions } from '../support/run-action.ts'
import { decisionOf, runGate } from './gate.ts'

/** A pull request of an agent, number 7, and everybody who could sign for it or interfere. */
export interface Desk {
  readonly repo: TestRepo
  readonly server: GitHubServer
  /** The head commit at this moment. */
  head(): string
  /** The server's time, a second later with each look. */
  now(): string
  /** Writes down that the branch came to where it is by other means; the head. */
  pushed(options?: Pick<PushOptions, 'by' | 'at'>): string
  /** Commits and pushes; the head afterwards. */
  push(files: Files, options?: PushOptions): string
  /** Puts the branch on top of a base that has moved on elsewhere, with what else it may change. */
  rebase(by?: Account): string
  /** Merges the base into the branch, as "Update branch" does. */
  updateBranch(by: Account, author?: Person): string
  /** Commits on the base; the branch stays where it left it. */
  advance(files: Files): void
  /** Replaces all but the base's first commit by another one; what the branch builds on is gone there. */
  rewriteBase(files: Files): void
  label(name: string, by: string): void
  unlabel(name: string, by: string): void
  review(state: string, by: string, commit?: string): void
  /** Runs the built action, as a push or a label would. */
  judge(options?: Partial<RunActionOptions>): Promise<ActionResult>
  /** The text of the gate's comment. */
  comment(): string
  dispose(): Promise<void>
}

type Files = Readonly<Record<string, string>>

export interface PushOptions {
  readonly by?: Account
  readonly author?: Person
  readonly message?: string
  /** What the commit says about its date. */
  readonly date?: string
  /** Server time of the push; by default now. */
  readonly at?: string
}

export interface DeskOptions {
  /** What follows `version` and `applies_to`. */
  readonly policy?: string
  /** Added to the base or replacing parts of it. */
  readonly files?: Files
  /** What the pull request changes. */
  readonly change?: Files
  /** Who opens the pull request; the agent by default. */
  readonly author?: Account
  readonly body?: string
  /** Logins of the members by `org/slug`, besides those of `acme/pay`. */
  readonly teams?: Readonly<Record<string, readonly string[]>>
  /** Further tokens. */
  readonly tokens?: Readonly<Record<string, Grant>>
}

export const BRANCH = 'claude/pay-142'
export const AGENT: Account = { login: 'acme-coder[bot]', type: 'Bot' }
/** A token that can read the organisation's teams. */
export const TEAM_TOKEN = 'token-for-teams'

/** How the agent signs its commits. */
const AGENT_AUTHOR: Person = {
  name: 'acme-coder[bot]',
  email: '77+acme-coder[bot]@users.noreply.github.com',
}
const APPROVALS = 'approvals: { label: countersigned }\n'
const CODEOWNERS = `* @alice
/web/ @bob
/docs/ @alice @bob
/pay/ @acme/pay
/free/
`
export const NUMBER = 7
/** Its comments tell the server's time. */
const CLOCK = 99
const NO_COMMIT = '0'.repeat(40)

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const repo = createRepo()
  const policy = `version: 1\napplies_to: all\n${options.policy ?? APPROVALS}`
  const base = {
    '.github/countersign.yml': policy,
    '.github/CODEOWNERS': CODEOWNERS,
    'src/send.ts': 'export const send = 1\n',
    ...options.files,
  }
  writeAll(repo, base)
  repo.commit('Base')
  const server = await createGitHub({
    repos: { 'acme/shop': { dir: repo.dir, permissions: { trudy: 'triage' } } },
    teams: { 'acme/pay': ['carol'], ...options.teams },
    tokens: {
      [TEAM_TOKEN]: { kind: 'app', login: 'teams', readsTeams: true, write: false },
      ...options.tokens,
    },
  })
  const desk = makeDesk(repo, server, BRANCH)
  desk.push(options.change ?? { 'src/retry.ts': 'export const retries = 3\n' })
  const { author = AGENT, body = null } = options
  server.openPull({ number: NUMBER, head: BRANCH, author, body })
  return desk
}

/** A desk for a branch of any repository that a server has. */
export function makeDesk(repo: TestRepo, server: GitHubServer, branch: string): Desk {
  server.addIssue({ number: CLOCK })
  const now = () => server.addComment(CLOCK, 'What time is it?').createdAt
  const log = makeMoveLog(server, branch, now)
  const head = () => repo.git('rev-parse', branch)
  return {
    repo,
    server,
    head,
    now,
    pushed: ({ by = AGENT, at } = {}) => log(head(), by, 'push', at),
    push: (files, { by = AGENT, author = AGENT_AUTHOR, message = 'Work', date, at } = {}) => {
      writeAll(repo, files)
      repo.commit(message, { author, branch, ...(date !== undefined && { date }) })
      return log(head(), by, 'push', at)
    },
    rebase: (by = AGENT) => {
      moveBaseOn(repo)
      repo.git('rebase', '--quiet', 'main', branch)
      return log(head(), by, 'force_push')
    },
    updateBranch: (by, author = AGENT_AUTHOR) => {
      moveBaseOn(repo)
      repo.git('switch', '--quiet', branch)
      repo.git('merge', '--quiet', '--no-edit', 'main')
      const signature = `${author.name} <${author.email}>`
      repo.git('commit', '--quiet', '--amend', '--no-edit', `--author=${signature}`)
      return log(head(), by, 'push')
    },
    advance: (files) => {
      repo.git('switch', '--quiet', 'main')
      writeAll(repo, files)
      repo.commit('Base', { branch: 'main' })
    },
    rewriteBase: (files) => {
      const first = repo.git('rev-list', '--max-parents=0', 'main')
      repo.git('switch', '--quiet', '--create', 'rewritten', first)
      writeAll(repo, files)
      repo.commit('Rewritten', { branch: 'rewritten' })
      repo.git('branch', '--quiet', '--force', 'main', 'rewritten')
      repo.git('switch', '--quiet', branch)
    },
    label: (name, by) => server.addLabel(NUMBER, name, { by: { login: by } }),
    unlabel: (name, by) => server.removeLabel(NUMBER, name, { by: { login: by } }),
    review: (state, by, commit) =>
      server.addReview(NUMBER, { state, commitId: commit ?? head(), by: { login: by } }),
    judge: (options) => runGate({ repo, server, dispose: async () => undefined }, options),
    comment: () => server.comments(NUMBER).at(-1)?.body ?? '',
    dispose: async () => {
      await server.close()
      repo.dispose()
    },
  }
}

/** Writes down where the head branch goes, as GitHub's activity log does. */
function makeMoveLog(server: GitHubServer, ref: string, now: () => string) {
  const moves: Parameters<GitHubServer['setActivity']>[0][number][] = []
  return (after: string, actor: Account, type: 'push' | 'force_push', at = now()): string => {
    const before = moves.at(-1)?.after ?? NO_COMMIT
    const kind = before === NO_COMMIT ? 'branch_creation' : type
    moves.push({ ref, before, after, actor, at, type: kind })
    server.setActivity(moves)
    return after
  }
}

function moveBaseOn(repo: TestRepo): void {
  repo.write('src/elsewhere.ts', 'export const elsewhere = 1\n')
  repo.commit('Elsewhere', { branch: 'main' })
}

function writeAll(repo: TestRepo, files: Files): void {
  for (const [path, text] of Object.entries(files)) repo.write(path, text)
}

/** The whole decision record that the action wrote. */
export function readDecision(result: ActionResult): Decision {
  return decisionOf(result) as unknown as Decision
}

/** The rules that block, each once. */
export function blockingRules(result: ActionResult): string[] {
  const blocking = readDecision(result).findings.filter((finding) => finding.blocking)
  return [...new Set(blocking.map((finding) => finding.rule))]
}

/** What the decision says under a rule. */
export function messagesOf(result: ActionResult, rule: string): string {
  const findings = readDecision(result).findings.filter((finding) => finding.rule === rule)
  return findings.map(({ message, remedy }) => `${message} ${remedy}`).join('\n')
}

export function conclusionOf(result: ActionResult): string | undefined {
  return result.outputs.conclusion
}
