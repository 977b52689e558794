import { describe, expect, test } from '@jest/globals'
import { evidence } from '../../../src/engine/checks/evidence.ts'
import type { BareFinding } from '../../../src/engine/finding.ts'
import { parsePlan } from '../../../src/engine/plan/plan.ts'
import {
  addedFile,
  describeFindings,
  type EvidenceParts,
  findingsOf,
  makeFile,
  makePlan,
  runCheck,
} from '../make.ts'

const CHAIN = '.countersign/audit/6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90.jsonl'

function check(parts: EvidenceParts, rules = '[]'): string[] {
  return describeFindings(findingsOf(runCheck(evidence, `version: 1\npaths: ${rules}\n`, parts)))
}

const defect = (rule: string, path?: string): BareFinding => ({
  rule,
  level: 'deny',
  ...(path !== undefined && { path }),
})

test('nothing to say of a change that was read completely', () => {
  expect(check({})).toEqual([])
})

test('an empty change is never a pass', () => {
  expect(check({ files: [] })).toEqual(['evidence/incomplete deny'])
  const [finding] = findingsOf(runCheck(evidence, 'version: 1\n', { files: [] }))
  expect(finding?.evidence).toEqual({ missing: 'changed files', cause: 'the change is empty' })
})

test('every defect of the source is a finding', () => {
  const defects = [defect('evidence/incomplete'), defect('evidence/ambiguous-base')]
  expect(check({ defects })).toEqual(['evidence/incomplete deny', 'evidence/ambiguous-base deny'])
})

describe('evidence that is already on base', () => {
  test.each([
    ['is edited', makeFile(CHAIN, 'a\n', 'b\n'), [`evidence/tampered deny ${CHAIN}`]],
    ['is deleted', makeFile(CHAIN, 'a\n', null), [`evidence/tampered deny ${CHAIN}`]],
    [
      'is moved away',
      makeFile('x.jsonl', 'a\n', 'a\n', CHAIN),
      [`evidence/tampered deny ${CHAIN}`],
    ],
    ['is new', addedFile(CHAIN, 'a\n'), []],
    ['is of another kind', makeFile('.countersign/audit/README.md', 'a\n', 'b\n'), []],
  ])('%s', (_, file, findings) => {
    expect(check({ files: [file] })).toEqual(findings)
  })

  test('the plan in force', () => {
    const file = makePlan({ id: 'P-1' })
    const parsed = parsePlan(file)
    if (!parsed.ok) throw new Error('invalid plan')
    const planSelection = { selected: { plan: parsed.plan, file }, findings: [] }
    const files = [makeFile(file.path, 'old\n', 'new\n')]
    const run = (given: Parameters<typeof runCheck>[3]) =>
      findingsOf(runCheck(evidence, 'version: 1\n', { files }, given))
    expect(describeFindings(run({ planSelection }))).toEqual([
      `evidence/tampered deny ${file.path}`,
    ])
    expect(run({})).toEqual([])
  })
})

describe('a paths rule that names the path', () => {
  const rules = '[{ id: odd, match: ["odd/**", ".countersign/**"], decision: warn }]'
  const files = [addedFile('odd/a\tb', ''), makeFile(CHAIN, 'a\n', 'b\n')]

  test('may relax what is about one name', () => {
    const defects = [defect('evidence/unsafe-name', 'odd/a\tb')]
    expect(check({ files, defects }, rules)).toEqual([
      'evidence/unsafe-name warn odd/a\tb',
      `evidence/tampered warn ${CHAIN}`,
    ])
  })

  test('never relaxes what was not read', () => {
    const defects = [
      defect('evidence/incomplete', 'odd/a\tb'),
      defect('evidence/disagreement', 'odd/a\tb'),
    ]
    expect(check({ files: [addedFile('odd/a\tb', '')], defects }, rules)).toEqual([
      'evidence/incomplete deny odd/a\tb',
      'evidence/disagreement deny odd/a\tb',
    ])
  })

  test('leaves a defect alone that is about no changed file', () => {
    expect(check({ defects: [defect('evidence/unsafe-name', 'odd/c')] }, rules)).toEqual([
      'evidence/unsafe-name deny odd/c',
    ])
  })
})
