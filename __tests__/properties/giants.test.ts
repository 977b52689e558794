import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { countWork } from '../support/count-work.ts'
import { GIANTS } from './giants.ts'

/** Bounded in steps and in memory, by counting both and not by a clock. */

/** Twice is linear; four times would be quadratic. */
const MOST = 2.6

interface Line {
  readonly name: string
  readonly work: readonly [number, number]
}

function readGiants(flags: readonly string[], task: 'count' | 'read', size: number): Line[] {
  const script = fileURLToPath(new URL('./read-giants.js', import.meta.url))
  const child = spawnSync(process.execPath, [...flags, script, task, String(size)], {
    encoding: 'utf8',
  })
  expect([child.stderr, child.status]).toEqual(['', 0])
  return child.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}

/** Code that is compiled again while it runs, or thrown away in between, is not counted as it should be. */
const COUNTABLE = ['--no-opt', '--no-maglev', '--no-sparkplug', '--no-flush-bytecode']

test('work that is not linear is seen', () => {
  const square = (size: number) => () => {
    let found = 0
    for (let one = 0; one < size; one += 1)
      for (let two = 0; two < size; two += 1) found += countOnce(one, two)
    expect(found).toBe(size ** 2)
  }
  expect(countWork(square(60)) / countWork(square(30))).toBeGreaterThan(MOST)
})

function countOnce(one: number, two: number): number {
  return one < 0 || two < 0 ? 0 : 1
}

test('twice the size is no more than about twice the work', () => {
  const lines = readGiants(COUNTABLE, 'count', 4_000)
  expect(lines).toHaveLength(GIANTS.length)
  const tooMuch = lines.filter(({ work: [once, twice] }) => once === 0 || twice / once > MOST)
  expect(tooMuch).toEqual([])
})

test('hundreds of kilobytes of anything are read in little memory', () => {
  expect(readGiants(['--max-old-space-size=48'], 'read', 300_000)).toHaveLength(GIANTS.length)
})
