import { afterEach, describe, expect, test } from '@jest/globals'
import { openWorkshop, type Workshop } from './workshop.ts'

/** What an agent is told of plans when its session starts. */

let shop: Workshop
afterEach(() => shop.dispose())

const POLICY = (plan: string) => `version: 1\nmode: enforce\nplan: ${plan}\n`
const PLAN = `version: 1
id: P-1
title: Retry
owner: "@alice"
branch: "claude/w*"
expires: "2099-12-31"
scope: { may: ["src/**"] }
`

function start(plan: string, options: { plan?: string; branch?: string } = {}): string {
  shop = openWorkshop({ policy: POLICY(plan), ...options })
  const { stdout } = shop.hook({ hook_event_name: 'SessionStart', source: 'startup' })
  return JSON.parse(stdout).hookSpecificOutput.additionalContext
}

const ANYWHERE = '{ required: true, sources: [base, issue, pull-request], approval_label: go }'

describe('where a plan is required and none fits', () => {
  test('the agent hears how to come by one', () => {
    const text = start(ANYWHERE)
    expect(text).toContain('requires a plan, and none of the protected branch fits this branch')
    expect(text).toContain('countersign plan new --owner @THEM --must FILE')
    expect(text).toContain('merged on the protected branch, or have it approved by the label "go"')
    expect(text).not.toContain('no file may be written')
    expect(text.split('\n')).toHaveLength(2)
  })

  test('also one that is for another branch does not', () => {
    expect(start(ANYWHERE, { plan: PLAN, branch: 'other' })).toContain('requires a plan')
  })

  test('it hears that nothing may be written, where only a merged plan would do, and so it is', () => {
    const text = start('{ required: true, sources: [base] }')
    expect(text).toContain('so no file may be written')
    expect(text).not.toContain('label')
    const call = shop.call('Write', { file_path: 'src/b.ts', content: 'b\n' })
    expect(call.decision).toBe('deny')
  })
})

describe('it hears no advice', () => {
  test('where a plan fits', () => {
    const text = start(ANYWHERE, { plan: PLAN })
    expect(text).toContain('Plan in force: P-1')
    expect(text).not.toContain('plan new')
  })

  test('where none is required', () => {
    expect(start('{ required: false }')).toContain('No plan of the protected branch is in force')
  })
})
