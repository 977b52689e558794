import { describe, expect, test } from '@jest/globals'
import { renderComment } from '../../src/reports/comment.ts'
import { countBytes } from '../../src/reports/fit.ts'
import { NO_LINKS, type ReportLinks } from '../../src/reports/links.ts'
import { renderMarkdown } from '../../src/reports/markdown/index.ts'
import { renderSummary, SUMMARY_LIMIT } from '../../src/reports/summary.ts'
import {
  ATTACKS,
  makeAttacked,
  makeBlocked,
  makeDecision,
  makeFinding,
  makeMany,
} from './decisions.ts'

const LINKS: ReportLinks = {
  server: 'https://github.com',
  run: 'https://github.com/acme/shop/actions/runs/1',
}

/** Text that grows most when it is escaped, as long as a name can be. */
const SWELLING = '@\u{e0041}'.repeat(1_365)

/** Every foreign text at its worst. */
function makeSwollen(total: number) {
  return makeAttacked({
    findings: Array.from({ length: total }, (_, index) =>
      makeFinding({
        id: index.toString(16).padStart(16, '0'),
        rule: `path/${index}-${SWELLING}`,
        path: `${index}/${SWELLING}`,
        message: `${index} ${SWELLING}`,
        remedy: `${index} ${SWELLING}`,
        level: index % 2 === 0 ? 'deny' : 'approve',
      }),
    ),
    approvals: Array.from({ length: 500 }, () => ({
      actor: SWELLING,
      for: [SWELLING, SWELLING],
      counted: false,
      at: '2026-11-20T14:00:00Z',
      why: SWELLING,
    })),
    signing: {
      people: { needed: 2, signed: 0 },
      groups: Array.from({ length: 40 }, (_, at) => ({
        owners: Array.from({ length: 20 }, () => `${at}${SWELLING}`),
        asked_by: Array.from({ length: 20 }, () => SWELLING),
        paths: [SWELLING],
        path_count: 4,
        state: 'waiting' as const,
        signed_by: [],
        labels: Array.from({ length: 20 }, () => SWELLING),
        worn: [],
        reviews: true,
      })),
    },
  })
}

/** As many rules as asked for, each with one finding. */
function makeRules(total: number) {
  const findings = makeMany(total).findings
  return makeBlocked({
    findings: findings.map((finding, index) => ({ ...finding, rule: `path/rule-${index}` })),
  })
}

