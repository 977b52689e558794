// Tries the properties of __tests__/properties with other inputs than the suite does.
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, readArguments, refuse } from './command.mjs'

const USAGE = `npm run fuzz [-- MINUTES [FILE]]

Tries the properties with new seeds, round after round, until one falls or the minutes (10) are over. FILE is
a test file of __tests__/properties, or a part of its name. A counterexample is printed with its seed.

FUZZ_SEED=N starts with that seed, FUZZ_RUNS=N tries N times as often as the tests do (20).
`

/** No round takes nearly as long: one that does not end is a finding, too. */
const ROUND_MINUTES = 60

const { positionals } = readArguments(USAGE, { allowPositionals: true })
const [minutes = '10', part = ''] = positionals
const runs = process.env.FUZZ_RUNS || '20'
const root = fileURLToPath(new URL('..', import.meta.url))
const end = Date.now() + Number(minutes) * 60_000
if (Number.isNaN(end)) refuse(USAGE, `"${minutes}" is no number of minutes.`)
build()

let seed = Number(process.env.FUZZ_SEED || randomInt(2 ** 31))
for (let round = 1; round === 1 || Date.now() < end; round += 1) {
  process.stdout.write(`Round ${round}: FUZZ_SEED=${seed} FUZZ_RUNS=${runs}\n`)
  const ended = await runRound(seed)
  if (ended !== 'passed') {
    process.stdout.write(
      `Round ${round} ${ended}. Again: FUZZ_SEED=${seed} FUZZ_RUNS=${runs} npm run fuzz -- 0 ${part}\n`,
    )
    process.exit(1)
  }
  seed = randomInt(2 ** 31)
}

/** Jest's own report names the property, the seed and the smallest counterexample. */
function runRound(own) {
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
  ]
  const child = spawn(
    process.execPath,
    [...jest, `build/__tests__/properties/.*${part}`, `--testTimeout=${ROUND_MINUTES * 60_000}`],
    {
      cwd: root,
      env: { ...process.env, FUZZ_SEED: String(own), FUZZ_RUNS: runs },
      stdio: 'inherit',
    },
  )
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve(`did not end in ${ROUND_MINUTES} minutes`)
    }, ROUND_MINUTES * 60_000)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? 'passed' : 'failed')
    })
  })
}
