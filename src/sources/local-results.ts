import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { ResultsReading } from '../engine/evidence.ts'
import type { BareFinding } from '../engine/finding.ts'
import { allowMatcher, problemWithGlob } from '../engine/matching/glob.ts'
import { openBudget, type ReportBudget } from '../engine/results/budget.ts'
import { looksLikeReport } from '../engine/results/looks-like-report.ts'
import { readReport } from '../engine/results/read-report.ts'
import { MAX_REPORT_BYTES, type ReportProblem, type TestReport } from '../engine/results/report.ts'
import { CannotStart } from './cannot-start.ts'

/** Report files on this machine, from an earlier step of the same trusted job or named by a person. */

const MAX_FILES = 500
/** Entries looked at on the way to the files of one glob. */
const MAX_ENTRIES = 50_000

/**
 * Reads the files that globs name below a folder, one reading for each glob. Links are not followed:
 * the folder may hold a pull request's files. Files that are no reports are passed over.
 * @throws CannotStart when a glob is none.
 */
export function readLocalResults(globs: readonly string[], folder: string): ResultsReading[] {
  const budget = openBudget()
  return globs.map((glob) => {
    const problem = problemWithGlob(glob)
    if (problem !== null) throw new CannotStart(`The glob "${glob}" for test results ${problem}.`)
    const found = findFiles(glob, folder)
    if (found === null) return conclude([], [describeExcess(glob)])
    const reports = [
      ...found.unreadable.map(tellUnreadable),
      ...found.files.flatMap((path) => readFile(folder, path, budget)),
    ]
    const evidence = { artifact: glob, cause: 'no file' }
    const none = { rule: 'acceptance/no-results', level: 'deny' as const, evidence }
    return conclude(reports, reports.length === 0 ? [none] : [])
  })
}

function conclude(
  reports: ResultsReading['reports'],
  problems: readonly BareFinding[],
): ResultsReading {
  return { workflow: null, run: null, reports, problems }
}

function describeExcess(glob: string): BareFinding {
  const detail = `it stands for more than ${MAX_FILES} files or ${MAX_ENTRIES} entries to look through`
  const evidence = { cause: 'too many', report: glob, detail }
  return { rule: 'acceptance/malformed', level: 'deny', evidence }
}

/** Reads files that were named one by one. @param read throws when a file cannot be read. */
export function readNamedResults(
  paths: readonly string[],
  read: (path: string) => Uint8Array,
): ResultsReading[] {
  const budget = openBudget()
  return [
    conclude(
      paths.map((path) => readReport(read(path), path, budget)),
      [],
    ),
  ]
}

interface Found {
  readonly files: readonly string[]
  /** Folders that may hold more of them. */
  readonly unreadable: readonly string[]
}

/** Sorted; null when there is more than is looked through. */
function findFiles(glob: string, folder: string): Found | null {
  const matches = allowMatcher([glob])
  const start = fixedFolder(glob)
  const open = isWithoutLinks(folder, start) ? [start] : []
  const files: string[] = []
  const unreadable: string[] = []
  let seen = 0
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entries = listFolder(join(folder, at))
    if (entries === null) unreadable.push(at)
    for (const entry of entries ?? []) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`
      seen += 1
      if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) open.push(path)
      else if (entry.isFile() && matches(path)) files.push(path)
      if (seen > MAX_ENTRIES || files.length > MAX_FILES) return null
    }
  }
  return { files: files.sort(), unreadable: unreadable.sort() }
}

/** They are large and hold no test's report; a glob that begins with one is taken at its word. */
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules'])

/** The folders of a glob up to its first wildcard. */
function fixedFolder(glob: string): string {
  const parts = glob.split('/').slice(0, -1)
  const wild = parts.findIndex((part) => /[*?[\]{}()!+@\\]/.test(part))
  return (wild < 0 ? parts : parts.slice(0, wild)).join('/')
}

/** Whether no folder on the way is a link, and all of them are there. */
function isWithoutLinks(folder: string, path: string): boolean {
  try {
    return realpathSync(join(folder, path)) === join(realpathSync(folder), path)
  } catch {
    return false
  }
}

/** Null when it cannot be read. */
function listFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return null
  }
}

function readFile(
  folder: string,
  path: string,
  budget: ReportBudget,
): (TestReport | ReportProblem)[] {
  const file = join(folder, path)
  try {
    if (lstatSync(file).size > MAX_REPORT_BYTES) return [tellTooLarge(path)]
    const bytes = readFileSync(file)
    return bytes.length === 0 || looksLikeReport(bytes) ? [readReport(bytes, path, budget)] : []
  } catch {
    return [tellUnreadable(path)]
  }
}

function tellTooLarge(source: string): ReportProblem {
  const detail = `it has more than ${MAX_REPORT_BYTES} bytes`
  return { code: 'too-large', detail, line: null, source }
}

function tellUnreadable(source: string): ReportProblem {
  return { code: 'malformed', detail: 'it cannot be read', line: null, source }
}
