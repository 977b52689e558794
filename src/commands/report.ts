import { type Command, Option } from 'commander'
import { type DecisionRecord, type RecordProblem, readDecision } from '../engine/decision-schema.ts'
import { type Collector, openCollector } from '../reports/history/collect.ts'
import type { History } from '../reports/history/history.ts'
import { renderHistoryText } from '../reports/history/history-text.ts'
import { renderHistoryPage } from '../reports/html/history-page.ts'
import { encodeJson } from '../reports/json.ts'
import { count } from '../reports/verdict.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { chooseForm, type Endings, writeResult } from './format.ts'
import { note, readNamedFile, wantsColour } from './io.ts'
import { timeParser } from './options.ts'
import { startShare } from './progress.ts'
import { findRecords, type RecordFile } from './report/find-records.ts'

const FORMATS = ['text', 'json', 'html'] as const
type Format = (typeof FORMATS)[number]

const ENDINGS: Endings<Format> = {
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
}

interface ReportOptions {
  readonly since?: Date
  readonly until?: Date
  readonly repository?: string
  readonly author?: string
  readonly plan?: string
  readonly format?: Format
  readonly output?: string
}

export function addReportCommand(program: Command): void {
  program
    .command('report')
    .summary(
      'what many decisions come to: verdicts over time, what blocks, how long signatures take',
    )
    .description(
      'Reads decision records (the output "decision" of the action, "check --format json") and shows what they come to. A directory stands for every .json file in it and below. Reads files only, and no network.',
    )
    .argument('<path...>', 'decision records, and directories of them')
    .addOption(
      new Option('--since <iso>', 'only decisions not earlier than this').argParser(
        timeParser('--since'),
      ),
    )
    .addOption(
      new Option('--until <iso>', 'only decisions not later than this').argParser(
        timeParser('--until'),
      ),
    )
    .option('--repository <owner/name>', 'only decisions about this repository')
    .option('--author <login>', 'only pull requests of this person or agent')
    .option('--plan <id>', 'only decisions that this plan was held against')
    .addOption(
      new Option(
        '--format <format>',
        'how to show it (default: what the name of --output ends with, else text)',
      ).choices(FORMATS),
    )
    .option('--output <file>', 'write the report to a file instead of standard output')
    .addHelpText(
      'after',
      `
Exit codes: 0 read, 1 a file is no decision record (the report says which), 2 could not start.

Examples:
  countersign report decisions/
  countersign report decisions/ --since 2026-11-01 --until 2026-12-01 --output november.html
  countersign report decisions/*.json --repository acme/shop --format json`,
    )
    .action((paths: string[], options: ReportOptions) => {
      process.exitCode = runReport(paths, options)
    })
}

function runReport(paths: readonly string[], options: ReportOptions): number {
  const { since, until, output } = options
  const form = chooseForm(options, ENDINGS)
  if (since !== undefined && until !== undefined && since > until) {
    throw new CannotStart('Nothing is later than --since and earlier than --until; swap the two.')
  }
  const files = findRecords(paths)
  if (files.length === 0) {
    throw new CannotStart(
      `There is no .json file in "${paths.join('", "')}"; name decision records or a directory of them.`,
    )
  }
  const history = collect(files, options)
  writeResult(render(history, form, output), output, 'report')
  return warnOfUnreadable(history)
}

function collect(files: readonly RecordFile[], options: ReportOptions): History {
  const { since = null, until = null, repository = null, author = null, plan = null } = options
  const collector = openCollector({ since, until, repository, author, plan })
  const progress = startShare(
    'Reading decision records',
    files.length,
    process.stderr,
    process.env.TERM,
  )
  for (const [at, file] of files.entries()) {
    addFile(collector, file)
    progress.advance(at + 1)
  }
  progress.stop()
  return collector.finish()
}

/** One file at a time: what is kept of it is a few numbers. */
function addFile(collector: Collector, file: RecordFile): void {
  const record = readRecord(file)
  if ('problem' in record) collector.addUnreadable(file.path, record.problem)
  else collector.add(record)
}

/** @throws CannotStart when a file that was named itself cannot be read; what it holds is another matter. */
function readRecord({ path, isNamed }: RecordFile): DecisionRecord | RecordProblem {
  try {
    const bytes = readNamedFile(path, 'decision record')
    return readDecision(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    if (!(error instanceof CannotStart)) return { problem: 'it is not JSON in UTF-8' }
    if (isNamed) throw error
    return { problem: 'it cannot be read' }
  }
}

function render(history: History, format: Format, output: string | undefined): string {
  if (format === 'json') return encodeJson(history)
  if (format === 'html') return renderHistoryPage(history)
  return renderHistoryText(history, { colour: output === undefined && wantsColour() })
}

function warnOfUnreadable({ unreadable, unreadable_more }: History): number {
  const number = unreadable.length + unreadable_more
  if (number === 0) return 0
  note(
    `countersign: ${count(number, 'file')} could not be read as a decision record; the report says which. Take them out, or get them whole, and run it again.`,
  )
  return 1
}