describe('renderMarkdown', () => {
  test('says the next step and who signs before the findings', () => {
    const text = renderMarkdown(makeBlocked(), LINKS)
    const order = ['Blocked', 'What to do next', '### Signatures', '### Findings', 'Checks: ']
    const places = order.map((part) => text.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('links a finding to its line at the head commit', () => {
    expect(renderMarkdown(makeBlocked(), LINKS)).toContain(
      `[\`src/other.ts:12\`](https://github.com/acme/shop/blob/${'c'.repeat(40)}/src/other.ts?plain=1#L12)`,
    )
  })

  test('links what the change takes away to the merge base, where it still is', () => {
    const findings = [makeFinding({ path: 'old.ts', line: 3, gone: true })]
    const text = renderMarkdown(makeBlocked({ findings }), LINKS)
    expect(text).toContain(`/blob/${'b'.repeat(40)}/old.ts?plain=1#L3)`)
    expect(text).not.toContain(`/blob/${'c'.repeat(40)}/old.ts`)
  })

  test('says how to be looked at again where a workflow of the gate listens', () => {
    const again = 'write the comment `/countersign`'
    expect(renderMarkdown(makeBlocked(), LINKS)).toContain(again)
    expect(renderMarkdown(makeBlocked(), NO_LINKS)).not.toContain(again)
    expect(renderMarkdown(makeBlocked({ local: true }), LINKS)).not.toContain(again)
  })

  test.each([
    ['no server', NO_LINKS, {}],
    ['no repository', LINKS, { repository: null }],
    ['a repository name that is none', LINKS, { repository: 'acme/shop/../x) [y](z' }],
    ['a head that is no object id', LINKS, { head_sha: 'HEAD' }],
  ])('with %s there is a place but no link', (_, links, subject) => {
    const decision = makeBlocked({ subject: { ...makeBlocked().subject, ...subject } })
    const text = renderMarkdown(decision, links)
    expect(text).toContain('`src/other.ts:12`')
    expect(text).not.toContain('`src/other.ts:12`](')
  })

  test.each([
    ['../../evil/repo/blob/main/x', null],
    ['a//b', null],
    ['a\ud800b', null],
    ['x'.repeat(2_000), null],
    ['a b)[c](d)|`\'"<>?#%', 'a%20b%29%5Bc%5D%28d%29%7C%60%27%22%3C%3E%3F%23%25'],
    ['app/[id]/größe.ts', 'app/%5Bid%5D/gr%C3%B6%C3%9Fe.ts'],
    ['__tests__/a_b~c.ts', '__tests__/a_b~c.ts'],
  ])('the path %j is linked as %j', (path, encoded) => {
    const findings = [makeFinding({ path, line: null })]
    const text = renderMarkdown(makeBlocked({ findings }), LINKS)
    const link = /\]\(https:\/\/github\.com\/acme\/shop\/blob\/c{40}\/(.*?)\)$/m.exec(text)
    expect(link?.[1] ?? null).toBe(encoded)
  })

  test('an attacker adds no heading, line, cell, tag, mention or marker', () => {
    const text = renderMarkdown(makeAttacked(), LINKS)
    const calm = renderMarkdown(
      makeAttacked({ findings: ATTACKS.map(() => makeFinding({ message: 'calm' })) }),
      LINKS,
    )
    const headings = (page: string) => page.split('\n').filter((line) => /^#{1,3} /.test(line))
    expect(headings(text)).toEqual(headings(calm))
    const groups = text.split('\n').filter((line) => /^#{4}/.test(line))
    expect(groups).toHaveLength(ATTACKS.length)
    for (const group of groups) expect(group).toMatch(/^#### ⛔ `path\/r\d+` blocks$/)
    const tags = text.match(/<[/!]?[a-z-]+/g) ?? []
    const known = ['details', 'summary', 'code', 'span'].flatMap((tag) => [`<${tag}`, `</${tag}`])
    expect(tags.filter((tag) => ![...known, '<br', '<wbr'].includes(tag))).toEqual([])
    expect(tags.filter((tag) => tag === '<details')).toHaveLength(ATTACKS.length + 2)
    const outsideCode = text.replace(/`[^`\n]*`/g, '')
    expect(outsideCode).not.toMatch(/@|!\[|evil\.example\)|\$/)
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/)
  })

  test('each row of a table keeps its cells', () => {
    const rows = renderMarkdown(makeAttacked(), LINKS)
      .split('\n')
      .filter((line) => line.startsWith('| <code>'))
    expect(rows).toHaveLength(2 + 12)
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(3)
  })

  test('no line of it is a command for a runner that logs it', () => {
    for (const line of renderMarkdown(makeAttacked(), LINKS).split('\n')) {
      expect(line.trimStart()).not.toMatch(/^::/)
      expect(line).not.toContain('##[')
    }
  })

  test('equal remedies are said once, and similar ones counted', () => {
    const text = renderMarkdown(makeMany(40), LINKS)
    expect(text.match(/^- Take /gm)).toHaveLength(1)
    expect(text).toContain('(and 39 similar, see below)')
    const same = Array.from({ length: 5 }, (_, index) => makeFinding({ rule: `path/r${index}` }))
    expect(renderMarkdown(makeBlocked({ findings: same }), LINKS).match(/^- Take /gm)).toHaveLength(
      1,
    )
  })

  test.each([
    ['deny', 'Author: mend line 3.', 'The author, or the agent working for them', 'Mend line 3.'],
    ['deny', 'Maintainer: merge it.', 'Maintainers of this repository', 'Merge it.'],
    ['deny', 'Plan approver: read it.', 'Whoever owns or approves the plan', 'Read it.'],
    ['deny', 'Code owner: sign it.', 'Code owners and approvers', 'Sign it.'],
    ['deny', 'Plan owner: merge it.', 'Whoever owns or approves the plan', 'Plan owner: merge it.'],
    [
      'approve',
      'Owner of the policy file: approve it.',
      'Code owners and approvers',
      'Approve it.',
    ],
    ['approve', 'Approval needed from x.', 'Code owners and approvers', 'Approval needed from x.'],
    ['approve', 'Author: split it.', 'The author, or the agent working for them', 'Split it.'],
    ['deny', 'constructor: x.', 'The author, or the agent working for them', 'constructor: x.'],
  ] as const)('a %s finding with the remedy %j is for: %s', (level, remedy, who, step) => {
    const text = renderMarkdown(makeBlocked({ findings: [makeFinding({ level, remedy })] }), LINKS)
    const decoded = text.replace(/&#58;(?:&#8203;)?/g, ':')
    expect(decoded).toContain(`\n**${who}**\n\n- ${step}`)
    expect(text.match(/^\*\*[A-Z].*\*\*$/gm)).toHaveLength(1)
  })

  test('a blocked decision without findings still says that it is blocked', () => {
    expect(renderMarkdown(makeBlocked({ findings: [] }), LINKS)).toMatch(
      /^## ⛔ Countersign: Blocked/,
    )
  })

  test('a link that could break out is left out', () => {
    const links = { server: 'javascript:alert(1)', run: 'https://x/) [y](https://z' }
    const text = renderMarkdown(makeBlocked(), links)
    expect(text).not.toContain('](')
  })
})

describe('renderComment', () => {
  test.each([
    ['2,000 findings of one rule', makeMany(2_000)],
    ['20,000 findings of one rule', makeMany(20_000)],
    ['500 rules', makeRules(500)],
    ['200 findings of the worst text', makeSwollen(200)],
  ])('%s fit with verdict, checks and the number left out', (_, decision) => {
    const body = renderComment(decision, LINKS)
    expect(countBytes(body)).toBeLessThanOrEqual(65_536)
    expect(body).toMatch(
      /^<!-- countersign:gate -->\n(?:<!-- .* -->\n)?\n## ⛔ Countersign: Blocked\n/,
    )
    expect(body).toContain('<summary>Checks: ')
    expect(body.trimEnd().endsWith('</details>')).toBe(true)
    const findings = body.slice(body.indexOf('\n### Findings'), body.indexOf('<summary>Checks: '))
    const rows = findings.match(/^- [^*]/gm) ?? []
    const left = [...findings.matchAll(/^and (\d+) more; the decision record/gm)]
    const total = left.reduce((sum, [, number]) => sum + Number(number), rows.length)
    expect(total).toBe(decision.findings.length)
  })

  test('many rules fill the page as far as it goes', () => {
    expect(countBytes(renderComment(makeRules(500), LINKS))).toBeGreaterThan(64_000)
  })

  test('what blocks is kept before what only warns', () => {
    const warnings = makeMany(2_000).findings.map((one) =>
      makeFinding({ ...one, level: 'warn', blocking: false }),
    )
    const last = makeFinding({ path: 'the/one.ts' })
    const body = renderComment(makeBlocked({ findings: [...warnings, last] }), LINKS)
    expect(body).toContain('[`the/one.ts:12`]')
    expect(body).toMatch(/^#### ⚠️ `scope\/outside-plan` warning \(2000\)$/m)
  })

  test('a small decision is not cut', () => {
    expect(renderComment(makeBlocked(), LINKS)).not.toContain('more; the decision record')
  })
})

describe('renderSummary', () => {
  test('stays under 1 MiB with many large decisions and keeps every verdict', () => {
    const decisions = Array.from({ length: 60 }, () => makeMany(2_000))
    const text = renderSummary(decisions, LINKS, ['Countersign could not comment.'])
    expect(countBytes(text)).toBeLessThanOrEqual(SUMMARY_LIMIT)
    expect(text.match(/^- Pull request 7: Blocked/gm)).toHaveLength(60)
    expect(text).toContain('Countersign could not comment.')
  })

  test('the worst text fits as well', () => {
    const text = renderSummary(
      Array.from({ length: 40 }, () => makeSwollen(100)),
      LINKS,
    )
    expect(countBytes(text)).toBeLessThanOrEqual(SUMMARY_LIMIT)
  })

  test('one decision needs no list, and a repeated note is said once', () => {
    const text = renderSummary([makeDecision()], LINKS, ['No permission.', 'No permission.'])
    expect(text).toMatch(/^## ✅ Countersign: Passed/)
    expect(text.match(/No permission/g)).toHaveLength(1)
  })

  test('no decision is said, not shown as an empty page', () => {
    expect(renderSummary([], LINKS)).toContain('No pull request was judged.')
  })
})
