import { eventPayload } from '../../support/event-payload.ts'
import type { FaultRule } from '../../support/github/faults.ts'
import { openReceiver } from '../../support/receiver.ts'
import type { RunActionOptions } from '../../support/run-action.ts'
import { BRANCH, type Desk, openDesk, TEAM_TOKEN } from '../desk.ts'

/** Pull requests that between them make the action ask everything it can ask. */
export interface Scene {
  readonly desk: Desk
  readonly options: RunActionOptions
  /** The commit that is judged. */
  readonly head: string
  /** What it comes to while GitHub answers well. */
  readonly conclusion: 'pass' | 'block' | 'override'
  /** Faults that belong to the scene. */
  readonly standing: readonly FaultRule[]
  dispose(): Promise<void>
}

export const SCENES = {
  /** An agent's change with everything a policy can ask for, all of it given. It passes. */
  whole: openWhole,
  /** A blocked change that nothing was said about yet, with people to tell and a step that must not fail. */
  blocked: openBlocked,
  /** A change that only a label stands for. It passes. */
  signed: openSigned,
  /** A team's change, signed by somebody who is not in it. It blocks. */
  team: openTeam,
  /** A change with more warnings than GitHub takes at once. It passes. */
  noted: openNoted,
  /** A change that somebody lets through with a reason. */
  override: openOverride,
  /** A change that is judged with a person's token, and without a check run. */
  unnamed: openUnnamed,
  /** A change of many files that GitHub shows no patches of. It passes. */
  unpatched: openUnpatched,
  /** A finished workflow names a commit; its pull request is to be found. */
  woken: openWoken,
  /** Every open pull request is judged. */
  sweep: openSweep,
  /** GitHub does not say which pull requests have a commit. */
  unlisted: openUnlisted,
  /** A merge queue asks about a group of one. */
  queue: openQueue,
} as const satisfies Record<string, () => Promise<Scene>>

export type SceneName = keyof typeof SCENES

const CI = '.github/workflows/ci.yml'
const NUMBER = 7
const REPOSITORY = 'acme/shop'
const SMALL = 'limits: { changed_files: 50 }\n'

const PLAN = `version: 1
id: PAY-142
title: Retry
owner: "@alice"
expires: "2099-12-31"
scope: { may: ["src/**", "pay/**", "ops/**"] }
acceptance:
  - { id: AC1, criterion: A failed delivery is retried., tests: ["retry › retries three times"] }
`
const WHOLE_POLICY = `plan: { required: true, sources: [issue], approval_label: plan-approved, approvers: ["@alice"] }
acceptance: { required: true, results: [{ workflow: ${CI}, artifact: "test-results*" }] }
approvals: { label: countersigned }
`
const JUNIT =
  '<testsuites tests="1"><testsuite name="s" tests="1"><testcase classname="retry" name="retries three times"/></testsuite></testsuites>'
const NOTED_POLICY = `patterns:
  - { id: todo, match: TODO, in: added, decision: warn, reason: Somebody has to do it., example: TODO }
`
/** More warnings than one request takes. */
const TODO = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [`src/todo/${at}.ts`, `// TODO ${at}\n`]),
)

async function openWhole(): Promise<Scene> {
  const desk = await openDesk({
    policy: WHOLE_POLICY,
    files: {
      [CI]: 'on: pull_request\n',
      '.github/CODEOWNERS': '* @alice\n/pay/ @acme/pay\n/ops/ @alice @acme/ops\n',
      'src/old.ts': 'export const old = 1\n',
    },
    change: { 'src/retry.ts': 'export const retries = 2\n' },
    teams: { 'acme/ops': ['dave'] },
  })
  const { server } = desk
  desk.label('countersigned', 'alice')
  desk.push({
    'pay/charge.ts': 'export const charge = 1\n',
    'ops/run.ts': 'export const run = 1\n',
  })
  desk.repo.git('switch', '--quiet', BRANCH)
  desk.repo.remove('src/old.ts')
  desk.push({ 'src/retry.ts': 'export const retries = 3\n' })
  desk.advance({ 'docs/new.md': 'New.\n' })
  server.updatePull(NUMBER, { body: 'Plan: #9', testMerge: true })
  server.addIssue({ number: 9, body: `\`\`\`yaml countersign-plan\n${PLAN}\`\`\`\n` })
  server.addLabel(9, 'plan-approved', { by: { login: 'alice' } })
  server.addRun({ id: 501, path: CI, head_sha: desk.head(), head_branch: BRANCH })
  server.addArtifact({ run: 501, name: 'test-results', files: { 'junit.xml': JUNIT } })
  desk.review('APPROVED', 'alice')
  desk.review('APPROVED', 'carol')
  for (const body of [OLD_COMMENT, OLD_COMMENT])
    server.addComment(NUMBER, body, { by: { login: 'github-actions[bot]' } })
  return makeScene(desk, { inputs: { 'team-token': TEAM_TOKEN } })
}

