import { type Command, Option } from 'commander'
import { type RecordView, viewRecord } from '../../engine/chain/record-view.ts'
import { escapeTerminal } from '../../reports/escape.ts'
import { renderChainPage, type ShownChain } from '../../reports/html/chain-page.ts'
import { addStep, openStory } from '../../reports/html/chain-story.ts'
import { paint, type Style } from '../../reports/terminal-text.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { writeResult } from '../format.ts'
import { print, wantsColour } from '../io.ts'
import { readChainFile, warnOfDefects } from './read.ts'

export function addShow(audit: Command): void {
  audit
    .command('show')
    .description(
      'Shows audit chains as a timeline: what was asked for, what the policy said, what came of it.',
    )
    .argument('<file...>', 'audit chains')
    .addOption(
      new Option('--format <format>', 'text, or a self-contained page')
        .choices(['text', 'html'])
        .default('text'),
    )
    .option('--output <file>', 'write the page to a file instead of standard output')
    .addHelpText(
      'after',
      `
Exit codes: 0 read, 1 a chain has defects, 2 a file cannot be read.

Examples:
  countersign audit show .countersign/audit/*.jsonl
  countersign audit show .countersign/audit/*.jsonl --format html --output chains.html`,
    )
    .action((files: string[], options: ShowOptions) => {
      process.exitCode =
        options.format === 'html' ? showPage(files, options) : showTexts(files, options)
    })
}

interface ShowOptions {
  readonly format: 'text' | 'html'
  readonly output?: string
}

function showTexts(files: readonly string[], { output }: ShowOptions): number {
  if (output !== undefined) {
    throw new CannotStart(
      'The option --output is for a page; add --format html, or redirect the text.',
    )
  }
  return Math.max(...files.map(showFile))
}

function showPage(files: readonly string[], { output }: ShowOptions): number {
  const chains = files.map((path) => readStory(path, files.length))
  writeResult(renderChainPage(chains), output, 'page')
  return Math.max(...chains.map(({ path, reading }) => warnOfDefects(path, reading)))
}

/** Reads the file twice, as the text does: times and gaps are known only at its end. */
function readStory(path: string, chains: number): ShownChain {
  const reading = readChainFile(path)
  const gaps = new Set(reading.gaps)
  const story = openStory(reading.first, reading.last, chains)
  readChainFile(path, (line, stored) => {
    addStep(story, { ...viewRecord(line, stored), isGap: gaps.has(line) })
  })
  return { path, reading, story }
}

/** Reads the file twice: which intents have no result is known only at its end. */
function showFile(path: string): number {
  const reading = readChainFile(path)
  const gaps = new Set(reading.gaps)
  const colour = wantsColour()
  print(`${paint(escapeTerminal(path), ['bold'], colour)}`)
  let day = ''
  readChainFile(path, (line, stored) => {
    const record = viewRecord(line, stored)
    const date = record.ts.slice(0, 10)
    if (date !== day) print(`  ${escapeTerminal(date)}`)
    day = date
    print(describe(record, gaps.has(line), colour))
  })
  print(`  ${summarise(reading.records, gaps.size)}`)
  return warnOfDefects(path, reading)
}

function summarise(records: number, gaps: number): string {
  const open = gaps === 0 ? '' : `; ${gaps} ${gaps === 1 ? 'action' : 'actions'} without a result`
  return `${records} ${records === 1 ? 'record' : 'records'}${open}`
}

const EVENT_WIDTH = 'session_start'.length

function describe(record: RecordView, isGap: boolean, colour: boolean): string {
  const { ts, event, tool, targets } = record
  const words = [tool ?? '', ...targets].filter((word) => word !== '').map(escapeTerminal)
  const parts = [
    escapeTerminal(ts.slice(11, 23)),
    escapeTerminal(event).padEnd(EVENT_WIDTH),
    words.join(' '),
    ...describeVerdict(record, colour),
    ...(isGap ? [paint('no result recorded', ['yellow'], colour)] : []),
  ]
  const lines = [`  ${parts.filter((part) => part !== '').join('  ')}`, ...describeFiles(record)]
  return lines.join('\n')
}

const STYLES: Readonly<Record<string, readonly Style[]>> = {
  deny: ['red'],
  ask: ['yellow'],
  error: ['red'],
}

function describeVerdict({ decision, rule, status }: RecordView, colour: boolean): string[] {
  const show = (word: string, more: string | null) =>
    paint(
      escapeTerminal(more === null ? word : `${word} (${more})`),
      STYLES[word] ?? ['dim'],
      colour,
    )
  return [
    ...(decision === null ? [] : [show(decision, rule)]),
    ...(status === null ? [] : [show(status, null)]),
  ]
}

function describeFiles({ changed, final }: RecordView): string[] {
  const indent = ' '.repeat(16)
  const shown = changed.map(([path, blob]) => {
    return `${indent}${escapeTerminal(path)}  ${blob === null ? 'deleted' : escapeTerminal(blob.slice(0, 12))}`
  })
  if (final === null) return shown
  return [
    ...shown,
    `${indent}${final.length} ${final.length === 1 ? 'file' : 'files'} in the final state`,
  ]
}
