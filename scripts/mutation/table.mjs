import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const REPORTS = 'coverage/mutation'
const ENGINE = 'src/engine/'

/** Prints one line for each folder of the engine: how many mutants there were, and what became of them. */
export function printTable() {
  const folders = new Map()
  for (const [file, { mutants }] of newestResults()) {
    const folder = folderOf(file)
    folders.set(folder, [...(folders.get(folder) ?? []), ...mutants])
  }
  const rows = [...folders].sort().map(([folder, mutants]) => rowOf(folder, mutants))
  const all = [...folders.values()].flat()
  console.log('| folder | mutants | killed | timed out | survived | not covered | score |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const row of [...rows, rowOf('**all**', all)]) console.log(row)
}

/** What is known of each file, by the newest report that has it. */
function newestResults() {
  const names = existsSync(REPORTS) ? readdirSync(REPORTS) : []
  const reports = names.filter((name) => name.endsWith('.json')).map((name) => join(REPORTS, name))
  const byAge = reports.toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
  return new Map(byAge.flatMap((path) => Object.entries(readReport(path).files)))
}

function readReport(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function folderOf(file) {
  const [first, second] = file.slice(ENGINE.length).split('/')
  return second === undefined ? '(files of its own)' : `${first}/`
}

function rowOf(folder, mutants) {
  const count = (status) => mutants.filter((each) => each.status === status).length
  const [killed, timedOut] = [count('Killed'), count('Timeout')]
  const [survived, notCovered] = [count('Survived'), count('NoCoverage')]
  const all = killed + timedOut + survived + notCovered
  const score = all === 0 ? '' : `${(((killed + timedOut) / all) * 100).toFixed(1)} %`
  return `| ${[folder, all, killed, timedOut, survived, notCovered, score].join(' | ')} |`
}
