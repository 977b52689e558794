import { describe, expect, test } from '@jest/globals'
import { decide } from '../../src/engine/decide.ts'
import {
  addedFile,
  decideOn,
  type EvidenceParts,
  makeEvidence,
  makeFile,
  makeSource,
  NOW,
  POLICY_PATH,
  rulesIn,
} from './make.ts'

const BROKEN = 'version: 1\nmode: sometimes\n'
const GOOD = 'version: 1\n'

const repair: EvidenceParts = {
  policy: BROKEN,
  files: [makeFile(POLICY_PATH, BROKEN, GOOD)],
  proposedPolicy: [makeSource(GOOD, POLICY_PATH, 'head')],
}

/** `block policy/invalid deny`. */
function outcomeOf(parts: EvidenceParts): string {
  const { conclusion, findings } = decideOn(parts)
  return [conclusion, ...findings.map(({ rule, level }) => `${rule} ${level}`)].join(' ')
}

describe('without a valid policy on base', () => {
  test.each<[string, EvidenceParts, string]>([
    ['none', { policy: null }, 'block policy/missing deny'],
    ['a broken one', { policy: BROKEN }, 'block policy/invalid deny'],
    ['an empty one', { policy: '' }, 'block policy/invalid deny'],
    [
      'one that extends nothing known',
      { policy: 'version: 1\nextends: lax\n' },
      'block policy/invalid deny',
    ],
  ])('%s blocks', (_, parts, outcome) => {
    expect(outcomeOf(parts)).toBe(outcome)
  })

  test('nothing else is judged, and that is said', () => {
    const { checks, policy, mode } = decideOn({ policy: null })
    expect(checks.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'evidence pass',
      'policy fail',
      ...['plan', 'scope', 'paths', 'patterns', 'limits', 'audit', 'acceptance', 'approvals'].map(
        (id) => `${id} skipped`,
      ),
    ])
    expect([policy, mode]).toEqual([null, 'enforce'])
  })

  test('the problems are told', () => {
    expect(decideOn({ policy: BROKEN }).findings[0]?.message).toContain('line 2, column 1: "mode"')
  })
})

describe('a broken policy that is tried out', () => {
  const decideGiven = (parts: EvidenceParts = {}) => {
    const evidence = makeEvidence(parts)
    const policy = [{ ...makeSource(BROKEN), source: 'file:try.yml', isGiven: true }]
    return decide({ ...evidence, trusted: { ...evidence.trusted, policy } }, NOW)
  }

  test('is no fault of the base branch', () => {
    const { findings, checks } = decideGiven()
    expect(findings).toMatchObject([{ rule: 'policy/invalid', level: 'deny', path: null }])
    expect(findings[0]?.message).toMatch(
      /^The policy file you gave is not valid: file:try\.yml line 2/,
    )
    expect(findings[0]?.remedy).toContain('mend the file that "--policy" names')
    expect(checks[1]?.summary).toBe('the policy file is not valid')
  })

  test('is not mended by what the change does to the one on the base', () => {
    const { conclusion, findings } = decideGiven({ ...repair, local: true })
    expect([conclusion, findings[0]?.level]).toEqual(['block', 'deny'])
  })
})

describe('a repair', () => {
  test('needs nothing but its owners', () => {
    expect(outcomeOf(repair)).toBe('block policy/invalid approve')
    expect(outcomeOf({ ...repair, local: true })).toBe('pass policy/invalid approve')
  })

  test('of a missing policy is its first one, and is called so', () => {
    const first = { ...repair, policy: null, files: [addedFile(POLICY_PATH, GOOD)] }
    expect(outcomeOf(first)).toBe('block policy/missing approve')
    expect(decideOn(first).findings[0]?.message).toContain('has no policy yet')
  })

  const more = makeFile('src/a.ts', 'one\n', 'two\n')
  const asLink = addedFile(POLICY_PATH, 'other.yml', '120000')
  const head = (text: string) => [makeSource(text, POLICY_PATH, 'head')]

  test.each<[string, EvidenceParts]>([
    ['brings other work along', { files: [...(repair.files ?? []), more] }],
    ['is another broken policy', { proposedPolicy: head(BROKEN) }],
    ['is an empty policy', { proposedPolicy: head('') }],
    ['removes the policy', { proposedPolicy: [], files: [makeFile(POLICY_PATH, BROKEN, null)] }],
    ['is of another file', { files: [more] }],
    ['puts a link in its place', { files: [asLink] }],
    [
      'is executable',
      { files: [makeFile(POLICY_PATH, BROKEN, { content: GOOD, mode: '100755' })] },
    ],
    ['moves the policy away', { files: [makeFile('x.yml', BROKEN, GOOD, POLICY_PATH)] }],
    ['could not be read completely', { defects: [{ rule: 'evidence/incomplete', level: 'deny' }] }],
    ['was not read at all', { proposedPolicy: null }],
  ])('is none when it %s', (_, parts) => {
    const decision = decideOn({ ...repair, ...parts })
    expect(decision.conclusion).toBe('block')
    expect(rulesIn(decision)).toContain('policy/invalid')
    expect(decision.findings.every(({ level }) => level === 'deny')).toBe(true)
  })
})
