import { describe, expect, test } from '@jest/globals'
import type { DoctorFacts } from '../../../src/engine/doctor/facts.ts'
import { answers, besideWorkflow, known, SHA, withWorkflow } from './healthy.ts'

/** Expressions stand between `<<` and `>>` below. */
const toYaml = (text: string) => text.replaceAll('<<', '$'.concat('{{')).replaceAll('>>', '}}')

const beside = (text: string) => besideWorkflow(toYaml(text))
const gateWith = (change: (text: string) => string) =>
  withWorkflow((text) =>
    toYaml(change(text.replaceAll('$'.concat('{{'), '<<').replaceAll('}}', '>>'))),
  )

/** What is recognised in workflow files, each beside what looks like it and is fine. */

const job = (on: string, step: string, more = '') =>
  beside(`on: ${on}\npermissions: {}\n${more}jobs:\n  b:\n    steps:\n      - ${step}\n`)
const others = (facts: DoctorFacts) => answers(facts, 'other-workflows')

const GOOD = [expect.stringMatching(/^good Nothing was recognised/)]
const FETCHED = /^problem .* checks out what a pull request wrote on/
const INJECTED = /^problem .* puts text that outsiders write \(.*\) into a shell command on/

describe('other workflows with the rights of the default branch', () => {
  test.each([
    ['pull_request_target', 'run: gh pr checkout << github.event.number >> && npm test', FETCHED],
    [
      'pull_request_target',
      'run: git fetch origin pull/<< github.event.number >>/head && git checkout FETCH_HEAD',
      FETCHED,
    ],
    ['pull_request_target', 'run: git checkout << github.event.pull_request.head.sha >>', FETCHED],
    ['pull_request_target', 'run: git fetch origin +refs/pull/*/merge', FETCHED],
    [
      'pull_request_target',
      '{ run: git switch "$REF", env: { REF: "<< github.head_ref >>" } }',
      FETCHED,
    ],
    [
      'pull_request_target',
      '{ uses: actions/checkout@v4, with: { repository: "<< github.event.pull_request.head.repo.full_name >>" } }',
      FETCHED,
    ],
    [
      'pull_request_target',
      `{ uses: actions/checkout@v4, with: { ref: "<< github['event'].pull_request [ 'head' ].sha >>" } }`,
      FETCHED,
    ],
    [
      'workflow_run',
      '{ uses: acme/checkout@v4, with: { Ref: "<< github.event.workflow_run.head_branch >>" } }',
      FETCHED,
    ],
    ['pull_request_target', 'run: echo "<< github.event.pull_request.title >>"', INJECTED],
    ['issue_comment', 'run: echo << github.event.comment.body >>', INJECTED],
    ['issues', 'run: echo << github.event.issue.title >>', INJECTED],
    ['workflow_run', 'run: echo << github.event.workflow_run.head_commit.message >>', INJECTED],
    ['pull_request_target', 'run: echo << toJSON(github.event) >>', INJECTED],
    ['pull_request_target', "run: echo << format('}}{0}', github.head_ref) >>", INJECTED],
    ['pull_request_target', 'run: echo << github.event.pull_request.labels.*.name >>', INJECTED],
    [
      'pull_request_target',
      '{ run: "echo << env.T >>", env: { T: "<< github.event.pull_request.body >>" } }',
      INJECTED,
    ],
    [
      'issue_comment',
      '{ uses: actions/github-script@v7, with: { script: "f(`<< github.event.comment.body >>`)" } }',
      INJECTED,
    ],
  ])('on %s: %s', (on, step, words) => {
    expect(others(job(on, step))).toEqual([expect.stringMatching(words)])
  })

  test.each([
    ['pull_request', 'run: gh pr checkout << github.event.number >>'],
    ['pull_request', 'run: echo "<< github.event.pull_request.title >>"'],
    ['pull_request_target', 'uses: actions/checkout@v4'],
    [
      'pull_request_target',
      '{ uses: actions/checkout@v4, with: { ref: "<< github.event.repository.default_branch >>" } }',
    ],
    ['pull_request_target', 'run: git fetch origin main && git checkout main'],
    ['pull_request_target', 'run: gh pr comment << github.event.number >> --body "thanks"'],
    [
      'pull_request_target',
      '{ run: gh pr comment 1 --body "$T", env: { T: "<< github.event.pull_request.title >>" } }',
    ],
    ['pull_request_target', 'run: echo << github.event.pull_request.head.sha >>'],
    ['pull_request_target', 'run: echo << github.event.repository.name >>'],
  ])('on %s are left alone with: %s', (on, step) => {
    expect(others(job(on, step))).toEqual(GOOD)
  })

  test('that check out what nobody can tell are unknown', () => {
    const step = '{ uses: actions/checkout@v4, with: { ref: "<< steps.pr.outputs.sha >>" } }'
    expect(others(job('issue_comment', step))).toEqual([
      expect.stringMatching(/^unknown .* was not recognised/),
    ])
    expect(others(job('push', step))).toEqual(GOOD)
  })

  test('are reached through a workflow that calls them', () => {
    const called =
      'on: workflow_call\npermissions: {}\njobs: { b: { steps: [{ run: gh pr checkout 1 }] } }'
    const calling = (on: string) => {
      const facts = job(on, 'run: "true"')
      const files = facts.workflows.known ? facts.workflows.value : []
      const [gate, caller] = files
      const call = `on: ${on}\npermissions: {}\njobs: { c: { uses: ./.github/workflows/called.yml } }`
      const bytes = (text: string) => new TextEncoder().encode(text)
      return {
        ...facts,
        workflows: known([
          ...(gate === undefined ? [] : [gate]),
          ...(caller === undefined ? [] : [{ ...caller, bytes: bytes(call) }]),
          { source: 'base', path: '.github/workflows/called.yml', bytes: bytes(called) },
        ]),
      }
    }
    expect(others(calling('pull_request_target'))).toEqual([expect.stringMatching(FETCHED)])
    expect(others(calling('pull_request'))).toEqual(GOOD)
  })
})

