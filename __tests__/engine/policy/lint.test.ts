import { describe, expect, test } from '@jest/globals'
import { describePolicyProblem } from '../../../src/engine/policy/resolve.ts'
import { makeSource, problemsOf, resolveText } from '../make.ts'

function lint(text: string): string[] {
  return problemsOf(resolveText(`version: 1\n${text}\n`))
}

describe('globs that can never match, or not what they seem to', () => {
  test.each([
    ['keys/', /ends with "\/" and can never match; write "keys\/\*\*"/],
    ['/keys/**', /starts with "\/"/],
    ['./keys', /starts with "\/" or ".\/"/],
    ['!keys/**', /starts with "!"/],
    ['#keys', /starts with "#"/],
    ['a/../keys', /segment and can never match/],
    ['a//b', /segment and can never match/],
  ])('%s', (glob, message) => {
    expect(lint(`paths: [{id: keys, match: ["${glob}"], decision: deny}]`)).toEqual([
      expect.stringMatching(message),
    ])
  })

  test('wherever a policy has globs', () => {
    const problems = lint(`
bases: ["main/"]
agents: { branches: ["bot/"] }
paths: [{ id: a, match: [a, "b/"], decision: deny }]
patterns: [{ id: a, match: x, paths: ["c/"], decision: deny }]
approvals: { tiers: { high: { paths: ["d/"] } } }
acceptance: { results: [{ workflow: ci.yml, artifact: r, guard: ["e/"] }] }`)
    expect(problems).toHaveLength(6)
  })

  test('honest twins', () => {
    const globs = '["keys/**", "**/*.pem", ".env*", "[!]odd", "a/{b,c}/**", "app/[id]/page.tsx"]'
    expect(lint(`paths: [{id: keys, match: ${globs}, decision: deny}]`)).toEqual([])
  })
})

describe('expressions that can never match, or always do', () => {
  test.each([
    ['a$b', 'can never match'],
    ['a\\Zb', 'is not a valid RE2 expression'],
    ['[^\\s\\S]', 'can never match'],
    ['x\\Ay', 'can never match'],
    ['a^b', 'can never match'],
    ['(', 'is not a valid RE2 expression'],
    ['(?=x)x', 'is not a valid RE2 expression'],
    ['(a)\\1', 'is not a valid RE2 expression'],
    ['(a{900}){900}', 'repeats more than 2000 times in all'],
    ['((((a{9}){9}){9}){9})', 'repeats more than 2000 times in all'],
    ['x*', 'matches empty text'],
    ['', 'must not be empty'],
    ['a|', 'matches empty text'],
    ['^', 'matches empty text'],
  ])('%s', (match, message) => {
    for (const list of ['patterns', 'commands']) {
      expect(lint(`${list}: [{id: x, match: '${match}', decision: deny}]`).join()).toContain(
        message,
      )
    }
  })

  test.each(['a\\n?$', 'a$\\nb', '^a', '\\bDROP\\b', 'a\\n^b', '(?i)x', '[[:alpha:]]+', '\\pL'])(
    'honest twin: %s',
    (match) => {
      expect(lint(`patterns: [{id: x, match: '${match}', decision: deny}]`)).toEqual([])
    },
  )
})

describe('many expressions that repeat', () => {
  const rules = (count: number) =>
    Array.from({ length: count }, (_, at) => `{id: r${at}, match: '\\pL{1000}', decision: deny}`)

  test('are refused where they are too many together', () => {
    expect(lint(`patterns: [${rules(22)}]`)).toEqual([
      'the expression of "r20" repeats, together with those before it, more than 20000 times',
      'the expression of "r21" repeats, together with those before it, more than 20000 times',
    ])
  })

  test('are taken up to there', () => {
    expect(lint(`patterns: [${rules(20)}]`)).toEqual([])
  })
})

describe('examples', () => {
  test.each([
    ['paths', 'match: ["*.pem"], example: a.key'],
    ['paths', 'match: ["*.pem"], example: keys/a.pem'],
    ['patterns', "match: 'DROP', example: drop"],
    ['commands', "match: 'push -f', example: push"],
  ])('that a rule of %s misses: %s', (list, rule) => {
    expect(lint(`${list}: [{id: x, ${rule}, decision: deny}]`)).toEqual([
      'the rule "x" does not match its own example',
    ])
  })

  test.each([
    ['paths', 'match: ["*.pem"], example: A.PEM'],
    ['patterns', "match: 'DROP', flags: i, example: drop"],
    ['commands', "match: 'push -f', example: git push -f"],
  ])('honest twin of %s: %s', (list, rule) => {
    expect(lint(`${list}: [{id: x, ${rule}, decision: deny}]`)).toEqual([])
  })

  test('of a broken expression are not complained about as well', () => {
    const problems = lint("patterns: [{id: x, match: '(', example: a, decision: deny}]")
    expect(problems).toHaveLength(1)
  })
})

