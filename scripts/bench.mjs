// Measures what is promised about speed, as ratios taken in one run: machines differ, ratios less so.
import { withFolder } from './bench/measure.mjs'
import { build, readArguments, refuse } from './command.mjs'

/** Every part, in the order in which they run: what it measures, and how to. */
const PARTS = {
  'cold-start': {
    about: 'starting action, command line and hook with nothing to do, against bare Node 24',
    load: () => import('./bench/cold-start.mjs').then((it) => it.benchColdStart),
  },
  github: {
    about: 'reads of a pull request at GitHub, and wall time against a bare reader',
    load: () => import('./bench/github.mjs').then((it) => it.benchGitHub),
  },
  local: {
    about: '`check` of a clone: growth, wall time against git itself, memory',
    load: () => import('./bench/local.mjs').then((it) => it.benchLocal),
  },
  scan: {
    about: 'patterns on source text, against ripgrep',
    load: async () => {
      const { benchScan } = await import('./bench/scan.mjs')
      return ({ rounds }) => withFolder((folder) => benchScan({ folder, rounds: rounds ?? 5 }))
    },
  },
  chain: {
    about: 'verifying an audit chain, against sha256sum of the same file',
    load: () => import('./bench/chain.mjs').then((it) => it.benchChains),
  },
  hook: {
    about: 'what the hook costs a tool call, against bare node',
    load: () => import('./bench/hook.mjs').then((it) => it.benchHook),
  },
}

const parts = Object.entries(PARTS)

const USAGE = `npm run bench [-- PART...]

Parts, all of them without a name:
${parts.map(([name, { about }]) => `  ${name.padEnd(12)}${about}`).join('\n')}

ROUNDS=N sets how often each figure is taken. Figures are medians; ± is half of what the middle half of the
rounds covers. Progress goes to standard error. dist/ is measured as it is: run "npm run package" first.
`

const { positionals: asked } = readArguments(USAGE, { allowPositionals: true })
const unknown = asked.find((name) => PARTS[name] === undefined)
if (unknown !== undefined) refuse(USAGE, `There is no part "${unknown}".`)
build()
for (const [name, { about, load }] of parts) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}: ${about}`)
  const bench = await load()
  await bench({ rounds: process.env.ROUNDS === undefined ? null : Number(process.env.ROUNDS) })
}
