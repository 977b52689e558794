import { describe, expect, test } from '@jest/globals'
import type {
  BypassActor,
  DoctorFacts,
  EnvironmentFacts,
} from '../../../src/engine/doctor/facts.ts'
import { DOCTOR_CHECKS, diagnose } from '../../../src/engine/doctor/index.ts'
import {
  answers,
  besideWorkflow,
  branch,
  CODEOWNERS,
  file,
  healthy,
  known,
  listOf,
  OWN_APP,
  POLICY,
  requires,
  rule,
  SHA,
  UNKNOWN,
  WORKFLOW,
  withPolicy,
  withWorkflow,
} from './healthy.ts'

/** Each weakness beside the set-up that has none. */

const withRules = (...rules: ReturnType<typeof rule>[]) =>
  healthy({ branches: [branch({ rules: known(rules) })] })

describe('a set-up as the security model asks for it', () => {
  test('has no problem, nothing unknown and no advice', () => {
    expect(listOf(healthy(), 'problem', 'unknown', 'advice')).toEqual([])
  })

  test('answers every question but that for teams out of reach', () => {
    const ids = diagnose(healthy(), null).sections.map(({ id }) => id)
    expect(ids).toEqual(DOCTOR_CHECKS.map(({ id }) => id))
  })

  test('has a fix for whatever is not good', () => {
    const worst = healthy({
      branches: [branch({ rules: known([]) })],
      workflows: UNKNOWN,
      policy: [],
      codeowners: null,
      tokenDefaults: UNKNOWN,
      access: 'none',
    })
    const all = diagnose(worst, null).sections.flatMap(({ advice }) => advice)
    expect(all.filter(({ level, fix }) => level !== 'good' && fix === null)).toEqual([])
  })
})

describe('required', () => {
  test('names what requires it and from which App', () => {
    expect(answers(healthy(), 'required')).toEqual([
      `good "countersign" is required on main by ruleset "main", from the App ${OWN_APP}.`,
    ])
  })

  test('names whose ruleset it is, where it is not the own one', () => {
    const ruleset = known({ name: 'all', source: 'acme', bypass: [] })
    const facts = healthy({ rulesets: new Map([[1, ruleset]]) })
    expect(answers(facts, 'required')[0]).toContain('by ruleset "all" of acme')
  })

  test('is a problem when nothing requires it, also while the policy only observes', () => {
    for (const facts of [
      withRules(),
      { ...withPolicy('version: 1\nmode: observe\n'), branches: [branch({ rules: known([]) })] },
    ])
      expect(answers(facts, 'required')[0]).toMatch(
        /^problem Nothing requires the check "countersign" on main/,
      )
  })

  test('is not met by a check of another name', () => {
    expect(answers(withRules(requires(OWN_APP, 'Countersign')), 'required')[0]).toMatch(/^problem/)
  })

  test('takes the name from the workflow, or from whoever asks', () => {
    const facts = withWorkflow((text) => text.replace('fail-on-block: false', 'check-name: gate'))
    expect(diagnose(facts, null).check_name).toBe('gate')
    expect(diagnose(facts, 'other').check_name).toBe('other')
  })

  test('by classic protection counts as well, and up-to-date branches are called needless', () => {
    const classic = {
      checks: [{ context: 'countersign', app: OWN_APP }],
      isStrict: true,
      details: null,
    }
    const facts = healthy({ branches: [branch({ rules: known([]), protection: known(classic) })] })
    expect(answers(facts, 'required')[0]).toMatch(
      /^good .* by branch protection.*the gate does not need it/,
    )
  })

  test('is unknown, not a problem, when half of the answer is missing', () => {
    expect(answers(healthy({ branches: [branch({ rules: UNKNOWN })] }), 'required')[0]).toMatch(
      /^unknown/,
    )
    const facts = healthy({ branches: [branch({ rules: known([]), protection: UNKNOWN })] })
    expect(answers(facts, 'required')[0]).toMatch(/^unknown No ruleset requires/)
  })

  test('holds for every branch that speaks for itself', () => {
    const lax = branch({ name: 'release/x', glob: 'release/*', rules: known([]) })
    const [first, second] = answers(healthy({ branches: [branch(), lax] }), 'required')
    expect(first).toMatch(/^good/)
    expect(second).toMatch(/^problem .* on "release\/\*" \(looked up as release\/x\)/)
  })

  test('says which branches of the policy were not looked up', () => {
    const facts = withPolicy(`${POLICY}bases: [main, "{a,b}/*"]\n`)
    expect(answers(facts, 'required')[1]).toMatch(
      /^advice .*"\{a,b\}\/\*", which were not looked up/,
    )
  })
})

