// What every part of the bench shares: interleaved runs, medians with their noise, and how figures are printed.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The machine's own configuration of git has no say. */
export const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

/**
 * Takes one sample of each subject per round, one right after the other, so that whatever else the machine
 * does meets all of them alike.
 * @param subjects by name, functions that return (a promise of) one sample
 * @returns by name, the samples in the order of the rounds
 */
export async function interleave(rounds, subjects) {
  const samples = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]))
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, take] of Object.entries(subjects)) {
      process.stderr.write(`round ${round} of ${rounds}: ${name}\n`)
      samples[name].push(await take())
    }
  }
  return samples
}

/** The median and its noise: half the width of the middle half, in parts of the median. */
export function summarise(list) {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (part) => sorted[Math.round((sorted.length - 1) * part)]
  const median = at(0.5)
  return { median, noise: median === 0 ? 0 : (at(0.75) - at(0.25)) / 2 / median }
}

/** The ratio of two subjects, round by round. */
export function ratio(above, below) {
  return summarise(above.map((it, at) => it / below[at]))
}

/**
 * Prints one figure.
 * @param target `{ most, unit }`; without one the figure is only told
 */
export function print(name, { median, noise }, { unit = 'x', most = null, digits = 2 } = {}) {
  const value = `${median.toFixed(digits)} ${unit}`
  const spread = noise === null ? '' : `± ${(noise * 100).toFixed(0)} %`
  const target = most === null ? '' : `at most ${most}: ${median <= most ? 'kept' : 'MISSED'}`
  console.log(`${name.padEnd(58)} ${value.padStart(12)}  ${spread.padEnd(8)} ${target}`.trimEnd())
}

/**
 * Runs a program to its end.
 * @returns milliseconds, the most memory it held (in MB, by its own account) and its exit code
 */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const start = process.hrtime.bigint()
    const child = spawn(command, args, { stdio: 'ignore', env, ...options })
    child.once('error', fail)
    child.once('close', (code) => done({ ms: Number(process.hrtime.bigint() - start) / 1e6, code }))
  })
}

/** Runs `use` with an empty folder that is removed afterwards. */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
