import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findDecider } from '../../src/engine/catalogue/deciders.ts'
import { describeParts, sayExample } from '../../src/engine/catalogue/describe-page.ts'
import { findPage, groupPages, RULE_PAGES, suggestRules } from '../../src/engine/catalogue/index.ts'
import { CHECK_IDS } from '../../src/engine/decision.ts'
import { pageFileOf } from '../../src/reports/rule-page.ts'
import { resolveText } from './make.ts'

/** The rule names that the contract promises to filters, apart from those of a policy's own rules. */
const PROMISED = `
evidence/incomplete evidence/head-moved evidence/ambiguous-base evidence/unsafe-name evidence/disagreement evidence/tampered
policy/missing policy/invalid
plan/missing plan/invalid plan/unapproved plan/stale-approval plan/expired plan/branch-mismatch plan/ambiguous
scope/outside-plan scope/must-untouched
path/keys pattern/drop-table pattern/unscannable pattern/invisible command/force-push
change/symlink change/submodule change/executable change/git-attributes
limit/files limit/lines limit/blob
audit/missing audit/malformed audit/record-hash audit/broken-link audit/sequence audit/truncated audit/foreign audit/policy-mismatch audit/unsealed audit/bad-seal audit/unexplained-change audit/content-mismatch audit/denied-action audit/secret
acceptance/no-results acceptance/malformed acceptance/stale acceptance/untrusted-workflow acceptance/missing-test acceptance/failed acceptance/skipped acceptance/duplicate acceptance/not-accepted acceptance/guard-changed
approval/missing approval/not-owner approval/not-independent approval/bot approval/stale approval/unresolved-team approval/insufficient approval/no-owner approval/unknown
override/used override/invalid
`
  .split(/\s+/)
  .filter((rule) => rule !== '')

/** Rules and families that the wording catalogue has words for. */
function listWorded(): string[] {
  const folder = join(process.cwd(), 'src', 'engine', 'wording')
  return readdirSync(folder)
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'([a-z]+\/[a-z-]*)': /gm),
    ])
    .map((match) => match[1] ?? '')
}

/** The rules in the findings tables of all golden reports. */
function listGoldenRules(): string[] {
  const cases = join(process.cwd(), '__tests__', 'cases')
  const reports = readdirSync(cases, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('expected.md'),
  )
  return reports
    .flatMap((name) => [
      ...readFileSync(join(cases, name), 'utf8').matchAll(/^#### \S+ `([a-z]+\/[^`]+)`/gm),
    ])
    .map((match) => match[1] ?? '')
}

describe('a page', () => {
  test.each(PROMISED)('is there for %s', (rule) => {
    expect(findPage(rule)).not.toBeNull()
  })

  test('is there for everything that has words, and for nothing else', () => {
    const described = RULE_PAGES.map(({ rule }) => rule.replace('<id>', ''))
    expect(described.toSorted()).toEqual(listWorded().toSorted())
  })

  test('is there for every finding of a golden case', () => {
    const rules = [...new Set(listGoldenRules())]
    expect(rules.length).toBeGreaterThan(50)
    expect(rules.filter((rule) => findPage(rule) === null)).toEqual([])
  })

  test('of every rule has somebody who can decide otherwise, in words that are short enough to be read', () => {
    for (const { rule, protects } of RULE_PAGES) {
      expect(findDecider(rule)).not.toBeNull()
      expect(protects).toMatch(/^[A-Z"].{20,170}\.$/)
    }
    for (const rule of ['', 'nonsense', 'constructor/x', '__proto__/x', 'toString'])
      expect(findDecider(rule)).toBeNull()
  })

  test('stands under one check only, and every check has some', () => {
    expect([...groupPages().keys()]).toEqual([...CHECK_IDS])
    const files = RULE_PAGES.map(pageFileOf)
    expect(new Set(files).size).toBe(files.length)
  })
})

describe.each(RULE_PAGES.map((page) => [page.rule, page] as const))(
  'the page of %s',
  (rule, page) => {
    test('has all its parts', () => {
      const parts = describeParts(page)
      expect(parts.map(({ title }) => title)).toEqual([
        'What it protects',
        'When it is found',
        'What to do',
        'How to relax it, or appeal',
        'What the report says, for an invented change',
        'Related',
      ])
      for (const { lines } of parts) expect(lines.join('').trim()).not.toBe('')
      for (const { lines, title } of parts.slice(0, 4))
        for (const line of lines)
          expect([title, line]).toEqual([title, expect.stringMatching(/[.!]$/)])
    })

    test('says who does what', () => {
      const doers =
        /^(?:Author|Maintainer|Code owner|Plan owner|Plan approver|Owner of the policy file|Owner of this path|Reviewer|Nobody): ./
      for (const step of page.steps) expect(step).toMatch(doers)
      expect(sayExample(page).message).not.toMatch(/undefined|unknown/)
    })

    test('leads to other pages that exist', () => {
      expect(page.related).not.toContain(rule)
      const dead = page.related.filter((it) => !RULE_PAGES.some((other) => other.rule === it))
      expect(dead).toEqual([])
    })

    test('names keys that a policy can have', () => {
      const spans = [...page.relax.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
      for (const span of spans.filter((it) => it.startsWith('modes:')))
        expect(resolveText(`version: 1\n${span}\n`).ok).toBe(true)
      const keys = spans.flatMap((span) => /^([a-z_]+(?:\.[a-z_]+)+)/.exec(span)?.[1] ?? [])
      expect(keys.filter((key) => !isPolicyKey(key))).toEqual([])
    })
  },
)

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>
}

const POLICY_SCHEMA = JSON.parse(
  readFileSync('policies/schema/policy.schema.json', 'utf8'),
) as SchemaNode

function isPolicyKey(key: string): boolean {
  const found = key
    .split('.')
    .reduce<SchemaNode | undefined>((node, name) => node?.properties?.[name], POLICY_SCHEMA)
  return found !== undefined
}

describe('a rule that is looked up', () => {
  test.each([
    ['path', 'path/<id>'],
    ['path/', 'path/<id>'],
    ['path/<id>', 'path/<id>'],
    ['pattern/github-token', 'pattern/<id>'],
    ['pattern/unscannable', 'pattern/unscannable'],
    ['command/force-push', 'command/<id>'],
  ])('%s has the page of %s', (rule, expected) => {
    expect(findPage(rule)?.rule).toBe(expected)
  })

  test.each([
    'scope',
    'scope/outside',
    '',
    '/',
    'path/a b',
    'path/../x',
    '__proto__',
    'evidence/<id>',
  ])('"%s" has none', (rule) => {
    expect(findPage(rule)).toBeNull()
  })

  test('that does not exist is likened to those that do', () => {
    expect(suggestRules('scope/outside-plans')[0]).toBe('scope/outside-plan')
    expect(suggestRules('approval/unresolvedteam')[0]).toBe('approval/unresolved-team')
  })
})
