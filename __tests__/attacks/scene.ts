import type { ApprovalFact } from '../../src/engine/evidence.ts'
import { AGENT, type Desk, makeDesk, NUMBER, TEAM_TOKEN } from '../e2e/desk.ts'
import { branchOf, buildCase, writeEntries } from '../support/cases/build-case.ts'
import { numberOf } from '../support/github/accounts.ts'
import type { Account, AppIdentity, CheckConclusion } from '../support/github/world.ts'
import { createGitHub } from '../support/github-server.ts'
import type { ActionResult } from '../support/run-action.ts'
import type { AttackFolder } from './attack-folders.ts'
import type { Act, GitHubSide } from './github-side.ts'

/** A case come to life: its repository, a server that has it, pull request 7, and what happened on it. */
export interface Scene extends Desk {
  readonly folder: AttackFolder
  readonly branch: string
  /** The history as the facts of `--approvals`. */
  readonly facts: readonly ApprovalFact[]
}

/** What `scene.ts` of a case may export. */
export interface SceneModule {
  /** Adds to the world what files cannot say, before anything looks at it. */
  readonly prepare?: (scene: Scene) => void | Promise<void>
  /** Runs the action in place of "somebody pushed to pull request 7". */
  readonly judge?: (scene: Scene) => Promise<ActionResult>
  /** Runs another tool than the gate. */
  readonly run?: (scene: Scene) => Promise<ToolResult>
}

/** What another tool said: the rules, or whatever stands for them, that blocked. */
export interface ToolResult {
  readonly rules: readonly string[]
  readonly conclusion: string
  /** Everything it printed, where that is looked at. */
  readonly printed?: string
}

const RESULTS_RUN = 501
const CI = '.github/workflows/ci.yml'

/** Builds the world of a case and lets its history happen. Dispose of it. */
export async function openScene(folder: AttackFolder, module: SceneModule): Promise<Scene> {
  const { world, github } = folder
  const repo = buildCase(world)
  const server = await createGitHub({
    repos: { 'acme/shop': { dir: repo.dir, permissions: github.permissions } },
    teams: github.teams,
    tokens: { [TEAM_TOKEN]: { kind: 'app', login: 'teams', readsTeams: true, write: false } },
  })
  const branch = branchOf(world)
  const facts: ApprovalFact[] = []
  const scene: Scene = { ...makeDesk(repo, server, branch), folder, branch, facts }
  try {
    openPull(scene, github)
    addSurroundings(scene, github)
    for (const act of github.history) await happen(scene, act)
    addRuns(scene, github)
    await module.prepare?.(scene)
    for (const { path, ...fault } of github.faults) {
      server.fault(withoutUndefined({ path: new RegExp(path), ...fault }))
    }
    return scene
  } catch (error) {
    await scene.dispose()
    throw error
  }
}

function openPull(scene: Scene, github: GitHubSide): void {
  const author = accountOf(github.author)
  const by = github.pusher === undefined ? author : accountOf(github.pusher)
  const at = scene.now()
  tell(scene, { kind: 'push', ...actorOf(by), at, head_sha: scene.pushed({ by, at }) })
  const { title, body, labels, base } = github
  const createdAt = scene.now()
  const pull = { number: NUMBER, head: scene.branch, base, author, title, body, labels, createdAt }
  scene.server.openPull(pull)
  tell(scene, { kind: 'opened', ...actorOf(author), at: createdAt, head_sha: scene.head() })
}

function addSurroundings({ server, repo, branch, head }: Scene, github: GitHubSide): void {
  for (const { author, ...issue } of github.issues) {
    server.addIssue(
      withoutUndefined({ ...issue, author: author === undefined ? undefined : accountOf(author) }),
    )
  }
  for (const { author, head: other = branch, ...pull } of github.pulls) {
    if (repo.git('branch', '--list', other) === '') repo.git('branch', other, branch)
    const opened = { ...pull, head: other, author: accountOf(author ?? AGENT.login) }
    server.openPull(withoutUndefined(opened))
  }
  for (const { name, conclusion, app, external_id } of github.check_runs) {
    const run = { name, conclusion: conclusion as CheckConclusion, headSha: head() }
    server.addCheckRun(
      withoutUndefined({
        ...run,
        externalId: external_id,
        app: app === undefined ? undefined : appOf(app),
      }),
    )
  }
}

