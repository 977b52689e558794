import { describe, expect, test } from '@jest/globals'
import { renderGateWorkflow } from '../../../src/commands/init/gate-workflow.ts'
import type { DoctorFacts } from '../../../src/engine/doctor/facts.ts'
import { diagnose } from '../../../src/engine/doctor/index.ts'
import {
  answers,
  besideWorkflow,
  branch,
  file,
  healthy,
  known,
  OWN_APP,
  requires,
  requiresWorkflow,
  rule,
  SHA,
  TIP,
  WORKFLOW,
  withWorkflow,
} from './healthy.ts'

/** A required workflow blocks by failing: what its file says counts, never how it is called. */

const FAILS = (text: string) => text.replace('fail-on-block: false', 'comment: true')

function requiring(
  facts: DoctorFacts,
  required = requiresWorkflow(),
  ...more: ReturnType<typeof rule>[]
): DoctorFacts {
  const rules = [required, rule('pull_request'), rule('non_fast_forward'), ...more]
  return { ...facts, branches: [branch({ rules: known(rules) })] }
}

const adviceOn = (facts: DoctorFacts) =>
  diagnose(facts, null).sections.flatMap(({ advice }) => advice)

describe('a required workflow', () => {
  test('that fails on a block is good, and nobody is told to make it pass', () => {
    const facts = requiring(withWorkflow(FAILS))
    expect(answers(facts, 'required')).toEqual([
      expect.stringMatching(/^good main requires the workflow .* fails when the gate blocks/),
    ])
    expect(adviceOn(facts).filter(({ fix }) => fix?.includes('fail-on-block: false'))).toEqual([])
  })

  test('is known by its file, also with "if" and events as init writes them', () => {
    const action = { repository: 'acme/countersign', commit: SHA, isPlaceholder: false, source: '' }
    const written = renderGateWorkflow(action, 'main', [])
    const text = written.replace('fail-on-block: false', 'fail-on-block: true')
    const facts = requiring(withWorkflow(() => text))
    expect(answers(facts, 'required')[0]).toMatch(/^good/)
    expect(answers(facts, 'workflow').join()).not.toContain('only if')
  })

  test.each<[string, (text: string) => string, RegExp]>([
    ['passes on a block', (text) => text, /has "fail-on-block: false"/],
    [
      'passes on a block, in other letters',
      (text) => text.replace('fail-on-block: false', 'Fail-On-Block: "FALSE"'),
      /has "fail-on-block: false"/,
    ],
    [
      'may fail',
      (text) => FAILS(text).replace('    permissions: {}\n', '    continue-on-error: true\n'),
      /may fail/,
    ],
    [
      'has a step that may fail',
      (text) =>
        FAILS(text).replace('        with:\n', '        continue-on-error: true\n        with:\n'),
      /may fail/,
    ],
    [
      'never runs',
      (text) => FAILS(text).replace('    permissions: {}\n', '    if: false\n'),
      /never/,
    ],
    [
      'never runs, by an expression',
      (text) => FAILS(text).replace('    permissions: {}\n', `    if: \${{ false }}\n`),
      /never/,
    ],
    [
      'passes on a block, by an expression',
      (text) => text.replace('fail-on-block: false', `fail-on-block: \${{ false }}`),
      /has "fail-on-block: false"/,
    ],
    ['judges one', (text) => text.replace('fail-on-block: false', 'pull-request: "1"'), /#1 only/],
  ])('that %s blocks nothing', (_name, change, words) => {
    const [said] = answers(requiring(withWorkflow(change)), 'required')
    expect(said).toMatch(/^problem main requires the workflow/)
    expect(said).toMatch(words)
  })

  test.each<[string, (text: string) => string]>([
    ['an "if"', (text) => text.replace('    permissions: {}\n', '    if: github.actor != 1\n')],
    ['"needs"', (text) => text.replace('    permissions: {}\n', '    needs: build\n')],
    ['an expression', (text) => text.replace('comment: true', `fail-on-block: \${{ vars.F }}`)],
  ])('with %s that nobody can judge is unknown', (_name, change) => {
    const facts = requiring(withWorkflow((text) => change(FAILS(text))))
    expect(answers(facts, 'required')[0]).toMatch(/^unknown/)
  })

  test.each([
    ['in another repository', { repositoryId: 9 }],
    ['in a repository that is not named', { repositoryId: null }],
    ['of another branch', { ref: 'refs/heads/old' }],
    ['of an older commit', { ref: 'refs/heads/main', sha: SHA }],
  ])('%s is unknown, however it is called', (_name, where) => {
    const elsewhere = requiresWorkflow('.github/workflows/countersign.yml', where)
    const facts = requiring(withWorkflow(FAILS), elsewhere)
    expect(answers(facts, 'required')).toEqual([expect.stringMatching(/^unknown/)])
    const bare = { ...facts, workflows: known([]) }
    expect(answers(bare, 'workflow')[0]).toMatch(/^unknown No workflow here runs the gate/)
  })

  test('at the commit that was read, or by the name of its branch, is known', () => {
    for (const where of [{ sha: TIP }, { ref: 'refs/heads/main' }, { ref: 'main' }]) {
      const facts = requiring(withWorkflow(FAILS), requiresWorkflow(undefined, where))
      expect(answers(facts, 'required')).toEqual([expect.stringMatching(/^good/)])
    }
  })

  test('may run on pull_request, for no change reaches it, and judges forks there', () => {
    const on = (text: string) => text.replace('pull_request_target', 'pull_request')
    const facts = requiring(withWorkflow((text) => on(FAILS(text))))
    expect(answers(facts, 'workflow')[0]).toMatch(/^good .* takes a required workflow from main/)
    expect(answers(facts, 'forks')[0]).toMatch(/^good/)
    expect(
      answers(
        withWorkflow((text) => on(FAILS(text))),
        'workflow',
      )[0],
    ).toMatch(/^problem/)
  })

  test('that does not run the gate counts for nothing', () => {
    const facts = requiring(
      besideWorkflow('on: pull_request\njobs: { countersign: { steps: [{ run: "true" }] } }'),
      requiresWorkflow('.github/workflows/x.yml'),
    )
    expect(answers(facts, 'required')).toEqual([expect.stringMatching(/^problem Nothing requires/)])
  })

  test('is no reason against "fail-on-block: false" where the check is required and it is not', () => {
    expect(answers(withWorkflow(FAILS), 'workflow').at(-1)).toMatch(/^advice .* stays red/)
    const both = requiring(withWorkflow(FAILS), requiresWorkflow(), requires(OWN_APP))
    expect(answers(both, 'workflow').join()).not.toContain('stays red')
  })

  test('is left to those who may bypass its ruleset', () => {
    const bypass = [{ type: 'RepositoryRole', id: 4, mode: 'always' }]
    const ruleset = known({ name: 'gate', source: 'acme/shop', bypass })
    const facts = { ...requiring(withWorkflow(FAILS)), rulesets: new Map([[1, ruleset]]) }
    expect(answers(facts, 'bypass')).toEqual([
      expect.stringMatching(/^problem Everybody with write access may bypass ruleset "gate"/),
    ])
    expect(answers(requiring(withWorkflow(FAILS)), 'bypass')).toEqual([
      'good Nobody may bypass ruleset "main".',
    ])
  })
})

describe('a required workflow in the merge queue', () => {
  const groups = (text: string) => FAILS(text).replace('on:', 'on:\n  merge_group: {}')
  const queued = (facts: DoctorFacts, required = requiresWorkflow()) =>
    answers(requiring(facts, required, rule('merge_queue')), 'merge-queue')

  test('is good when it blocks and hears of groups', () => {
    expect(queued(withWorkflow(groups))).toEqual([expect.stringMatching(/^good/)])
    expect(queued(withWorkflow(FAILS))[0]).toMatch(/^problem .* never comes/)
  })

  test('is unknown when it cannot be read, whatever its name', () => {
    const elsewhere = requiresWorkflow('countersign.yml', { repositoryId: 9 })
    expect(queued(healthy({ workflows: known([]) }), elsewhere)).toEqual([
      expect.stringMatching(/^unknown/),
    ])
  })

  test('does not count when it passes on a block', () => {
    expect(queued(withWorkflow((text) => text))[0]).toMatch(/^problem/)
  })
})

describe('what is taken for the gate', () => {
  const using = (uses: string) =>
    healthy({
      workflows: known([file('w.yml', WORKFLOW.replace(`acme/countersign@${SHA}`, uses))]),
    })

  test.each([
    `evil/not-countersign-at-all@${SHA}`,
    `acme/ci/.github/workflows/countersign.yml@${SHA}`,
    `acme/countersign-helper@${SHA}`,
    `acme/countersign/sub@${SHA}`,
    'docker://acme/countersign:1',
  ])('is not %s', (uses) => {
    const [first, second] = answers(using(uses), 'workflow')
    expect(first).toMatch(/^problem No workflow on main runs the gate/)
    expect(second).toMatch(/^unknown w\.yml uses .* was not taken for the gate/)
  })

  test.each(['acme/countersign', 'Other-Org/Countersign'])(
    'is %s, and whose it is is said',
    (name) => {
      const said = answers(using(`${name}@${SHA}`), 'workflow')
      expect(said).toContain(`good w.yml names the gate by commit: ${name} at ${SHA}.`)
    },
  )

  test('in a called workflow of such a repository is unknown', () => {
    const uses = `acme/countersign/.github/workflows/gate.yml@${SHA}`
    const facts = withWorkflow((text) => text.replace(/ {4}steps:[\s\S]*/, `    uses: ${uses}\n`))
    expect(answers(facts, 'workflow').join()).toContain('whose steps are not read from here')
    expect(answers(requiring(facts), 'required')[0]).toMatch(/^unknown/)
  })
})
