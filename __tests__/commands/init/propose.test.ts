import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import type { Findings } from '../../../src/commands/init/findings.ts'
import { findTestWorkflows, proposeFiles } from '../../../src/commands/init/propose.ts'
import { parseCodeowners } from '../../../src/engine/approvals/codeowners.ts'
import { allowMatcher } from '../../../src/engine/matching/glob.ts'
import { parsePlan } from '../../../src/engine/plan/plan.ts'
import { runExamples } from '../../../src/engine/policy/examples.ts'
import { resolvePolicy } from '../../../src/engine/policy/resolve.ts'
import { makeFindings, makeWorkflow } from './make.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const GATE = '.github/workflows/countersign.yml'
const SIGNAL = '.github/workflows/countersign-signal.yml'
const POLICY = '.github/countersign.yml'
const PLAN = '.countersign/plans/set-up-countersign.yml'

/** As GitHub Actions writes one. */
const expression = (text: string) => `\${{ ${text} }}`
const bytes = (text: string) => new TextEncoder().encode(text)
const pathsOf = (findings: Findings) => proposeFiles(findings, NOW).map(({ path }) => path)

function textOf(findings: Findings, path: string): string {
  const file = proposeFiles(findings, NOW).find((it) => it.path === path)
  if (file === undefined) throw new Error(`${path} is not proposed`)
  return file.text
}

function resolve(text: string) {
  return resolvePolicy([{ source: `base:${POLICY}`, path: POLICY, bytes: bytes(text) }])
}

interface GateWorkflow {
  readonly on: Record<string, unknown> & { workflow_run: { workflows: string[]; types: string[] } }
  readonly permissions: object
  readonly jobs: Record<string, Record<string, unknown> & { steps: Record<string, unknown>[] }>
}

/** The step after the gate's; the condition spares runs that judged nothing. */
const ARCHIVE = {
  uses: expect.stringMatching(/^actions\/upload-artifact@[0-9a-f]{40}$/),
  if: expression("always() && steps.gate.outputs.decision != ''"),
  with: {
    name: `countersign-decision-${expression('github.run_id')}-${expression('github.run_attempt')}`,
    path: expression('steps.gate.outputs.decision'),
    'retention-days': 90,
    'if-no-files-found': 'error',
  },
}

const readGate = (text: string) => load(text) as GateWorkflow

const OWN = 'acme/countersign@0123456789abcdef0123456789abcdef01234567'

function makeGate(use: string, path = '.github/workflows/gate.yml') {
  return makeWorkflow({ path, isGate: true, gateUses: [use] })
}

describe('what is proposed', () => {
  test('everything, where there is nothing', () => {
    expect(pathsOf(makeFindings())).toEqual([
      GATE,
      SIGNAL,
      POLICY,
      PLAN,
      '.github/CODEOWNERS',
      '.claude/settings.json',
    ])
  })

  test('no code owners and no plan where there are some', () => {
    const codeowners = { path: 'docs/CODEOWNERS', owners: ['@alice'] }
    const setUp = ['.countersign/plans/PAY-142.yml']
    const paths = pathsOf(makeFindings({ codeowners, setUp }))
    expect(paths).toEqual([GATE, SIGNAL, POLICY, '.claude/settings.json'])
  })

  test('no second gate beside one of another name', () => {
    const gate = makeGate('acme/countersign@v1')
    expect(pathsOf(makeFindings({ workflows: [gate] }))).not.toContain(GATE)
    expect(pathsOf(makeFindings({ workflows: [gate] }))).not.toContain(SIGNAL)
  })

  test('the gate, beside one that is another action by the same name', () => {
    const evil = makeGate('evil/countersign@main')
    expect(pathsOf(makeFindings({ workflows: [evil] })).slice(0, 2)).toEqual([GATE, SIGNAL])
    const both = makeFindings({ workflows: [evil, makeGate(OWN)] })
    expect(pathsOf(both)).not.toContain(GATE)
  })

  test('no gate where its path is taken, whatever stands there', () => {
    const evil = makeGate('evil/countersign@main', GATE)
    expect(pathsOf(makeFindings({ workflows: [evil], setUp: [GATE] }))).not.toContain(GATE)
  })

  test('a signal for a gate that waits for it', () => {
    const waitsFor = ['Countersign signal']
    const gate = { ...makeGate(OWN), waitsFor }
    expect(pathsOf(makeFindings({ workflows: [gate] }))).toContain(SIGNAL)
  })

  test('the same for the same findings', () => {
    expect(proposeFiles(makeFindings(), NOW)).toEqual(proposeFiles(makeFindings(), NOW))
  })
})

