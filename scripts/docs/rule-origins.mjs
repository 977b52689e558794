// Where a rule comes from, read from the source: the files that make its finding, its words and its tests.
import { readdirSync, readFileSync } from 'node:fs'

/** Where findings are made; what only tells of them (words, pages, names of rules, reports, commands) is left out. */
const MAKERS = /^(?:engine|gate|sources)\//
const TELLERS =
  /^engine\/(?:wording\/|catalogue\/|json-schema\/|waiting\.ts|policy\/schema\.ts|chain\/defects\.ts|.*\.generated\.ts)/
/** Where the causes of a rule are told apart, when its finding is only made elsewhere. */
const DECIDED_IN = {
  'approval/': ['engine/approvals/signatures.ts', 'engine/approvals/standing.ts'],
  'override/': ['engine/approvals/override.ts'],
  'change/git-attributes': ['engine/matching/git-attributes.ts'],
  'path/': ['engine/matching/path-rules.ts'],
  'pattern/': ['engine/text/scan.ts'],
}
const AT_TOOL_CALL = /^engine\/tool-call\//

const sources = new Map(
  readdirSync('src', { recursive: true })
    .filter((name) => name.endsWith('.ts') && MAKERS.test(name) && !TELLERS.test(name))
    .sort()
    .map((name) => [name, readFileSync(`src/${name}`, 'utf8')]),
)
const wordings = readdirSync('src/engine/wording').map((name) => [
  `engine/wording/${name}`,
  readFileSync(`src/engine/wording/${name}`, 'utf8'),
])

const caseFolders = readdirSync('__tests__/cases').sort()

/**
 * The last section of a rule's page: links into the source, as seen from docs/rules/. `rules` are the names
 * of all rules, whose own golden cases are not those of a family.
 * @throws Error when no source file makes such a finding
 */
export function renderOrigin(rule, rules) {
  const makers = [...sources].filter(([, text]) => makesRule(text, rule)).map(([name]) => name)
  if (makers.length === 0) throw new Error(`no file of src makes a finding of ${rule}`)
  const lines = [
    ['Found in', makers.filter((name) => !AT_TOOL_CALL.test(name)).map(linkSource)],
    ['Decided in', findDeciders(rule).map(linkSource)],
    ['At a tool call in', makers.filter((name) => AT_TOOL_CALL.test(name)).map(linkSource)],
    ['Worded in', findWording(rule).map(linkSource)],
    ['Golden cases', findCases(rule, rules)],
  ]
  const list = lines
    .filter(([, links]) => links.length > 0)
    .map(([what, links]) => `- ${what}: ${links.join(', ')}`)
  return `\n## Where it comes from\n\n${list.join('\n')}\n`
}

function makesRule(text, rule) {
  return text.includes(literalOf(rule))
}

/** The rule as a source spells it; of a family (`path/<id>`) the beginning of a template. */
function literalOf(rule) {
  const family = rule.replace(/<id>$/, '')
  return rule === family ? `'${rule}'` : `\`${family}\${`
}

function findDeciders(rule) {
  const found = Object.entries(DECIDED_IN).filter(([beginning]) => rule.startsWith(beginning))
  const files = found.flatMap(([, names]) => names)
  const lost = files.find((name) => !sources.has(name))
  if (lost !== undefined) throw new Error(`${lost}, where ${rule} is decided, is not there`)
  return files
}

function findWording(rule) {
  const entry = `'${rule.replace(/<id>$/, '')}':`
  return wordings.filter(([, text]) => text.includes(entry)).map(([name]) => name)
}

/** The golden cases about it: what was changed and the whole report. */
function findCases(rule, rules) {
  const ruleFolders = new Set(rules.map((name) => name.replace('/', '-')))
  const isFamily = rule.endsWith('/<id>')
  const own = rule.replace('/<id>', '-').replace('/', '-')
  return caseFolders
    .filter((name) => (isFamily ? name.startsWith(own) && !ruleFolders.has(name) : name === own))
    .map((name) => `[${name}](../../__tests__/cases/${name})`)
}

function linkSource(name) {
  return `[${name}](../../src/${name})`
}