describe('forgery', () => {
  test.each<[string, number | null, RegExp]>([
    ['any source', null, /^problem .* any source/],
    ['GitHub Actions', 15368, /^problem .* "GitHub Actions" \(App 15368\)/],
    ['an App of its own', OWN_APP, /^good .* only the App 4711/],
  ])('from %s', (_name, app, words) => {
    expect(answers(withRules(requires(app)), 'forgery')[0]).toMatch(words)
  })

  test('of several rules the strictest counts, for all of them have to be met', () => {
    expect(answers(withRules(requires(null), requires(OWN_APP)), 'forgery')).toEqual([
      expect.stringMatching(/^good/),
    ])
  })

  test('is advice as long as the policy blocks nothing', () => {
    const facts = { ...withRules(requires(null)), policy: [file('p', 'version: 1\nmode: warn\n')] }
    expect(answers(facts, 'forgery')[0]).toMatch(/^advice/)
  })

  test.each([
    ['the gate itself', withWorkflow((text) => text.replace('judge:', 'countersign:'))],
    [
      'a job by its name',
      besideWorkflow('on: push\npermissions: {}\njobs: { a: { name: countersign, steps: [] } }'),
    ],
  ])('by the name of %s', (_name, facts) => {
    expect(answers(facts, 'forgery')[1]).toMatch(/^problem The job .* has the name of the check/)
  })
})

