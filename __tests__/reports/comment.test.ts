import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Decision } from '../../src/engine/decision.ts'
import { COMMENT_MARKER, isSameComment, renderComment } from '../../src/reports/comment.ts'
import { formatState, parseState, toRunState } from '../../src/reports/comment-state.ts'
import { countBytes } from '../../src/reports/fit.ts'
import {
  ATTACKS,
  makeAttacked,
  makeBlocked,
  makeDecision,
  makeFinding,
  makeMany,
} from './decisions.ts'

const LINKS = { server: 'https://github.com', run: 'https://github.com/acme/shop/actions/runs/1' }
const LATER_LINKS = { ...LINKS, run: 'https://github.com/acme/shop/actions/runs/22' }

const SCOPE = makeFinding({ id: '1'.repeat(16) })
const TOKEN = makeFinding({ id: '2'.repeat(16), rule: 'pattern/github-token' })
const OWNER = makeFinding({ id: '3'.repeat(16), rule: 'approval/missing', path: null })

function at(head: string, findings: Decision['findings'], changes: Partial<Decision> = {}) {
  const subject = { ...makeBlocked().subject, head_sha: head.repeat(40) }
  return makeBlocked({ subject, findings, ...changes })
}

const FIRST = at('c', [SCOPE, TOKEN])
const SECOND = at('d', [SCOPE, OWNER])

/** The line on what changed; null when there is none. */
function readSince(body: string): string | null {
  return /^\*\*Since the last report\*\*.*$/m.exec(body)?.[0] ?? null
}

describe('what changed since the last report', () => {
  test('is not said in the first one', () => {
    const body = renderComment(FIRST, LINKS)
    expect(body.startsWith(`${COMMENT_MARKER}\n<!-- countersign:state 1 [`)).toBe(true)
    expect(readSince(body)).toBeNull()
  })

  test('is counted, with the rules folded', () => {
    const body = renderComment(SECOND, LINKS, renderComment(FIRST, LINKS))
    expect(readSince(body)).toBe(
      '**Since the last report** (`ccccccc` → `ddddddd`): 1 settled, 1 new, 1 still open.',
    )
    expect(body).toContain('- Settled: `pattern/github-token`\n- New: `approval/missing`\n')
  })

  test('says how the verdict turned', () => {
    const passed = at('d', [], { conclusion: 'pass' })
    const body = renderComment(passed, LINKS, renderComment(FIRST, LINKS))
    expect(readSince(body)).toMatch(/2 settled, 0 new, 0 still open\. It was blocked then\.$/)
  })

  test('a signature settles a finding though the finding stays', () => {
    const signed = { ...OWNER, level: 'approve' as const, settled: true, blocking: false }
    const before = renderComment(at('c', [OWNER]), LINKS)
    const body = renderComment(at('c', [signed], { conclusion: 'pass' }), LINKS, before)
    expect(readSince(body)).toContain('(on the same commit): 1 settled, 0 new, 0 still open.')
  })

  test('looking again leaves the comment as it is, byte for byte', () => {
    const second = renderComment(SECOND, LINKS, renderComment(FIRST, LINKS))
    expect(renderComment(SECOND, LINKS, second)).toBe(second)
    const third = renderComment(at('e', []), LINKS, second)
    expect(readSince(third)).toContain('`ddddddd` → `eeeeeee`')
  })

  test('it survives how GitHub stores a body', () => {
    const stored = renderComment(FIRST, LINKS).trimEnd().replaceAll('\n', '\r\n')
    expect(readSince(renderComment(SECOND, LINKS, stored))).toContain('1 settled, 1 new')
  })

  test.each([
    ['an older comment without a state', `${COMMENT_MARKER}\n\n## Blocked\n`],
    ['an empty body', ''],
    [
      'a state further down',
      `${COMMENT_MARKER}\n\n${formatState({ now: toRunState(FIRST), before: null })}\n`,
    ],
    ['a state of a later version', renderComment(FIRST, LINKS).replace('state 1', 'state 2')],
    ['a cut-off state', renderComment(FIRST, LINKS).slice(0, 90)],
    [
      'a rule with a space',
      renderComment(FIRST, LINKS).replace('scope/outside-plan=', 'scope/all good='),
    ],
    ['an id in capitals', renderComment(FIRST, LINKS).replace('1'.repeat(16), 'A'.repeat(16))],
    ['a verdict of its own', renderComment(FIRST, LINKS).replace(' block ', ' approved ')],
    ['a head that is none', renderComment(FIRST, LINKS).replace('c'.repeat(40), '<img src=x>')],
    ['markup after it', renderComment(FIRST, LINKS).replace('[] -->', '[] --> ## Passed')],
  ])('%s is as good as none', (_, previous) => {
    expect(renderComment(SECOND, LINKS, previous)).toBe(renderComment(SECOND, LINKS))
  })

  test('a forged state changes one courtesy line and nothing else', () => {
    const forged = renderComment(at('a', [], { conclusion: 'pass' }), LINKS)
    const body = renderComment(SECOND, LINKS, forged)
    const strip = (text: string) =>
      text
        .replace(/^<!-- countersign:state .*\n/m, '')
        .replace(/\n\*\*Since the last report\*\*.*\n\n<details>[\s\S]*?<\/details>\n/, '')
    expect(strip(body)).toBe(strip(renderComment(SECOND, LINKS)))
    expect(body).toContain('## ⛔ Countersign: Blocked')
  })

  test('more findings than are remembered leave the line out, and so does the next run', () => {
    const many = renderComment(makeMany(201), LINKS, renderComment(FIRST, LINKS))
    expect(many).not.toContain('countersign:state')
    expect(readSince(many)).toBeNull()
    expect(readSince(renderComment(FIRST, LINKS, many))).toBeNull()
    const most = renderComment(makeMany(200), LINKS, renderComment(FIRST, LINKS))
    expect(readSince(most)).toContain('2 settled, 200 new')
  })

  test('a rule name that is none is not remembered', () => {
    for (const rule of ATTACKS) {
      expect(formatState({ now: toRunState(at('c', [{ ...SCOPE, rule }])), before: null })).toBe('')
    }
  })
})

