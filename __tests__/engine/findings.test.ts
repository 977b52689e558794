import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ChangedFile } from '../../src/engine/evidence.ts'
import type { BareFinding, Level } from '../../src/engine/finding.ts'
import { finishFindings, sortFindings } from '../../src/engine/findings.ts'
import { makeEvidence, makeFile } from './make.ts'

const REMOTE = makeEvidence()
const LOCAL = makeEvidence({ local: true })

function bare(parts: Partial<BareFinding> = {}): BareFinding {
  return { rule: 'path/keys', level: 'deny', path: 'a', ...parts }
}

const nobodySigned = () => false
const finish = (...findings: readonly BareFinding[]) =>
  finishFindings(findings, REMOTE, nobodySigned)
const idOf = (parts: Partial<BareFinding>) => finish(bare(parts))[0]?.id

describe('the id of a finding', () => {
  test('is 16 hex digits', () => {
    expect(idOf({})).toMatch(/^[0-9a-f]{16}$/)
  })

  test.each<[string, Partial<BareFinding>]>([
    ['the line', { line: 7 }],
    ['the level', { level: 'warn' }],
    ['the words', { reason: 'Because.' }],
    ['the approvers', { approvers: ['@alice'] }],
    ['facts that pass', { passing: { worn: ['countersigned'] } }],
  ])('does not depend on %s', (_, parts) => {
    expect(idOf(parts)).toBe(idOf({}))
  })

  test.each<[string, Partial<BareFinding>]>([
    ['the rule', { rule: 'path/other' }],
    ['the path', { path: 'b' }],
    ['the facts', { evidence: { status: 'added' } }],
  ])('depends on %s', (_, parts) => {
    expect(idOf(parts)).not.toBe(idOf({}))
  })

  test('does not mix rule, path and facts up', () => {
    expect(idOf({ rule: 'path/a', path: 'bc' })).not.toBe(idOf({ rule: 'path/ab', path: 'c' }))
  })
})

describe('a path that is gone at head', () => {
  const at = (path: string, files: readonly ChangedFile[]) =>
    finishFindings([bare({ path })], makeEvidence({ files }), nobodySigned)[0]?.gone

  test('is marked: one of a deleted file, or the old name of a renamed one', () => {
    const deleted = { ...makeFile('a', 'x\n', 'y\n'), status: 'deleted' as const, after: null }
    const renamed = { ...makeFile('b', 'x\n', 'y\n'), previousPath: 'a' }
    expect(at('a', [deleted])).toBe(true)
    expect(at('a', [renamed])).toBe(true)
  })

  test('one that is there is not, also when another file was renamed from it', () => {
    const renamed = { ...makeFile('b', 'x\n', 'y\n'), previousPath: 'a' }
    expect(at('b', [renamed])).toBeUndefined()
    expect(at('a', [renamed, makeFile('a', 'x\n', 'z\n')])).toBeUndefined()
    expect(at('elsewhere', [renamed])).toBeUndefined()
  })
})

describe('what blocks', () => {
  test.each<[Level, boolean, boolean]>([
    ['deny', true, true],
    ['approve', true, false],
    ['warn', false, false],
    ['info', false, false],
  ])('%s: remotely %s, in a local check without facts %s', (level, remotely, locally) => {
    expect(finishFindings([bare({ level })], REMOTE, nobodySigned)[0]?.blocking).toBe(remotely)
    expect(finishFindings([bare({ level })], LOCAL, nobodySigned)[0]?.blocking).toBe(locally)
  })

  test('an approval that is asked for blocks locally too, once facts are given', () => {
    const evidence = makeEvidence({ local: true, facts: [] })
    expect(finishFindings([bare({ level: 'approve' })], evidence, nobodySigned)[0]?.blocking).toBe(
      true,
    )
  })
})

describe('one finding made twice', () => {
  test('is listed once', () => {
    expect(finish(bare(), bare())).toHaveLength(1)
  })

  test('keeps the stricter level, whichever came first', () => {
    const both = [bare({ level: 'warn' }), bare({ level: 'deny' })]
    expect(finish(...both).map(({ level }) => level)).toEqual(['deny'])
    expect(finish(...both.reverse()).map(({ level }) => level)).toEqual(['deny'])
  })

  test('keeps the first line', () => {
    const both = [bare({ line: 9 }), bare({ line: 3 })]
    expect(finish(...both).map(({ line }) => line)).toEqual([3])
  })
})

describe('the order', () => {
  test('is by weight, level, rule, path and line', () => {
    const sorted = finish(
      bare({ level: 'info', path: 'a' }),
      bare({ rule: 'path/b', path: 'b' }),
      bare({ rule: 'path/b', path: 'B' }),
      bare({ rule: 'path/a', path: 'z' }),
      bare({ level: 'warn', path: 'c' }),
      bare({ level: 'approve', path: 'd' }),
      bare({ rule: 'path/b', path: 'b', line: 2, evidence: { in: 'added' } }),
    )
    expect(
      sorted.map(({ level, rule, path, line }) => [level, rule, path, line].join(' ')),
    ).toEqual([
      'deny path/a z ',
      'deny path/b B ',
      'deny path/b b ',
      'deny path/b b 2',
      'approve path/keys d ',
      'warn path/keys c ',
      'info path/keys a ',
    ])
  })

  test('does not depend on the order in which findings were made', () => {
    const finding = fc.record({
      rule: fc.constantFrom('path/a', 'path/b', 'scope/outside-plan'),
      level: fc.constantFrom<Level>('deny', 'approve', 'warn', 'info'),
      path: fc.constantFrom('a', 'b', 'B', 'é', '\ud83d\ude00'),
      line: fc.integer({ min: 1, max: 3 }),
      evidence: fc.record({ plan: fc.constantFrom('x', 'y') }),
    })
    const shuffled = fc
      .array(finding, { maxLength: 12 })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(finish(...other)).toEqual(finish(...list))
      }),
    )
  })

  test('sorting leaves the given list alone', () => {
    const list = finish(bare({ path: 'b' }), bare({ path: 'a' })).toReversed()
    const copy = [...list]
    sortFindings(list)
    expect(list).toEqual(copy)
  })
})
