import { expect, test } from '@jest/globals'
import { redactSecrets } from '../../src/engine/secrets.ts'

/** Made up, and in pieces for scanners. */
test.each([
  ['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_'),
  ['AKIA', 'Q3EGRIZ5TBUVWXYA'].join(''),
  ['sk-ant', 'api03-abcdefghijklmnopqrstuvwx0123456789'].join('-'),
  ['xoxb', '123456789012-123456789012-abcdefGHIJKLmnop'].join('-'),
])('the token %s is taken out', (secret) => {
  expect(redactSecrets(`use ${secret} here`)).toBe('use [redacted] here')
})

test('a password in an address or an assignment is taken out, the rest stays', () => {
  expect(redactSecrets('https://me:hunter2secret@host/x')).toBe('https://me:[redacted]@host/x')
  expect(redactSecrets('password = "hunter2secret"')).toBe('password = "[redacted]"')
})

test('ordinary text stays as it is', () => {
  const text =
    'Retry failed webhooks three times, see docs/webhooks.md and https://example.com/a?b=c.'
  expect(redactSecrets(text)).toBe(text)
})
