// Fills in the parts of the documents that come from what really runs, between
// `<!-- NAME:start -->` and `<!-- NAME:end -->`: the demo's output, the action's inputs and outputs,
// the rules, the attacks, the dependencies; and writes docs/rules/, a page for each rule as `countersign explain` prints it. With
// --check nothing is written: it fails when a document is out of date or an example policy or plan in
// it is not valid. Run it after the bundles were built.
//   node scripts/generate-docs.mjs [--check] [--build DIR]
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { load } from 'js-yaml'
import { tabulateBundled, tabulateDevelopment } from './docs/dependencies.mjs'
import { renderOrigin } from './docs/rule-origins.mjs'
import { code, oneLine, tabulate } from './docs/table.mjs'

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, build: { type: 'string' } },
})
const CLI = 'dist/cli/index.js'
const action = load(readFileSync('action.yml', 'utf8'))
const { wordFinding } = await importBuilt('src/engine/wording/index.js')
const { RULE_PAGES } = await importBuilt('src/engine/catalogue/index.js')
const { pageFileOf, renderListMarkdown, renderPageMarkdown } = await importBuilt(
  'src/reports/rule-page.js',
)

const { readAttackFolders } = await importBuilt('__tests__/attacks/attack-folders.js')
const { READS } = await importBuilt('__tests__/e2e/faults/reads.js')
const { WRITES } = await importBuilt('__tests__/e2e/faults/writes.js')
const { KINDS } = await importBuilt('__tests__/e2e/faults/kinds.js')

const RULES_FOLDER = 'docs/rules'
const GENERATED =
  '<!-- Made by scripts/generate-docs.mjs from src/engine/catalogue. Do not edit. -->'

const PARTS = [
  ['README.md', 'demo', excerptDemo],
  ['README.md', 'inputs', tabulateInputs],
  ['README.md', 'outputs', tabulateOutputs],
  ['docs/decision.md', 'rules', tabulateRules],
  ['docs/supply-chain.md', 'bundled', tabulateBundled],
  ['docs/supply-chain.md', 'development', tabulateDevelopment],
  ['docs/security-model.md', 'attacks', tabulateAttacks],
  ['docs/faults.md', 'fault-kinds', tabulateFaultKinds],
  ['docs/faults.md', 'fault-reads', () => tabulateFaults(READS)],
  ['docs/faults.md', 'fault-writes', () => tabulateFaults(WRITES)],
]

const problems = [...findMissingRules(), ...PARTS.flatMap(updatePart), ...updateRulePages()]
if (options.check) problems.push(...checkExamples())
for (const problem of problems) console.error(problem)
process.exitCode = problems.length === 0 ? 0 : 1

function importBuilt(path) {
  return import(pathToFileURL(resolve(options.build ?? 'build', path)).href)
}

/** Writes a part of a document; with --check only says when it would have changed. */
function updatePart([file, name, make]) {
  const text = readFileSync(file, 'utf8')
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) return [`${file} has no "${start}" … "${end}"`]
  const made = tryMake(make)
  if (made.problem !== null) return [`${file}: the part "${name}" cannot be made: ${made.problem}`]
  const updated = `${text.slice(0, from)}${start}\n${made.text}\n${text.slice(to)}`
  if (updated === text) return []
  if (options.check) return [`${file}: the part "${name}" is out of date; run npm run package`]
  writeFileSync(file, updated)
  return []
}

/** One part that cannot be made is a problem; the others are still brought up to date. */
function tryMake(make) {
  try {
    return { text: make(), problem: null }
  } catch (error) {
    return { text: '', problem: error instanceof Error ? error.message : 'unknown' }
  }
}

/** The blocked verdict down to its list of checks, and the passing one's first line. */
function excerptDemo() {
  // A pipe, so neither colour nor the width of somebody's terminal gets in.
  const run = spawnSync('node', [CLI, 'demo'], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`the demo exits with ${run.status}: ${run.stderr.trim()}`)
  const output = run.stdout
  const [, , change, blocked, , passing] = output.split(/^── .*\n/m).map((part) => part.trimEnd())
  if (passing === undefined) throw new Error(`the demo no longer has six parts:\n${output}`)
  const parts = [
    '$ node dist/cli/index.js demo',
    '…',
    change,
    '',
    blocked.split('\n\nChecks\n')[0],
    '…',
    passing.split('\n\n')[0],
    '…',
  ]
  return `\`\`\`text\n${parts.join('\n')}\n\`\`\``
}

function tabulateInputs() {
  const rows = Object.entries(action.inputs).map(([name, input]) => [
    code(name),
    oneLine(input.description),
    input.default === '' ? 'empty' : code(input.default),
  ])
  return tabulate(['Input', 'What it does', 'Default'], rows)
}

function tabulateOutputs() {
  const rows = Object.entries(action.outputs).map(([name, output]) => [
    code(name),
    oneLine(output.description),
  ])
  return tabulate(['Output', 'What it holds'], rows)
}

/** Every rule with the words a person really reads, for an invented change. */
function tabulateRules() {
  const rows = RULE_PAGES.map((page) => {
    const { rule, levels, when, example } = page
    const words = wordFinding({ rule, ...example })
    const name = `[${code(rule)}](rules/${pageFileOf(page)})`
    return [name, levels ?? example.level, when, `${words.message} *${words.remedy}*`]
  })
  return tabulate(['Rule', 'Level', 'When', 'What the report says (*next step*)'], rows)
}

