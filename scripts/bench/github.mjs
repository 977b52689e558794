// The built action on pull requests of the test server, which answers from real git repositories, at once or 50 ms
// later. Against a reader that fetches the same side by side and checks nothing. Publishing is left out.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  interleave,
  NODE_24,
  pick,
  print,
  ratio,
  readTimes,
  summarise,
  time,
  withFolder,
} from './measure.mjs'

const build = (path) => import(join(import.meta.dirname, '..', '..', 'build', '__tests__', path))
const BARE_READER = join(import.meta.dirname, 'bare-reader.mjs')

const REPOSITORY = 'acme/shop'
const BRANCH = 'agent/work'
const LATENCY = 50
const MOST_READS = 45
const MOST_TIMES = 1.5
/** Each with the rounds it is given when nobody says: preparing and judging many files takes longer. */
const SHAPES = [
  { name: '5 files', count: 5, rounds: 9 },
  { name: '400 files', count: 400, rounds: 9 },
  { name: '3,000 files', count: 3000, rounds: 5 },
  { name: '3,000 files without a patch', count: 3000, rounds: 3, omitsPatches: true },
]

export async function benchGitHub({ rounds }) {
  await withFolder(async (folder) => {
    const node = writeTimingNode(folder)
    for (const shape of SHAPES) {
      for (const latency of [0, LATENCY]) {
        process.stderr.write(`preparing ${shape.name}, ${latency} ms a call\n`)
        const desk = await openDesk(shape, latency, node)
        try {
          await benchDesk(desk, shape, latency, rounds ?? shape.rounds)
        } finally {
          await desk.close()
        }
      }
    }
  })
}

async function benchDesk(desk, { name, omitsPatches }, latency, rounds) {
  // The server remembers what git said; the first reader should not pay for both.
  const reads = await countReads(desk)
  await desk.readBarely()
  const samples = await interleave(rounds, { gate: desk.judge, bare: desk.readBarely })
  if (latency === 0) print(`reads, ${name}`, reads, { unit: '', digits: 0, most: MOST_READS })
  for (const kind of ['wall', 'processor']) {
    const { gate, bare } = pick(samples, kind)
    const at = `${name}, ${latency} ms a call, ${kind} time`
    print(`gate, ${at}`, summarise(gate), { unit: 'ms', digits: 0 })
    // The bare reader reads no contents, so without patches the two do not fetch the same.
    if (omitsPatches === true) continue
    const most = latency === 0 || kind === 'processor' ? null : MOST_TIMES
    print(`gate / bare reader, ${at}`, ratio(gate, bare), { most })
  }
}

/** A program that runs Node and notes down how long that took: the server must go on answering meanwhile. */
function writeTimingNode(folder) {
  const program = join(folder, 'node')
  const notes = join(folder, 'times')
  const script = `#!/bin/bash
TIMEFORMAT="%R %U %S"
{ time "${NODE_24}" "$@" 2>&3; } 3>&2 2>"${notes}"
`
  writeFileSync(program, script)
  chmodSync(program, 0o755)
  return { program, readTimes: () => readTimes(readFileSync(notes, 'utf8')) }
}

async function countReads({ server, judge }) {
  const before = server.requests.length
  await judge()
  return { median: server.requests.length - before }
}

/** A server with one pull request, and the two who read it. */
async function openDesk({ count, omitsPatches = false }, latency, node) {
  const { createRepo } = await build('support/repo.js')
  const { createGitHub } = await build('support/github-server.js')
  const repo = createRepo()
  const head = writeWork(repo, count)
  const server = await createGitHub({ repos: { [REPOSITORY]: { dir: repo.dir } }, latency })
  server.openPull({ number: 7, head: BRANCH, testMerge: true, omitPatch: () => omitsPatches })
  server.setActivity([
    {
      ref: BRANCH,
      before: '0'.repeat(40),
      after: head,
      actor: { login: 'acme-coder[bot]', type: 'Bot' },
      at: '2026-11-20T11:00:00Z',
      type: 'branch_creation',
    },
  ])
  return {
    server,
    judge: await makeJudge(server, node),
    readBarely: async () => {
      await time(node.program, [BARE_READER, server.url, server.token, REPOSITORY, '7'])
      return node.readTimes()
    },
    close: async () => {
      await server.close()
      repo.dispose()
    },
  }
}

/** Files of 8 KB, each with one line changed. */
function writeWork(repo, count) {
  const write = (word) => {
    for (let at = 0; at < count; at += 1) {
      const lines = Array.from({ length: 160 }, (_, line) => `const value${line} = compute(${at})`)
      lines[80] = `const ${word} = compute(${at})`
      repo.write(`src/module${at % 40}/file${at}.ts`, `${lines.join('\n')}\n`)
    }
  }
  const policy = 'version: 1\nextends: standard\napplies_to: all\nplan: { required: false }\n'
  repo.write('.github/countersign.yml', policy)
  repo.write('.github/CODEOWNERS', '* @alice\n')
  write('old')
  repo.commit('Base')
  write('new')
  return repo.commit('Work', { branch: BRANCH })
}

/** Runs the action as the runner does, and makes sure that it came to a verdict. */
async function makeJudge(server, node) {
  const { runAction } = await build('support/run-action.js')
  const { eventPayload } = await build('support/event-payload.js')
  const event = eventPayload('pull_request', 'synchronize', { repository: REPOSITORY, number: 7 })
  const inputs = { 'check-name': '', comment: 'false' }
  const options = {
    server,
    event,
    eventName: 'pull_request_target',
    inputs,
    nodeBinary: node.program,
  }
  return async () => {
    const { decision, stdout } = await runAction(options)
    const rules = decision?.findings.map(({ rule }) => rule) ?? []
    if (!rules.includes('approval/missing')) throw new Error(`no verdict on the change: ${stdout}`)
    return node.readTimes()
  }
}
