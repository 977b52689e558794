import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  CHAIN_ID,
  denied,
  END,
  HONEST,
  hash,
  intent,
  makeChain,
  makeLines,
  request,
  result,
  START,
} from '../engine/chain/chains.ts'

/** `countersign audit`, as built from this source, in subprocesses and on real files. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-audit-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function audit(...args: string[]) {
  const cli = resolve('dist/cli/index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'audit', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent' },
  })
  return { code: status, stdout, stderr }
}

function save(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

const CHAIN = `${CHAIN_ID}.jsonl`

describe('verify', () => {
  test('passes an honest chain, and says so in a line', () => {
    const { code, stdout, stderr } = audit('verify', save(CHAIN, makeChain()))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(`${CHAIN}: intact; 7 records\n  seal: none\n`)
  })

  test("prints each defect's line, rule and meaning", () => {
    const lines = makeLines()
    lines[3] = (lines[3] ?? '').replace('Edit', 'Read')
    lines.splice(4, 1)
    const { code, stdout } = audit('verify', save(CHAIN, lines.join('')))
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^ {2}line 4 {2}audit\/record-hash {2}Line 4 .* was changed after it was recorded/m,
    )
    expect(stdout).toMatch(/^ {2}line 5 {2}audit\/broken-link {2}Line 5 .* does not continue/m)
    expect(stdout).toMatch(/^ {2}line 5 {2}audit\/sequence {2}Line 5 .* out of order/m)
    expect(stdout).toContain('NOT intact')
  })

  test('one defective chain among several is enough to fail', () => {
    const good = save(CHAIN, makeChain())
    const { code, stdout } = audit('verify', good, save('cut.jsonl', makeChain().subarray(0, -1)))
    expect(code).toBe(1)
    expect(stdout).toContain('audit/truncated')
    expect(stdout).toContain(`${CHAIN}: intact`)
  })

  test('cannot start on a file that cannot be read', () => {
    for (const path of ['nowhere.jsonl', '.']) {
      const { code, stderr } = audit('verify', path)
      expect(code).toBe(2)
      expect(stderr).toMatch(
        /^countersign: The chain ".*" cannot be read \(.*\); check the path\.\n$/,
      )
    }
  })

  test('a chain that is renamed is another chain', () => {
    const other = CHAIN.replace('0f0e', 'ffff')
    expect(audit('verify', save(other, makeChain())).stdout).toContain('line 1  audit/malformed')
  })

  test('lets nothing from a chain act on the terminal', () => {
    const drafts = [START, { ...intent('a'), 'x\u001b[2J': 1 }, { ...END, chain: '\u001b[31m' }]
    const { stdout } = audit('verify', save(CHAIN, makeChain(drafts)))
    expect(stdout).not.toContain('\u001b')
  })
})

describe('seal', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const publicKeyIn = (stdout: string) => /ed25519: "([^"]+)"/.exec(stdout)?.[1] ?? ''

  test('seals an honest chain, and the seal holds for its signer only', () => {
    save('recorder-1.pem', pem)
    save(CHAIN, makeChain())
    save('plan.yml', 'version: 1\n')
    const sealed = audit('seal', CHAIN, '--key', 'recorder-1.pem', '--plan', 'plan.yml')
    expect(sealed).toMatchObject({ code: 0 })
    expect(sealed.stdout).toMatch(/^\{ id: "recorder-1", ed25519: "[A-Za-z0-9+/]{43}=" \}\n$/)
    const envelope = JSON.parse(readFileSync(join(folder, `${CHAIN_ID}.dsse.json`), 'utf8'))
    expect(Buffer.from(envelope.payload, 'base64').toString()).toContain(hash('version: 1\n'))

    const key = publicKeyIn(sealed.stdout)
    const good = audit('verify', CHAIN, '--signer', `recorder-1=${key}`)
    expect(good).toMatchObject({ code: 0 })
    expect(good.stdout).toContain('seal: good, by recorder-1')
    expect(audit('verify', CHAIN).stdout).toContain('seal: there, and not checked')
    const other = audit('verify', CHAIN, '--signer', `somebody=${key}`)
    expect(other).toMatchObject({ code: 1 })
    expect(other.stdout).toContain('audit/bad-seal')
  })

  test('does not hold for the chain of another session, whole as that may be', () => {
    save('k.pem', pem)
    save(CHAIN, makeChain())
    const { stdout } = audit('seal', CHAIN, '--key', 'k.pem')
    save(CHAIN, makeChain([START, END]))
    const { code, stdout: verdict } = audit('verify', CHAIN, '--signer', `k=${publicKeyIn(stdout)}`)
    expect(code).toBe(1)
    expect(verdict).toContain('the chain was changed after it was sealed')
  })

  test('a seal that was asked for and is not there is a failure', () => {
    save(CHAIN, makeChain())
    const { code, stdout } = audit(
      'verify',
      CHAIN,
      '--signer',
      `k=${Buffer.alloc(32).toString('base64')}`,
    )
    expect(code).toBe(1)
    expect(stdout).toContain('audit/unsealed')
  })

  test.each<[string, Uint8Array]>([
    ['a chain with a defect', Buffer.concat([makeChain(), Buffer.from('x\n')])],
    ['an incomplete chain', makeChain(HONEST.slice(0, -1))],
  ])('refuses %s and says why', (_, chain) => {
    save('k.pem', pem)
    const { code, stdout, stderr } = audit('seal', save(CHAIN, chain), '--key', 'k.pem')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(
      /nobody should sign it[\s\S]*audit\/(malformed|truncated)[\s\S]*audit attach/,
    )
    expect(existsSync(join(folder, `${CHAIN_ID}.dsse.json`))).toBe(false)
  })

  test.each<[string, string]>([
    ['no key', 'hello'],
    [
      'a public key',
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ],
    [
      'a key of another kind',
      generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('cannot start with %s, and says how to make one', (_, key) => {
    save('k.pem', key)
    const { code, stderr } = audit('seal', save(CHAIN, makeChain()), '--key', 'k.pem')
    expect(code).toBe(2)
    expect(stderr).toContain('openssl genpkey -algorithm ed25519')
    expect(stderr).not.toContain(key.slice(30, 60) || 'BEGIN')
  })

  test('overwrites no other file unasked', () => {
    save('k.pem', pem)
    save('dear.txt', 'dear')
    save(CHAIN, makeChain())
    expect(audit('seal', CHAIN, '--key', 'k.pem', '--output', 'dear.txt').code).toBe(2)
    expect(readFileSync(join(folder, 'dear.txt'), 'utf8')).toBe('dear')
    expect(audit('seal', CHAIN, '--key', 'k.pem', '--output', 'dear.txt', '--force').code).toBe(0)
  })
})

describe('query', () => {
  const drafts = [
    START,
    intent('a'),
    result('a', 1),
    { ...denied('b'), request: { ...request('b', ['payments/x.ts']), tool: 'Bash' } },
    END,
  ]
  const linesOf = (...args: string[]) =>
    audit('query', save(CHAIN, makeChain(drafts)), ...args)
      .stdout.split('\n')
      .filter((line) => line !== '')
      .map((line) => Number(/^\d+/.exec(line)?.[0]))

  test.each<[string[], number[]]>([
    [[], [1, 2, 3, 4, 5]],
    [['--tool', 'Bash'], [4]],
    [['--path', 'payments/**'], [4]],
    [['--path', 'old.ts'], [5]],
    [
      ['--path', 'src/**'],
      [2, 3, 5],
    ],
    [['--decision', 'deny'], [4]],
    [['--event', 'result'], [3]],
    [['--session', 'session-1', '--event', 'intent'], [2]],
    [['--session', 'nobody'], []],
    [
      ['--since', '2026-11-20T12:00:03Z'],
      [4, 5],
    ],
    [
      ['--until', '2026-11-20T12:00:01Z'],
      [1, 2],
    ],
    [
      ['--since', '2026-11-20T12:00:01Z', '--until', '2026-11-20T12:00:02Z'],
      [2, 3],
    ],
  ])('%j', (args, expected) => {
    expect(linesOf(...args)).toEqual(expected)
  })

  test('prints the stored records as JSON lines in ASCII', () => {
    const evil = { ...intent('a'), request: request('a', ['é\u202e\u009b31m😀']) }
    const chain = save(CHAIN, makeChain([START, evil, END]))
    const { code, stdout } = audit('query', chain, '--format', 'json', '--event', 'intent')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[\x20-\x7e]+\n$/)
    expect(JSON.parse(stdout).request.targets).toEqual(['é\u202e\u009b31m😀'])
  })

  test('escapes what a record says, in text', () => {
    const evil = {
      ...intent('a'),
      request: { ...request('a', ['a\u001b[31m\n9: forged']), tool: '\u202e' },
    }
    const { stdout } = audit(
      'query',
      save(CHAIN, makeChain([START, evil, END])),
      '--event',
      'intent',
    )
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stdout).toContain('\\u{1b}[31m\\u{a}9: forged')
  })

  test('reads a defective chain, and says that it is one', () => {
    const { code, stdout, stderr } = audit('query', save(CHAIN, makeChain().subarray(0, -1)))
    expect(code).toBe(1)
    expect(stdout.trim().split('\n')).toHaveLength(7)
    expect(stderr).toContain('a defect')
  })

  test.each([
    [['--path', '/src'], 'starts with'],
    [['--since', 'yesterday'], 'not a time for --since'],
    [['--decision', 'maybe'], 'Allowed choices'],
    [['--event', 'magic'], 'Allowed choices'],
  ])('cannot start with %j', (args, words) => {
    const { code, stderr } = audit('query', save(CHAIN, makeChain()), ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})

describe('show', () => {
  test('tells what was asked for, what the policy said and what came of it, gaps included', () => {
    const drafts = [START, intent('a'), result('a', 1), denied('b'), intent('c'), END]
    const { code, stdout, stderr } = audit('show', save(CHAIN, makeChain(drafts)))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('2026-11-20')
    expect(stdout).toMatch(
      /12:00:02\.000 {2}result +Edit src\/a\.ts {2}allow {2}ok\n +src\/a\.ts {2}[0-9a-f]{12}\n/,
    )
    expect(stdout).toMatch(/denied +Edit src\/a\.ts {2}deny \(command\/force-push\)\n/)
    expect(stdout).toMatch(/12:00:04\.000 {2}intent .*no result recorded\n/)
    expect(stdout).toContain('6 records; 1 action without a result')
  })

  test('a defective chain is shown, and said to be one', () => {
    const lines = makeLines(HONEST.slice(0, -1)).toSpliced(2, 1)
    const { code, stderr } = audit('show', save(CHAIN, lines.join('')))
    expect(code).toBe(1)
    expect(stderr).toContain('countersign audit verify')
  })
})

describe('a chain that is whole and has no end', () => {
  const running = () => save(CHAIN, makeChain(HONEST.slice(0, -1)))

  test.each(['show', 'query'])('is read by %s, and said to be running', (command) => {
    const { code, stderr } = audit(command, running())
    expect(code).toBe(0)
    expect(stderr).toMatch(/is still running: the session has no end yet; .*audit attach/)
    expect(stderr).not.toContain('defect')
  })

  test('does not verify, and that is explained', () => {
    const { code, stdout } = audit('verify', running())
    expect(code).toBe(1)
    expect(stdout).toContain('NOT intact, 1 defect')
    expect(stdout).toMatch(
      /audit\/truncated[\s\S]*still running: .*If the session is over, its end is missing/,
    )
  })

  test('is not one that was cut within a line', () => {
    const cut = save(CHAIN, makeChain(HONEST.slice(0, -1)).subarray(0, -1))
    const { code, stderr } = audit('show', cut)
    expect(code).toBe(1)
    expect(stderr).not.toContain('running')
  })
})

describe('a file that is no chain', () => {
  test('is said to be none, once', () => {
    const { code, stdout } = audit('verify', save(CHAIN, 'name: not a chain\n'.repeat(2000)))
    expect(code).toBe(1)
    expect(stdout).toContain('line 1  audit/malformed')
    expect(stdout).toContain('it is no audit chain: none of its lines is a record')
    expect(stdout.split('\n').length).toBeLessThan(7)
  })

  test('is told from a chain with lines that are none, of which each is named', () => {
    const { stdout } = audit(
      'verify',
      save(CHAIN, Buffer.concat([makeChain(), Buffer.from('x\ny\n')])),
    )
    expect(stdout).toContain('line 8  audit/malformed')
    expect(stdout).toContain('line 9  audit/malformed')
    expect(stdout).not.toContain('no audit chain')
  })
})

test('a chain under a name that is no id is said to be of no use to the gate', () => {
  const { code, stdout } = audit('verify', save('renamed.jsonl', makeChain()))
  expect(code).toBe(0)
  expect(stdout).toContain(`only as ${CHAIN_ID}.jsonl`)
})

test('a seal beside a chain of the work tree is to be committed, one elsewhere is not', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  save('k.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  mkdirSync(join(folder, '.countersign/audit'), { recursive: true })
  const inTree = save(`.countersign/audit/${CHAIN}`, makeChain())
  expect(audit('seal', inTree, '--key', 'k.pem').stderr).toContain('Commit it together')
  expect(audit('seal', save(CHAIN, makeChain()), '--key', 'k.pem').stderr).not.toContain('Commit')
})

test('every sub-command helps, with examples', () => {
  for (const command of ['verify', 'query', 'show', 'seal']) {
    const { code, stdout } = audit(command, '--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(/Exit codes: [\s\S]*Examples?:\n[\s\S]*countersign audit/)
  }
})
