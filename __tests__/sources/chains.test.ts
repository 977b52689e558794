import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decide } from '../../src/engine/decide.ts'
import type { Decision } from '../../src/engine/decision.ts'
import { sha256 } from '../../src/engine/hash.ts'
import { readGitEvidence } from '../../src/sources/git/index.ts'
import { type ChainOptions, chainPath, OTHER_CHAIN_ID, writeChain } from '../support/chain.ts'
import { createGitHub, type GitHubServer } from '../support/github-server.ts'
import { createRepo, type TestRepo } from '../support/repo.ts'
import { readPull } from './github/scene.ts'

/** Both sources find out the same about the chains of a change, and where each of them starts. */

const OLD_POLICY = 'version: 1\n'
const POLICY = 'version: 1\naudit: { required: true }\n'
const NOW = new Date('2026-11-20T12:00:00Z')

let repo: TestRepo
let server: GitHubServer
/** Commits of main, oldest first, and one that is on another branch only. */
let first: string
let middle: string
let second: string
let elsewhere: string

beforeAll(async () => {
  repo = createRepo()
  repo.git('remote', 'add', 'origin', 'git@github.com:acme/shop.git')
  repo.write('.github/countersign.yml', OLD_POLICY)
  repo.write('src/a.ts', 'a\n')
  first = repo.commit('First')
  repo.write('.github/countersign.yml', POLICY)
  middle = repo.commit('Middle')
  repo.write('src/more.ts', 'more\n')
  second = repo.commit('Second')
  repo.write('src/other.ts', 'other\n')
  elsewhere = repo.commit('Elsewhere', { branch: 'elsewhere' })
  repo.git('switch', '--quiet', 'main')
  server = await createGitHub({ repos: { 'acme/shop': { dir: repo.dir } } })
})

afterAll(async () => {
  await server.close()
  repo.dispose()
})

interface Story {
  readonly chain: () => ChainOptions
  /** The rules that must come of it. */
  readonly rules: readonly string[]
}

const STORIES: Readonly<Record<string, Story>> = {
  'starts where the branch left the base': {
    chain: () => ({ base_sha: second, policy_sha256: sha256(POLICY) }),
    rules: [],
  },
  'starts at an earlier commit, under the policy of then': {
    chain: () => ({ base_sha: first, policy_sha256: sha256(OLD_POLICY) }),
    rules: ['audit/policy-mismatch'],
  },
  'starts at an earlier commit that had the same policy': {
    chain: () => ({ base_sha: middle, policy_sha256: sha256(POLICY) }),
    rules: [],
  },
  'starts at an earlier commit and claims the policy of today': {
    chain: () => ({ base_sha: first, policy_sha256: sha256(POLICY) }),
    rules: ['audit/policy-mismatch'],
  },
  'starts on another branch': {
    chain: () => ({ base_sha: elsewhere, policy_sha256: sha256(POLICY) }),
    rules: ['audit/foreign'],
  },
  'starts at a commit that nobody knows': {
    chain: () => ({ base_sha: 'c'.repeat(40), policy_sha256: sha256(POLICY) }),
    rules: ['audit/foreign'],
  },
  'starts at something that is no commit id': {
    chain: () => ({ base_sha: '--upload-pack=x', policy_sha256: sha256(POLICY) }),
    rules: ['audit/malformed', 'audit/unexplained-change'],
  },
  'belongs to another repository': {
    chain: () => ({
      base_sha: second,
      policy_sha256: sha256(POLICY),
      repository: 'acme/other',
    }),
    rules: ['audit/foreign'],
  },
}

describe('a chain that', () => {
  test.each(Object.entries(STORIES).map(([name, story], at) => [name, story, at + 1] as const))(
    '%s',
    async (_name, { chain, rules }, number) => {
      const branch = `claude/chain-${number}`
      startBranch(branch)
      attach(chain())
      server.openPull({ number, head: branch })
      const { local, remote } = await judgeBoth(branch, number)
      expect(auditOf(local)).toEqual(rules)
      expect(auditOf(remote)).toEqual(rules)
      expect(remote.audit).toEqual(local.audit)
    },
  )

  test('is on the base already, where it came with an earlier change', async () => {
    const chain = { base_sha: second, policy_sha256: sha256(POLICY), id: OTHER_CHAIN_ID }
    startBranch('claude/replay')
    attach(chain)
    repo.git('switch', '--quiet', '--create', 'merged', 'main')
    repo.write(chainPath(OTHER_CHAIN_ID), textOf(chain))
    repo.commit('An earlier change', { branch: 'merged' })
    server.openPull({ number: 50, head: 'claude/replay', base: 'merged' })
    const { local } = await judgeBoth('claude/replay', 50, 'merged')
    expect(auditOf(local)).toEqual(['audit/foreign'])
  })
})

interface Judged {
  readonly local: Decision
  readonly remote: Decision
}

function startBranch(branch: string): void {
  repo.git('switch', '--quiet', '--force', '--create', branch, 'main')
  repo.write('src/a.ts', 'a\nb\n')
  repo.commit('Work', { branch })
}

function textOf(options: ChainOptions): string {
  const blob = repo.git('rev-parse', 'HEAD:src/a.ts')
  return writeChain(options)
    .act({ blobs: { 'src/a.ts': blob } })
    .end({ 'src/a.ts': { blob, mode: '100644' } })
    .text()
}

function attach(options: ChainOptions): void {
  repo.write(chainPath(options.id), textOf(options))
  repo.commit('Attach', { branch: repo.git('symbolic-ref', '--short', 'HEAD') })
}

async function judgeBoth(branch: string, number: number, base = 'main'): Promise<Judged> {
  const request = {
    repo: repo.dir,
    base,
    head: branch,
    planFile: null,
    requestedPlan: null,
    results: null,
    localChains: [],
    facts: null,
    policyPath: '.github/countersign.yml',
    policyFile: null,
  }
  const [local, remote] = await Promise.all([
    readGitEvidence(request),
    readPull(server, { number }),
  ])
  return { local: decide(local, NOW), remote: decide(remote, NOW) }
}

function auditOf({ findings }: Decision): string[] {
  return [...new Set(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('audit/')))]
}
