// `check` of a clone, from its objects to the decision.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CLI,
  env,
  interleave,
  pick,
  print,
  ratio,
  summarise,
  timeBoth,
  withFolder,
} from './measure.mjs'
import { makeRepository } from './repository.mjs'

const POLICY = 'version: 1\nextends: standard\napplies_to: all\nplan: { required: false }\n'
/** 8 KB a file: 3,100 of them rewritten make a diff of 50 MB, half removed and half added. */
const SHAPES = {
  '100 files': { files: 100 },
  '300 files': { files: 300 },
  '1,000 files': { files: 1000 },
  '3,000 files': { files: 3000 },
  '1,550 files rewritten, 25 MB of diff': { files: 1550, rewritten: true },
  '3,100 files rewritten, 50 MB of diff': { files: 3100, rewritten: true },
  '20,000 files': { files: 20_000 },
}
const LARGE = '3,000 files'

export async function benchLocal({ rounds }) {
  await withFolder(async (folder) => {
    const policy = join(folder, 'policy.yml')
    writeFileSync(policy, POLICY)
    const subjects = {}
    const memory = {}
    for (const [name, shape] of Object.entries(SHAPES)) {
      process.stderr.write(`preparing ${name}\n`)
      const directory = makeRepository(folder, shape)
      const args = listArguments(directory, policy)
      subjects[name] = () => timeBoth(process.execPath, args)
      memory[name] = () => measureMemory(args, folder)
      if (name === LARGE) subjects.git = () => timeBoth('git', listDiff(directory))
    }
    const samples = await interleave(rounds ?? 5, subjects)
    for (const kind of ['wall', 'processor']) report(pick(samples, kind), kind)
    for (const [name, take] of Object.entries(memory)) {
      const most = name === '20,000 files' || /50 MB/.test(name) ? null : 400
      print(`most memory, ${name}`, { median: take() }, { unit: 'MB', digits: 0, most })
    }
  })
}

function report(times, kind) {
  for (const name of Object.keys(SHAPES)) {
    const most = /^3,000|25 MB/.test(name) ? 3 : null
    const seconds = summarise(times[name].map((it) => it / 1000))
    print(`check, ${name}, ${kind} time`, seconds, { unit: 's', most })
  }
  const growth = ratio(times[LARGE], times['300 files'])
  print(`growth from 300 to 3,000 files, ${kind} time`, growth, { most: 11 })
  const further = ratio(times['20,000 files'], times[LARGE])
  print(`growth from 3,000 to 20,000 files, ${kind} time`, further)
  print(`check / git diff, 3,000 files, ${kind} time`, ratio(times[LARGE], times.git))
}

function listArguments(directory, policy) {
  const revisions = ['--repo', directory, '--base', 'main', '--head', 'work']
  return [CLI, 'check', ...revisions, '--policy', policy, '--format', 'json']
}

function listDiff(directory) {
  return ['-C', directory, 'diff', '--raw', '-p', 'main', 'work']
}

/** Megabytes, by the process's own account. */
function measureMemory(args, folder) {
  const preload = join(folder, 'account.cjs')
  writeFileSync(
    preload,
    "process.on('exit', () => console.error('RSS', process.resourceUsage().maxRSS))\n",
  )
  const { stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return Number(/RSS (\d+)\s*$/.exec(String(stderr))?.[1]) / 1024
}
