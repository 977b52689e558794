// Measures what is promised about speed, as ratios taken in one run: machines differ, ratios less so.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchChain } from './bench/chain.mjs'

const CLI = join(import.meta.dirname, '..', 'dist', 'cli', 'index.js')
const ROUNDS = Number(process.env.ROUNDS ?? 9)
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

try {
  const policy = join(folder, 'policy.yml')
  writeFileSync(
    policy,
    'version: 1\nextends: standard\napplies_to: all\nplan: { required: false }\n',
  )
  writeFileSync(join(folder, 'bare.mjs'), '')
  const small = makeRepository('small', 300)
  const large = makeRepository('large', 3000)

  const times = measure({
    'bare node': ['node', join(folder, 'bare.mjs')],
    'countersign --version': ['node', CLI, '--version'],
    'git diff, 3,000 files': ['git', '-C', large, 'diff', '--raw', '-p', 'main', 'work'],
    'check, 300 files': check(small, policy),
    'check, 3,000 files': check(large, policy),
  })
  const bare = times['bare node'].median
  for (const [name, { median, spread }] of Object.entries(times)) {
    console.log(
      `${name.padEnd(24)} ${(median / bare).toFixed(2).padStart(7)} x bare node   (spread ${spread.toFixed(2)})`,
    )
  }
  const ratio = (a, b) => (times[a].median / times[b].median).toFixed(2)
  console.log(`growth from 300 to 3,000 files: ${ratio('check, 3,000 files', 'check, 300 files')}`)
  console.log(
    `check against git diff of the same: ${ratio('check, 3,000 files', 'git diff, 3,000 files')}`,
  )
  await benchChain({ folder, cli: CLI, records: 1_000_000, rounds: Math.min(ROUNDS, 5) })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function check(repository, policy) {
  return [
    'node',
    CLI,
    'check',
    '--repo',
    repository,
    '--base',
    'main',
    '--head',
    'work',
    '--policy',
    policy,
    '--format',
    'json',
  ]
}

/** Medians in one interleaved run; the spread is that of the middle half over the median. */
function measure(commands) {
  const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, [command, ...args]] of Object.entries(commands)) {
      const start = process.hrtime.bigint()
      spawnSync(command, args, { env, stdio: 'ignore' })
      samples[name].push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, summarise(list)]))
}

function summarise(list) {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (part) => sorted[Math.floor((sorted.length - 1) * part)]
  return { median: at(0.5), spread: (at(0.75) - at(0.25)) / at(0.5) }
}

/** A repository whose branch `work` edits every one of its files in the middle; 8 KB each. */
function makeRepository(name, files) {
  const directory = join(folder, name)
  const git = (args, input) =>
    execFileSync('git', ['-C', directory, ...args], {
      env,
      input,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', directory], { env })
  git(
    ['fast-import', '--quiet'],
    commit('main', files, 'old') + commit('work', files, 'new', 'from refs/heads/main\n'),
  )
  return directory
}

function commit(branch, files, word, from = '') {
  const head = `commit refs/heads/${branch}\ncommitter Bench <bench@example.com> 1700000000 +0000\ndata 0\n${from}`
  const entries = Array.from({ length: files }, (_, at) => {
    const lines = Array.from(
      { length: 160 },
      (_, line) => `const value${line} = compute(${at}, ${line}, "some text")`,
    )
    lines[80] = `const ${word}${at} = compute(${at})`
    const text = `${lines.join('\n')}\n`
    return `M 100644 inline src/module${at % 40}/file${at}.ts\ndata ${text.length}\n${text}`
  })
  return `${head}${entries.join('')}\n`
}
