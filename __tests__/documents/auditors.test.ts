import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Decision } from '../../src/engine/decision.ts'
import { readDecision } from '../e2e/desk.ts'
import { CLI, openWorkshop, type Workshop } from '../hook/workshop.ts'
import { eventPayload } from '../support/event-payload.ts'
import { createGitHub } from '../support/github-server.ts'
import { hermeticGitEnv } from '../support/repo.ts'
import { runAction } from '../support/run-action.ts'
import { RECORDER } from '../support/signer.ts'
import { blocksOf, readPage } from './pages.ts'

/**
 * docs/auditors.md, done as it says: the gate decides about an agent's recorded and sealed work, the
 * branch is merged and deleted, and somebody with a clone and the record runs what the page shows.
 */

const PAGE = readPage('docs/auditors.md')
const BRANCH = 'claude/pay-142'
const POLICY = `version: 1
applies_to: agents
plan: { required: true, sources: [base] }
audit:
  assurance: signed
  signers: [{ id: ${RECORDER.id}, ed25519: "${RECORDER.ed25519}" }]
`
const WORKFLOW = `on: pull_request_target
jobs: { judge: { steps: [uses: acme/countersign@${'c'.repeat(40)}] } }
`
const PLAN = `version: 1
id: PAY-142
title: Retry failed payment webhooks
owner: "@alice"
branch: "${BRANCH}*"
expires: "2099-12-31"
scope: { may: ["src/**"] }
`
/** Names that a diff as text would spell otherwise. */
const WORK = ['src/retry.ts', 'src/größe "x" b/y.ts', 'src/ trailing ']
/** What somebody got merged beside the chains, for whoever copies the whole folder. */
const TRAP = '.countersign/audit/recompute.mjs'

/** The reader's clock: the plan expired long ago. The gate judged by today's. */
const READ_AT = Date.UTC(2101, 0, 1)
const READERS_CLOCK = `data:text/javascript,${encodeURIComponent(`
const Today = Date
globalThis.Date = class extends Today {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [${READ_AT}]))
  }
  static now() {
    return ${READ_AT}
  }
}`)}`

let shop: Workshop
let record: Decision
let said: readonly string[]

beforeAll(async () => {
  shop = openWorkshop({
    policy: POLICY,
    branch: BRANCH,
    files: {
      '.countersign/plans/PAY-142.yml': PLAN,
      '.github/CODEOWNERS': '* @alice\n',
      '.github/workflows/countersign.yml': WORKFLOW,
      [TRAP]: 'throw new Error("this ran")\n',
    },
  })
  for (const path of WORK) recordWrite(path)
  attachAndSeal()
  record = await decideOnGitHub()
  mergeAndForget()
  said = followThePage()
})
afterAll(() => shop.dispose())

function recordWrite(path: string): void {
  const content = `export const retries = 3\n`
  const work = () => shop.write(path, content)
  expect(shop.call('Write', { file_path: path, content }, work).decision).toBe('allow')
}

function attachAndSeal(): void {
  expect(countersign('audit', 'attach').status).toBe(0)
  const [[start] = []] = shop.chains()
  const chain = `.countersign/audit/${start?.chain}.jsonl`
  const key = join(shop.root, 'key.pem')
  writeFileSync(key, RECORDER.key.export({ format: 'pem', type: 'pkcs8' }))
  expect(countersign('audit', 'seal', chain, '--key', key, '--id', RECORDER.id).status).toBe(0)
  shop.git('add', '--all', '--', 'src', '.countersign')
  shop.git('commit', '-q', '-m', 'Retry')
}

async function decideOnGitHub(): Promise<Decision> {
  shop.git('branch', '--force', 'main', 'origin/main')
  const repository = 'Acme/shop'
  const server = await createGitHub({ repos: { [repository]: { dir: shop.root } } })
  try {
    server.openPull({ number: 7, head: BRANCH })
    const event = eventPayload('pull_request', 'synchronize', { repository, number: 7 })
    return readDecision(await runAction({ server, eventName: 'pull_request_target', event }))
  } finally {
    await server.close()
  }
}

/** The head is known by GitHub's own ref only, and the base branch has moved on. */
function mergeAndForget(): void {
  shop.git('update-ref', 'refs/pull/7/head', BRANCH)
  shop.git('switch', '-q', 'main')
  shop.git('merge', '-q', '--no-ff', '-m', 'Merge', BRANCH)
  shop.git('branch', '-q', '-D', BRANCH)
  shop.git('config', `url.${shop.root}.insteadOf`, shop.git('config', 'remote.origin.url'))
}

