// The built action on pull requests of the test server, which answers from real git repositories, at once or 50 ms
// later. Against a reader that fetches the same side by side and checks nothing. Publishing is left out.
import { join } from 'node:path'
import { interleave, NODE_24, print, ratio, summarise, time } from './measure.mjs'

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
  for (const shape of SHAPES) {
    process.stderr.write(`preparing ${shape.name}\n`)
    for (const latency of [0, LATENCY]) {
      const desk = await openDesk(shape, latency)
      try {
        await benchDesk(desk, shape, latency, rounds ?? shape.rounds)
      } finally {
        await desk.close()
      }
    }
  }
}

async function benchDesk(desk, { name, omitsPatches }, latency, rounds) {
  // The server remembers what git said; the first reader should not pay for both.
  const reads = await countReads(desk)
  await desk.readBarely()
  const samples = await interleave(rounds, { gate: desk.judge, bare: desk.readBarely })
  const at = `${name}, ${latency} ms a call`
  if (latency === 0) print(`reads, ${name}`, reads, { unit: '', digits: 0, most: MOST_READS })
  print(`gate, ${at}`, summarise(samples.gate), { unit: 'ms', digits: 0 })
  // The bare reader reads no contents, so without patches the two do not fetch the same.
  if (omitsPatches === true) return
  const most = latency === 0 ? null : MOST_TIMES
  print(`gate / bare reader, ${at}`, ratio(samples.gate, samples.bare), { most })
}

async function countReads({ server, judge }) {
  const before = server.requests.length
  await judge()
  return { median: server.requests.length - before }
}

/** A server with one pull request, and the two who read it. */
async function openDesk({ count, omitsPatches = false }, latency) {
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
    judge: await makeJudge(server),
    readBarely: () => time(NODE_24, [BARE_READER, server.url, server.token, REPOSITORY, '7']),
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

/** Runs the action as the runner does, and makes sure that it came to a verdict. @returns milliseconds */
async function makeJudge(server) {
  const { runAction } = await build('support/run-action.js')
  const { eventPayload } = await build('support/event-payload.js')
  const event = eventPayload('pull_request', 'synchronize', { repository: REPOSITORY, number: 7 })
  const inputs = { 'check-name': '', comment: 'false' }
  const options = { server, event, eventName: 'pull_request_target', inputs, nodeBinary: NODE_24 }
  return async () => {
    const start = process.hrtime.bigint()
    const { decision, stdout } = await runAction(options)
    const taken = Number(process.hrtime.bigint() - start) / 1e6
    const rules = decision?.findings.map(({ rule }) => rule) ?? []
    if (!rules.includes('approval/missing')) throw new Error(`no verdict on the change: ${stdout}`)
    return taken
  }
}
