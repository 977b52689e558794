// Starting with nothing to do.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ACTION,
  CLI,
  HOOK,
  interleave,
  NODE_24,
  pick,
  print,
  ratio,
  timeBoth,
  withFolder,
} from './measure.mjs'

const TARGETS = { action: 3.4, hook: 1.5, 'countersign --version': null }

export async function benchColdStart({ rounds }) {
  await withFolder(async (folder) => {
    const commands = listCommands(folder)
    const subjects = Object.entries(commands).map(([name, [args, options]]) => [
      name,
      () => timeBoth(NODE_24, args, options),
    ])
    const samples = await interleave(rounds ?? 15, Object.fromEntries(subjects))
    for (const kind of ['wall', 'processor']) {
      const times = pick(samples, kind)
      for (const [name, most] of Object.entries(TARGETS))
        print(`${name}, ${kind} time / bare node`, ratio(times[name], times.bare), { most })
    }
  })
}

/** The action hears of a comment that is none of its commands; the hook of an event without a tool call. */
function listCommands(folder) {
  const event = join(folder, 'event.json')
  const payload = { issue: { number: 1, pull_request: {} }, comment: { body: 'Thanks!' } }
  writeFileSync(event, JSON.stringify(payload))
  writeFileSync(join(folder, 'bare.mjs'), '')
  const runner = {
    PATH: process.env.PATH,
    GITHUB_EVENT_NAME: 'issue_comment',
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: 'acme/shop',
    'INPUT_GITHUB-TOKEN': 'none',
  }
  return {
    bare: [[join(folder, 'bare.mjs')], {}],
    action: [[ACTION], { env: runner }],
    'countersign --version': [[CLI, '--version'], {}],
    hook: [[HOOK], { cwd: folder }],
  }
}