/** Every attack of the corpus, as its folder describes it. */
function tabulateAttacks() {
  const verdicts = { pass: 'passes', block: 'blocks', leak: 'prints it' }
  const attacks = readAttackFolders().filter(({ isHonest }) => !isHonest)
  const rows = attacks.map(({ row, name, attack: { title, naive, expect } }) => [
    `[${row.replace('T0', 'T')}](../__tests__/attacks/${name})`,
    title,
    typeof naive === 'object' ? `${verdicts[naive.verdict]} (not run)` : verdicts[naive],
    expect.rule === undefined ? 'passes, quoted safely' : code(expect.rule),
  ])
  return tabulate(['Row', 'The attacker …', 'A naive gate', 'Countersign'], rows)
}

function tabulateFaultKinds() {
  const again = { everything: 'everything', repeatable: 'reads, check run', nothing: 'nothing' }
  const rows = Object.values(KINDS).map(({ name, retried, read, write }) => [
    name,
    again[retried],
    read ?? 'nothing, it is an answer',
    write ?? 'nothing, it is an answer',
  ])
  return tabulate(
    ['Fault', 'Tried again', 'A read that failed says', 'A write that failed says'],
    rows,
  )
}

/** Every request of the action by what it is for. */
function tabulateFaults(table) {
  const rows = table.map(({ request, use, fails, but = {} }) => {
    const outcomes = [...new Set(Object.values(but).map(describeOutcome))]
    const exceptions = outcomes.map((outcome) => {
      const kinds = Object.keys(but).filter((kind) => describeOutcome(but[kind]) === outcome)
      return `${kinds.map((kind) => KINDS[kind].name).join(', ')}: ${outcome}`
    })
    return [use, code(nameParameters(request)), [describeOutcome(fails), ...exceptions].join('; ')]
  })
  return tabulate(['For', 'Request', 'When it fails for good'], rows)
}

/** The numbers and names of the tests are anybody's. */
function nameParameters(request) {
  return request.replace(/\/[79]\b/, '/{number}')
}

function describeOutcome({ becomes, rule, warns, fails }) {
  if (becomes === 'block') return `blocks, ${code(rule)}`
  if (becomes === 'nothing') return 'no verdict, the step fails'
  if (warns === undefined) return 'the same verdict'
  return `the same verdict, and a warning${fails ? '; the step fails' : ''}`
}

/** One page for each rule and an index of them; a page of a rule that is no more goes. */
function updateRulePages() {
  const linkTo = (rule) => {
    const page = RULE_PAGES.find((it) => it.rule === rule)
    return page === undefined ? null : pageFileOf(page)
  }
  const rules = RULE_PAGES.map(({ rule }) => rule)
  const pages = RULE_PAGES.map((page) => [
    pageFileOf(page),
    `${renderPageMarkdown(page, [], linkTo)}${renderOrigin(page.rule, rules)}`,
  ])
  const intro =
    '# Rules\n\nEvery rule that a report can name, by check. `countersign explain RULE` prints the same pages.'
  const files = new Map([['README.md', `${intro}\n\n${renderListMarkdown(linkTo)}`], ...pages])
  mkdirSync(RULES_FOLDER, { recursive: true })
  const stale = readdirSync(RULES_FOLDER).filter((name) => !files.has(name))
  return [
    ...[...files].flatMap(([name, text]) =>
      updateFile(`${RULES_FOLDER}/${name}`, `${GENERATED}\n\n${text}`),
    ),
    ...stale.flatMap((name) => removeFile(`${RULES_FOLDER}/${name}`)),
  ]
}

function updateFile(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return []
  if (options.check) return [`${file} is out of date; run npm run package`]
  writeFileSync(file, text)
  return []
}

function removeFile(file) {
  if (options.check) return [`${file} is about no rule; run npm run package`]
  rmSync(file)
  return []
}

/** A rule that the wording has words for and no page, or the other way round. */
function findMissingRules() {
  const sources = readdirSync('src/engine/wording').map((name) =>
    readFileSync(`src/engine/wording/${name}`, 'utf8'),
  )
  const worded = sources.flatMap((text) =>
    [...text.matchAll(/^ {2}'([a-z]+\/[a-z-]*)':/gm)].map(([, rule]) => rule),
  )
  const described = RULE_PAGES.map(({ rule }) => rule.replace('<id>', ''))
  if (worded.length === 0) return ['no rule was found in src/engine/wording']
  return [
    ...worded
      .filter((rule) => !described.includes(rule))
      .map((rule) => `src/engine/catalogue has no page for ${rule}`),
    ...described
      .filter((rule) => !worded.includes(rule))
      .map((rule) => `src/engine/wording has no words for ${rule}`),
  ]
}

/** Has the real linter read the policies and plans that the documents show. */
function checkExamples() {
  const documents = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)]
  const examples = documents.filter((name) => name.endsWith('.md')).flatMap(readExamples)
  const directory = mkdtempSync(join(tmpdir(), 'countersign-docs-'))
  try {
    const found = examples.flatMap((example, at) =>
      lintExample(example, join(directory, `${at}.yml`)),
    )
    return examples.length > 0 ? found : ['no example policy or plan was found in the documents']
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function readExamples(file) {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^```ya?ml\n(.*?)^```$/gms)]
    .filter(([, body]) => /^version: 1$/m.test(body))
    .map((match) => ({
      place: `${file}:${text.slice(0, match.index).split('\n').length + 1}`,
      body: match[1],
    }))
}

function lintExample({ place, body }, path) {
  if (/^examples:/m.test(body)) return []
  const kind = /^scope:/m.test(body) ? 'plan' : 'policy'
  writeFileSync(path, body)
  const run = spawnSync('node', [CLI, kind, 'lint', path], { encoding: 'utf8' })
  if (run.status === 0) return []
  const said = `${run.stdout}${run.stderr}`.trim().replaceAll(path, 'the example')
  return [`${place}: the ${kind} shown here is not valid: ${said}`]
}
