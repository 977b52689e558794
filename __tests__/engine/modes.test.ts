import { describe, expect, test } from '@jest/globals'
import { CHECKS } from '../../src/engine/checks/index.ts'
import { decide } from '../../src/engine/decide.ts'
import type { Decision } from '../../src/engine/decision.ts'
import { checkOfRule, listOwnModes, modeOfCommands, resolveModes } from '../../src/engine/modes.ts'
import { adviseOnModes } from '../../src/engine/policy/advise-on-modes.ts'
import { adviseOnTiers } from '../../src/engine/policy/advise-on-tiers.ts'
import { keepEnforced, stopsCalls } from '../../src/engine/tool-call/enforced.ts'
import {
  addedFile,
  type EvidenceParts,
  makeEvidence,
  makePlan,
  makePolicy,
  makeSource,
  NOW,
  problemsOf,
  resolveText,
  rulesIn,
} from './make.ts'

const RULES = `
paths: [{ id: keys, match: ["keys/**"], decision: deny }]
patterns: [{ id: drop, match: DROP, decision: deny }]
`
const BOTH = { files: [addedFile('keys/a.sql', 'DROP TABLE users;\n')] }

function judge(policy: string, parts: EvidenceParts = BOTH): Decision {
  return decide(makeEvidence({ policy: `version: 1\n${policy}`, ...parts }), NOW)
}

function modeIn(decision: Decision, id: string): string | undefined {
  return decision.checks.find((check) => check.id === id)?.mode
}

describe('a softened check', () => {
  test('finds the same and blocks nothing', () => {
    const decision = judge(`modes: { patterns: warn, paths: observe }${RULES}`)
    expect(decision.conclusion).toBe('pass')
    expect(decision.findings.map(({ rule, blocking }) => [rule, blocking])).toEqual([
      ['path/keys', true],
      ['pattern/drop', true],
    ])
    expect([modeIn(decision, 'patterns'), modeIn(decision, 'paths')]).toEqual(['warn', 'observe'])
  })

  test('lets nothing through that another check blocks', () => {
    expect(judge(`modes: { patterns: warn }${RULES}`).conclusion).toBe('block')
    expect(judge(`modes: { paths: warn }${RULES}`).conclusion).toBe('block')
  })

  test('is one that the policy names: no other becomes any softer', () => {
    const modes = resolveModes(
      makePolicy('version: 1\nmodes: { patterns: warn, audit: observe }\n'),
    )
    const others = Object.entries(modes).filter(([id]) => id !== 'patterns' && id !== 'audit')
    expect(others.map(([, mode]) => mode)).toEqual(others.map(() => 'enforce'))
  })
})

describe('a check that is enforced first', () => {
  const first = (id: string) => `mode: observe\nmodes: { ${id}: enforce }${RULES}`

  test('blocks, and the others only tell', () => {
    const decision = judge(first('patterns'))
    expect(decision.conclusion).toBe('block')
    expect(decision.mode).toBe('observe')
    expect(judge(first('scope')).conclusion).toBe('pass')
  })

  test('is enforced on all of the evidence: what cannot be read blocks, too', () => {
    const defects = [{ rule: 'evidence/incomplete', level: 'deny' as const }]
    expect(judge(first('scope'), { defects }).conclusion).toBe('block')
    expect(judge(`mode: observe${RULES}`, { defects }).conclusion).toBe('pass')
  })

  test('is enforced under a policy that stays valid', () => {
    const proposedPolicy = [makeSource('version: 2\n')]
    expect(judge(first('scope'), { proposedPolicy }).conclusion).toBe('block')
  })
})

describe('what keeps the gate honest', () => {
  test.each(['evidence', 'policy', 'commands', 'everything'])('%s has no mode', (id) => {
    const problems = problemsOf(resolveText(`version: 1\nmodes: { ${id}: warn }\n`))
    expect(problems.join('\n')).toContain('must be one of: plan, scope')
  })

  test.each(['off', '"no"', 'null', 'true', '[]'])('%s is no mode', (mode) => {
    expect(resolveText(`version: 1\nmodes: { scope: ${mode} }\n`).ok).toBe(false)
  })

  test('a list is no map of modes', () => {
    expect(resolveText('version: 1\nmodes: []\n').ok).toBe(false)
  })
})

