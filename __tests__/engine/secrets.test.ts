import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { scanObjectBytes } from '../../src/engine/chain/scan-json.ts'
import { findSecret } from '../../src/engine/chain/secret-cells.ts'
import { makeTape } from '../../src/engine/chain/tape.ts'
import { findSecretIn, redactSecrets } from '../../src/engine/secrets.ts'

/** Made here so that no scanner of secrets takes this file for a leak. */
const some = (length: number) => 'a1B2c3D4e5'.repeat(30).slice(0, length)
const upper = (length: number) => 'A1B2C3D4E5'.repeat(3).slice(0, length)

const SECRETS: readonly [string, string][] = [
  ['a private key', `-----BEGIN ${'PRIVATE KEY'}-----\nMIIE\n-----END ${'PRIVATE KEY'}-----`],
  ['a private key', `-----BEGIN OPENSSH ${'PRIVATE KEY'}-----\nb3Bl`],
  ['a private key', `-----BEGIN PGP ${'PRIVATE KEY'} BLOCK-----\nlQ`],
  ['a GitHub token', `ghp_${some(36)}`],
  ['a GitHub token', `ghs_${some(36)}`],
  ['a GitHub token', `github_pat_${some(60)}`],
  ['a GitLab token', `glpat-${some(20)}`],
  ['a Slack token', `xoxb-${some(24)}`],
  ['a Slack token', `https://hooks.slack.com/services/T000/B000/${some(24)}`],
  ['an AWS access key', `AKIA${upper(16)}`],
  ['an AWS access key', `ASIA${upper(16)}`],
  ['a Google key', `AIza${some(35)}`],
  ['a Stripe key', `sk_live_${some(24)}`],
  ['an npm token', `npm_${some(36)}`],
  ['an OpenAI key', `sk-proj-${some(40)}`],
  ['an OpenAI key', `sk-${some(48)}`],
  ['an Anthropic key', `sk-ant-api03-${some(80)}`],
  ['a JSON Web Token', `eyJ${some(20)}.eyJ${some(20)}.${some(20)}`],
  ['a URL with a password', 'https://me:hunter2@example.com/x'],
  ['a URL with a password', 'postgres://:hunter2@db/x'],
  ['an authorization header', `Authorization: Bearer ${some(20)}`],
  ['an authorization header', `"AUTHORIZATION" : "basic ${some(12)}"`],
]

const INNOCENT = [
  'src/authorization/github_patterns.ts',
  'a branch named task-implement-something-quite-long-for-a-name',
  'sk-learn-model-training-utilities',
  'https://example.com:8080/@scope/package',
  'https://$USER:$TOKEN@example.com and https://me:***@example.com',
  'Authorization: Bearer <token>',
  '-----BEGIN PUBLIC KEY-----',
  'npm_config_registry=x ghp_short eyJhbGciOi',
  some(200),
]

/** Nearly what one line of a chain can hold. */
const HUGE = 15_000_000

