import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isTrustedRun } from '../../src/action/notify.ts'
import { acceptReceiver, postNotice, signBody } from '../../src/action/send-notice.ts'
import { openReceiver, type Receiver } from '../support/receiver.ts'

describe('an address', () => {
  test.each([
    'https://hooks.example.com/x',
    'http://127.0.0.1:9/x',
    'http://[::1]/',
    'http://localhost/',
  ])('%s is good', (address) => expect(acceptReceiver(address)).not.toBeNull())

  test.each([
    'http://example.com/',
    'http://localhost.example.com/',
    'http://127.0.0.1.example.com/',
    'http://169.254.169.254/latest',
    'javascript:alert(1)',
    '//example.com/',
    'https://user@example.com/',
    'https://:secret@example.com/',
    '',
  ])('%s is not', (address) => expect(acceptReceiver(address)).toBeNull())
})

describe('a run', () => {
  const payload = { repository: { default_branch: 'main' } }
  const ref = 'refs/heads/main'

  test.each(['pull_request_target', 'workflow_run', 'issues', 'issue_comment', 'schedule'])(
    'for %s is trusted',
    (eventName) => expect(isTrustedRun({ eventName, payload, ref })).toBe(true),
  )

  test.each([
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
    'push',
    'merge_group',
    '',
  ])('for %s is not', (eventName) => expect(isTrustedRun({ eventName, payload, ref })).toBe(false))

  test.each([
    ['refs/heads/main', payload, true],
    ['refs/heads/claude/x', payload, false],
    ['refs/tags/main', payload, false],
    ['refs/heads/undefined', {}, false],
    ['refs/heads/null', null, false],
  ])('by a dispatch on %s: %j', (at, given, expected) => {
    expect(isTrustedRun({ eventName: 'workflow_dispatch', payload: given, ref: at })).toBe(expected)
  })
})

describe('posting', () => {
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await openReceiver()
  })
  afterAll(() => receiver.close())
  const post = (timeout?: number) => postNotice(new URL(receiver.url('/x')), '{}', {}, timeout)

  test('comes through', async () => {
    expect(await post()).toBeNull()
    expect(receiver.received.at(-1)?.headers['user-agent']).toBe('countersign')
  })

  test('does not wait for a receiver that never answers', async () => {
    receiver.answer(null)
    expect(await post(50)).toBe('it did not answer within 0.05 seconds')
  })

  test('signs as the documents say', () => {
    expect(signBody('{"a":1}', 'key')).toBe(
      'sha256=88a67f24bbcdaed0e6c997404bb79a743baf44c6bab2f4c27328e3009d22e342',
    )
  })
})