describe('modes and extends', () => {
  const base = makeSource(
    'version: 1\nmode: enforce\nmodes: { patterns: warn, audit: warn }\n',
    'policies/org.yml',
  )

  test('merge key by key: what is not named stays as it was', () => {
    const resolved = resolveText(
      'version: 1\nextends: policies/org.yml\nmodes: { audit: enforce }\n',
      base,
    )
    expect(resolved.ok && resolveModes(resolved.policy)).toMatchObject({
      patterns: 'warn',
      audit: 'enforce',
      scope: 'enforce',
    })
  })
})

describe('a softened plan check', () => {
  const brought = (more = '') => ({
    files: [addedFile('.countersign/plans/P-1.yml', '')].map((file) => {
      const plan = makePlan({ may: ['src/**'] }, 'pull-request')
      return { ...file, content: plan.bytes }
    }),
    offeredPlans: [makePlan({ may: ['src/**'], more }, 'pull-request')],
  })

  test('lets no unapproved plan onto the base as if it were evidence', () => {
    const decision = judge('plan: {}\nmodes: { plan: warn }\n', brought())
    expect(rulesIn(decision)).toContain('scope/outside-plan')
    expect(decision.conclusion).toBe('block')
  })

  test('in a policy that enforces nothing changes nothing', () => {
    const decision = judge('mode: observe\nplan: {}\n', brought())
    expect(rulesIn(decision)).not.toContain('scope/outside-plan')
  })
})

test('a softened paths check makes nobody sign in the place of owners that are missing', () => {
  const policy = (mode: string) => `
paths: [{ id: keys, match: ["keys/**"], decision: approve, approvers: ["@acme/security"] }]
approvals: {}
modes: { paths: ${mode} }
`
  const owners = judge(policy('enforce'), { ...BOTH, facts: [] })
  const nobody = judge(policy('warn'), { ...BOTH, facts: [] })
  expect(rulesIn(owners)).not.toContain('approval/no-owner')
  expect(rulesIn(nobody)).toContain('approval/no-owner')
  expect(nobody.conclusion).toBe('block')
})

describe('while an agent works', () => {
  const findings = (...rules: string[]) =>
    rules.map((rule) => ({ rule, level: 'deny' as const, evidence: {} }))
  const kept = (policy: string, ...rules: string[]) =>
    keepEnforced(makePolicy(`version: 1\n${policy}`), findings(...rules)).map(({ rule }) => rule)

  test('only what is enforced stops a call', () => {
    expect(kept('modes: { paths: warn }\n', 'path/keys', 'pattern/drop')).toEqual(['pattern/drop'])
    expect(
      kept('mode: observe\nmodes: { scope: enforce }\n', 'path/keys', 'scope/outside-plan'),
    ).toEqual(['scope/outside-plan'])
  })

  test('commands follow the mode, and audit where that is stricter', () => {
    expect(kept('modes: { audit: observe }\n', 'command/force-push')).toHaveLength(1)
    expect(kept('mode: observe\nmodes: { audit: enforce }\n', 'command/force-push')).toHaveLength(1)
    expect(kept('mode: observe\nmodes: { scope: enforce }\n', 'command/force-push')).toEqual([])
    expect(modeOfCommands(makePolicy('version: 1\nmode: warn\n'))).toBe('warn')
  })

  test('nothing is looked at where nothing can be stopped', () => {
    const stops = (policy: string) => stopsCalls(makePolicy(`version: 1\n${policy}`))
    expect(stops('mode: warn\n')).toBe(false)
    for (const check of ['plan', 'scope', 'paths', 'patterns', 'audit', 'limits'])
      expect([check, stops(`mode: warn\nmodes: { ${check}: enforce }\n`)]).toEqual([check, true])
    const softened = ['plan', 'scope', 'paths', 'patterns'].map((check) => `${check}: warn`)
    expect(stops(`modes: { ${softened.join(', ')} }\n`)).toBe(true)
  })
})