describe('what was published under the name', () => {
  const publisher = (app: number | null, name = 'github-actions') => {
    return { kind: app === null ? ('status' as const) : ('check' as const), app, name, pull: 7 }
  }

  test.each<[string, readonly (number | null)[], RegExp]>([
    ['a status', [OWN_APP, null], /^problem .* set a commit status "countersign" on #7/],
    ['another App only', [15368], /^problem .* required from another one/],
    ['another App as well', [OWN_APP, 15368], /^advice .* required from another one/],
  ])('by %s', (_name, apps, words) => {
    const facts = healthy({ publishers: known(apps.map((app) => publisher(app))) })
    expect(answers(facts, 'forgery').slice(1)).toEqual([expect.stringMatching(words)])
  })

  test('by several, where any source will do', () => {
    const publishers = known([
      publisher(OWN_APP, 'gate'),
      publisher(OWN_APP, 'gate'),
      publisher(15368),
    ])
    expect(answers({ ...withRules(requires(null)), publishers }, 'forgery').at(-1)).toMatch(
      /^advice Several Apps .* gate \(4711\), github-actions \(15368\)/,
    )
  })
})

describe('bypass', () => {
  const withActors = (bypass: readonly BypassActor[] | null) =>
    healthy({ rulesets: new Map([[1, known({ name: 'main', source: 'acme/shop', bypass })]]) })

  test.each<[string, BypassActor, RegExp]>([
    [
      'write access',
      { type: 'RepositoryRole', id: 4, mode: 'always' },
      /^problem Everybody with write access/,
    ],
    [
      'administrators',
      { type: 'RepositoryRole', id: 5, mode: 'always' },
      /^advice Everybody with the role admin/,
    ],
    ['a custom role', { type: 'RepositoryRole', id: 77, mode: 'always' }, /^advice .* number 77/],
    [
      'owners',
      { type: 'OrganizationAdmin', id: null, mode: 'pull_request' },
      /^advice Owners .* in pull requests/,
    ],
    ['an App', { type: 'Integration', id: 9, mode: 'always' }, /^advice The App 9/],
    ['deploy keys', { type: 'DeployKey', id: null, mode: 'always' }, /^advice Every deploy key/],
    ['a team', { type: 'Team', id: 3, mode: 'exempt' }, /^advice The team number 3/],
    ['what is new', { type: 'Robot', id: 3, mode: 'always' }, /^advice The account number 3/],
  ])('by %s', (_name, actor, words) => {
    expect(answers(withActors([actor]), 'bypass')).toEqual([expect.stringMatching(words)])
  })

  test('by nobody is good; by nobody knows whom is unknown', () => {
    expect(answers(withActors([]), 'bypass')).toEqual(['good Nobody may bypass ruleset "main".'])
    expect(answers(withActors(null), 'bypass')[0]).toMatch(/^unknown/)
    expect(answers(healthy({ rulesets: new Map([[1, UNKNOWN]]) }), 'bypass')[0]).toMatch(/^unknown/)
  })

  test('of classic protection: administrators and those it names', () => {
    const details = {
      coversAdmins: false,
      requiresPull: true,
      allowsForcePush: false,
      exempt: ['@bot'],
    }
    const classic = { checks: [{ context: 'countersign', app: 1 }], isStrict: false, details }
    const facts = healthy({ branches: [branch({ rules: known([]), protection: known(classic) })] })
    expect(answers(facts, 'bypass')).toEqual([
      expect.stringMatching(/^advice Administrators/),
      expect.stringMatching(/^advice @bot may merge/),
    ])
    const covered = known({ ...classic, details: { ...details, coversAdmins: true, exempt: [] } })
    const good = healthy({ branches: [branch({ rules: known([]), protection: covered })] })
    expect(answers(good, 'bypass')).toEqual([expect.stringMatching(/^good/)])
    const blind = known({ ...classic, details: null })
    const unseen = healthy({ branches: [branch({ rules: known([]), protection: blind })] })
    expect(answers(unseen, 'bypass')[0]).toMatch(/^unknown/)
  })
})

describe('pushes', () => {
  test.each<[string, DoctorFacts, readonly RegExp[]]>([
    [
      'nothing protects it',
      withRules(),
      [/^problem Everybody with write access can push/, /^advice .* force push/],
    ],
    [
      'only checks',
      withRules(requires(1), rule('non_fast_forward')),
      [/^advice A commit that has its checks/],
    ],
    ['a pull request is required', healthy(), [/^good/]],
    ['nobody can say', healthy({ branches: [branch({ rules: UNKNOWN })] }), []],
    [
      'rulesets leave it open, and protection may close it',
      healthy({ branches: [branch({ rules: known([requires(1)]), protection: UNKNOWN })] }),
      [/^unknown The rulesets of main leave pushes open/],
    ],
    [
      'rulesets close it, whatever protection says',
      healthy({ branches: [branch({ protection: UNKNOWN })] }),
      [/^good/],
    ],
  ])('%s', (_name, facts, words) => {
    expect(answers(facts, 'pushes')).toEqual(words.map((one) => expect.stringMatching(one)))
  })
})

describe('the workflow of the gate', () => {
  test.each<[string, (text: string) => string, RegExp]>([
    ['absent', () => 'on: push\njobs: {}\n', /^problem No workflow on main runs the gate/],
    [
      'on pull_request only',
      (text) => text.replace('pull_request_target', 'pull_request'),
      /^problem .* whose author can rewrite it/,
    ],
    [
      'on neither',
      (text) => text.replace('pull_request_target', 'push'),
      /^problem .* does not run on pull requests/,
    ],
    [
      'on both',
      (text) => text.replace('on:', 'on:\n  pull_request_review: {}'),
      /^advice .* also runs on pull_request_review/,
    ],
    [
      'deaf to labels',
      (text) => text.replace(', labeled, unlabeled', ''),
      /^advice .* does not hear of labeled, unlabeled/,
    ],
    [
      'by tag',
      (text) => text.replace(`acme/countersign@${SHA}`, 'acme/countersign@v1'),
      /^advice .* can move that tag/,
    ],
    [
      "by init's placeholder",
      (text) =>
        text.replace(
          `acme/countersign@${SHA}`,
          'OWNER-OF-THE-COUNTERSIGN-ACTION-GOES-HERE/countersign@COMMIT',
        ),
      /^problem .* is a placeholder: the gate cannot run/,
    ],
    [
      "by the documents' placeholder",
      (text) => text.replace(`acme/countersign@${SHA}`, 'OWNER/countersign@COMMIT'),
      /^problem .* is a placeholder/,
    ],
    [
      'by a placeholder for the commit',
      (text) => text.replace(`acme/countersign@${SHA}`, 'acme/countersign@<full-sha>'),
      /^problem .* is a placeholder/,
    ],
    [
      'by a tag that is no placeholder',
      (text) => text.replace(`acme/countersign@${SHA}`, 'owner/countersign@version-2'),
      /^advice .* can move that tag/,
    ],
    [
      'with a checkout of the head',
      (text) =>
        text.replace(
          '      - uses: acme',
          `      - uses: actions/checkout@v7\n        with: { ref: "\${{ github.event.pull_request.head.sha }}" }\n      - uses: acme`,
        ),
      /^problem .* checks out what the pull request wrote/,
    ],
    [
      'with a checkout',
      (text) =>
        text.replace('      - uses: acme', '      - uses: actions/checkout@v7\n      - uses: acme'),
      /^advice .* checks something out/,
    ],
    [
      'with injection',
      (text) =>
        text.replace(
          '      - uses: acme',
          `      - run: echo "\${{ github.event.pull_request.title }}"\n      - uses: acme`,
        ),
      /^problem .* into a shell command/,
    ],
    [
      'that fails its job',
      (text) => text.replace('          fail-on-block: false\n', ''),
      /^advice .* stays red/,
    ],
    [
      'with rights it never uses',
      (text) => text.replace('    permissions: {}', '    permissions: { contents: write }'),
      /^advice .* may write contents/,
    ],
    [
      'without the right to publish',
      (text) => text.replace(/ {10}github-token.*\n/, ''),
      /^problem .* lacks the right "checks: write"/,
    ],
  ])('%s', (_name, change, words) => {
    expect(answers(withWorkflow(change), 'workflow').some((one) => words.test(one))).toBe(true)
    expect(answers(healthy(), 'workflow').some((one) => words.test(one))).toBe(false)
  })

  test('with the token of the workflow and the rights of the README has no more and no less', () => {
    const rights =
      'contents: read, pull-requests: write, checks: write, issues: read, actions: read'
    const facts = withWorkflow((text) =>
      text
        .replace(/ {10}github-token.*\n/, '')
        .replace('    permissions: {}', `    permissions: { ${rights} }`),
    )
    expect(answers(facts, 'workflow').at(-1)).toMatch(/^good .* the rights it needs and no more/)
  })

  test('where reviews or results count, wants to hear of them', () => {
    const quiet = WORKFLOW.replace(/ {2}workflow_run.*\n/, '')
    const facts = {
      ...withPolicy(
        `${POLICY.replace('reviews: false', 'reviews: true')}acceptance: { required: true, results: [{ workflow: .github/workflows/x.yml, artifact: a }] }\n`,
      ),
      workflows: known([file('.github/workflows/countersign.yml', quiet)]),
    }
    const heard = answers(facts, 'workflow').filter((one) => one.startsWith('advice'))
    expect(heard).toEqual([
      expect.stringMatching(/when CI has finished/),
      expect.stringMatching(/hears of one only/),
    ])
  })

  test('the action itself is known as the gate', () => {
    const own = {
      ...withWorkflow((text) => text.replace(`acme/countersign@${SHA}`, './')),
      isOwnAction: true,
    }
    expect(answers(own, 'workflow').join()).toContain('runs the gate of this repository itself')
  })

  test('leaves out what is no workflow, and says so', () => {
    expect(answers(besideWorkflow('{{{'), 'workflow').at(-1)).toMatch(
      /^advice .*x\.yml cannot be read/,
    )
  })

  test('is unknown where files cannot be read', () => {
    expect(answers(healthy({ workflows: UNKNOWN }), 'workflow')[0]).toMatch(/^unknown/)
  })
})

describe('secrets', () => {
  const withEnvironment = (branches: EnvironmentFacts['branches']) =>
    healthy({ environments: known([{ name: 'Merge-Gate', branches }]) })
  const named = (...patterns: { name: string; type: string }[]) =>
    withEnvironment({ kind: 'named', patterns: known(patterns) })

  test.each<[string, DoctorFacts, RegExp]>([
    ['the default branch only', healthy(), /^good Only main may use/],
    [
      'no environment',
      withWorkflow((text) => text.replace(/ {4}environment.*\n/, '')),
      /^problem .* without an environment/,
    ],
    [
      'one that is not there',
      healthy({ environments: known([]) }),
      /^problem There is no environment/,
    ],
    ['any branch', withEnvironment({ kind: 'any' }), /^problem Every branch may use/],
    [
      'protected branches',
      withEnvironment({ kind: 'protected' }),
      /^advice Every protected branch/,
    ],
    [
      'a pattern beside it',
      named({ name: 'main', type: 'branch' }, { name: '*', type: 'branch' }),
      /^problem .* admits "\*"/,
    ],
    ['a tag of its name', named({ name: 'main', type: 'tag' }), /^problem .* admits "main"/],
    ['no branch', named(), /^advice .* no branch at all/],
    [
      'a copy',
      healthy({ secrets: known(['GATE_KEY']) }),
      /^problem GATE_KEY is a repository secret as well/,
    ],
    [
      'a copy of the organisation',
      healthy({ organizationSecrets: known(['OTHER', 'GATE_KEY']) }),
      /^problem GATE_KEY is an organisation secret as well/,
    ],
    [
      'another secret of the organisation',
      healthy({ organizationSecrets: known(['OTHER']) }),
      /^good Only main may use/,
    ],
    [
      'unreadable secrets of the organisation',
      healthy({ organizationSecrets: UNKNOWN }),
      /^unknown The names of the organisation secrets/,
    ],
    ['unreadable copies', healthy({ secrets: UNKNOWN }), /^unknown/],
    ['unreadable environments', healthy({ environments: UNKNOWN }), /^unknown/],
    [
      'none used',
      withWorkflow((text) =>
        text.replace(/ {8}with: .*secrets.*\n/, '').replace(/ {10}github-token.*\n/, ''),
      ),
      /^good The gate uses no secrets/,
    ],
  ])('%s', (_name, facts, words) => {
    expect(answers(facts, 'secrets')[0]).toMatch(words)
  })
})

describe('other workflows', () => {
  test.each<[string, string, RegExp]>([
    [
      'checks by its permissions',
      'on: push\njobs: { a: { permissions: { checks: write } } }',
      /^advice .* may write checks: it can/,
    ],
    [
      'statuses for all jobs',
      'on: push\npermissions: { statuses: write }\njobs: { a: {} }',
      /^advice .* may write statuses/,
    ],
    [
      'everything',
      'on: push\npermissions: write-all\njobs: { a: {} }',
      /^advice .* may write checks and statuses/,
    ],
    [
      'the head with the rights of the base',
      `on: pull_request_target\npermissions: {}\njobs: { a: { steps: [{ uses: actions/checkout@v7, with: { ref: "\${{ github.head_ref }}" } }] } }`,
      /^problem .* checks out what a pull request wrote on pull_request_target/,
    ],
    [
      'nothing of it',
      'on: pull_request\npermissions: {}\njobs: { a: { steps: [{ uses: actions/checkout@v7 }] } }',
      /^good/,
    ],
  ])('%s', (_name, text, words) => {
    expect(answers(besideWorkflow(text), 'other-workflows')).toEqual([expect.stringMatching(words)])
  })

  test('without permissions have those of the repository', () => {
    const text = 'on: push\njobs: { a: {} }'
    expect(answers(besideWorkflow(text), 'other-workflows')[0]).toMatch(/^good/)
    const lax = {
      ...besideWorkflow(text),
      tokenDefaults: known({ canWrite: true, canApprove: true }),
    }
    expect(answers(lax, 'other-workflows')[0]).toMatch(/^advice .* because it names no permissions/)
    expect(answers(lax, 'token-rights')).toEqual([
      expect.stringMatching(/^advice .* may write nearly everything/),
      expect.stringMatching(/^advice Workflows may approve/),
    ])
  })
})

describe('the policy', () => {
  test.each<[string, DoctorFacts, RegExp]>([
    ['missing', healthy({ policy: [] }), /^problem There is no policy on main/],
    ['invalid', withPolicy('version: 1\nsurprise: 1\n'), /^problem .* line 2, column 1/],
    ['observing', withPolicy('version: 1\nmode: observe\n'), /^advice .* blocks nothing yet/],
    ['enforced', healthy(), /^good/],
  ])('%s', (_name, facts, words) => {
    expect(answers(facts, 'policy')[0]).toMatch(words)
  })

  const EIGHT = ['plan', 'scope', 'paths', 'patterns', 'limits', 'audit', 'acceptance', 'approvals']

  test('with every check softened blocks nothing, whatever its "mode" says', () => {
    const modes = EIGHT.map((id) => `${id}: observe`).join(', ')
    const said = answers(withPolicy(`${POLICY}mode: enforce\nmodes: { ${modes} }\n`), 'policy')
    expect(said[0]).toMatch(
      /^advice .* blocks nothing yet \(mode: enforce; .*approvals \(observe\)/,
    )
  })

  test('with some checks softened says which do not block', () => {
    const said = answers(withPolicy(`${POLICY}modes: { audit: warn }\n`), 'policy')
    expect(said[0]).toMatch(/^advice .* blocks by plan, .* blocks nothing: audit \(warn\)\.$/)
    const whole = answers(withPolicy(`${POLICY}modes: { audit: enforce }\n`), 'policy')
    expect(whole[0]).toMatch(/^good/)
  })

  test('that observes but for one check is binding, so a forgeable check is a problem', () => {
    const anySource = (text: string) => ({
      ...withRules(requires(null)),
      policy: withPolicy(text).policy,
    })
    const one = anySource('version: 1\nmode: observe\nmodes: { approvals: enforce }\n')
    expect(answers(one, 'policy')[0]).toMatch(/^advice .* blocks by approvals\./)
    expect(answers(one, 'forgery')[0]).toMatch(/^problem/)
    const none = anySource('version: 1\nmode: observe\nmodes: { approvals: warn }\n')
    expect(answers(none, 'forgery')[0]).toMatch(/^advice/)
  })

  test.each([
    [
      'GitHub-Actions[bot]',
      /^problem .* exempts GitHub-Actions\[bot\] from plan, scope, .* every workflow/,
    ],
    [
      'claude[bot]',
      /^problem .* exempts claude\[bot\] from plan, scope, and that account is an agent/,
    ],
  ])('that exempts %s is got around', (actor, words) => {
    const text = `${POLICY}exempt: [{ actors: ["${actor}"], checks: [plan, scope] }]\n`
    expect(answers(withPolicy(text), 'policy')[1]).toMatch(words)
  })

  test('that exempts a bot of nobody here is fine', () => {
    const text = `${POLICY}exempt: [{ actors: ["dependabot[bot]"], checks: [plan, scope] }]\n`
    expect(answers(withPolicy(text), 'policy')).toHaveLength(1)
  })

  test('for agents only leaves a gap', () => {
    expect(answers(withPolicy('version: 1\napplies_to: agents\n'), 'policy')[1]).toMatch(
      /^advice .* hides every sign/,
    )
  })

  test('names workflows that are there and count', () => {
    const results = `${POLICY}acceptance: { required: true, results: [{ workflow: .github/workflows/x.yml, artifact: a }] }\n`
    const there = (text: string) => ({
      ...besideWorkflow(text),
      policy: withPolicy(results).policy,
      paths: new Set(['.github/workflows/x.yml']),
    })
    expect(answers(withPolicy(results), 'policy')[1]).toMatch(/^problem .* which is not there/)
    expect(answers(there('on: workflow_dispatch\njobs: { a: {} }'), 'policy')[1]).toMatch(
      /^problem .* none of them count/,
    )
    expect(answers(there('on: [push]\njobs: { a: {} }'), 'policy')).toHaveLength(1)
  })
})

describe('labels', () => {
  test.each<[string, DoctorFacts, RegExp]>([
    ['all there', healthy(), /^good/],
    [
      'none for any owner',
      healthy({ labels: known(['countersigned/']) }),
      /^advice There is no label "countersigned\/\{owner\}" for any owner/,
    ],
    [
      'a plain one that is missing',
      withPolicy('version: 1\napprovals: { label: signed }\n'),
      /^advice There is no label "signed"/,
    ],
    [
      'in other case',
      { ...withPolicy('version: 1\napprovals: { label: Signed }\n'), labels: known(['SIGNED']) },
      /^good/,
    ],
    ['unreadable', healthy({ labels: UNKNOWN }), /^unknown/],
  ])('%s', (_name, facts, words) => {
    expect(answers(facts, 'labels')[0]).toMatch(words)
  })
})

describe('owners', () => {
  test.each<[string, DoctorFacts, RegExp]>([
    ['no file', healthy({ codeowners: null }), /^problem There is no CODEOWNERS file/],
    [
      'too large',
      healthy({ codeowners: file('CODEOWNERS', '#'.repeat(3 * 1024 * 1024 + 1)) }),
      /^problem CODEOWNERS is larger/,
    ],
    [
      'a line of its own making',
      healthy({ codeowners: file('CODEOWNERS', `${CODEOWNERS}/x/ [oops\n`) }),
      /^problem Line 4 of CODEOWNERS: Invalid line/,
    ],
    [
      "a line of GitHub's list",
      healthy({ codeownersErrors: known([{ line: 1, column: 3, kind: 'Unknown owner' }]) }),
      /^problem Line 1 .*: Unknown owner/,
    ],
    ['an unreadable list', healthy({ codeownersErrors: UNKNOWN }), /^unknown/],
    [
      'nobody for the gate',
      healthy({ codeowners: file('CODEOWNERS', '/src/ @alice\n') }),
      /^advice Nobody owns "\.github\/countersign\.yml"/,
    ],
    [
      'nobody there',
      healthy({ owners: new Map([['@ghost', known('none' as const)]]) }),
      /^problem @ghost has no access/,
    ],
    [
      'an owner who may not write',
      healthy({ owners: new Map([['@eve', known('triage' as const)]]) }),
      /^problem @eve may not write/,
    ],
    [
      'a team out of reach',
      healthy({ owners: new Map([['@acme/other', UNKNOWN]]) }),
      /^unknown The team @acme\/other/,
    ],
    ['more than were looked up', healthy({ ownersLeft: 3 }), /^advice 3 more/],
  ])('%s', (_name, facts, words) => {
    expect(answers(facts, 'owners').some((one) => words.test(one))).toBe(true)
    expect(answers(healthy(), 'owners').some((one) => words.test(one))).toBe(false)
  })

  test('an approver needs less than an owner, but reads alone put no label on', () => {
    const policy = `${POLICY}override: { approvers: ["@Dora"] }\n`
    const dora = (access: 'read' | 'triage') =>
      answers({ ...withPolicy(policy), owners: new Map([['@dora', known(access)]]) }, 'owners')
    expect(dora('triage').at(-1)).toMatch(/^good 1 of 1/)
    expect(dora('read').at(-1)).toMatch(/^advice @dora may only read/)
  })
})

describe('signatures', () => {
  test('that an agent could give', () => {
    const lax = withPolicy(`${POLICY.replace('reviews: false', 'independence: [not-bot]')}`)
    const found = answers(lax, 'signatures').filter((one) => one.startsWith('advice'))
    expect(found).toHaveLength(4)
    expect(answers(healthy(), 'signatures')).toEqual([
      expect.stringMatching(/^good It cannot sign/),
      expect.stringMatching(/^good It can take a label off/),
    ])
  })
})

describe('the merge queue', () => {
  const queued = (facts: DoctorFacts): DoctorFacts => ({
    ...facts,
    branches: [branch({ rules: known([requires(OWN_APP), rule('merge_queue')]) })],
  })

  test('none', () => {
    expect(answers(healthy(), 'merge-queue')[0]).toMatch(/^good There is no merge queue/)
  })

  test('without the event waits for ever', () => {
    expect(answers(queued(healthy()), 'merge-queue')[0]).toMatch(/^problem .* never comes/)
  })

  describe('with an environment', () => {
    const inRoom = (branches: EnvironmentFacts['branches']) =>
      queued({
        ...withWorkflow((text) => text.replace('on:', 'on:\n  merge_group: {}')),
        environments: known([{ name: 'merge-gate', branches }]),
      })
    const named = (...names: string[]) =>
      inRoom({ kind: 'named', patterns: known(names.map((name) => ({ name, type: 'branch' }))) })

    test.each([
      ['the default branch', named('main')],
      ['another queue', named('main', 'gh-readonly-queue/dev/*')],
      ['one level of names', named('main', 'gh-readonly-queue/*')],
    ])('for %s the check never comes', (_name, facts) => {
      expect(answers(facts, 'merge-queue')).toEqual([
        expect.stringMatching(/^problem The environment "merge-gate" does not admit/),
      ])
    })

    test.each([
      ['every branch', inRoom({ kind: 'any' })],
      ["the queue's branches", named('main', 'gh-readonly-queue/main/*')],
      ['all queues', named('gh-readonly-queue/**/*')],
    ])('for %s groups are judged', (_name, facts) => {
      expect(answers(facts, 'merge-queue')).toEqual([
        expect.stringMatching(/^good Every group/),
        expect.stringMatching(/^advice .* from the group's own commits/),
      ])
    })

    test.each([
      ['protected branches', inRoom({ kind: 'protected' })],
      ['branches nobody may read', inRoom({ kind: 'named', patterns: UNKNOWN })],
      ['nobody knows whom', { ...named('main'), environments: UNKNOWN }],
    ])('for %s nobody can say', (_name, facts) => {
      expect(answers(facts, 'merge-queue')).toEqual([expect.stringMatching(/^unknown/)])
    })
  })

  test('as the README has it', () => {
    const facts = withWorkflow((text) =>
      text.replace('on:', 'on:\n  merge_group: {}').replace(/ {4}environment.*\n/, ''),
    )
    expect(answers(queued(facts), 'merge-queue')).toEqual([
      expect.stringMatching(/^good/),
      expect.stringMatching(/^advice .* from the group's own commits/),
    ])
  })
})

describe('forks', () => {
  test.each<[string, DoctorFacts, RegExp]>([
    ['judged from the default branch', healthy(), /^good A pull request from a fork/],
    [
      'with a token that may only read',
      withWorkflow((text) => text.replace('pull_request_target', 'pull_request')),
      /^problem .* may only read/,
    ],
    ['not at all', withWorkflow((text) => text.replace('pull_request_target', 'push')), /^advice/],
    ['none allowed', healthy({ allowsForks: false }), /^good Forking is not allowed/],
  ])('%s', (_name, facts, words) => {
    expect(answers(facts, 'forks')).toEqual([expect.stringMatching(words)])
  })
})

test('the token that saw all this', () => {
  expect(answers(healthy({ access: 'none' }), 'access')[0]).toMatch(/^advice There is no token/)
  expect(answers(healthy({ access: 'write' }), 'access')[0]).toMatch(
    /^advice It has the role "write"/,
  )
})
