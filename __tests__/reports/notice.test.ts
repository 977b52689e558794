import { describe, expect, test } from '@jest/globals'
import { NO_LINKS } from '../../src/reports/links.ts'
import { renderMarkdown } from '../../src/reports/markdown/index.ts'
import { escapeSlack, type Notice, toPayload, toSlackMessage } from '../../src/reports/notice.ts'
import { renderTerminal } from '../../src/reports/terminal.ts'
import { describeWaitingFor } from '../../src/reports/waiting.ts'
import { makeAttacked, makeBlocked, makeChecks, makeMany } from './decisions.ts'

const links = { server: 'https://github.com', run: 'https://github.com/acme/shop/actions/runs/1' }
const at = new Date('2026-11-20T12:00:00Z')
const notify = (decision: Notice['decision'], event: Notice['event'] = 'block'): Notice => ({
  event,
  decision,
  links,
  at,
  after: null,
})

/** Every text that Slack takes for markup. */
function textsOf(notice: Notice): string[] {
  const message = toSlackMessage(notice)
  const found: string[] = [message.text]
  JSON.stringify(message.blocks, (_key, value: unknown) => {
    const isText = typeof value === 'object' && value !== null && 'text' in value
    if (isText && typeof value.text === 'string') found.push(value.text)
    return value
  })
  return found
}

describe('a message for Slack', () => {
  test('holds what an author wrote, and acts on none of it', () => {
    const texts = textsOf(notify(makeAttacked()))
    for (const text of texts) {
      const withoutLinks = text.replace(/<https:\/\/github\.com\/[\w/]+\|[\w/# ]+>/g, '')
      expect(withoutLinks).not.toMatch(/[<>]/)
      expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e\u2066]/)
    }
  })

  test('stays within what Slack takes', () => {
    const long = makeMany(500, {
      findings: makeMany(500).findings.map((it) => ({ ...it, message: '<'.repeat(9000) })),
    })
    for (const notice of [notify(long), notify(makeAttacked())])
      for (const text of textsOf(notice)) expect(text.length).toBeLessThanOrEqual(3000)
  })

  test('escapes what Slack says, and nothing twice', () => {
    expect(escapeSlack('<!here> & <@U1>')).toBe('&lt;!here&gt; &amp; &lt;@U1&gt;')
  })
})

describe('a payload', () => {
  test('is the same news under the same id', () => {
    const [one, same, other] = [
      makeBlocked(),
      makeBlocked(),
      makeBlocked({ conclusion: 'override' }),
    ]
    const id = (decision: Notice['decision']) => toPayload(notify(decision)).id
    expect(id(one)).toBe(id(same))
    expect(id(one)).not.toBe(id(other))
    expect(toPayload(notify(one, 'waiting')).id).not.toBe(id(one))
  })

  test('is other news once something else was reported in between', () => {
    const first = toPayload(notify(makeBlocked()))
    const again = toPayload({ ...notify(makeBlocked()), after: '2026-11-20T12:00:00Z' })
    expect(again.id).not.toBe(first.id)
  })

  test('is other news when the waiting began anew', () => {
    const since = (day: string) => {
      const waiting = { since: `2026-11-${day}T12:00:00.000Z`, for: [], after_hours: 24, steps: 1 }
      return toPayload(notify(makeBlocked({ waiting }), 'waiting')).id
    }
    expect(since('20')).not.toBe(since('25'))
    expect(since('20')).toBe(since('20'))
  })

  test('leaves out what would only block if it were enforced', () => {
    const checks = makeChecks({ scope: { status: 'fail', mode: 'warn', summary: 'x' } })
    const rules = toPayload(notify(makeBlocked({ checks }))).findings.map(({ rule }) => rule)
    expect(rules).toContain('pattern/drop-table')
    expect(rules).not.toContain('scope/outside-plan')
  })

  test('spells out and bounds every text, whoever wrote it', () => {
    const evil = `\u202e@alice\u2066\u001b[31m${'x'.repeat(900)}`
    const waiting = { since: evil, for: [evil, '@bob'], after_hours: 24, steps: 2 }
    const attacked = makeAttacked()
    const decision = {
      ...attacked,
      digest: evil,
      subject: { ...attacked.subject, author: evil, repository: evil, head_sha: evil },
      waiting,
    }
    const texts: string[] = []
    const payload = toPayload(notify(decision, 'waiting'))
    JSON.stringify(payload, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value)
      return value
    })
    for (const text of texts) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(text.length).toBeLessThanOrEqual(500)
    }
    expect(payload.waiting).toMatchObject({ for: [expect.any(String), '@bob'], steps: 2 })
  })

  test('has no address where there is none', () => {
    const { url, run_url } = toPayload({ ...notify(makeBlocked()), links: NO_LINKS })
    expect([url, run_url]).toEqual([null, null])
  })
})

describe('that people are waited for', () => {
  const waiting = { since: '2026-11-20T12:34:56.000Z', for: ['@alice'], after_hours: 24, steps: 1 }

  test.each([
    [24, 1, 'a day'],
    [24, 3, '3 days'],
    [1, 1, 'an hour'],
    [36, 1, '36 hours'],
    [36, 2, '3 days'],
  ])('%i hours × %i is %s', (after_hours, steps, words) => {
    expect(describeWaitingFor({ ...waiting, after_hours, steps })).toBe(
      `Waiting for @alice for more than ${words} (since 2026-11-20 12:34 UTC).`,
    )
  })

  test('is said in every report, and mentions nobody', () => {
    const decision = makeBlocked({
      waiting: { ...waiting, for: ['@a<b>', '@b', '@c', '@d', '@e'] },
    })
    const markdown = renderMarkdown(decision, NO_LINKS)
    expect(markdown).toContain('and 1 more for more than a day')
    expect(markdown).not.toMatch(/Waiting for @|<b>/)
    expect(renderTerminal(decision, { colour: false })).toContain('Waiting for @a<b>, @b')
  })
})