describe('the gate', () => {
  const gate = readGate(textOf(makeFindings({ workflows: [makeWorkflow()] }), GATE))
  const judge = gate.jobs.judge

  test('has no right but those of its one job, and none to write contents', () => {
    expect(gate.permissions).toEqual({})
    expect(judge?.permissions).toEqual({
      contents: 'read',
      'pull-requests': 'write',
      checks: 'write',
      issues: 'read',
      actions: 'read',
    })
  })

  test('runs the pinned action, keeps its record and nothing else, and leaves the verdict to the check', () => {
    expect(Object.keys(gate.jobs)).toEqual(['judge'])
    expect(judge?.steps).toEqual([
      {
        uses: 'acme/countersign@0123456789abcdef0123456789abcdef01234567',
        id: 'gate',
        with: { 'fail-on-block': false },
      },
      ARCHIVE,
    ])
  })

  test('has the rights that the documents list, and no more for keeping the record', () => {
    const document = readFileSync('docs/installing.md', 'utf8')
    const listed = [...document.matchAll(/^\| `([a-z-]+): (read|write)` \|/gm)]
    expect(judge?.permissions).toEqual(Object.fromEntries(listed.map(([, key, is]) => [key, is])))
  })

  test('waits for the tests and for the signal', () => {
    expect(gate.on.workflow_run.workflows).toEqual(['CI', 'Countersign signal'])
    const signal = load(textOf(makeFindings(), SIGNAL)) as { name: string; permissions: object }
    expect(signal.name).toBe('Countersign signal')
    expect(signal.permissions).toEqual({})
  })

  test('equals what the README shows, but for the names in it', () => {
    const readme = readFileSync('README.md', 'utf8')
    const [, shown = ''] = /^```ya?ml\n(name: Countersign\n.*?)^```$/ms.exec(readme) ?? []
    const documented = readGate(shown)
    expect(documented.on).toEqual(gate.on)
    expect(documented.permissions).toEqual({})
    const [step, ...later] = documented.jobs.judge?.steps ?? []
    expect(step).toEqual({ ...judge?.steps[0], uses: 'OWNER/countersign@COMMIT' })
    expect(later).toEqual(judge?.steps.slice(1))
    expect({ ...documented.jobs.judge, steps: [] }).toEqual({
      ...judge,
      name: undefined,
      steps: [],
    })
  })

  test('has the signal that the documents show', () => {
    const document = readFileSync('docs/getting-started.md', 'utf8')
    const [, shown = ''] = /^```ya?ml\n(name: Countersign signal\n.*?)^```$/ms.exec(document) ?? []
    expect(load(shown)).toEqual(load(textOf(makeFindings(), SIGNAL)))
  })

  test('with its comments taken away has the App and its environment', () => {
    const text = textOf(makeFindings(), GATE)
    const withApp = readGate(
      text.replace(/^( *)# (environment:|github-token:|- uses:)|^( {6})# (?= {2,}\S)/gm, '$1$3$2'),
    ).jobs.judge
    expect(withApp?.environment).toBe('countersign')
    expect(withApp?.steps).toEqual([
      {
        uses: expect.stringMatching(/^actions\/create-github-app-token@[0-9a-f]{40}$/),
        id: 'app',
        with: {
          'client-id': 'CLIENT_ID',
          'private-key': expression('secrets.COUNTERSIGN_PRIVATE_KEY'),
        },
      },
      {
        uses: expect.stringContaining('/countersign@'),
        id: 'gate',
        with: { 'fail-on-block': false, 'github-token': expression('steps.app.outputs.token') },
      },
      ARCHIVE,
    ])
  })

  test('has the App that the security model shows, in the same environment', () => {
    const document = readFileSync('docs/security-model.md', 'utf8')
    const [, shown = ''] = /^```ya?ml\n(name: Countersign\n.*?)^```$/ms.exec(document) ?? []
    const { environment, steps } = readGate(shown).jobs.judge ?? { steps: [] }
    expect(environment).toBe('countersign')
    expect(steps.map(({ id }) => id)).toEqual(['app', 'gate', undefined])
    expect(steps.at(-1)).toEqual(ARCHIVE)
  })

  test('its signal needs a signature as a workflow, and for nothing that stands in it', () => {
    const examples = [
      {
        name: 'the signal',
        change: { added: { [SIGNAL]: textOf(makeFindings(), SIGNAL) } },
        expect: { approve: ['path/github-automation'] },
      },
    ]
    const standard = resolve('version: 1\nextends: standard\n')
    if (!standard.ok) throw new Error('not valid')
    const outcome = runExamples(standard.policy, bytes(JSON.stringify({ version: 1, examples })))
    expect(outcome).toMatchObject({ results: [{ failures: [] }] })
  })
})

describe('the policy', () => {
  const rich = makeFindings({
    agents: {
      ...makeFindings().agents,
      otherBots: ['acme-coder[bot]'],
      dependencyBots: ['dependabot[bot]'],
    },
    codeowners: { path: 'CODEOWNERS', owners: ['@acme/security', '@alice', 'bob@example.com'] },
    workflows: [makeWorkflow({ artifacts: ['results-*'] })],
  })

  /** As a person would: the `# ` before the YAML goes, the prose stays. */
  function takeComments(text: string): string {
    return text
      .replace(/^# (?=(?:teams|agents|exempt|acceptance):$)/gm, '')
      .replace(/^# (?= {2,}\S)/gm, '')
      .replaceAll('[<login>, <login>]', '[alice]')
  }

  test('observes', () => {
    const resolved = resolve(textOf(makeFindings(), POLICY))
    expect(resolved.ok && resolved.policy.mode).toBe('observe')
  })

  test('begins with the line by which editors find its schema', () => {
    expect(textOf(makeFindings(), POLICY)).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/raw\.githubusercontent\.com\/acme\/countersign\/[0-9a-f]{40}\/policies\/schema\/policy\.schema\.json\n/,
    )
  })

  test.each([
    ['an empty repository', makeFindings()],
    ['one with teams, bots and reports', rich],
  ])('is valid with the next steps of %s taken', (_, findings) => {
    expect(resolve(takeComments(textOf(findings, POLICY)))).toMatchObject({ ok: true })
  })

  test('names what was found', () => {
    const resolved = resolve(takeComments(textOf(rich, POLICY)))
    if (!resolved.ok) throw new Error('not valid')
    const { policy } = resolved
    expect(policy.teams).toEqual({ '@acme/security': ['alice'] })
    expect(policy.agents.authors).toContain('acme-coder[bot]')
    expect(policy.exempt).toEqual([
      { actors: ['dependabot[bot]'], checks: ['plan', 'scope', 'audit', 'acceptance'] },
    ])
    expect(policy.acceptance?.results).toMatchObject([
      { workflow: '.github/workflows/ci.yml', artifact: 'results-*' },
    ])
  })

  test('is not valid where a team was uncommented and nobody named', () => {
    const text = textOf(rich, POLICY).replace(/^# (?=teams:$| {2}"@acme)/gm, '')
    expect(resolve(text)).toMatchObject({ ok: false })
    expect(resolve(text.replace('<login>, <login>', 'alice'))).toMatchObject({ ok: true })
  })

  test('grants nothing before somebody takes a comment away', () => {
    const plain = resolve(textOf(rich, POLICY))
    expect(plain.ok && plain.policy.exempt).toEqual([])
    expect(plain.ok && plain.policy.teams).toEqual({})
  })
})

describe('the first plan', () => {
  const parse = (findings: Findings) => parsePlan({ bytes: bytes(textOf(findings, PLAN)) })

  test('is valid, for exactly its own branches, for fourteen days', () => {
    const parsed = parse(makeFindings())
    if (!parsed.ok) throw new Error('not valid')
    expect(parsed.plan).toMatchObject({
      owner: '@alice',
      base: 'main',
      branch: '{countersign-set-up,countersign-enforce}',
      expires: '2026-12-04',
      must: [POLICY],
    })
  })

  test('fits no branch that merely begins like one of them', () => {
    const parsed = parse(makeFindings())
    const fits = allowMatcher([(parsed.ok && parsed.plan.branch) || ''])
    expect(['countersign-set-up', 'countersign-enforce'].filter(fits)).toHaveLength(2)
    for (const branch of ['countersign-x', 'countersign-set-up-2', 'countersign-enforce/x'])
      expect(fits(branch)).toBe(false)
  })

  test('holds what the two steps change, and nothing that is set up already', () => {
    const parsed = parse(makeFindings())
    expect(parsed.ok && parsed.plan.may).toEqual([
      '.github/CODEOWNERS',
      GATE,
      SIGNAL,
      '.claude/settings.json',
    ])
    const later = parse(
      makeFindings({
        codeowners: { path: 'docs/CODEOWNERS', owners: [] },
        setUp: ['.claude/settings.json', GATE],
        workflows: [makeGate(OWN, GATE)],
      }),
    )
    expect(later.ok && later.plan.may).toEqual(['docs/CODEOWNERS', GATE])
  })

  test('is valid with nobody and no branch known', () => {
    expect(parse(makeFindings({ owner: null, defaultBranch: null }))).toMatchObject({ ok: true })
  })
})

test('the code owners name nobody, also where somebody only takes the comments away', () => {
  const text = textOf(makeFindings(), '.github/CODEOWNERS')
  expect(parseCodeowners(bytes(text))).toMatchObject({ rules: [], invalidLines: [] })
  const uncommented = text.replace(/^# (?=\*|\/)/gm, '')
  expect(parseCodeowners(bytes(uncommented))).toMatchObject({ rules: [], invalidLines: [6, 7] })
})

test('the settings bring the plugin from the action', () => {
  expect(JSON.parse(textOf(makeFindings(), '.claude/settings.json'))).toEqual({
    extraKnownMarketplaces: {
      countersign: { source: { source: 'github', repo: 'acme/countersign' } },
    },
    enabledPlugins: { 'countersign@countersign': true },
  })
})

describe('names that a repository chose', () => {
  const HOSTILE = [
    'a: b # c',
    '"quoted" \'and\' `more`',
    '- [x]: {y}',
    '*alias &anchor !tag',
    '@at %percent | pipe > fold',
    '日本語 ✓',
    "it's \\ back",
    'yes',
  ]

  test.each(HOSTILE)('%s stays one name', (name) => {
    const text = textOf(makeFindings({ workflows: [makeWorkflow({ name })] }), GATE)
    const [waited, signal, ...rest] = readGate(text).on.workflow_run.workflows
    expect(waited?.replace(/\\(.)/g, '$1')).toBe(name)
    expect([signal, rest]).toEqual(['Countersign signal', []])
  })

  test.each([
    ['an expression', `CI ${expression('secrets.TOKEN')}`],
    ['a line break', 'CI\npermissions: write-all'],
    ['a line separator', 'CI\u2028x'],
    ['text that runs backwards', 'CI \u202etxet'],
    ['an invisible character', 'C\u200bI'],
    ['more than anybody reads', 'x'.repeat(201)],
  ])('%s is left out', (_, name) => {
    const workflows = [makeWorkflow({ name }), makeWorkflow({ name: 'Honest' })]
    expect(findTestWorkflows(workflows).map((it) => it.name)).toEqual(['Honest'])
  })

  test.each(['Countersign', 'Countersign signal', ' countersign SIGNAL '])(
    '%j is the gate’s own: it waits neither for itself nor twice',
    (name) => {
      const workflows = [makeWorkflow({ name }), makeWorkflow({ name: 'Countersign tests' })]
      const gate = readGate(textOf(makeFindings({ workflows }), GATE))
      expect(gate.on.workflow_run.workflows).toEqual(['Countersign tests', 'Countersign signal'])
    },
  )

  test('two workflows of one name are waited for once', () => {
    const workflows = [makeWorkflow(), makeWorkflow({ path: '.github/workflows/b.yml' })]
    const gate = readGate(textOf(makeFindings({ workflows }), GATE))
    expect(gate.on.workflow_run.workflows).toEqual(['CI', 'Countersign signal'])
  })

  test('a path or an artifact that hides something is left out, too', () => {
    const workflows = [
      makeWorkflow({ path: '.github/workflows/a\n.yml' }),
      makeWorkflow({ artifacts: ['results\u202e', 'results'] }),
    ]
    expect(findTestWorkflows(workflows)).toEqual([makeWorkflow({ artifacts: ['results'] })])
  })

  test('a branch cannot end a comment or begin a key', () => {
    const branch = { name: 'main"\u2028environment: x', source: 'origin/HEAD' }
    const findings = makeFindings({ defaultBranch: branch })
    expect(readGate(textOf(findings, GATE)).jobs.judge?.environment).toBeUndefined()
    const parsed = parsePlan({ bytes: bytes(textOf(findings, PLAN)) })
    expect(parsed.ok && parsed.plan.base).toBeNull()
  })

  test('two hundred workflows are cut to ten', () => {
    const workflows = Array.from({ length: 200 }, (_, at) => makeWorkflow({ name: `CI ${at}` }))
    expect(findTestWorkflows(workflows)).toHaveLength(10)
  })
})
