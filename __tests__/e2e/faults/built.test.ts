import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readWorkflowCommands } from '../../support/file-commands.ts'
import { type ActionResult, runAction } from '../../support/run-action.ts'
import { KIND_NAMES, KINDS, type KindName } from './kinds.ts'
import { SCENES, type Scene } from './scenes.ts'
import { TABLE } from './table.ts'

/** One request of each kind through the built action, with its own patience; and what the table leaves out. */

let scene: Scene
beforeEach(async () => {
  scene = await SCENES.signed()
})
afterEach(() => scene.dispose())

/** Twenty seconds would go by before the action gives up; how it does is tested with less. */
const QUICK = KIND_NAMES.filter((kind) => kind !== 'silent' && kind !== 'stalled')

function strike(kind: KindName, times: number): Promise<ActionResult> {
  const { respond } = KINDS[kind]
  const headers: Record<string, string> = kind === 'limited' ? { 'retry-after': '0' } : {}
  scene.desk.server.fault({ method: 'GET', path: /\/compare\//, respond, headers, times })
  return runAction(scene.options)
}

describe('the built action', () => {
  test.each(QUICK)(
    'says what it could not read, and why, when GitHub answers for good: %s',
    async (kind) => {
      const result = await strike(kind, 100)
      const { read } = KINDS[kind]
      expect(result.outputs.conclusion).toBe(read === null ? 'pass' : 'block')
      expect(result.exitCode).toBe(read === null ? 0 : 1)
      if (read !== null) expect(result.files.markdown).toContain('the comparison of base and head')
      expect(result.stderr).toBe('')
      expect(readWorkflowCommands(result.stdout).map(({ command }) => command)).toEqual([
        'add-mask',
      ])
    },
  )

  test.each(['limited', 'broken', 'cut', 'page'] as const)(
    'passes when it happens once: %s',
    async (kind) => {
      expect((await strike(kind, 1)).outputs.conclusion).toBe('pass')
    },
  )

  test('does not wait longer than a minute for a rate limit', async () => {
    const headers = { 'retry-after': '61' }
    scene.desk.server.fault({ path: /\/compare\//, respond: 'secondary-limit', headers })
    const result = await runAction(scene.options)
    expect(result.outputs.conclusion).toBe('block')
    expect(
      scene.desk.server.requests.filter(({ path }) => path.includes('/compare/')),
    ).toHaveLength(1)
  })
})

test('the table has a row for every route in the source', () => {
  const routes = SOURCES.flatMap(listSources).flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/'(?:[A-Z]+ )?(\/(?:repos|orgs|user)[^'\s]*)'/g)].map(
      (it) => it[1] ?? '',
    )
  })
  const known = new Set(TABLE.map(({ request }) => shapeOf(request.split(' ')[1] ?? '')))
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.filter((route) => !known.has(shapeOf(route)))).toEqual([])
})

const SOURCES = ['src/sources/github', 'src/reports', 'src/action', 'src/gate']

/** Setup is what the doctor reads, and no verdict hangs on it. */
function listSources(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((it) => it.endsWith('.ts') && !it.startsWith('setup/'))
    .map((it) => `${folder}/${it}`)
}

/** A path without the names of its parameters and without a query; numbers of the scenes are parameters, too. */
function shapeOf(path: string): string {
  return (path.split('?')[0] ?? '').replace(/\{\w+\}|\b[79]\b/g, '{}')
}