test('the linter says which softening makes another check hollow', () => {
  const advise = (policy: string) => adviseOnModes(makePolicy(`version: 1\n${policy}`))
  expect(advise('mode: observe\nmodes: { scope: enforce }\n')).toEqual([
    'scope is in enforce mode and plan only in observe mode: a change without an approved plan gets by scope, too',
  ])
  expect(advise('modes: { patterns: warn }\n')).toEqual([])
})

test('the linter says so when a policy that enforces softens every check', () => {
  const ids = 'plan, scope, paths, patterns, limits, audit, acceptance, approvals'.split(', ')
  const soften = (names: readonly string[]) =>
    adviseOnModes(
      makePolicy(`version: 1\nmodes: { ${names.map((id) => `${id}: observe`).join(', ')} }\n`),
    ).join('\n')
  expect(soften(ids)).toContain('no check blocks')
  expect(soften(ids.slice(1))).not.toContain('no check blocks')
  expect(adviseOnModes(makePolicy('version: 1\nmode: observe\n'))).toEqual([])
})

test('the linter says what a softened plan does to tiers and results, where there are any', () => {
  const advise = (sections: string) =>
    adviseOnModes(
      makePolicy(`version: 1\nplan: {}\nmodes: { plan: warn, scope: warn }\n${sections}`),
    )
  expect(advise('approvals: { tiers: { high: { minimum: 2 }, low: {} } }\n')).toEqual([
    'approvals is in enforce mode and plan only in warn mode: the tier "high" applies to every change without an approved plan, and tiers with paths by their paths only',
  ])
  expect(advise('approvals: { tiers: { high: { paths: ["a/**"] } } }\n').join()).toContain(
    'gets by every tier whose paths it does not touch',
  )
  expect(advise('approvals: {}\n')).toEqual([])
  expect(
    advise(
      'acceptance: { results: [{ workflow: .github/workflows/ci.yml, artifact: r }] }\n',
    ).join(),
  ).toContain('gets by acceptance')
})

test('the linter names tiers that a change gets by where no plan is asked for', () => {
  const advise = (plan: string, tier: string) =>
    adviseOnTiers(makePolicy(`version: 1\n${plan}approvals: { tiers: { high: ${tier} } }\n`))
  expect(advise('', '{ minimum: 2 }')).toEqual([
    'the tier "high" has no paths, and the policy has no section on plans, so no plan can ever reach it',
  ])
  expect(advise('plan: { required: false }\n', '{ minimum: 2 }').join()).toContain('gets by it')
  expect(advise('', '{ minimum: 2, paths: ["pay/**"] }')).toEqual([])
  expect(advise('plan: {}\n', '{ minimum: 2 }')).toEqual([])
})

test("the modes that are not the policy's own are listed, named by it or not", () => {
  const list = (policy: string) => listOwnModes(makePolicy(`version: 1\n${policy}`))
  expect(list('modes: { audit: observe, scope: enforce }\n')).toEqual(['audit: observe'])
  expect(list('mode: warn\nmodes: { scope: enforce }\n')).toEqual([
    'evidence: enforce',
    'policy: enforce',
    'scope: enforce',
  ])
})

describe('the check of a rule', () => {
  test('is the one that finds it', () => {
    expect(checkOfRule('change/symlink')).toBe('paths')
    expect(checkOfRule('command/force-push')).toBe('audit')
    expect(checkOfRule('override/used')).toBe('approvals')
  })

  test.each(['nobody/knows', '__proto__/x', 'constructor', ''])(
    'of "%s" is the strictest',
    (rule) => {
      expect(checkOfRule(rule)).toBe('evidence')
    },
  )

  test('is known for each check', () => {
    const found = ['evidence', 'policy', 'plan', 'scope', 'path', 'pattern', 'limit', 'audit']
    const ids = [...found, 'acceptance', 'approval'].map((family) => checkOfRule(`${family}/x`))
    expect(ids).toEqual(CHECKS.map(({ id }) => id))
  })
})
