import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readWorkflowCommands } from '../../support/file-commands.ts'
import type { RecordedRequest } from '../../support/github/transport.ts'
import { type ActionHost, type HostResult, openActionHost } from '../../support/run-often.ts'
import type { WrittenDecision } from '../gate.ts'
import { KIND_NAMES, KINDS, type KindName } from './kinds.ts'
import type { Outcome, Row } from './row.ts'
import { SCENES, type Scene, type SceneName } from './scenes.ts'
import { isRead, patternOf, TABLE } from './table.ts'

/** More often than anything is asked. */
const ALWAYS = 10_000

/** Words of an error's body, which the action must keep to itself. */
const RAW = 'GitHub says ::error::so @everyone <img>'

/** Tests each row of some scenes against each kind of fault, once and for good. */
export function testScenes(names: readonly SceneName[]): void {
  let host: ActionHost
  beforeAll(() => {
    host = openActionHost()
  })
  afterAll(() => host.close())
  describe.each(names)('in the scene "%s"', (name) => testScene(name, () => host))
}

function testScene(name: SceneName, hostOf: () => ActionHost): void {
  let scene: Scene
  let goBack: () => void
  const rows = TABLE.filter((row) => row.scene === name)
  const cells = rows.flatMap((row) => KIND_NAMES.map((kind) => ({ ...row, row, kind })))
  const healing = cells.filter(({ row, kind }) => isHealed(row, kind))

  beforeAll(async () => {
    scene = await SCENES[name]()
    goBack = scene.desk.server.remember()
  })
  afterAll(() => scene.dispose())

  /** Runs the action with a fault, in the world as it was at the start. */
  async function strike(row: Row, kind: KindName, times: number): Promise<HostResult> {
    const { respond, headers } = { headers: {}, ...KINDS[kind] }
    const [method = '', path = ''] = splitPattern(row)
    prepare()
    scene.desk.server.fault({
      method,
      path: new RegExp(path),
      respond,
      headers,
      message: RAW,
      times,
    })
    const isLate = respond === 'hang' || respond === 'stall'
    const pattern = deadlinePattern(row)
    return hostOf().run(scene.options, isLate ? { pattern, times } : null)
  }

  function prepare(): void {
    const { server } = scene.desk
    server.heal()
    for (const fault of scene.standing) server.fault(fault)
    goBack()
  }

  test('everything is asked that the table says, and nothing else, when GitHub answers well', async () => {
    prepare()
    const { server } = scene.desk
    const before = server.requests.length
    const result = await hostOf().run(scene.options)
    expectSame(scene, result, {})
    expect(result.waits).toEqual([])
    const asked = server.requests.slice(before)
    expect(rows.filter((row) => !asked.some((it) => isAbout(row, it)))).toEqual([])
    expect(asked.filter((it) => !TABLE.some((row) => isAbout(row, it))).map(toTarget)).toEqual([])
  })

  test.each(cells)('$request ($use) fails for good: $kind', async ({ row, kind }) => {
    const result = await strike(row, kind, ALWAYS)
    expectOutcome(scene, result, row, kind)
    expectDiscretion(scene, result)
    expectPatience(row, kind, result.waits)
  })

  if (healing.length === 0) return
  test.each(healing)('$request ($use) fails once and is asked again: $kind', async (cell) => {
    const { row, kind } = cell
    const result = await strike(row, kind, 1)
    expectSame(scene, result, {})
    expect(result.waits).toEqual(KINDS[kind].waits.slice(0, 1))
  })
}

/** Whether a second try takes place, and helps. */
export function isHealed(row: Row, kind: KindName): boolean {
  const outcome = outcomeOf(row, kind)
  return isRetried(row, kind) && !(outcome.becomes === 'same' && outcome.warns === undefined)
}

function isRetried(row: Row, kind: KindName): boolean {
  if (row.bytes && kind === 'page') return false
  const { retried } = KINDS[kind]
  return retried === 'everything' || (retried === 'repeatable' && (row.repeatable ?? isRead(row)))
}

/** Why a read failed. Half an answer did not come; half of one that Octokit reads for us is of no form. */
function causeOf({ request }: Row, kind: KindName): string | null {
  return KINDS[kind === 'cut' && request.endsWith('/graphql') ? 'strange' : kind].read
}

function outcomeOf(row: Row, kind: KindName): Outcome {
  return KINDS[kind].read === null ? { becomes: 'same' } : (row.but?.[kind] ?? row.fails)
}

