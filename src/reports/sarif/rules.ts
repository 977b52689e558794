import { findPage } from '../../engine/catalogue/index.ts'
import type { Finding, Level } from '../../engine/finding.ts'
import { makeVisible } from '../escape.ts'
import { clipEnd } from '../fit.ts'
import { renderPageMarkdown, renderPageText, toPlain } from '../rule-page.ts'
import type { SarifLevel, SarifRule } from './format.ts'

/** Families that guard against an attack, rather than for good order. */
const SECURITY = ['evidence', 'policy', 'path', 'pattern', 'command', 'change', 'audit', 'override']

const UNKNOWN =
  'The merge gate has something to say about this change; the message of each result says what.'

/** As wide as it likes: what shows the text breaks its lines. */
const PAGE = { colour: false, width: Number.POSITIVE_INFINITY }

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
  return {
    id,
    ...describeText(id),
    defaultConfiguration: { level: SARIF_LEVELS[level] },
    properties: describeTags(id, level),
  }
}

/** The catalogue's page of the rule: our own words, with nothing in them from the pull request. */
function describeText(
  id: string,
): Pick<SarifRule, 'shortDescription' | 'fullDescription' | 'help'> {
  const page = findPage(id)
  if (page === null) {
    const text = { text: UNKNOWN }
    return { shortDescription: text, fullDescription: text, help: { ...text, markdown: UNKNOWN } }
  }
  return {
    shortDescription: { text: toPlain(page.when) },
    fullDescription: { text: toPlain(page.protects) },
    help: { text: renderPageText(page, [], PAGE), markdown: renderPageMarkdown(page) },
  }
}

function describeTags(id: string, level: Level): SarifRule['properties'] {
  const family = id.slice(0, Math.max(0, id.indexOf('/')))
  const tags = ['countersign', ...(findPage(id) === null ? [] : [family])]
  if (!SECURITY.includes(family)) return { tags }
  return { tags: [...tags, 'security'], 'security-severity': SEVERITIES[level] }
}
