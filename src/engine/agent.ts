import type { Commit, Evidence } from './evidence.ts'
import { denyMatcher } from './matching/glob.ts'
import { matchesWildcard } from './matching/wildcard.ts'
import type { AgentSigns } from './policy/policy.ts'

/** Whether a change was made by a coding agent, and what gave it away. */
export interface AgentVerdict {
  readonly is_agent: boolean
  readonly signals: readonly AgentSignal[]
}

export type AgentSignal = 'author' | 'branch' | 'commit' | 'label' | 'trailer' | 'unknown'

/**
 * The agents this version knows, as they sign their pull requests: accounts, branch prefixes, commit
 * trailers and e-mail addresses. A policy adds to these lists. `*` stands for any characters.
 */
export const KNOWN_AGENTS: AgentSigns = {
  authors: [
    'amazon-q-developer[bot]',
    'anthropic-code-agent[bot]',
    'blackbox-agent[bot]',
    'chatgpt-codex-connector[bot]',
    'claude',
    'claude[bot]',
    'codegen-sh[bot]',
    'copilot',
    'copilot-swe-agent[bot]',
    'cursor[bot]',
    'cursoragent',
    'devin-ai-integration[bot]',
    'ellipsis-dev[bot]',
    'factory-droid[bot]',
    'gemini-cli[bot]',
    'gemini-code-assist[bot]',
    'github-copilot[bot]',
    'google-labs-jules[bot]',
    'kiro-agent[bot]',
    'lovable-dev[bot]',
    'openai-code-agent[bot]',
    'openhands-agent',
    'openhands-ai[bot]',
    'replit-agent[bot]',
    'sweep-ai[bot]',
    'v0[bot]',
  ],
  branches: [
    'agent/**',
    'claude/**',
    'codex/**',
    'copilot/**',
    'cursor/**',
    'devin/**',
    'jules/**',
    'openhands/**',
    'sweep/**',
  ],
  trailers: [
    'Co-authored-by: *<*+copilot@users.noreply.github.com>',
    'Co-authored-by: *<copilot@*>',
    'Co-authored-by: *<cursoragent@cursor.com>',
    'Co-authored-by: *<noreply@aider.chat>',
    'Co-authored-by: *<noreply@anthropic.com>',
    'Co-authored-by: *<noreply@openai.com>',
    'Co-authored-by: *<openhands@all-hands.dev>',
    'Co-authored-by: aider*',
    'Co-authored-by: claude code*',
    'Co-authored-by: claude haiku*',
    'Co-authored-by: claude opus*',
    'Co-authored-by: claude sonnet*',
    'Co-authored-by: codex*',
    'Co-authored-by: copilot*',
    'Co-authored-by: cursor*',
    'Co-authored-by: devin ai*',
    'Co-authored-by: devin-ai*',
    'Co-authored-by: gemini*',
    'Co-authored-by: google-labs-jules*',
    'Co-authored-by: openhands*',
    '*Generated with [Claude Code]*',
  ],
  labels: ['agent-authored', 'ai-generated'],
}

const KNOWN_PEOPLE = [
  'aider (*',
  '* (aider)',
  '*+copilot@users.noreply.github.com',
  'cursoragent@cursor.com',
  'noreply@anthropic.com',
  'openhands@all-hands.dev',
]

/**
 * Looks for any sign of an agent. Most signs are the author's own words, which is safe in one
 * direction only: they can put a change under the gate, never take it out. When the commits could not
 * be read, the change counts as an agent's.
 */
export function detectAgent(added: AgentSigns, evidence: Evidence): AgentVerdict {
  const signs = joinSigns(KNOWN_AGENTS, added)
  const people = evidence.commits.flatMap((commit) => commit.people)
  const lines = [evidence.body, ...evidence.commits.map((commit) => commit.message)].flatMap(
    (text) => text.split(/[\r\n]+/).map((line) => line.trim()),
  )
  const isBranch = denyMatcher(signs.branches)
  const found: Record<AgentSignal, boolean> = {
    author: evidence.author !== null && anyMatches([evidence.author.login], signs.authors),
    branch: evidence.headRefs.some(isBranch),
    commit: anyMatches(people, [...botsOf(signs.authors), ...KNOWN_PEOPLE]),
    label: anyMatches(evidence.labels, signs.labels),
    trailer: anyMatches(lines, signs.trailers),
    unknown: evidence.defects.some(
      ({ rule, path }) => rule === 'evidence/incomplete' && path === undefined,
    ),
  }
  const signals = (Object.keys(found) as AgentSignal[]).filter((signal) => found[signal])
  return { is_agent: signals.length > 0, signals }
}

/** A known sign that a repository shows, with one place to see it. */
export interface KnownSign {
  readonly signal: 'branch' | 'commit' | 'trailer'
  /** As the shipped list has it, not as somebody wrote it. */
  readonly sign: string
  /** How many commits or branches show it. */
  readonly count: number
  /** A commit id, or the name of a branch. */
  readonly example: string
}

/**
 * The known agents' signs in commits and branch names, the most frequent first: who is at work in a
 * repository. A report only; what a change shows is for `detectAgent`.
 */
export function findKnownSigns(
  commits: readonly Pick<Commit, 'sha' | 'message' | 'people'>[],
  branches: readonly string[],
): KnownSign[] {
  const written = commits.map(({ sha, message, people }) => ({
    sha,
    people,
    lines: [...new Set(message.split(/[\r\n]+/).map((line) => line.trim()))],
  }))
  const shas = (shows: (commit: (typeof written)[number]) => boolean) =>
    written.filter(shows).map(({ sha }) => sha)
  const signs = [
    ...[...botsOf(KNOWN_AGENTS.authors), ...KNOWN_PEOPLE].map((sign) =>
      countSign(
        'commit',
        sign,
        shas(({ people }) => anyMatches(people, [sign])),
      ),
    ),
    ...KNOWN_AGENTS.trailers.map((sign) =>
      countSign(
        'trailer',
        sign,
        shas(({ lines }) => anyMatches(lines, [sign])),
      ),
    ),
    ...KNOWN_AGENTS.branches.map((sign) =>
      countSign('branch', sign, branches.filter(denyMatcher([sign]))),
    ),
  ]
  return signs.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count)
}

function countSign(
  signal: KnownSign['signal'],
  sign: string,
  examples: readonly string[],
): KnownSign {
  return { signal, sign, count: examples.length, example: examples[0] ?? '' }
}

/** A commit's author is a name or an address: only a bot's login cannot be a person's first name. */
function botsOf(authors: readonly string[]): string[] {
  return authors.filter((author) => author.endsWith('[bot]'))
}

function joinSigns(known: AgentSigns, added: AgentSigns): AgentSigns {
  return {
    authors: [...known.authors, ...added.authors],
    branches: [...known.branches, ...added.branches],
    trailers: [...known.trailers, ...added.trailers],
    labels: [...known.labels, ...added.labels],
  }
}

function anyMatches(texts: readonly string[], patterns: readonly string[]): boolean {
  return texts.some((text) => patterns.some((pattern) => matchesWildcard(text, pattern)))
}