function expectOutcome(scene: Scene, result: HostResult, row: Row, kind: KindName): void {
  const outcome = outcomeOf(row, kind)
  if (outcome.becomes === 'same') {
    expectSame(scene, result, outcome, outcome.cause ?? KINDS[kind].write)
    return
  }
  expect(result.exitCode).toBe('fail-on-block' in inputsOf(scene) ? 0 : 1)
  if (outcome.becomes === 'nothing') {
    expect(result.stdout).toContain(`::error::Countersign could not decide: ${outcome.words}`)
    expect(result.outputs).toEqual({})
    return
  }
  expect(result.outputs.conclusion).toBe('block')
  const findings = findingsOf(result).filter(({ rule }) => rule === outcome.rule)
  const messages = findings.map(({ message }) => message).join('\n')
  expect(messages).toContain(outcome.words)
  if (outcome.rule === 'evidence/incomplete') expect(messages).toContain(causeOf(row, kind))
  expectBlockPublished(scene, row, outcome.words)
}

/** On the head as far as that is known; and in the comment, except for a merge group. */
function expectBlockPublished(scene: Scene, row: Row, words: string): void {
  const { server } = scene.desk
  const conclusions = server.checkRuns(scene.head).map(({ conclusion }) => conclusion)
  const isHeadKnown = row.use !== 'the pull request itself, and whether it moved meanwhile'
  expect(conclusions).toEqual(isHeadKnown ? ['failure'] : [])
  const mayComment = row.scene !== 'queue' && !row.request.endsWith('/comments')
  // In a comment, numbers are written so that they link nowhere.
  if (mayComment) expect(commentsOf(scene)).toContain(words.replace(/#\d+$/, ''))
}

/** The verdict is what it would have been; what could not be written is told. */
function expectSame(
  scene: Scene,
  result: HostResult,
  outcome: Partial<Extract<Outcome, { becomes: 'same' }>>,
  cause: string | null = null,
): void {
  const { warns, fails } = outcome
  expect(result.outputs.conclusion).toBe(scene.conclusion)
  const mustFail = scene.conclusion === 'block' && !('fail-on-block' in inputsOf(scene))
  expect(result.exitCode).toBe(mustFail || fails ? 1 : 0)
  const warnings = readWorkflowCommands(result.stdout).filter((it) => it.command === 'warning')
  const told = warnings.map(({ value }) => value).join('\n')
  if (warns === undefined) {
    expect(told).toBe('')
    expectPublished(scene)
    return
  }
  expect(told).toContain(`Countersign could not ${warns}: ${cause}.`)
  expect(result.summary).toContain('could not')
}

function expectPublished(scene: Scene): void {
  if (inputsOf(scene)['check-name'] === '') return
  const conclusions = scene.desk.server.checkRuns(scene.head).map(({ conclusion }) => conclusion)
  expect([...new Set(conclusions)]).toEqual([scene.conclusion === 'block' ? 'failure' : 'success'])
}

/** Nothing of what GitHub said in an error goes anywhere, and the check run is the first write. */
function expectDiscretion(scene: Scene, result: HostResult): void {
  const { server } = scene.desk
  const runs = server.checkRuns(scene.head)
  const written = [result.stdout, result.summary, ...Object.values(result.files)]
  for (const text of [...written, commentsOf(scene), JSON.stringify(runs)])
    expect(text).not.toMatch(/GitHub says|everyone|Unicorn|unexpected/)
  const commands = readWorkflowCommands(result.stdout).map(({ command }) => command)
  expect(commands.filter((it) => !['add-mask', 'warning', 'error', 'debug'].includes(it))).toEqual(
    [],
  )
}

/** Waits are as long as GitHub asks, and there are as many as are of use. */
function expectPatience(row: Row, kind: KindName, waits: readonly number[]): void {
  const expected: readonly number[] = isRetried(row, kind) ? KINDS[kind].waits : []
  expect(new Set(waits)).toEqual(new Set(expected))
}

function findingsOf(result: HostResult): WrittenDecision['findings'] {
  return (result.decision as WrittenDecision).findings
}

function inputsOf(scene: Scene): Readonly<Record<string, string>> {
  return scene.options.inputs ?? {}
}

function commentsOf(scene: Scene): string {
  return scene.desk.server
    .comments(7)
    .map(({ body }) => body)
    .join('\n')
}

function isAbout(row: Row, request: RecordedRequest): boolean {
  return toTarget(request).search(patternOf(row)) === 0
}

function toTarget({ method, path, query }: RecordedRequest): string {
  return `${method} ${path}?${new URLSearchParams(query)}`
}

function targetOf({ request, only = request }: Row): RegExp {
  return patternOf({ request: only })
}

function splitPattern(row: Row): readonly string[] {
  const [, method = '', path = ''] = /^\^(\w+) (.*)$/.exec(targetOf(row).source) ?? []
  return [method, `^${path}`]
}

/** Storage is asked by following the redirect of another request. */
function deadlinePattern(row: Row): string {
  if (!row.request.includes('_storage')) return targetOf(row).source
  return 'GET /repos/[^/]+/[^/]+/actions/artifacts/'
}