describe('secrets', () => {
  test.each(SECRETS)('%s is found in other text: %#', (name, secret) => {
    expect(findSecretIn(`x ${secret} y`)).toBe(name)
    expect(findSecretIn(`x="${secret}"`)).toBe(name)
    expect(findSecretIn(`leak_${secret}`)).toBe(name)
  })

  test.each(SECRETS)('%s is redacted: %#', (_, secret) => {
    const redacted = redactSecrets(`before ${secret} after ${secret}`)
    expect(redacted).toContain('before')
    expect(redacted).toContain('[redacted]')
    expect(redacted).not.toContain(secret.slice(8))
    expect(findSecretIn(redacted)).toBe(null)
    expect(redactSecrets(redacted)).toBe(redacted)
  })

  /** The shortest of each kind: a character less and it is none. */
  test.each<[string, string]>([
    ...['ghp', 'gho', 'ghu', 'ghs', 'ghr'].map(
      (kind) => [kind, `${kind}_${some(36)}`] as [string, string],
    ),
    ['github_pat', `github_pat_${some(22)}`],
    ...['pat', 'ptt', 'dt', 'rt', 'cbt', 'ft', 'imt', 'agent', 'soat'].map(
      (kind) => [`gl${kind}`, `gl${kind}-${some(20)}`] as [string, string],
    ),
    ...[...'abeoprs'].map((kind) => [`xox${kind}`, `xox${kind}-${some(10)}`] as [string, string]),
    ['xapp', `xapp-1-${some(10)}`],
    ['hooks.slack.com', `hooks.slack.com/services/${some(20)}`],
    ['AKIA', `AKIA${upper(16)}`],
    ['AIza', `AIza${some(35)}`],
    ['ya29', `ya29.${some(20)}`],
    ['GOCSPX', `GOCSPX-${some(28)}`],
    ...['sk_live', 'sk_test', 'rk_live', 'rk_test'].map(
      (kind) => [kind, `${kind}_${some(16)}`] as [string, string],
    ),
    ['whsec', `whsec_${some(24)}`],
    ['npm', `npm_${some(36)}`],
    ['sk-ant', `sk-ant-${some(20)}`],
    ...['proj', 'svcacct', 'admin', 'None'].map(
      (kind) => [`sk-${kind}`, `sk-${kind}-${some(20)}`] as [string, string],
    ),
    ['sk', `sk-${some(32)}`],
    ['sk with its mark', `sk-x-T3BlbkFJ${some(10)}`],
    ['eyJ', `eyJ${some(8)}.eyJ${some(8)}.${some(8)}`],
    ['bearer', `Authorization: Bearer ${some(8)}`],
    ['token', `authorization=token ${some(8)}`],
  ])('of the kind %s are found at their shortest', (_, secret) => {
    const tape = makeTape(Buffer.from(JSON.stringify({ text: secret })))
    const bytes = Buffer.from(JSON.stringify({ text: secret }))
    expect(scanObjectBytes(tape, bytes, 0, bytes.length)).toBe(true)
    expect(findSecret(tape)).toBe(findSecretIn(secret))
    expect(redactSecrets(secret)).not.toBe(secret)
    expect(redactSecrets(secret)).not.toContain(secret.slice(-8))
    expect(findSecretIn(secret.slice(0, -1))).toBe(null)
  })

  test('what a redaction leaves says what was there', () => {
    expect(redactSecrets('postgres://me:hunter2@db/x')).toBe('postgres://[redacted]@db/x')
    expect(redactSecrets(`AUTHORIZATION: bearer ${some(9)}`)).toBe('Authorization: [redacted]')
    expect(redactSecrets(`a ghp_${some(40)} b`)).toBe('a [redacted] b')
  })

  test.each(INNOCENT)('is none: %s', (text) => {
    expect(findSecretIn(text)).toBe(null)
    expect(redactSecrets(text)).toBe(text)
  })

  test('are found by the quick look at a record whenever they are there', () => {
    const around = fc.string({ unit: 'grapheme-ascii', maxLength: 30 })
    fc.assert(
      fc.property(around, fc.constantFrom(...SECRETS), around, (before, [, secret], after) => {
        const text = `${before} ${secret} ${after}`
        const bytes = Buffer.from(JSON.stringify({ text }))
        const tape = makeTape(bytes)
        expect(scanObjectBytes(tape, bytes, 0, bytes.length)).toBe(true)
        expect(findSecret(tape)).toBe(findSecretIn(text))
        expect(findSecret(tape)).not.toBe(null)
      }),
      { numRuns: 1000, seed: 7 },
    )
  })

  test('take time in proportion to the text, however it is made', () => {
    const hostile = ['eyJ', 'sk-', '://a:', 'authorization: ', '-----BEGIN ', 'ghp_', 'glpat-']
    for (const piece of hostile) {
      const text = piece.repeat(200_000 / piece.length)
      expect(redactSecrets(text).length).toBeGreaterThan(0)
    }
  })

  test.each(['sk-', 'sk-T3BlbkFJ ', '://', '://a:'])(
    'are looked for in a huge text of %s before anybody loses patience',
    async (piece) => {
      const text = piece.repeat(HUGE / piece.length)
      expect(findSecretIn(text)).toBe(null)
      expect(redactSecrets(text)).toBe(text)
      // Lets the runner notice that the time is up.
      await setTimeout(1)
    },
    30_000,
  )

  test.each<[string, string]>([
    ['an OpenAI key', `sk-${'a_'.repeat(5000)}T3BlbkFJ${some(20)}`],
    ['a URL with a password', `https://${some(300)}:${some(300)}${some(300)}@example.com`],
  ])('%s is found and redacted at any length', (name, secret) => {
    expect(findSecretIn(`x ${secret} y`)).toBe(name)
    expect(redactSecrets(`x ${secret} y`)).not.toContain(some(20))
  })
})
