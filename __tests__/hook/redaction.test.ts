import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { redactPrompt } from '../../src/hook/redact-prompt.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** Made up, and in pieces for scanners. */
const SECRETS = [
  ['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_'),
  ['AKIA', 'Q3EGRIZ5TBUVWXYA'].join(''),
  ['sk-ant', 'api03-abcdefghijklmnopqrstuvwx0123456789'].join('-'),
  ['xoxb', '123456789012-123456789012-abcdefGHIJKLmnop'].join('-'),
  ['-----BEGIN RSA PRIVATE', 'KEY-----\nMIIEpAIBAAKCAQEAabcdefgh'].join(' '),
  'hunter2secret',
]

function everythingUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, 'latin1')}`)
    .join('\n')
}

function leaksIn(shop: Workshop): string[] {
  const kept = everythingUnder(shop.recorder)
  return SECRETS.filter((secret) => kept.includes(secret.split('\n').at(-1) ?? secret))
}

function runThrough(shop: Workshop): void {
  shop.hook({ hook_event_name: 'SessionStart', model: `model ${SECRETS[0]}` })
  for (const secret of SECRETS) {
    const quoted = secret.replaceAll('\n', ' ')
    const calls = [
      ['Bash', { command: `curl -H "Authorization: Bearer ${secret}" https://x.test` }],
      ['Write', { file_path: 'src/k.ts', content: secret }],
      ['Write', { file_path: `/outside/${quoted.slice(0, 40)}`, content: 'x' }],
      [
        'WebFetch',
        {
          url: `https://user:${encodeURIComponent(secret)}@host.test/?token=${encodeURIComponent(secret)}`,
          prompt: secret,
        },
      ],
      ['Task', { prompt: secret }],
      [`mcp__x__${SECRETS[0]}`, { text: secret }],
      ['Write', { file_path: `src/${SECRETS[0]}`, content: 'x' }],
    ] as const
    for (const [at, [tool, input]] of calls.entries()) {
      const call = {
        tool_name: tool,
        tool_input: input,
        tool_use_id: `t${SECRETS.indexOf(secret)}-${at}-${at === 0 && secret !== 'hunter2secret' ? secret : ''}`,
      }
      shop.hook({ hook_event_name: 'PreToolUse', ...call })
      shop.hook({ hook_event_name: 'PostToolUse', ...call, tool_response: { stdout: secret } })
    }
    shop.hook({ hook_event_name: 'UserPromptSubmit', prompt: `Please use ${secret} for this.` })
    shop.hook({
      hook_event_name: 'PermissionDenied',
      tool_name: 'Bash',
      tool_input: { command: secret },
      reason: secret,
    })
  }
  shop.hook({ hook_event_name: 'SessionEnd', reason: SECRETS[0] })
}

test('nothing secret is kept, whichever event brings it', () => {
  const shop = openWorkshop()
  runThrough(shop)
  expect(shop.chains()[0]?.length).toBeGreaterThan(60)
  expect(leaksIn(shop)).toEqual([])
  expect(JSON.stringify(shop.chains())).not.toContain('Please use')
  shop.dispose()
})

test('prompts are kept where the policy wants it, without what looks like a secret', () => {
  const shop = openWorkshop({
    policy: 'version: 1\nextends: standard\naudit: { prompts: redacted }\n',
  })
  for (const secret of SECRETS.slice(0, 4))
    shop.hook({ hook_event_name: 'UserPromptSubmit', prompt: `Please use ${secret} for this.` })
  const texts = shop.chains()[0]?.flatMap(({ request }) => request?.text ?? [])
  expect(texts).toEqual(Array(4).fill('Please use [redacted] for this.'))
  expect(leaksIn(shop)).toEqual([])
  shop.dispose()
})

test('a call whose id holds a secret keeps one id from its beginning to its end', () => {
  const shop = openWorkshop()
  const call = { tool_name: 'Bash', tool_input: { command: 'a' }, tool_response: {} }
  for (const id of [SECRETS[0], SECRETS[1], 'toolu_01AbCdEfGhIjKlMnOpQrStUv'])
    for (const hook_event_name of ['PreToolUse', 'PostToolUse'])
      shop.hook({ hook_event_name, ...call, tool_use_id: id })
  const ids = shop.chains()[0]?.flatMap(({ reference }) => reference?.tool_use_id ?? []) ?? []
  expect(ids).toHaveLength(6)
  expect(new Set(ids).size).toBe(3)
  expect(ids.at(-1)).toBe('toolu_01AbCdEfGhIjKlMnOpQrStUv')
  expect(leaksIn(shop)).toEqual([])
  shop.dispose()
})

describe('a prompt that is kept', () => {
  test.each([
    [
      'export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG',
      'export AWS_SECRET_ACCESS_KEY=[redacted]',
    ],
    ['password: Tr0ub4dor&3 please', 'password: [redacted] please'],
    ['the password is hunter2plain', 'the password is [redacted]'],
    ['{"db_password": "a b c", "port": 1}', '{"db_password": [redacted], "port": 1}'],
    ["token='a b'", 'token=[redacted]'],
    ['x-api-key: 0123456789abcdef', 'x-api-key: [redacted]'],
    ['curl -u admin:s3cr3tpw https://x.test', 'curl -u admin:[redacted] https://x.test'],
    ['mysql --password hunter2plain -h db', 'mysql --password [redacted] -h db'],
    ['basic YWxhZGRpbjpvcGVuc2VzYW1l', 'basic [redacted]'],
  ])('%s', (prompt, kept) => {
    expect(redactPrompt(prompt)).toBe(kept)
  })

  test.each([
    'Rotate the tokens and mend the password form.',
    'Run git push -u origin main, then npm test.',
    'author: Bob; port: 8080; see https://x.test/a:b',
    'Keep the basic test of the bearer header.',
  ])('keeps %s', (prompt) => {
    expect(redactPrompt(prompt)).toBe(prompt)
  })

  test('is looked through in linear time', () => {
    const long = `${'password'.repeat(1000)}${'-u a'.repeat(500)}${' '.repeat(1000)}`
    expect(redactPrompt(long).length).toBeLessThanOrEqual(10_000)
  })
})
