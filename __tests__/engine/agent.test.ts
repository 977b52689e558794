import { describe, expect, test } from '@jest/globals'
import { detectAgent, findKnownSigns, KNOWN_AGENTS } from '../../src/engine/agent.ts'
import type { BareFinding } from '../../src/engine/finding.ts'
import type { AgentSigns } from '../../src/engine/policy/policy.ts'
import { type EvidenceParts, makeEvidence } from './make.ts'

const NONE: AgentSigns = { authors: [], branches: [], trailers: [], labels: [] }
const PERSON: EvidenceParts = { author: { login: 'alice', type: 'User' }, headRefs: ['tidy-up'] }

function signalsOf(parts: EvidenceParts, added = NONE) {
  return detectAgent(added, makeEvidence({ ...PERSON, ...parts })).signals
}

function commit(message: string, people: readonly string[] = []) {
  return [{ sha: 'd'.repeat(40), message, people, isMerge: false }]
}

const defect = (rule: string, path?: string): BareFinding => ({
  rule,
  level: 'deny',
  ...(path !== undefined && { path }),
})

test('a person leaves no sign', () => {
  const body = 'I asked Claude about it.\nCo-authored-by is a trailer.'
  const commits = commit('Tidy up\n\nCo-authored-by: Bob <bob@example.com>', [
    'alice',
    'Claude',
    'Claudette',
  ])
  expect(detectAgent(NONE, makeEvidence({ ...PERSON, body, commits, labels: ['bug'] }))).toEqual({
    is_agent: false,
    signals: [],
  })
})

describe('one sign is enough', () => {
  const login = (name: string) => ({ author: { login: name, type: 'Bot' } })

  test.each<[string, EvidenceParts]>([
    ['author', login('Copilot')],
    ['author', login('claude[bot]')],
    ['author', login('devin-ai-integration[bot]')],
    ['branch', { headRefs: ['main-2', 'claude/fix'] }],
    ['branch', { headRefs: ['Codex/Fix'] }],
    ['branch', { headRefs: ['сlaude/fix'] }],
    ['commit', { commits: commit('Fix', ['Claude', 'noreply@anthropic.com']) }],
    ['commit', { commits: commit('Fix', ['Alice (aider)']) }],
    ['label', { labels: ['AI-generated'] }],
    ['trailer', { commits: commit('Fix\n\nCo-Authored-By: Claude <noreply@anthropic.com>') }],
    ['trailer', { commits: commit('Fix\r\n\r\n  Co-authored-by: Cursor Agent <x@y>  ') }],
    ['trailer', { body: 'Fix\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)' }],
  ])('%s: %j', (signal, parts) => {
    expect(signalsOf(parts)).toContain(signal)
  })
})

describe('an agent that was known stays known', () => {
  const accounts = `amazon-q-developer[bot] anthropic-code-agent[bot] blackbox-agent[bot]
    chatgpt-codex-connector[bot] claude claude[bot] codegen-sh[bot] Copilot copilot-swe-agent[bot] cursor[bot]
    cursoragent devin-ai-integration[bot] ellipsis-dev[bot] factory-droid[bot] gemini-cli[bot]
    gemini-code-assist[bot] github-copilot[bot] google-labs-jules[bot] kiro-agent[bot] lovable-dev[bot]
    openai-code-agent[bot] openhands-agent openhands-ai[bot] replit-agent[bot] sweep-ai[bot] v0[bot]`

  test.each(accounts.split(/\s+/))('by its account: %s', (login) => {
    expect(signalsOf({ author: { login, type: 'Bot' } })).toEqual(['author'])
  })

  test.each('agent claude codex copilot cursor devin jules openhands sweep'.split(' '))(
    'by its branches: %s/',
    (folder) => {
      expect(signalsOf({ headRefs: [`${folder}/fix/1`] })).toEqual(['branch'])
      expect(signalsOf({ headRefs: [`${folder}-fix`] })).toEqual([])
    },
  )

  test.each([
    'A <198982749+Copilot@users.noreply.github.com>',
    'A <copilot@github.com>',
    'A <cursoragent@cursor.com>',
    'A <noreply@aider.chat>',
    'A <noreply@anthropic.com>',
    'A <noreply@openai.com>',
    'A <openhands@all-hands.dev>',
    'aider (some-model) <x@y>',
    'Claude Code <x@y>',
    'Claude Haiku 4 <x@y>',
    'Claude Opus 4 <x@y>',
    'Claude Sonnet 4 <x@y>',
    'Codex <x@y>',
    'Copilot <x@y>',
    'Cursor Agent <x@y>',
    'Devin AI <x@y>',
    'devin-ai-integration[bot] <x@y>',
    'Gemini <x@y>',
    'google-labs-jules[bot] <x@y>',
    'OpenHands <x@y>',
  ])('by its trailer: %s', (who) => {
    expect(signalsOf({ body: `Co-authored-by: ${who}` })).toEqual(['trailer'])
  })

  test.each([
    'aider (some-model)',
    'Alice (aider)',
    '198982749+Copilot@users.noreply.github.com',
    'cursoragent@cursor.com',
    'noreply@anthropic.com',
    'openhands@all-hands.dev',
  ])('by the author of its commits: %s', (person) => {
    expect(signalsOf({ commits: commit('Fix', [person]) })).toEqual(['commit'])
  })

  test.each(['agent-authored', 'ai-generated'])('by its label: %s', (label) => {
    expect(signalsOf({ labels: [label] })).toEqual(['label'])
  })
})

