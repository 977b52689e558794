import { findKnownSigns, KNOWN_AGENTS } from '../../engine/agent.ts'
import { matchesWildcard } from '../../engine/matching/wildcard.ts'
import type { History } from '../../sources/git/recent-history.ts'
import type { AgentFindings } from './findings.ts'
import type { WorkTree } from './work-tree.ts'

/** What tools for coding agents read from a repository. */
const SETTINGS = [
  'AGENTS.md',
  'CLAUDE.md',
  'GEMINI.md',
  '.aider.conf.yml',
  '.claude',
  '.codex',
  '.cursor',
  '.cursorrules',
  '.gemini',
  '.github/copilot-instructions.md',
  '.windsurfrules',
]

/** Bots that update dependencies and do nothing else. Nobody gets on this list by what they commit. */
const DEPENDENCY_BOTS = ['dependabot-preview[bot]', 'dependabot[bot]', 'renovate[bot]']

/** Bots that write no code of their own. */
const SERVICE_BOTS = [
  'allcontributors[bot]',
  'codecov[bot]',
  'copybara-service[bot]',
  'github-actions[bot]',
  'github-merge-queue[bot]',
  'imgbot[bot]',
  'mergify[bot]',
  'pre-commit-ci[bot]',
  'release-please[bot]',
  'semantic-release-bot[bot]',
  'snyk-bot[bot]',
]

/** A bot's login, and nothing that could mean more than that in a file. */
const BOT_LOGIN = /^[A-Za-z0-9][A-Za-z0-9-]{0,60}\[bot\]$/
const MAX_BOTS = 20

/** Who is at work here, as commits, branches and files show it. */
export function findAgents({ commits, branches, isCut }: History, tree: WorkTree): AgentFindings {
  const bots = [...new Set(commits.flatMap(({ people }) => people).filter(isBot))].sort()
  const isOther = (bot: string) =>
    ![...DEPENDENCY_BOTS, ...SERVICE_BOTS].includes(bot) && !isKnownAgent(bot)
  return {
    signs: findKnownSigns(commits, branches),
    settings: SETTINGS.filter((path) => tree.inspect(path).kind === 'taken'),
    otherBots: bots.filter(isOther).slice(0, MAX_BOTS),
    dependencyBots: bots.filter((bot) => DEPENDENCY_BOTS.includes(bot)),
    commits: commits.length,
    isCut,
  }
}

function isBot(name: string): boolean {
  return BOT_LOGIN.test(name)
}

function isKnownAgent(login: string): boolean {
  return KNOWN_AGENTS.authors.some((pattern) => matchesWildcard(login, pattern))
}
