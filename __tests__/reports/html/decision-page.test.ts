import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { renderDecisionPage } from '../../../src/reports/html/decision-page.ts'
import { NO_LINKS } from '../../../src/reports/links.ts'
import {
  makeAttacked,
  makeBlocked,
  makeDecision,
  makeFinding,
  makeMany,
  makeProven,
} from '../decisions.ts'

const LINKS = { server: 'https://github.com', run: null }
const render = (decision = makeBlocked(), links = LINKS) => renderDecisionPage(decision, links)
const headings = (page: string) => [...page.matchAll(/<h2 [^>]*>([^<]*)</g)].map(([, text]) => text)

describe('the page of a decision', () => {
  test('says the verdict first, then what to do', () => {
    const page = render()
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).toContain(
      '<title>Blocked: 5 findings to settle – acme/shop #7 – Countersign</title>',
    )
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(headings(page)).toEqual([
      'What to do next',
      'Findings',
      'Owners and signatures',
      'Checks',
      'Record',
    ])
  })

  test('has criteria and chains where there are any', () => {
    const page = render(makeProven())
    expect(headings(page)).toEqual(['Acceptance criteria', 'Checks', 'Audit chains', 'Record'])
    expect(page).toContain('1 of 2 criteria met')
    expect(page).toContain('href="https://github.com/acme/shop/actions/runs/7"')
  })

  test('says who has to sign, who has, and how the others can', () => {
    const page = render()
    expect(page).toContain('2 groups, of each of which one person signs')
    expect(page).toMatch(/@acme\/security<\/code>.*tier\/high.*waiting.*an approving review/s)
    expect(page).toContain('2 people have to sign in all; 1 has.')
  })

  test('a pass has nothing to do and nothing found', () => {
    expect(headings(render(makeDecision()))).toEqual(['Checks', 'Record'])
  })

  test.each(['observe', 'warn'] as const)('in %s mode it says that nothing blocks', (mode) => {
    const page = render(makeBlocked({ conclusion: 'pass', mode }))
    expect(page).toContain(`The policy is in ${mode} mode: nothing blocks yet.`)
    expect(page).toContain('What would be needed to pass')
  })

  test('in observe mode a check that is enforced blocks, and nothing says otherwise', () => {
    const checks = makeBlocked().checks.map((check) => {
      return {
        ...check,
        mode: check.id === 'patterns' ? ('enforce' as const) : ('observe' as const),
      }
    })
    const page = render(makeBlocked({ mode: 'observe', checks }))
    expect(page).not.toContain('nothing blocks yet')
    expect(page).toContain('(enforce mode)')
    expect(page).toContain('observe; patterns: enforce')
  })

  test('says whom the change has waited for too long', () => {
    const waiting = {
      since: '2026-11-20T12:00:00.000Z',
      for: ['@alice'],
      after_hours: 24,
      steps: 2,
    }
    expect(render(makeBlocked({ waiting }))).toContain('Waiting for @alice for more than 2 days')
  })

  test('places are links where the server is known, and only there', () => {
    const address = `https://github.com/acme/shop/blob/${'c'.repeat(40)}/src/other.ts?plain=1#L12`
    expect(render()).toContain(`href="${address}"`)
    expect(renderDecisionPage(makeBlocked(), NO_LINKS)).not.toMatch(/href="http/)
  })

  test('a given file is said to be approved by nobody', () => {
    const policy = { source: 'file:try.yml', sha256: '1'.repeat(64), extends: [] }
    expect(render(makeBlocked({ policy }))).toContain('not taken from the base branch')
  })

  test('the same decision gives the same bytes', () => {
    expect(render(makeProven())).toBe(render(makeProven()))
  })
})

describe('nothing in it loads or runs', () => {
  test('the policy allows the one style sheet by its hash', () => {
    const page = render(makeAttacked())
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    )
  })

  test('there is no element, attribute or address that could', () => {
    const page = render(makeAttacked()).replace(/<style>.*<\/style>/s, '')
    expect(page).not.toMatch(
      /<(?:script|img|iframe|object|embed|link|form|input|base|a [^>]*javascript)/i,
    )
    expect(page.match(/<[^>]*\son\w+=/gi)).toBeNull()
    expect(page.match(/<[^>]*\sstyle=/gi)).toBeNull()
    expect(page).not.toMatch(/href="https?:\/\/(?!github\.com\/)/)
  })
})

describe('a large decision', () => {
  test('is cut, and says so', () => {
    const page = render(makeMany(5_000))
    expect(page.match(/<tr role="row">/g)?.length).toBeLessThan(2_100)
    expect(page).toContain('and 3000 more; the decision record lists every one.')
  })

  test('keeps the most urgent', () => {
    const many = makeMany(3_000)
    const notes = many.findings.map((it) => ({ ...it, level: 'info' as const, blocking: false }))
    const last = makeFinding({ rule: 'audit/missing', message: 'The one that blocks.' })
    expect(render({ ...many, findings: [...notes, last] })).toContain('The one that blocks.')
  })
})
