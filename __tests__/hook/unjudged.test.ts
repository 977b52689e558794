import { afterEach, describe, expect, test } from '@jest/globals'
import { openWorkshop, runCli, type Workshop } from './workshop.ts'

let shop: Workshop
afterEach(() => shop.dispose())

const POLICY = `version: 1
audit: { required: true, unexplained: deny }
paths:
  - { id: locked, match: ["locked/**"], decision: deny, reason: Locked. }
commands:
  - { id: force-push, match: 'git\\s+push\\b.*--force', decision: deny, reason: Rewrites history., example: git push --force }
  - { id: publish, match: 'npm publish', decision: approve, reason: Leaves the building., example: npm publish }
`
const FORCE = { command: 'git push --force' }
const HARMLESS = { command: 'git push' }

function begin() {
  shop = openWorkshop({ policy: POLICY })
  shop.hook({ hook_event_name: 'SessionStart' })
}

function send(event: string, tool: string, input: object, id = 'toolu_x') {
  const call = { tool_name: tool, tool_input: input, tool_use_id: id, tool_response: {} }
  return shop.hook({ hook_event_name: event, ...call })
}

const verdicts = () =>
  shop.chains()[0]?.flatMap(({ event, rules }) => {
    return rules === undefined ? [] : [`${event} ${rules.decision} ${rules.rule}`]
  })

function gateFindings(): string[] {
  shop.call('Write', { file_path: 'src/b.ts', content: 'b\n' }, () => shop.write('src/b.ts', 'b\n'))
  runCli(shop, 'audit', 'attach')
  shop.git('add', '--all')
  shop.git('commit', '-qm', 'work')
  const { stdout } = runCli(shop, 'check', '--base', 'origin/main', '--format', 'json')
  const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] }
  return findings.map(({ rule }) => rule)
}

describe('what really ran is judged', () => {
  test('when its input was changed after it was allowed', () => {
    begin()
    expect(send('PreToolUse', 'Bash', HARMLESS).decision).toBe('allow')
    expect(send('PostToolUse', 'Bash', FORCE).code).toBe(0)
    expect(verdicts()).toEqual(['intent allow null', 'result deny command/force-push'])
    expect(gateFindings()).toEqual(
      expect.arrayContaining(['audit/denied-action', 'command/force-push']),
    )
  })

  test('when nobody saw it begin', () => {
    begin()
    send('PostToolUse', 'Bash', FORCE)
    expect(verdicts()).toEqual(['intent deny command/force-push', 'result deny command/force-push'])
    expect(gateFindings()).toContain('command/force-push')
  })

  test('when it comes under the id of a call that ended', () => {
    begin()
    send('PreToolUse', 'Bash', HARMLESS)
    send('PostToolUse', 'Bash', HARMLESS)
    send('PostToolUse', 'Bash', FORCE)
    expect(verdicts()?.at(-1)).toBe('result deny command/force-push')
  })

  test('and a write to a protected path is named with its rule', () => {
    begin()
    const content = 'x\n'
    send('PreToolUse', 'Write', { file_path: 'src/b.ts', content })
    shop.write('locked/b.ts', content)
    send('PostToolUse', 'Write', { file_path: 'locked/b.ts', content })
    expect(verdicts()?.at(-1)).toBe('result deny path/locked')
  })
})

describe('an honest call stays allowed', () => {
  test('that ran as it was judged, also one that somebody was asked about', () => {
    begin()
    expect(send('PreToolUse', 'Bash', { command: 'npm publish' }).decision).toBe('ask')
    send('PostToolUse', 'Bash', { command: 'npm publish' })
    expect(verdicts()).toEqual(['intent ask command/publish', 'result allow null'])
  })

  test('whose input was changed to another harmless one', () => {
    begin()
    send('PreToolUse', 'Bash', { command: 'npm test' })
    send('PostToolUse', 'Bash', { command: 'npm test -- --bail' })
    expect(verdicts()).toEqual(['intent allow null', 'result allow null'])
    expect(gateFindings()).toEqual([])
  })
})
