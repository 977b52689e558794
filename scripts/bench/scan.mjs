// How long the patterns of the standard preset take on real source text, against ripgrep with the same
// patterns on the same text. Processor time, since machines are shared, and without starting either.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const SOURCE = /\.(?:[cm]?[jt]s|json|md|ya?ml|sh|css|html)$/
const BYTES = 30_000_000
const MAX_FILE = 300_000

/** Prints the median of the ratio, each pair taken one right after the other. */
export async function benchScan({ folder, rounds }) {
  if (spawnSync('rg', ['--version']).status !== 0) {
    console.log('patterns: ripgrep is not installed, so they are not compared with it')
    return
  }
  const { makeScanner } = await importBuilt('engine/text/scan.js')
  const { withFlags } = await importBuilt('engine/matching/expression.js')
  const patterns = (await readPatterns()).filter(canBeWrittenForRipgrep)
  const files = readSources(join(ROOT, 'node_modules'))
  const all = join(folder, 'sources.txt')
  const list = join(folder, 'patterns.txt')
  writeFileSync(all, files.join(''))
  writeFileSync(list, `${patterns.map((it) => `(?m)${withFlags(it)}`).join('\n')}\n`)
  const segments = files.map(toSegment)

  const ratios = Array.from({ length: rounds }, () => {
    const scanned = timeScan(makeScanner(patterns), segments)
    return scanned / timeRipgrep(list, all)
  }).sort((a, b) => a - b)
  const median = ratios[Math.floor(ratios.length / 2)]
  console.log(
    `${patterns.length} patterns on ${Math.round(BYTES / 1e6)} MB of source: ${median.toFixed(2)} x ripgrep   (${ratios[0].toFixed(2)} to ${ratios.at(-1).toFixed(2)})`,
  )
  rmSync(all)
  rmSync(list)
}

function importBuilt(path) {
  return import(new URL(`../../build/src/${path}`, import.meta.url))
}

async function readPatterns() {
  const { resolvePolicy } = await importBuilt('engine/policy/resolve.js')
  const bytes = Buffer.from('version: 1\nextends: standard\n')
  const resolved = resolvePolicy([{ path: 'policy.yml', source: 'bench', bytes }])
  if (!resolved.ok) throw new Error('the standard preset is not valid')
  return resolved.policy.patterns
}

/** Ripgrep goes line by line and refuses an expression that asks for a line end. */
function canBeWrittenForRipgrep({ match }) {
  return !match.replace(/\[[^\]]*\]/g, '').includes('\\n')
}

/** Enough text files of the installed packages, the same ones in every run. */
function readSources(root) {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  const files = []
  let bytes = 0
  for (const name of names) {
    const text = readFileSync(name, 'utf8')
    if (text.length > MAX_FILE) continue
    files.push(text.endsWith('\n') ? text : `${text}\n`)
    bytes += Buffer.byteLength(text)
    if (bytes >= BYTES) break
  }
  return files
}

function toSegment(text) {
  const lines = text.slice(0, -1).split('\n')
  return { firstLine: 1, lines, changed: lines.map(() => true) }
}

function timeScan(scan, segments) {
  const start = process.cpuUsage()
  for (const segment of segments) scan(segment)
  const { user, system } = process.cpuUsage(start)
  return user + system
}

/** RE2's `\b`, `\s` and `\w` are ASCII; with Unicode ones ripgrep would be many times slower. */
function timeRipgrep(patterns, file) {
  const options = ['--no-config', '--no-unicode', '--text', '--count', '--file', patterns, file]
  const script = 'rg "$@" > /dev/null; status=$?; times; exit $status'
  const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', ...options], { encoding: 'utf8' })
  const [, ofChildren = ''] = stdout.split('\n')
  const times = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)]
  if (status !== 0 || times.length !== 2) throw new Error(`rg exited with ${status}`)
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + (minutes * 60 + Number(seconds)) * 1e6,
    0,
  )
}
