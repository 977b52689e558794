/**
 * Tries the properties of `__tests__/properties` with other inputs than the suite does, round after round,
 * until one falls or the minutes are over.
 *
 *     npm run fuzz -- [minutes] [test file, or part of its name]
 *
 * `FUZZ_SEED` starts with that seed, `FUZZ_RUNS` says how many times as often as in the suite (20).
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'

/** No round takes nearly as long: one that does not end is a finding, too. */
const ROUND_MINUTES = 60

const [minutes = '10', part = ''] = process.argv.slice(2)
const runs = process.env.FUZZ_RUNS || '20'
const root = fileURLToPath(new URL('..', import.meta.url))
const end = Date.now() + Number(minutes) * 60_000
if (Number.isNaN(end)) throw new Error(`"${minutes}" is no number of minutes`)

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
