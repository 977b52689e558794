import { describe, expect, test } from '@jest/globals'
import { SEAL_PROBLEMS } from '../../../src/engine/chain/seal.ts'
import type { FindingEvidence } from '../../../src/engine/finding.ts'
import { AUDIT_WORDING, wordAudit } from '../../../src/engine/wording/audit.ts'

const LINE = { chain: '0f0e0d0c', line: 7, cause: 'it is empty' }

/** The evidence that comes with each rule; every rule of the contract is here. */
const EVIDENCE: Readonly<Record<string, FindingEvidence>> = {
  'audit/missing': {},
  'audit/malformed': LINE,
  'audit/record-hash': LINE,
  'audit/broken-link': LINE,
  'audit/sequence': LINE,
  'audit/truncated': LINE,
  'audit/foreign': { chain: '0f0e0d0c', cause: 'it was recorded for acme/bank' },
  'audit/policy-mismatch': { chain: '0f0e0d0c', cause: 'a record names another policy' },
  'audit/unsealed': { chain: '0f0e0d0c' },
  'audit/bad-seal': { chain: '0f0e0d0c', cause: SEAL_PROBLEMS['wrong-digest'] },
  'audit/unexplained-change': { path: 'src/a.ts' },
  'audit/content-mismatch': { path: 'src/a.ts', recorded: 'a'.repeat(40), actual: null },
  'audit/denied-action': { tool: 'Bash', denied_by: 'command/force-push', line: 3, done_line: 9 },
  'audit/secret': { ...LINE, cause: 'it is a GitHub token' },
}

describe('every rule about chains says what is wrong and who does what next', () => {
  test('and there are no others', () => {
    expect(Object.keys(AUDIT_WORDING).sort()).toEqual(Object.keys(EVIDENCE).sort())
  })

  test.each(Object.entries(EVIDENCE))('%s', (rule, evidence) => {
    for (const given of [evidence, undefined, {}]) {
      const { message, remedy } = wordAudit({
        rule,
        level: 'deny',
        ...(given && { evidence: given }),
      })
      expect(message).toMatch(/^[A-Z].*\.$/)
      expect(remedy).toMatch(/^(Author|Maintainer): .*\.$/)
      expect(`${message} ${remedy}`).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  test('with the line, the chain and the cause where they are known', () => {
    expect(wordAudit({ rule: 'audit/malformed', level: 'deny', evidence: LINE }).message).toBe(
      'Line 7 of the audit chain 0f0e0d0c is not a record of a chain: it is empty.',
    )
  })

  test('with the other chain and the later leave of a refused action', () => {
    const evidence = { ...EVIDENCE['audit/denied-action'], denied_in: '0f0e0d0c', allowed_line: 8 }
    const words = wordAudit({ rule: 'audit/denied-action', level: 'approve', evidence })
    expect(words.message).toBe(
      'The policy refused an action of Bash (command/force-push, line 3 of the audit chain 0f0e0d0c), and it was done all the same (line 9, allowed in line 8).',
    )
    expect(words.remedy).toMatch(/^Maintainer: see whether .*; or an owner of the path signs/)
  })
})

test('a rule without words is a mistake', () => {
  expect(() => wordAudit({ rule: 'audit/unheard-of', level: 'deny' })).toThrow(RangeError)
})
