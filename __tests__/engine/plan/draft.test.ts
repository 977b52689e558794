import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { allowMatcher } from '../../../src/engine/matching/glob.ts'
import {
  draftPlan,
  isTitleUnwritten,
  type PlanDraft,
  renderPlan,
} from '../../../src/engine/plan/draft.ts'
import { parsePlan } from '../../../src/engine/plan/plan.ts'
import { bytesOf, NOW } from '../make.ts'

const DRAFT: PlanDraft = {
  id: 'PAY-142',
  title: 'Retry webhooks',
  owner: '@alice',
  risk: 'low',
  branch: null,
  expires: '2026-12-01',
  must: ['src/a.ts'],
  may: [],
}

function write(changes: Partial<PlanDraft>) {
  const text = renderPlan(draftPlan({ ...DRAFT, ...changes }, NOW))
  const parsed = parsePlan({ bytes: bytesOf(text) })
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('; '))
  return parsed.plan
}

test('a written plan is read back as it was meant', () => {
  const wanted = { risk: 'high', branch: 'claude/*', may: ['docs/**'] } as const
  expect(write(wanted)).toMatchObject({ ...DRAFT, ...wanted })
})

describe('what is left open is filled in', () => {
  test.each<[string, Partial<PlanDraft>, Record<string, unknown>]>([
    ['thirty days', { expires: null }, { expires: '2026-12-21' }],
    ['the @ of the owner', { owner: 'alice' }, { owner: '@alice' }],
    [
      'the title, from the id',
      { title: '  ' },
      { title: 'PAY-142: say here what this change is for' },
    ],
    ['an id from a branch name', { id: 'claude/fix: it!' }, { id: 'claude-fix-it' }],
    ['an id from nothing usable', { id: '///' }, { id: 'plan' }],
    ['an id that starts with a sign', { id: '.._x' }, { id: 'x' }],
    ['a shorter id', { id: 'x'.repeat(300) }, { id: 'x'.repeat(100) }],
    ['no scope', { must: [] }, { must: [], may: [] }],
    ['a file that starts with #', { must: ['#notes'] }, { must: ['\\#notes'] }],
    ['nothing of one that holds it', { must: ['a#b!'] }, { must: ['a#b!'] }],
    ['an id that ends in signs', { id: 'x--' }, { id: 'x' }],
    ['a title of one line', { title: ' a \n\t b ' }, { title: 'a b' }],
    ['a shorter title', { title: 'x'.repeat(301) }, { title: 'x'.repeat(300) }],
  ])('%s', (_, given, expected) => {
    expect(write(given)).toMatchObject(expected)
  })
})

test('a plan for a file with an odd name allows that file', () => {
  const names = ['!odd', '#odd', 'app/[id]/page.tsx', '{a,b}', 'a b', 'été']
  const { must } = write({ must: names })
  const isAllowed = must.map((entry, at) => allowMatcher([entry])(names[at] ?? ''))
  expect(isAllowed).toEqual(names.map(() => true))
})

test.each([
  'no',
  '1e10',
  'a: b',
  '"quoted"',
  '- x',
  '#x',
  '<<',
  '2026-01-01',
  "it's",
  'été',
  '\\x',
])('the title %s survives YAML', (title) => {
  expect(write({ title }).title).toBe(title)
})

test('whatever the branch and title are, the plan is valid', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
  fc.assert(
    fc.property(text, text, (id, title) => {
      expect(write({ id, title }).must).toEqual(DRAFT.must)
    }),
  )
})

test('a list that is empty is not written', () => {
  const textOf = (changes: Partial<PlanDraft>) =>
    renderPlan(draftPlan({ ...DRAFT, ...changes }, NOW))
  expect(textOf({})).toContain('must:')
  expect(textOf({})).not.toContain('may:')
  expect(textOf({ must: [], may: ['a'] })).not.toContain('must:')
})

describe('what nobody can see, or a runner obeys', () => {
  test.each([
    ['reorders its neighbours', 'a\u202eb', '"a\\u202eb"'],
    ['is not shown', 'a\u200bb', '"a\\u200bb"'],
    ['is not shown, beyond 16 bits', 'a\u{e0001}b', '"a\\U000e0001b"'],
    ['rings a bell', 'a\u0007b', '"a\\ab"'],
    ['starts a command', 'a ##[error]b', '"a #\\u0023[error]b"'],
  ])('is written as an escape where it %s', (_, title, written) => {
    const text = renderPlan({ ...DRAFT, title, expires: '2026-12-01' })
    expect(text).toContain(`title: ${written}`)
    expect(text).not.toMatch(/[^\n\x20-\x7e]|#\[/)
    const parsed = parsePlan({ bytes: bytesOf(text) })
    expect(parsed.ok && parsed.plan.title).toBe(title)
  })

  test('and is all that is: other words stand as they are', () => {
    const text = renderPlan({ ...DRAFT, title: 'Fix #12 and été [x]', expires: '2026-12-01' })
    expect(text).toContain("title: 'Fix #12 and été [x]'\n")
  })
})

test('a title is unwritten when it is the one that was filled in, or the id again', () => {
  const unwritten = draftPlan({ ...DRAFT, title: '' }, NOW)
  expect(isTitleUnwritten(unwritten)).toBe(true)
  expect(isTitleUnwritten({ id: 'P-1', title: 'P-1' })).toBe(true)
  expect(isTitleUnwritten({ id: 'P-1', title: 'P-1: retry' })).toBe(false)
  expect(isTitleUnwritten({ id: 'P-1', title: `${unwritten.title} now` })).toBe(false)
})