describe('ids', () => {
  test.each(['unscannable', 'invisible'])("pattern/%s is the engine's own", (id) => {
    expect(lint(`patterns: [{id: ${id}, match: x, decision: warn}]`)).toEqual([
      `"${id}" is a name of the engine's own; choose another id`,
    ])
    expect(lint(`paths: [{id: ${id}, match: [x], decision: warn}]`)).toEqual([])
  })

  test.each([
    ['paths', 'match: [a]'],
    ['patterns', 'match: a'],
    ['commands', 'match: a'],
  ])('used twice in %s', (list, rule) => {
    const twice = `{id: x, ${rule}, decision: deny}, {id: x, ${rule}, decision: warn}`
    expect(lint(`${list}: [${twice}]`)).toEqual(['the id "x" is used twice'])
  })

  test('used once in each list', () => {
    expect(
      lint(
        'paths: [{id: x, match: [a], decision: deny}]\npatterns: [{id: x, match: a, decision: deny}]',
      ),
    ).toEqual([])
  })
})

describe('rules that are not whole', () => {
  test('a rule that only changes an inherited one is whole after merging', () => {
    const base = 'version: 1\npaths: [{id: keys, match: ["*.pem"], decision: deny}]\n'
    const above = 'extends: base.yml\npaths: [{id: keys, decision: warn}]'
    expect(problemsOf(resolveText(`version: 1\n${above}\n`, makeSource(base, 'base.yml')))).toEqual(
      [],
    )
  })

  test.each([
    ['paths: [{id: keys, decision: warn}]', ['the rule "keys" has no "match"']],
    ['paths: [{id: keys, match: [a]}]', ['the rule "keys" has no "decision"']],
    [
      'patterns: [{id: keys}]',
      ['the rule "keys" has no "match"', 'the rule "keys" has no "decision"'],
    ],
  ])('%s', (text, problems) => {
    expect(lint(text)).toEqual(problems)
  })
})

describe('signatures that nobody could give', () => {
  test.each([
    'approvals: { minimum: 2, reviews: false }',
    'approvals: { reviews: false, tiers: { high: { minimum: 2 } } }',
    'approvals: { label: signed, minimum: 3, reviews: false }',
    'approvals: { reviews: false }',
    'approvals: { minimum: 1, reviews: false, codeowners: true }',
    'approvals: { reviews: false, codeowners: false, tiers: { high: { approvers: ["@sec"] } } }',
  ])('%s', (text) => {
    expect(lint(text)).toEqual([
      expect.stringContaining('one plain label can be applied only once'),
    ])
  })

  test.each([
    'approvals: { minimum: 2 }',
    'approvals: { minimum: 1, reviews: false, codeowners: false }',
    'approvals: { reviews: false, label: "countersigned/{owner}" }',
    'approvals: { reviews: true }',
    'approvals: { minimum: 2, reviews: false, label: "countersigned/{owner}" }',
  ])('honest twin: %s', (text) => {
    expect(lint(text)).toEqual([])
  })
})

describe('labels that could mean two things', () => {
  const OVERRIDE = 'override: { approvers: ["@o"], label: '
  test.each([
    'plan: { approval_label: Countersigned }',
    'approvals: { label: plan-approved }\nplan: {}',
    `${OVERRIDE}countersigned }`,
    `plan: {}\n${OVERRIDE}PLAN-approved }`,
    'approvals: { label: "ok/{owner}" }\nplan: { approval_label: OK/plan }',
    `approvals: { label: "ok/{owner}" }\n${OVERRIDE}ok/acme/now }`,
    'approvals: { label: "{owner}" }\nplan: {}',
    'approvals: { label: "{owner} by {owner}" }\nplan: { approval_label: a by b }',
  ])('%s', (text) => {
    expect(lint(text)).toEqual([expect.stringContaining('can be the same as')])
  })

  test.each([
    'approvals: { label: accepted/all }',
    'approvals: { label: "Accepted/{owner}" }',
    'plan: { approval_label: accepted/plan }',
    `${OVERRIDE}accepted/AC1 }`,
  ])('%s', (text) => {
    expect(lint(text)).toEqual([expect.stringContaining('begins with "accepted/"')])
  })

  test.each([
    'approvals: {}\nplan: {}\noverride: { approvers: ["@o"] }',
    'approvals: { label: "ok/{owner}" }\nplan: { approval_label: ok }',
    'approvals: { label: "ok/{owner}" }\nplan: { approval_label: ok/ }',
    'approvals: { label: "ok/{owner}" }\nplan: { approval_label: ok/the plan }',
    'approvals: { label: "ok/{owner}!" }\nplan: { approval_label: ok/plan }',
    'plan: { approval_label: accepted }',
  ])('honest twin: %s', (text) => {
    expect(lint(text)).toEqual([])
  })
})

test('every problem is told with file, line and column', () => {
  const base = 'version: 1\npaths:\n  - { id: keys, match: [a], decision: deny, example: b }\n'
  const resolved = resolveText('version: 1\nextends: base.yml\n', makeSource(base, 'base.yml'))
  expect(resolved.ok ? [] : resolved.problems.map(describePolicyProblem)).toEqual([
    expect.stringMatching(/line 3, column 45: the rule "keys" does not match its own example$/),
  ])
})