/** What each block of the page prints; GitHub's own command line needs GitHub. */
function followThePage(): string[] {
  shop.write('decision.json', `${JSON.stringify(record, null, 2)}\n`)
  shop.write('recompute.mjs', blocksOf(PAGE, 'js')[0] ?? '')
  mkdirSync(join(shop.root, 'records'))
  const overridden = { ...record, conclusion: 'override' }
  shop.write('records/1.json', `${JSON.stringify(record, null, 2)}\n`)
  shop.write('records/2.json', `${JSON.stringify(overridden, null, 2)}\n`)
  const blocks = blocksOf(PAGE, 'sh').filter((block) => !block.startsWith('gh '))
  const [chain] = record.audit?.chains ?? []
  const script = blocks
    .join('echo ====\n')
    .replaceAll('CHAIN.jsonl', `${chain?.id}.jsonl`)
    .replaceAll('BASE64', RECORDER.ed25519)
  const { status, stdout, stderr } = bash(script)
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr}${stdout}`)
  return stdout.split('====\n')
}

function bash(script: string) {
  const node = `"${process.execPath}" --import '${READERS_CLOCK}'`
  const function_ = `countersign() { ${node} "${CLI}" "$@"; }`
  const path = `${dirname(process.execPath)}:${process.env.PATH}`
  return spawnSync('bash', ['-euo', 'pipefail', '-c', `${function_}\n${script}`], {
    cwd: shop.root,
    env: { ...hermeticGitEnv(shop.root), PATH: path },
    encoding: 'utf8',
  })
}

function countersign(...args: string[]) {
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd: shop.root,
    env: hermeticGitEnv(shop.root),
    encoding: 'utf8',
  })
}

/** Runs the page's script on a record that differs. */
function recompute(change: (copy: Decision) => unknown) {
  shop.write('changed.json', JSON.stringify(change(record)))
  const { status, stdout } = bash('node recompute.mjs changed.json')
  return { status, stdout }
}

describe('following the page', () => {
  test('starts from a change that passed', () => {
    expect(record).toMatchObject({ conclusion: 'pass', audit: { assurance: 'signed' } })
    expect(record.stats.files).toBe(WORK.length + 2)
  })

  test('commits, policy and plan are those of the record', () => {
    const { subject, policy, plan } = record
    const sums = [policy?.sha256, plan?.sha256].map((sum) => `${sum}  -`)
    expect(said[0]?.trim().split('\n')).toEqual([subject.head_sha, subject.merge_base_sha, ...sums])
  })

  test('the version of the gate is named on the base', () => {
    expect(said[1]).toContain(`acme/countersign@${'c'.repeat(40)}`)
  })

  test('a local check finds the same patch and the same verdict', () => {
    const line = `"patch": "${record.patch}",`
    expect(said[2]?.trim().split('\n')).toEqual([`decision.json:  ${line}`, `again.json:  ${line}`])
    const again: Decision = JSON.parse(readFileSync(join(shop.root, 'again.json'), 'utf8'))
    expect(again).toMatchObject({ local: true, conclusion: 'pass', plan: record.plan })
  })

  test('without the time of the verdict, the plan has expired', () => {
    const command = blocksOf(PAGE, 'sh')[2] ?? ''
    const { status } = bash(
      command
        .replace('--now "$(field judged_at)"', '')
        .replace('"$BASE"', record.subject.base_sha)
        .replace('"$HEAD"', record.subject.head_sha),
    )
    const late: Decision = JSON.parse(readFileSync(join(shop.root, 'again.json'), 'utf8'))
    expect([status, late.findings.map(({ rule }) => rule)]).toEqual([1, ['plan/expired']])
  })

  test('the digest comes out the same', () => {
    expect(said[3]).toBe(`${record.digest} is the digest\n`)
  })

  test('the chain is intact, ends as recorded, and is sealed by the key the policy named', () => {
    expect(said[4]).toContain(': intact; ')
    expect(said[5]).toContain(`"record_hash":"${record.audit?.chains[0]?.head}"`)
    expect(said[6]).toContain(`seal: good, by ${RECORDER.id}`)
    expect(said[7]).toContain('src/retry.ts')
  })

  test('overrides are found among records', () => {
    expect(said.at(-1)).toBe('records/2.json\n')
  })
})

describe('a record that was changed has another digest', () => {
  test.each<[string, (copy: Decision) => unknown]>([
    ['author', (it) => ({ ...it, subject: { ...it.subject, author: 'alice' } })],
    ['policy', (it) => ({ ...it, policy: { ...it.policy, sha256: '0'.repeat(64) } })],
    ['plan', (it) => ({ ...it, plan: null })],
    ['chains', (it) => ({ ...it, audit: { ...it.audit, chains: [] } })],
    ['base', (it) => withCommit(it, 'merge_base_sha', it.subject.head_sha)],
  ])('%s', (_what, change) => {
    const { status, stdout } = recompute(change)
    expect([status, stdout]).toEqual([1, expect.stringMatching(/ is ANOTHER digest\n$/)])
  })

  test('the honest twin: the order of its keys does not matter', () => {
    const reversed = (it: Decision) => Object.fromEntries(Object.entries(it).reverse())
    expect(recompute(reversed).status).toBe(0)
  })
})

function withCommit(decision: Decision, key: keyof Decision['subject'], sha: string) {
  return { ...decision, subject: { ...decision.subject, [key]: sha } }
}

describe('a forged record', () => {
  const [helpers = ''] = blocksOf(PAGE, 'sh').map((block) => block.split('\ngit ')[0] ?? '')

  test.each(['--output=stolen', '$(touch stolen)', 'main', ''])(
    'with %j for a commit stops',
    (sha) => {
      shop.write('decision.json', JSON.stringify(withCommit(record, 'base_sha', sha)))
      const { status } = bash(`${helpers}\ngit show "$BASE:.github/countersign.yml"`)
      expect([status === 0, existsSync(join(shop.root, 'stolen'))]).toEqual([false, false])
    },
  )

  test('with a commit goes on', () => {
    shop.write('decision.json', JSON.stringify(record))
    const { status, stdout } = bash(`${helpers}\ngit show "$BASE:.github/countersign.yml"`)
    expect([status, stdout]).toEqual([0, POLICY])
  })
})

test('a chain that was changed is found out', () => {
  const name = `${record.audit?.chains[0]?.id}.jsonl`
  const text = readFileSync(join(shop.root, 'chains', name), 'utf8')
  shop.write(`changed/${name}`, text.replace('src/retry.ts', 'src/other.ts'))
  const { status, stdout } = countersign('audit', 'verify', `changed/${name}`)
  expect([status, stdout]).toEqual([1, expect.stringContaining('audit/record-hash')])
})