describe('what the gate signs in with', () => {
  test.each([
    [
      'its environment',
      '    environment: Merge-Gate\n    steps: []',
      /the environment "Merge-Gate"/,
    ],
    ['its secret', '    steps: [{ env: { K: "<< secrets.gate_key >>" } }]', /GATE_KEY/],
  ])('is shared by %s', (_name, body, words) => {
    const [said, ...more] = others(beside(`on: push\npermissions: {}\njobs:\n  b:\n${body}\n`))
    expect(said).toMatch(/^advice .* of the gate as well/)
    expect(said).toMatch(words)
    expect(more).toEqual([])
  })

  test('is not shared by a job with an environment and a secret of its own', () => {
    const body = '    environment: pages\n    steps: [{ env: { K: "<< secrets.PAGES >>" } }]'
    expect(others(beside(`on: push\npermissions: {}\njobs:\n  b:\n${body}\n`))).toEqual(GOOD)
  })
})

describe('beside the gate, in its own job', () => {
  const besideGate = (step: string) =>
    answers(
      gateWith((text) => text.replace('      - uses: acme', `      - ${step}\n      - uses: acme`)),
      'workflow',
    ).filter((one) => !one.startsWith('good'))

  test.each([
    'run: git fetch origin pull/<< github.event.number >>/head && git checkout FETCH_HEAD',
    'run: gh pr checkout << github.event.number >>',
    '{ uses: actions/checkout@v4, with: { repository: "<< github.event.pull_request.head.repo.full_name >>" } }',
  ])('nothing of a pull request may run: %s', (step) => {
    expect(besideGate(step)).toEqual([
      expect.stringMatching(/^problem .* checks out what the pull request wrote/),
    ])
  })

  test('other commands may', () => {
    expect(besideGate('run: echo "Judging << github.event.number >>"')).toEqual([])
  })
})

