import type { Finding, Level } from '../../engine/finding.ts'
import { makeVisible } from '../escape.ts'
import { clipEnd } from '../fit.ts'
import type { SarifLevel, SarifRule } from './format.ts'

/** What one family of rules is about, in our own words: nothing in it is from the pull request. */
interface Family {
  readonly short: string
  readonly full: string
  /** Whether it guards against an attack, rather than for good order. */
  readonly security: boolean
}

const FAMILIES: Readonly<Record<string, Family>> = {
  evidence: {
    short: 'Something the verdict needs is missing, hidden or contradicts itself',
    full: 'The gate passes only what it could read completely, and in two ways that agree.',
    security: true,
  },
  policy: {
    short: 'The policy on the base branch is missing, not valid, or about to change',
    full: 'The policy of the protected branch decides what may be merged, so it has to be there, be valid, and change only with the approval of its owners.',
    security: true,
  },
  plan: {
    short: 'There is no approved plan that this change may be held against',
    full: 'A change by a coding agent needs a plan that a person approved, that is still valid, and that is for this branch.',
    security: false,
  },
  scope: {
    short: 'The change does not keep to its approved plan',
    full: 'Everything the plan says must change has to change, and nothing outside of what it allows.',
    security: false,
  },
  path: {
    short: 'A protected path changes',
    full: 'The policy protects this path: it must not change, or only with an approval.',
    security: true,
  },
  pattern: {
    short: 'The changed text holds something that is blocked, or cannot be scanned',
    full: 'The policy blocks text like this in changes, and what cannot be scanned for it is not taken for clean.',
    security: true,
  },
  command: {
    short: 'A command was run that the policy does not allow',
    full: 'The audit chain shows a command that the policy denies, or lets run only with an approval.',
    security: true,
  },
  change: {
    short: 'The kind of change hides what is merged',
    full: 'Links, submodules, executable files and attributes can make a checkout hold something else than the diff shows.',
    security: true,
  },
  limit: {
    short: 'The change is too large to be reviewed',
    full: 'The policy limits how much one pull request may change, so that people can still read it.',
    security: false,
  },
  audit: {
    short: 'The audit chain does not prove what the agent did',
    full: 'The record of what the agent did has to be whole, belong to this repository and base, and explain every changed file.',
    security: true,
  },
  acceptance: {
    short: 'An acceptance criterion of the plan is not proven',
    full: 'Every criterion of the plan has to be met by tests that ran on this commit, or be accepted by an owner.',
    security: false,
  },
  approval: {
    short: 'A signature is missing or does not count',
    full: 'The owners of what changed have to sign for exactly this change: people, not bots, not its author.',
    security: false,
  },
  override: {
    short: 'The emergency override was used or refused',
    full: 'Named people can let a change through in an emergency, with a reason that is recorded.',
    security: true,
  },
}

const UNKNOWN: Family = {
  short: 'The merge gate has something to say about this change',
  full: 'The merge gate has something to say about this change; the message of each result says what.',
  security: false,
}

/** How grave a rule is for GitHub, which calls 9.0 and more critical, 7.0 high, 4.0 medium, the rest low. */
const SEVERITIES: Readonly<Record<Level, string>> = {
  deny: '8.0',
  approve: '6.0',
  warn: '3.0',
  info: '1.0',
}

export const SARIF_LEVELS: Readonly<Record<Level, SarifLevel>> = {
  deny: 'error',
  approve: 'warning',
  warn: 'warning',
  info: 'note',
}

/** GitHub cuts a rule's id at this many characters, and two rules must not become one. */
const LONGEST_ID = 255

/** The id a rule has in the file: one line without invisible characters. */
export function nameRule({ rule }: Pick<Finding, 'rule'>): string {
  return clipEnd(makeVisible(rule), LONGEST_ID)
}

/** Describes a rule once for all findings that have it; `level` is the gravest of theirs. */
export function describeRule(id: string, level: Level): SarifRule {
  const name = id.slice(0, Math.max(0, id.indexOf('/')))
  const family = (Object.hasOwn(FAMILIES, name) ? FAMILIES[name] : undefined) ?? UNKNOWN
  const help = `${family.full} The message of each result says what was found here, and who can take which next step.`
  return {
    id,
    shortDescription: { text: family.short },
    fullDescription: { text: family.full },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: SARIF_LEVELS[level] },
    properties: describeTags(name, family.security, level),
  }
}

function describeTags(name: string, isSecurity: boolean, level: Level): SarifRule['properties'] {
  const tags = ['countersign', ...(Object.hasOwn(FAMILIES, name) ? [name] : [])]
  if (!isSecurity) return { tags }
  return { tags: [...tags, 'security'], 'security-severity': SEVERITIES[level] }
}
