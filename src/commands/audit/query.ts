import { type Command, Option } from 'commander'
import { EVENTS } from '../../engine/chain/format.ts'
import { type RecordView, viewRecord } from '../../engine/chain/record-view.ts'
import { allowMatcher, type PathMatcher, problemWithGlob } from '../../engine/matching/glob.ts'
import { escapeTerminal } from '../../reports/escape.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { print } from '../io.ts'
import { timeParser } from '../options.ts'
import { readChainFile, warnOfDefects } from './read.ts'

interface QueryOptions {
  readonly tool?: string
  readonly path?: string
  readonly since?: Date
  readonly until?: Date
  readonly decision?: string
  readonly session?: string
  readonly event?: string
  readonly format: 'text' | 'json'
}

export function addQuery(audit: Command): void {
  audit
    .command('query')
    .description('Prints the records of audit chains that fit all of the filters.')
    .argument('<file...>', 'audit chains')
    .option('--tool <name>', 'only this tool')
    .option('--path <glob>', 'only records that name or change a path like this')
    .addOption(
      new Option('--since <iso>', 'not earlier than this').argParser(timeParser('--since')),
    )
    .addOption(new Option('--until <iso>', 'not later than this').argParser(timeParser('--until')))
    .addOption(
      new Option('--decision <decision>', 'what the policy said').choices(['allow', 'ask', 'deny']),
    )
    .option('--session <id>', 'only this session')
    .addOption(new Option('--event <event>', 'only this kind of record').choices([...EVENTS]))
    .addOption(
      new Option('--format <format>', 'text, or one JSON record a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 read, 1 a chain has defects, 2 a file cannot be read.

Examples:
  countersign audit query .countersign/audit/*.jsonl --decision deny
  countersign audit query CHAIN.jsonl --path "payments/**" --since 2026-11-01 --format json`,
    )
    .action((files: string[], options: QueryOptions) => {
      const fits = makeFilter(options)
      const codes = files.map((file) => queryFile(file, fits, options))
      process.exitCode = Math.max(...codes)
    })
}

type Filter = (record: RecordView) => boolean

function makeFilter({ tool, path, since, until, decision, session, event }: QueryOptions): Filter {
  const matches = path === undefined ? null : matcherFor(path)
  return (record) => {
    const time = Date.parse(record.ts)
    return (
      (tool === undefined || record.tool === tool) &&
      (decision === undefined || record.decision === decision) &&
      (session === undefined || record.session === session) &&
      (event === undefined || record.event === event) &&
      (since === undefined || time >= since.getTime()) &&
      (until === undefined || time <= until.getTime()) &&
      (matches === null || pathsOf(record).some(matches))
    )
  }
}

function matcherFor(glob: string): PathMatcher {
  const problem = problemWithGlob(glob)
  if (problem !== null) throw new CannotStart(`The --path "${glob}" ${problem}.`)
  return allowMatcher([glob])
}

function pathsOf({ targets, changed, final }: RecordView): string[] {
  return [...targets, ...changed.map(([path]) => path), ...(final ?? [])]
}

function queryFile(path: string, fits: Filter, { format }: QueryOptions): number {
  const reading = readChainFile(path, (line, stored) => {
    const record = viewRecord(line, stored)
    if (!fits(record)) return
    print(format === 'json' ? toAscii(stored.toString('utf8')) : describe(record))
  })
  return warnOfDefects(path, reading)
}

/** The same JSON without a character that a terminal could act on. */
function toAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function describe({
  line,
  ts,
  event,
  tool,
  decision,
  rule,
  status,
  ...record
}: RecordView): string {
  const changed = record.changed.map(([path, blob]) => `${path}=${blob ?? 'deleted'}`)
  const fields = [tool, decision, rule, status, ...record.targets, ...changed]
  const words = [ts, event, ...fields.filter((field) => field !== null)]
  return `${line}: ${words.map(escapeTerminal).join(' ')}`
}
