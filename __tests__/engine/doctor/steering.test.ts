import { describe, expect, test } from '@jest/globals'
import { answers, file, healthy, known, POLICY, WORKFLOW } from './healthy.ts'

/** Whether somebody owns the files that steer the gate, wherever they are. */

const GATE = '.github/workflows/merge-gate.yml'
const RULES = 'gate/rules.yml'

const say = (codeowners: string, name = 'CODEOWNERS') =>
  answers(
    healthy({
      workflows: known([file(GATE, WORKFLOW.replace('fail-on-block: false', `policy: ${RULES}`))]),
      policyPath: RULES,
      policy: [file(RULES, POLICY)],
      codeowners: file(name, codeowners),
    }),
    'owners',
  ).filter((one) => one.includes('Nobody owns'))

describe('files that steer the gate', () => {
  test('are those that are in use, not those of the README', () => {
    expect(
      say('/.github/workflows/countersign.yml @alice\n/.github/countersign.yml @alice\n'),
    ).toEqual([
      expect.stringMatching(
        /^advice Nobody owns "gate\/rules\.yml", "\.github\/workflows\/merge-gate\.yml", "CODEOWNERS"/,
      ),
    ])
  })

  test('that all have owners are fine, whatever else has none', () => {
    expect(say(`/${GATE} @alice\n/${RULES} @alice\n/CODEOWNERS @alice\n`)).toEqual([])
  })

  test('that lost their owner to a later line are named', () => {
    expect(say(`* @alice\n/gate/\n`)).toEqual([
      expect.stringMatching(/^advice Nobody owns "gate\/rules\.yml", which/),
    ])
  })
})
