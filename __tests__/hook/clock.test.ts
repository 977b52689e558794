import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { hermeticGitEnv } from '../support/repo.ts'
import { attachedChains, openWorkshop, runCli, startHook, type Workshop } from './workshop.ts'

let shop: Workshop
afterEach(() => shop.dispose())

const BASH = { tool_name: 'Bash', tool_input: { command: 'npm test' } }

function expectVerified() {
  expect(runCli(shop, 'audit', 'attach')).toMatchObject({ code: 0 })
  expect(runCli(shop, 'audit', 'verify', ...attachedChains(shop))).toMatchObject({ code: 0 })
}

/** Options under which Node's clock is off by so much, in milliseconds. */
function shiftClock(by: number) {
  const path = join(shop.root, '.git', 'shift.cjs')
  const shifted = `const Real = Date
globalThis.Date = class extends Real {
  constructor(...args) { if (args.length > 0) super(...args); else super(Real.now() + ${by}) }
  static now() { return Real.now() + ${by} }
}`
  writeFileSync(path, shifted)
  return { env: { NODE_OPTIONS: `--require=${path}` } }
}

describe('the time of a chain never goes back', () => {
  test('though many calls end at once, each in a process of its own', async () => {
    shop = openWorkshop()
    const env = hermeticGitEnv(shop.root)
    const common = { session_id: 'session-1', cwd: shop.root, ...BASH }
    const ids = Array.from({ length: 24 }, (_, at) => `toolu_${at}`)
    const all = (event: string) =>
      Promise.all(
        ids.map((id) =>
          startHook({ ...common, hook_event_name: event, tool_use_id: id, tool_response: {} }, env),
        ),
      )
    await all('PreToolUse')
    for (const id of ids) shop.write(`made/${id}.txt`, id)
    const ended = await all('PostToolUse')
    expect(ended.filter(({ code }) => code !== 0)).toEqual([])
    expectVerified()
  })

  test('though the clock is set back, and goes on with the clock afterwards', () => {
    shop = openWorkshop()
    shop.call('Bash', BASH.tool_input, () => shop.write('src/b.ts', 'b\n'))
    const call = { ...BASH, tool_use_id: 'back' }
    shop.hook({ hook_event_name: 'PreToolUse', ...call }, shiftClock(-3_600_000))
    shop.call('Bash', BASH.tool_input)
    const [chain = []] = shop.chains()
    const times = chain.map(({ ts }) => ts)
    expect(times[3]).toBe(times[2])
    expect((times[4] ?? '') > (times[3] ?? '')).toBe(true)
    expectVerified()
  })

  test('though it was taken up anew without what was known of it', () => {
    shop = openWorkshop()
    shop.hook({ hook_event_name: 'SessionStart' }, shiftClock(3_600_000))
    shop.call('Bash', BASH.tool_input, () => shop.write('src/b.ts', 'b\n'))
    const [[start] = []] = shop.chains()
    writeFileSync(join(shop.recorder, 'chains', `${start?.chain}.state.json`), '')
    expectVerified()
  })

  test('also from one chain of a session to the next', () => {
    shop = openWorkshop()
    shop.hook({ hook_event_name: 'SessionStart' }, shiftClock(3_600_000))
    shop.hook({ hook_event_name: 'SessionEnd' })
    shop.hook({ hook_event_name: 'SessionStart' })
    const [first, second] = shop.chains().map((chain) => chain[0]?.ts)
    expect((second ?? '') >= (first ?? '')).toBe(true)
  })
})