describe('the remembered state', () => {
  const run = fc.record({
    head: fc.option(fc.constantFrom('a'.repeat(40), '0123456789'.repeat(4), 'f'.repeat(64))),
    conclusion: fc.constantFrom('pass', 'block', 'override', 'not-applicable'),
    open: fc
      .uniqueArray(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 200 })
      .chain((ids) =>
        fc
          .array(fc.constantFrom('scope/outside-plan', 'path/a--b_.C', 'pattern/x'), {
            minLength: ids.length,
            maxLength: ids.length,
          })
          .map(
            (rules) =>
              new Map(
                ids.map((id, n) => [id.toString(16).padStart(16, '0'), rules[n] ?? 'path/x']),
              ),
          ),
      ),
  })

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(run, fc.option(run), (now, before) => {
        const line = formatState({ now, before })
        const read = parseState(`${COMMENT_MARKER}\n${line}\n\ntext`)
        expect(formatState(read ?? { now: { ...now, head: 'none' }, before })).toBe(line)
        expect(read?.now.open).toEqual(
          new Map([...now.open].sort(([a], [b]) => compare(now.open, a, b))),
        )
        expect(line).not.toMatch(/\n|-->./)
      }),
      { numRuns: 50 },
    )
  })

  test('whatever stands in its place, reading it ends and the verdict stays', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const body = renderComment(
          SECOND,
          LINKS,
          `${COMMENT_MARKER}\n<!-- countersign:state 1 [${text}] [] -->`,
        )
        expect(body).toContain('## ⛔ Countersign: Blocked\n\n2 findings to settle')
      }),
      { numRuns: 100 },
    )
  })

  test('a line of any length is read in linear time', () => {
    const ids = Array.from({ length: 200_000 }, () => 'a'.repeat(16)).join(',')
    const line = `<!-- countersign:state 1 [${'c'.repeat(40)} block path/x=${ids}] [] -->`
    expect(parseState(`${COMMENT_MARKER}\n${line}`)).toBeNull()
  })
})

/** The order in which a state lists ids: by rule, then by id. */
function compare(open: ReadonlyMap<string, string>, one: string, other: string): number {
  const key = (id: string) => `${open.get(id)} ${id}`
  return key(one) < key(other) ? -1 : 1
}

describe('isSameComment', () => {
  test('an address of another run alone is no change', () => {
    expect(isSameComment(renderComment(FIRST, LINKS), renderComment(FIRST, LATER_LINKS))).toBe(true)
  })

  test('an address somewhere else is one', () => {
    const elsewhere = renderComment(FIRST, LINKS).replace(
      `${LINKS.run})`,
      'https://evil.example/1)',
    )
    expect(isSameComment(elsewhere, renderComment(FIRST, LINKS))).toBe(false)
  })

  test('so is another verdict', () => {
    expect(isSameComment(renderComment(FIRST, LINKS), renderComment(makeDecision(), LINKS))).toBe(
      false,
    )
  })
})

describe('a comment full of attacks', () => {
  test('has one marker and one state, on top', () => {
    const previous = renderComment(makeAttacked(), LINKS)
    for (const body of [
      previous,
      renderComment(makeAttacked(), LINKS, renderComment(FIRST, LINKS)),
    ]) {
      expect(body.match(/countersign:gate -->/g)).toHaveLength(1)
      expect(body.match(/<!--/g)?.length).toBeLessThanOrEqual(2)
      expect(countBytes(body)).toBeLessThanOrEqual(65_536)
    }
  })
})
