import { describe, expect, test } from '@jest/globals'
import type { BranchFacts } from '../../../src/engine/doctor/facts.ts'
import { answers, branch, healthy, known, OWN_APP, requires, requiresWorkflow } from './healthy.ts'

/** What protects one branch says nothing about another. */

const details = { coversAdmins: false, requiresPull: true, allowsForcePush: false, exempt: [] }
const protection = known({
  checks: [{ context: 'countersign', app: OWN_APP }],
  isStrict: false,
  details,
})
const classic = branch({ name: 'release', glob: 'release', rules: known([]), protection })
const say = (...branches: BranchFacts[]) => answers(healthy({ branches }), 'bypass')

describe('branch protection', () => {
  test('of one branch is looked at beside a ruleset of another', () => {
    expect(say(branch(), classic)).toEqual([
      'good Nobody may bypass ruleset "main".',
      expect.stringMatching(/^advice Administrators may merge into release past the check/),
    ])
  })

  test('is closed by a ruleset of the same branch', () => {
    expect(say(branch(), { ...classic, rules: known([requires(OWN_APP)]) })).toEqual([
      'good Nobody may bypass ruleset "main".',
    ])
  })

  test('is not closed by a required workflow that passes on a block', () => {
    expect(say({ ...classic, rules: known([requiresWorkflow()]) })).toContainEqual(
      expect.stringMatching(/^advice Administrators/),
    )
  })
})
