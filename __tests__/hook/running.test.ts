import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { hermeticGitEnv } from '../support/repo.ts'
import { CLI, openWorkshop, type Workshop } from './workshop.ts'

let shop: Workshop
afterEach(() => shop.dispose())

test('the chain of a session that goes on can be read where it is, and does not verify', () => {
  shop = openWorkshop()
  shop.hook({ hook_event_name: 'SessionStart', source: 'startup' })
  shop.call('Write', { file_path: 'src/b.ts', content: 'b\n' }, () => shop.write('src/b.ts', 'b\n'))
  const folder = join(shop.recorder, 'chains')
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
  const audit = (command: string) => {
    const args = [CLI, 'audit', command, join(folder, name)]
    const options = { env: hermeticGitEnv(shop.root), encoding: 'utf8' } as const
    return spawnSync(process.execPath, args, options)
  }
  const shown = audit('show')
  expect(shown.status).toBe(0)
  expect(shown.stderr).toContain('still running')
  expect(shown.stdout).toContain('src/b.ts')
  const verified = audit('verify')
  expect(verified.status).toBe(1)
  expect(verified.stdout).toContain('audit/truncated')
})
