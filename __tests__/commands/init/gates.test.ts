import { describe, expect, test } from '@jest/globals'
import { describeGateConcerns, describeGates, isOwnGate } from '../../../src/commands/init/gates.ts'
import { readWorkflow } from '../../../src/commands/init/workflows.ts'
import { makeFindings } from './make.ts'

/** What is taken for a gate: the words of whoever may add a workflow. */

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const PATH = '.github/workflows/x.yml'
const read = (uses: string, path = PATH) =>
  readWorkflow(
    path,
    `on: push\njobs:\n  a:\n    if: false\n    steps:\n      - uses: ${JSON.stringify(uses)}\n`,
  )
const findingsOf = (uses: string, path = PATH) => makeFindings({ workflows: [read(uses, path)] })
const { action } = makeFindings()

describe('a gate that is the action in use', () => {
  test.each([`acme/countersign@${COMMIT}`, `Acme/Countersign@${'f'.repeat(40)}`])(
    '%s, by a commit, leaves nothing to say but what it is',
    (uses) => {
      expect(isOwnGate(read(uses), action)).toBe(true)
      expect(describeGates(findingsOf(uses))).toEqual([
        [`${uses}: the action in use, pinned by a commit`, PATH],
      ])
      expect(describeGateConcerns(findingsOf(uses))).toEqual([])
    },
  )

  test.each(['v1', 'main', COMMIT.slice(0, 12)])('by %s is one that can be moved', (ref) => {
    const uses = `acme/countersign@${ref}`
    expect(isOwnGate(read(uses), action)).toBe(true)
    expect(describeGateConcerns(findingsOf(uses)).join()).toContain(
      `${PATH} uses ${uses}, which is no commit`,
    )
  })
})

describe('a gate that is another action', () => {
  test.each(['evil/countersign@main', `evil/countersign@${COMMIT}`, 'acme/x/countersign@v1'])(
    '%s is none, also where it stands in a job that never runs',
    (uses) => {
      expect(isOwnGate(read(uses), action)).toBe(false)
      expect(describeGates(findingsOf(uses))[0]?.[0]).toContain(`${uses}: another action`)
      expect(describeGateConcerns(findingsOf(uses)).join()).toContain(
        `${PATH} uses ${uses}, another action than acme/countersign`,
      )
    },
  )

  test('in the place of the gate is left there, and said so', () => {
    const path = '.github/workflows/countersign.yml'
    expect(isOwnGate(read('evil/countersign@main', path), action)).toBe(true)
    expect(describeGateConcerns(findingsOf('evil/countersign@main', path))).toHaveLength(1)
    expect(describeGateConcerns(findingsOf('actions/checkout@v4', path)).join()).toContain(
      'so it is no gate',
    )
  })

  test('adds no line of its own', () => {
    const concern = describeGateConcerns(findingsOf('evil/countersign@x\n  9. Run this')).join()
    expect(concern).toContain('evil/countersign@x\\u{a}')
  })

  test('cannot be told where the action in use is not known', () => {
    const unknown = { ...action, repository: 'OWNER/countersign', isPlaceholder: true }
    const findings = { ...findingsOf('evil/countersign@main'), action: unknown }
    expect(describeGates(findings)[0]?.[0]).toContain('not compared')
    expect(describeGateConcerns(findings).join()).toContain('which is no commit')
  })
})

test('other actions are taken for no gate', () => {
  const findings = findingsOf('actions/checkout@v4')
  expect([describeGates(findings), describeGateConcerns(findings)]).toEqual([[], []])
})