/** One act of the history, and the fact that a clone is told of it. */
async function happen(scene: Scene, act: Act): Promise<void> {
  const { server } = scene
  const at = scene.now()
  switch (act.do) {
    case 'label':
    case 'unlabel': {
      const by = accountOf(act.by)
      const doing = { by, at, ...(act.app !== undefined && { app: appOf(act.app) }) }
      if (act.do === 'label') server.addLabel(NUMBER, act.name, doing)
      else server.removeLabel(NUMBER, act.name, doing)
      const what = { name: act.name, via_app: act.app ?? null, removed: act.do === 'unlabel' }
      return tell(scene, { kind: 'label', ...what, ...actorOf(by), at, head_sha: scene.head() })
    }
    case 'review': {
      const by = accountOf(act.by)
      server.addReview(NUMBER, { state: act.state, commitId: scene.head(), by, at })
      const fact = { kind: 'review', state: act.state, ...actorOf(by), at, head_sha: scene.head() }
      return tell(scene, fact as ApprovalFact)
    }
    case 'push': {
      const by = act.by === undefined ? AGENT : accountOf(act.by)
      writeEntries(scene.repo, act.files.map(withoutUndefined))
      const said = withoutUndefined({ message: act.message, date: act.date })
      return tell(scene, {
        kind: 'push',
        ...actorOf(by),
        at,
        head_sha: scene.push({}, { ...said, by, at }),
      })
    }
    case 'rebase':
    case 'update': {
      const by = act.by === undefined ? AGENT : accountOf(act.by)
      const head_sha = act.do === 'rebase' ? scene.rebase(by) : scene.updateBranch(by)
      return tell(scene, { kind: 'push', ...actorOf(by), at, head_sha })
    }
    case 'edit':
      return server.editBody(NUMBER, act.body, { by: accountOf(act.by ?? AGENT.login), at })
    case 'retarget': {
      server.updatePull(NUMBER, { base: act.base })
      const actor = accountOf(act.by ?? AGENT.login)
      server.addEvent(NUMBER, { event: 'base_ref_changed', actor, app: null, at })
      return tell(scene, { kind: 'retargeted', ...actorOf(actor), at, head_sha: scene.head() })
    }
    case 'judge':
      await scene.judge({ inputs: scene.folder.github.inputs })
  }
}

/** The runs of CI on the head, with what they uploaded. */
function addRuns({ server, branch, head, folder }: Scene, github: GitHubSide): void {
  const { results } = folder.world
  const plain = {
    id: RESULTS_RUN,
    artifacts: { 'test-results': Object.fromEntries(results ?? []) },
  }
  const runs = github.runs ?? (results === null ? [] : [plain])
  for (const { id, artifacts, ...run } of runs) {
    const about = { path: CI, head_branch: branch, head_sha: head() }
    server.addRun({ id, ...about, ...withoutUndefined(run) })
    for (const [name, files] of Object.entries(artifacts)) {
      server.addArtifact({ run: id, name, files })
    }
  }
}

function tell({ facts }: Scene, fact: ApprovalFact): void {
  const list = facts as ApprovalFact[]
  list.push(fact)
}

export function accountOf(login: string): Account {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

function actorOf({ login, type = 'User' }: Account) {
  return { actor: login, actor_type: type }
}

function appOf(slug: string): AppIdentity {
  return { slug, id: numberOf(slug) }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Options that were not given are left out, so that the server's defaults hold. */
function withoutUndefined<T extends object>(options: T): Defined<T> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Defined<T>
}
