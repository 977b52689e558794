import { describe, expect, test } from '@jest/globals'
import { skip } from '../../../src/engine/case.ts'
import { plan } from '../../../src/engine/checks/plan.ts'
import { scope } from '../../../src/engine/checks/scope.ts'
import type { ChangedFile, PlanFile } from '../../../src/engine/evidence.ts'
import { parsePlan } from '../../../src/engine/plan/plan.ts'
import type { PlanSelection } from '../../../src/engine/plan/select.ts'
import { addedFile, findingsOf, makeFile, makePlan, type PlanParts, runCheck } from '../make.ts'

function selectionOf(parts: PlanParts, origin: PlanFile['origin'] = 'base'): PlanSelection {
  const file = makePlan(parts, origin)
  const parsed = parsePlan(file)
  if (!parsed.ok) throw new Error('invalid plan')
  return { selected: { plan: parsed.plan, file }, findings: [] }
}

function check(parts: PlanParts, files: readonly ChangedFile[]) {
  return runCheck(scope, 'version: 1\n', { files }, { planSelection: selectionOf(parts) })
}

const WORDS = new Map([
  ['scope/outside-plan', 'outside'],
  ['scope/must-untouched', 'untouched'],
])

/** `outside src/a.ts`, `untouched src/**`. */
function found(parts: PlanParts, ...files: readonly ChangedFile[]): string[] {
  const findings = findingsOf(check(parts, files))
  expect(findings.every(({ level }) => level === 'deny')).toBe(true)
  return findings.map(({ rule, path, evidence }) => `${WORDS.get(rule)} ${path ?? evidence?.entry}`)
}

const file = (path: string) => addedFile(path, 'x\n')

describe('what may change', () => {
  test.each<[string, PlanParts, ChangedFile, string[]]>([
    ['what may', { may: ['src/**'] }, file('src/a.ts'), []],
    ['what must', { must: ['src/a.ts'] }, file('src/a.ts'), []],
    ['nothing else', { may: ['src/**'] }, file('test/a.ts'), ['outside test/a.ts']],
    ['nothing, by an empty scope', {}, file('a'), ['outside a']],
    ['not another case', { may: ['src/**'] }, file('SRC/a.ts'), ['outside SRC/a.ts']],
    ['not a look-alike', { may: ['src/**'] }, file('ѕrc/a.ts'), ['outside ѕrc/a.ts']],
    ['not a decomposed name', { may: ['é.ts'] }, file('e\u0301.ts'), ['outside e\u0301.ts']],
    ['not a file in place of the folder', { may: ['src/**'] }, file('src'), ['outside src']],
    ['a name with brackets, as written', { may: ['app/[id].ts'] }, file('app/[id].ts'), []],
    ['dotfiles', { may: ['src/**'] }, file('src/.env'), []],
    [
      'both names of a rename',
      { may: ['src/**'] },
      makeFile('src/b', 'x', 'x', 'lib/a'),
      ['outside lib/a'],
    ],
    ['a rename within', { may: ['src/**'] }, makeFile('src/b', 'x', 'x', 'src/a'), []],
    ['a deletion', { may: ['src/**'] }, makeFile('lib/a', 'x', null), ['outside lib/a']],
  ])('%s', (_, parts, changed, findings) => {
    expect(found(parts, changed)).toEqual(findings)
  })
})

describe('what must change', () => {
  test.each<[string, PlanParts, ChangedFile[], string[]]>([
    ['did', { must: ['a', 'b/**'] }, [file('a'), file('b/c')], []],
    ['did not', { must: ['a', 'b/**'] }, [file('a')], ['untouched b/**']],
    ['did, by a rename away', { must: ['a'], may: ['b'] }, [makeFile('b', 'x', 'x', 'a')], []],
    ['did, by a deletion', { must: ['a'] }, [makeFile('a', 'x', null)], []],
    ['did not, by another case', { must: ['a'] }, [file('A')], ['outside A', 'untouched a']],
    ['did, by a name with brackets', { must: ['[id].ts'] }, [file('[id].ts')], []],
  ])('%s', (_, parts, files, findings) => {
    expect(found(parts, ...files)).toEqual(findings)
  })
})

describe('a pull request with nothing but its plan', () => {
  const run = (origin: PlanFile['origin']) => {
    const planSelection = selectionOf({ must: ['a'] }, origin)
    return findingsOf(runCheck(scope, 'version: 1\n', {}, { files: [], planSelection }))
  }

  test('proposes it: the work is still to come', () => {
    expect(run('pull-request')).toEqual([])
  })

  test('and work beside it has to do all of the plan', () => {
    const planSelection = selectionOf({ must: ['a'], may: ['b'] }, 'pull-request')
    const given = { files: [file('b')], planSelection }
    expect(runCheck(scope, 'version: 1\n', {}, given).findings).toMatchObject([
      { rule: 'scope/must-untouched', level: 'deny', evidence: { plan: 'P-1', entry: 'a' } },
    ])
  })

  test('is no excuse for a plan from elsewhere', () => {
    expect(run('base')).toHaveLength(1)
    expect(run('issue')).toHaveLength(1)
  })
})

test('what is outside is told with the plan it is outside of, and what became of it', () => {
  expect(check({ may: ['a'] }, [file('b')]).findings[0]?.evidence).toEqual({
    plan: 'P-1',
    status: 'added',
  })
})

test('evidence files stand outside the scope', () => {
  const planSelection = selectionOf({ may: ['a'] })
  const given = { planSelection, files: [file('a')], evidenceFiles: new Set(['chain']) }
  expect(runCheck(scope, 'version: 1\n', { files: [file('a'), file('chain')] }, given)).toEqual({
    findings: [],
    summary: '1 file, all in plan (and 1 evidence file)',
  })
})

test('the summary counts what is amiss', () => {
  expect(check({ may: ['a'] }, [file('b')])).toMatchObject({ summary: '1 path outside the plan' })
  expect(check({ must: ['a', 'c'] }, [file('a')])).toMatchObject({
    summary: '1 planned change missing',
  })
  expect(check({ must: ['a'] }, [file('b'), file('c')])).toMatchObject({
    summary: '2 paths outside the plan, 1 planned change missing',
  })
})

describe('without a plan', () => {
  const refused = { selected: null, findings: [{ rule: 'plan/missing', level: 'deny' as const }] }

  test('the scope has nothing to say', () => {
    expect(runCheck(scope, 'version: 1\n')).toEqual(skip('no plan, so no scope'))
    expect(runCheck(scope, 'version: 1\n', {}, { planSelection: refused })).toEqual(
      skip('no usable plan to compare with'),
    )
  })

  test('the plan check says why', () => {
    expect(runCheck(plan, 'version: 1\n')).toEqual(skip('the policy asks for no plan'))
    expect(runCheck(plan, 'version: 1\nplan: { required: false }\n')).toEqual(
      skip('no plan, and none is required'),
    )
    expect(runCheck(plan, 'version: 1\nplan: {}\n', {}, { planSelection: refused })).toEqual({
      findings: refused.findings,
      summary: 'no plan can be used',
    })
  })

  test('a selected one is named with its source', () => {
    const planSelection = selectionOf({ id: 'P-1' })
    expect(runCheck(plan, 'version: 1\nplan: {}\n', {}, { planSelection })).toEqual({
      findings: [],
      summary: 'P-1 from base:.countersign/plans/P-1.yml',
    })
  })
})