describe('a policy adds signs', () => {
  const added = {
    authors: ['acme-coder[bot]'],
    branches: ['bots/**'],
    trailers: ['Made-by: *'],
    labels: ['robot'],
  }

  test.each<[string, EvidenceParts]>([
    ['author', { author: { login: 'acme-coder[bot]', type: 'Bot' } }],
    ['branch', { headRefs: ['bots/1'] }],
    ['trailer', { body: 'Made-by: R2' }],
    ['label', { labels: ['Robot'] }],
  ])('%s', (signal, parts) => {
    expect(signalsOf(parts, added)).toEqual([signal])
    expect(signalsOf(parts)).toEqual([])
  })

  test('and takes none away', () => {
    expect(signalsOf({ labels: ['ai-generated'] }, added)).toEqual(['label'])
  })
})

describe('what could not be read counts as an agent', () => {
  test('a list that is incomplete', () => {
    expect(signalsOf({ defects: [defect('evidence/incomplete')] })).toEqual(['unknown'])
  })

  test('not a single file, nor another defect', () => {
    const defects = [defect('evidence/incomplete', 'a.bin'), defect('evidence/ambiguous-base')]
    expect(signalsOf({ defects })).toEqual([])
  })
})

test('several signs are all told, in one order', () => {
  expect(
    signalsOf({
      author: { login: 'Copilot', type: 'Bot' },
      headRefs: ['copilot/x'],
      labels: ['agent-authored'],
    }),
  ).toEqual(['author', 'branch', 'label'])
})

test('the known signs are sorted and each stands once, so that a new one is easy to place', () => {
  for (const list of [KNOWN_AGENTS.authors, KNOWN_AGENTS.branches, KNOWN_AGENTS.labels]) {
    expect(list).toEqual([...new Set(list)].sort())
  }
})

describe('known signs in a history', () => {
  const commit = (sha: string, message: string, ...people: string[]) => ({ sha, message, people })

  test('are counted, the most frequent first', () => {
    const trailer = 'Fix\n\nCo-authored-by: Claude <noreply@anthropic.com>\n'
    const found = findKnownSigns(
      [
        commit('a', trailer),
        commit('b', trailer),
        commit('c', 'Other', 'devin-ai-integration[bot]'),
      ],
      ['main', 'codex/fix'],
    )
    expect(found).toEqual([
      {
        signal: 'trailer',
        sign: 'Co-authored-by: *<noreply@anthropic.com>',
        count: 2,
        example: 'a',
      },
      { signal: 'commit', sign: 'devin-ai-integration[bot]', count: 1, example: 'c' },
      { signal: 'branch', sign: 'codex/**', count: 1, example: 'codex/fix' },
    ])
  })

  test('are none in the work of people', () => {
    const people = [commit('a', 'Fix the agent\n\nCo-authored-by: Bob <bob@example.com>', 'Claude')]
    expect(findKnownSigns(people, ['main', 'claudette/x'])).toEqual([])
  })
})