async function openSigned(): Promise<Scene> {
  const desk = await openDesk()
  desk.label('countersigned', 'alice')
  return makeScene(desk)
}

async function openTeam(): Promise<Scene> {
  const desk = await openDesk({
    files: { '.github/CODEOWNERS': '* @acme/ops\n' },
    teams: { 'acme/ops': ['dave'] },
  })
  desk.review('APPROVED', 'carol')
  const scene = makeScene(desk, { inputs: { 'team-token': TEAM_TOKEN } })
  return { ...scene, conclusion: 'block' }
}

const OLD_COMMENT = '<!-- countersign:gate -->\n\nAn earlier verdict.\n'

async function openBlocked(): Promise<Scene> {
  const desk = await openDesk()
  const receiver = await openReceiver()
  const scene = makeScene(desk, {
    inputs: { 'fail-on-block': 'false', webhook: receiver.url('/hook') },
  })
  return {
    ...scene,
    conclusion: 'block',
    dispose: () => Promise.all([desk.dispose(), receiver.close()]).then(),
  }
}

async function openNoted(): Promise<Scene> {
  return makeScene(await openDesk({ policy: NOTED_POLICY, change: TODO }))
}

/** More than are worth a request each. */
const MANY = Object.fromEntries(
  Array.from({ length: 120 }, (_, at) => [`src/many/${at}.ts`, `export const value = ${at}\n`]),
)

async function openUnpatched(): Promise<Scene> {
  const desk = await openDesk({ policy: NOTED_POLICY, change: MANY })
  desk.server.updatePull(NUMBER, { omitPatch: () => true })
  return makeScene(desk)
}

async function openOverride(): Promise<Scene> {
  const policy =
    'approvals: {}\noverride: { label: break-glass, approvers: ["@olga"], reason_required: true }\n'
  const desk = await openDesk({ policy })
  desk.label('break-glass', 'olga')
  const by = { login: 'olga', type: 'User' }
  desk.server.addComment(NUMBER, 'The shop is down, incident 12.', { by })
  return { ...makeScene(desk), conclusion: 'override' }
}

async function openUnnamed(): Promise<Scene> {
  const token = 'token-of-a-person'
  const tokens = { [token]: { kind: 'user', login: 'gatekeeper' } } as const
  const desk = await openDesk({ policy: SMALL, tokens })
  return makeScene(desk, { inputs: { 'check-name': '' }, token })
}

async function openWoken(): Promise<Scene> {
  const desk = await openDesk({ policy: SMALL })
  return makeScene(desk, describeEvent('workflow_run', 'completed', { headSha: desk.head() }))
}

async function openSweep(): Promise<Scene> {
  const desk = await openDesk({ policy: SMALL })
  return makeScene(desk, {
    ...describeEvent('repository_dispatch', null, {}),
    eventName: 'schedule',
  })
}

async function openUnlisted(): Promise<Scene> {
  const standing = [{ path: /\/commits\/[0-9a-f]+\/pulls/, respond: 404 }]
  return { ...makeScene(await openDesk({ policy: SMALL })), standing }
}

async function openQueue(): Promise<Scene> {
  const desk = await openDesk({ policy: SMALL })
  const { git } = desk.repo
  const base = git('rev-parse', 'main')
  const queue = `gh-readonly-queue/main/pr-${NUMBER}-${base}`
  git('switch', '--quiet', '--create', queue, base)
  git('merge', '--quiet', '--no-ff', '-m', `Merge pull request #${NUMBER} from acme/x`, BRANCH)
  const set = {
    'merge_group.head_sha': git('rev-parse', queue),
    'merge_group.base_sha': base,
    'merge_group.head_ref': `refs/heads/${queue}`,
    'merge_group.base_ref': 'refs/heads/main',
  }
  const head = git('rev-parse', queue)
  return { ...makeScene(desk, describeEvent('merge_group', 'checks_requested', { set })), head }
}

type Event = Pick<RunActionOptions, 'event' | 'eventName'>

function describeEvent(
  eventName: Parameters<typeof eventPayload>[0],
  action: string | null,
  overrides: Omit<Parameters<typeof eventPayload>[2], 'repository'>,
): Event {
  const event = eventPayload(eventName, action, { repository: REPOSITORY, ...overrides })
  return { eventName, event }
}

function makeScene(desk: Desk, options: Partial<RunActionOptions> = {}): Scene {
  const pushed = describeEvent('pull_request', 'synchronize', { number: NUMBER })
  const eventName = 'pull_request_target'
  return {
    desk,
    options: { server: desk.server, ...pushed, eventName, ...options },
    head: desk.head(),
    conclusion: 'pass',
    standing: [],
    dispose: desk.dispose,
  }
}