describe('secrets of the gate', () => {
  const secrets = (change: (text: string) => string) => answers(gateWith(change), 'secrets')
  /** As the healthy workflow has it. */
  const KEY = '<< secrets.GATE_KEY >>'
  const bare = (text: string) => text.replace('    environment: merge-gate\n', '')

  test('in the environment of the whole workflow are its own, too', () => {
    const lifted = (text: string) =>
      bare(text)
        .replace(KEY, '<< env.K >>')
        .replace('permissions: {}\njobs', `permissions: {}\nenv: { K: "${KEY}" }\njobs`)
    expect(secrets(lifted)[0]).toMatch(/^problem .* uses GATE_KEY without an environment/)
  })

  test.each([
    '<< fromJSON(toJSON(secrets)).GATE_KEY >>',
    "<< secrets[format('{0}', 'GATE_KEY')] >>",
  ])('read by %s are not called none', (expression) => {
    const open = secrets((text) => bare(text).replace(KEY, expression))
    expect(open).toEqual([
      expect.stringMatching(/^problem .* whatever secrets it finds without an environment/),
      expect.stringMatching(/^unknown .* does not say which/),
    ])
    const closed = secrets((text) => text.replace(KEY, expression))
    expect(closed).toContainEqual(expect.stringMatching(/^unknown .* does not say which/))
  })

  test("named in either way are named: secrets.X and secrets['X']", () => {
    const said = secrets((text) => text.replace(KEY, "<< secrets [ 'GATE_KEY' ] >>"))
    expect(said).toEqual([expect.stringMatching(/^good Only main .* with GATE_KEY/)])
  })

  test('all handed on to a called workflow are unknown', () => {
    const uses = `acme/countersign/.github/workflows/gate.yml@${SHA}`
    const call = `    uses: ${uses}\n    secrets: inherit\n`
    const said = secrets((text) => text.replace(/ {4}environment: merge-gate[\s\S]*/, call))
    expect(said).toContainEqual(expect.stringMatching(/^unknown .* "secrets: inherit"/))
    expect(said.join()).not.toContain('uses no secrets')
  })

  test('are unknown behind a token that comes from nowhere that was seen', () => {
    const step = (text: string) => text.replace(/ {8}with: .*secrets.*\n/, '')
    expect(secrets(step)).toEqual([expect.stringMatching(/^unknown .* signs in with/)])
    for (const token of ['<< github.token >>', '<< secrets.GITHUB_TOKEN >>']) {
      const said = secrets((text) => step(text).replace('<< steps.app.outputs.token >>', token))
      expect(said).toEqual(['good The gate uses no secrets.'])
    }
  })

  test('are not seen behind a token because a webhook has one', () => {
    const said = secrets((text) =>
      text
        .replace(/ {8}with: .*secrets.*\n/, '')
        .replace('fail-on-block: false', 'slack-webhook: << secrets.HOOK >>'),
    )
    expect(said).toContainEqual(expect.stringMatching(/^unknown .* signs in with/))
  })

  test('in the open are a problem, and not repeated', () => {
    const said = secrets((text) => text.replace('<< steps.app.outputs.token >>', 'ghp_oops'))
    expect(said).toContainEqual(expect.stringMatching(/^problem .* has a token in its file/))
    expect(said.join()).not.toContain('ghp_oops')
  })

  test('are not what merely has the word in it', () => {
    const said = secrets((text) =>
      text
        .replace(KEY, "<< inputs.secrets || 'no secrets' >>")
        .replace(/ {10}github-token.*\n/, ''),
    )
    expect(said).toEqual(['good The gate uses no secrets.'])
  })
})

describe('what the gate is given', () => {
  const given = (line: string) =>
    gateWith((text) =>
      text.replace('fail-on-block: false', `fail-on-block: false\n          ${line}`),
    )
  const onTerms = (line: string) =>
    gateWith((text) => text.replace('    environment:', `    ${line}\n    environment:`))

  test.each([
    [
      'policy: .github/lax.yml',
      /^unknown .* takes its policy from \.github\/lax\.yml, which was not read/,
    ],
    ['policy: "<< vars.P >>"', /^unknown .* known at run time only/],
  ])('%s is another policy than was judged', (line, words) => {
    expect(answers(given(line), 'policy')[0]).toMatch(words)
  })

  test('a policy put together at run time is not judged at all', () => {
    const facts = { ...given('policy: "<< vars.P >>"'), policyPath: null, policy: [] }
    expect(answers(facts, 'policy')).toEqual([expect.stringMatching(/^unknown/)])
  })

  test('the policy that was read is fine', () => {
    expect(answers(given('policy: .github/countersign.yml'), 'policy')).toEqual([
      expect.stringMatching(/^good/),
    ])
  })

  test('one pull request for all is a problem, one on demand is not', () => {
    expect(answers(given('pull-request: "1"'), 'workflow').at(-1)).toMatch(/^problem .* only #1 is/)
    const asked = given('pull-request: "<< inputs.pull-request >>"')
    expect(answers(asked, 'workflow').at(-1)).toMatch(/^good/)
  })

  test.each<[string, RegExp]>([
    ['if: false', /^problem .* never runs the gate/],
    ["if: github.actor != 'eve'", /^advice .* only if github\.actor != 'eve'/],
    ['if: always()', /^good/],
  ])('%s', (line, words) => {
    expect(answers(onTerms(line), 'workflow').at(-1)).toMatch(words)
  })

  test('no check and no failure stop nothing', () => {
    expect(answers(given('check-name: ""'), 'workflow').at(-1)).toMatch(/^problem .* stops nothing/)
  })
})
