import { describe, expect, test } from '@jest/globals'
import type { BareFinding } from '../../../src/engine/finding.ts'
import { toVerdict } from '../../../src/engine/tool-call/verdict.ts'

const deny = (rule: string, more: Partial<BareFinding> = {}): BareFinding => ({
  rule,
  level: 'deny',
  ...more,
})

describe('an answer', () => {
  test('is silence without findings, or with mere warnings', () => {
    expect(toVerdict([]).decision).toBe('allow')
    expect(toVerdict([{ rule: 'path/x', level: 'warn' }])).toEqual({
      decision: 'allow',
      rule: null,
      reason: '',
    })
  })

  test('is of the strictest finding, whose rule it names', () => {
    const findings: BareFinding[] = [
      deny('command/a', { reason: 'It is final.' }),
      { rule: 'command/b', level: 'approve' },
    ]
    const { decision, rule, reason } = toVerdict(findings)
    expect({ decision, rule }).toEqual({ decision: 'deny', rule: 'command/a' })
    expect(reason).toContain('It is final.')
    expect(reason).not.toContain('command/b')
  })

  test('says who signs where a person decides', () => {
    const finding: BareFinding = {
      rule: 'path/x',
      level: 'approve',
      path: 'a',
      approvers: ['@acme/sec'],
    }
    expect(toVerdict([finding])).toMatchObject({
      decision: 'ask',
      reason: expect.stringContaining('@acme/sec'),
    })
  })

  test('is one of an owner where nobody is named, and of any of several', () => {
    const reasonOf = (...approvers: string[]) =>
      toVerdict([{ rule: 'path/x', level: 'approve', path: 'a', approvers }]).reason
    expect(toVerdict([{ rule: 'path/x', level: 'approve' }]).reason).toContain('of an owner,')
    expect(reasonOf()).toContain('of an owner,')
    expect(reasonOf('@a', '@b')).toContain('of @a or @b,')
    expect(reasonOf('@a')).not.toContain('ask the person you work for')
  })

  test('names all of three', () => {
    const findings = ['a', 'b', 'c'].map((path) => deny('path/x', { path }))
    expect(toVerdict(findings).reason).not.toContain('more')
    expect(toVerdict(findings).reason).toMatch(/\. Countersign, path\/x: "c"/)
  })

  test('says the same once', () => {
    const twice = [deny('path/x', { path: 'a' }), deny('path/x', { path: 'a' })]
    expect(toVerdict(twice)).toEqual(toVerdict(twice.slice(1)))
  })

  test('names three of many', () => {
    const findings = ['a', 'b', 'c', 'd', 'e'].map((path) => deny('path/x', { path }))
    expect(toVerdict(findings).reason).toMatch(/"a".*"b".*"c".*And 2 more\.$/)
    expect(toVerdict(findings).reason).not.toContain('"d"')
  })

  const evidence = { plan: 'P-1', character: 'U+202E' }
  const ELSE = 'Leave it alone, or ask the person you work for.'
  const PLAN_FIRST = 'Ask for a plan for this branch to be merged first.'
  const REWRITE = 'Write it without that content.'

  test.each([
    ['scope/outside-plan', 'is outside the plan P-1', 'Change only what the plan names'],
    ['evidence/tampered', 'belongs to the audit trail', ELSE],
    ['evidence/unsafe-name', 'git refuses or that nobody can read', ELSE],
    ['pattern/invisible', 'would get the invisible character U+202E', REWRITE],
    ['pattern/unscannable', 'could not be scanned', REWRITE],
    ['pattern/x', 'would get blocked content', REWRITE],
    ['path/x', 'is a protected path', ELSE],
    ['command/x', 'this command is restricted', 'Reach the goal another way'],
    ['plan/missing', 'and there is none', PLAN_FIRST],
    ['plan/expired', 'the plan P-1 has expired', PLAN_FIRST],
    ['plan/branch-mismatch', 'no plan is for this branch', PLAN_FIRST],
    ['plan/invalid', 'is not a valid plan', PLAN_FIRST],
    ['change/git-attributes', 'this change is restricted', ELSE],
  ])('has words for %s', (rule, what, advice) => {
    const { reason } = toVerdict([deny(rule, { path: 'a\u001b.ts', evidence })])
    expect(reason).toMatch(/^Countersign, [a-z/-]+: "a.+\.$/)
    expect(reason).not.toMatch(/undefined|\u001b/)
    expect(reason).toContain(` ${what}`)
    expect(reason).toContain(advice)
  })

  test('says whether it is reading or writing that is protected, and no more than it knows', () => {
    const read = deny('path/x', { path: 'a', evidence: { status: 'read' } })
    expect(toVerdict([read]).reason).toBe(`Countersign, path/x: "a" is not for reading. ${ELSE}`)
    expect(toVerdict([deny('path/x', { path: 'a', reason: '' })]).reason).toBe(
      `Countersign, path/x: "a" is a protected path. ${ELSE}`,
    )
    expect(toVerdict([deny('path/x')]).reason).toBe(
      `Countersign, path/x: is a protected path. ${ELSE}`,
    )
  })
})
