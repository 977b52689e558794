import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { furnish, openWorkshop, type Workshop } from '../hook/workshop.ts'
import { hermeticGitEnv } from '../support/repo.ts'
import { RECORDER } from '../support/signer.ts'

/** A repository in which every example of the command line's help has what it speaks of. */
export interface ExampleShop {
  /** A copy for one example, with a home folder of its own. */
  open(): ExampleCopy
  dispose(): void
}

export interface ExampleCopy {
  readonly shop: Workshop
  /** The id of the chain that is attached to the work. */
  readonly chain: string
  /** Runs a line in a shell, as a person would who has `countersign` installed. */
  run(line: string): { readonly code: number | null; readonly output: string }
  dispose(): void
}

const PLAN = `version: 1
id: FIX-1
title: Retry failed webhooks
owner: "@alice"
expires: "2099-12-31"
scope:
  may: ["src/**"]
acceptance:
  - { id: AC1, criterion: It retries., tests: [retries three times] }
  - { id: AC2, criterion: It ends., tests: [ends] }
`
const JEST = {
  numTotalTests: 1,
  numPassedTests: 1,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [
    {
      name: 'retry.test.ts',
      status: 'passed',
      assertionResults: [
        { ancestorTitles: ['retry'], title: 'retries three times', status: 'passed' },
      ],
    },
  ],
}
const JUNIT =
  '<testsuites tests="1"><testsuite name="e2e" tests="1"><testcase classname="e2e" name="ends"/></testsuite></testsuites>\n'

/** Builds the shop with real hooks and the real command line. */
export function makeExampleShop(): ExampleShop {
  const shop = openWorkshop({
    policy: `version: 1\nextends: standard\naudit: { signers: [{ id: recorder-1, ed25519: "${RECORDER.ed25519}" }] }\n`,
    branch: 'claude/fix',
    files: {
      '.github/CODEOWNERS': '* @alice\n',
      '.github/workflows/ci.yml': 'on: pull_request\n',
      '.countersign/plans/FIX-1.yml': PLAN,
      '.countersign/plans/PAY-142.yml': PLAN.replace('FIX-1', 'PAY-142').replace(
        'scope:',
        'branch: "claude/pay-142*"\nscope:',
      ),
    },
  })
  changeFile(shop, 'src/retry.ts', 'export const retries = 3\n')
  countersign(shop, 'audit', 'attach')
  shop.git('commit', '-q', '-m', 'Retry failed webhooks')
  addLooseFiles(shop)
  return {
    open: () => copyShop(shop),
    dispose: () => shop.dispose(),
  }
}

/** As an agent would, between two hooks. */
export function changeFile(shop: Workshop, path: string, content: string): void {
  shop.call('Write', { file_path: path, content }, () => shop.write(path, content))
  shop.git('add', path)
}

function addLooseFiles(shop: Workshop): void {
  const chain = findChain(shop)
  const path = `.countersign/audit/${chain}.jsonl`
  const head = shop.git('rev-parse', 'HEAD')
  const signed = { actor: 'alice', actor_type: 'User', at: '2026-11-20T12:00:00Z', head_sha: head }
  const fact = { kind: 'label', name: 'countersigned', via_app: null, removed: false, ...signed }
  cpSync(join(shop.root, path), join(shop.root, 'CHAIN.jsonl'))
  for (const name of ['recorder-1.pem', 'k.pem'])
    shop.write(name, RECORDER.key.export({ format: 'pem', type: 'pkcs8' }).toString())
  countersign(shop, 'audit', 'seal', 'CHAIN.jsonl', '--key', 'recorder-1.pem')
  shop.write('recorder-1.pub', RECORDER.ed25519)
  shop.write('facts.json', JSON.stringify([fact]))
  shop.write('my-policy.yml', 'version: 1\nextends: observe\n')
  shop.write('jest.json', JSON.stringify(JEST))
  shop.write('e2e.xml', JUNIT)
  for (const folder of ['policies', 'policies/examples'])
    mkdirSync(join(shop.root, folder), { recursive: true })
  cpSync(resolve('policies/examples'), join(shop.root, 'policies/examples'), { recursive: true })
}

function findChain(shop: Workshop): string {
  const [name] = readdirSync(join(shop.root, '.countersign/audit'))
  return (name ?? '').replace('.jsonl', '')
}

function countersign(shop: Workshop, ...args: string[]): void {
  const env = hermeticGitEnv(shop.root)
  execFileSync(process.execPath, [resolve('dist/cli/index.js'), ...args], { cwd: shop.root, env })
}

function copyShop(original: Workshop): ExampleCopy {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-example-'))
  const [root, home, bin] = ['shop', 'home', 'bin'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ]
  cpSync(original.root, root, { recursive: true })
  for (const folder of [
    '.local/share/bash-completion/completions',
    '.zfunc',
    '.config/fish/completions',
  ])
    mkdirSync(join(home, folder), { recursive: true })
  mkdirSync(bin)
  const launcher = `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli/index.js')}" "$@"\n`
  writeFileSync(join(bin, 'countersign'), launcher, { mode: 0o755 })
  return {
    shop: furnish(root),
    chain: findChain(original),
    run: (line) => runLine(line, root, home, bin),
    dispose: () => rmSync(dir, { recursive: true, force: true }),
  }
}

function runLine(line: string, cwd: string, home: string, bin: string) {
  const path = `${bin}:${process.env.PATH ?? ''}`
  const env = { ...hermeticGitEnv(home), NO_COLOR: '1', PATH: path }
  try {
    const output = execFileSync('bash', ['--norc', '-c', `${line} 2>&1`], {
      cwd,
      env,
      encoding: 'utf8',
    })
    return { code: 0, output }
  } catch (error) {
    const { status, stdout } = error as { status: number | null; stdout: string }
    return { code: status, output: stdout }
  }
}
