import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { LockLost, withLock } from '../../src/recorder/lock.ts'

const MODULE = pathToFileURL(resolve('build/src/recorder/lock.js')).href

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A process id that nobody has: of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid
}

function leaveBehind(at: string, nonce: string, change: object = {}): void {
  const host = readFileSync('/proc/sys/kernel/hostname', 'utf8').trim()
  writeFileSync(at, JSON.stringify({ pid: deadPid(), start: '1', host, nonce, ...change }))
}

test('work runs under the lock, which is gone afterwards', async () => {
  const seen = await withLock(path, () => readdirSync(folder))
  expect(seen).toEqual(['lock'])
  expect(readdirSync(folder)).toEqual([])
})

test('failed work leaves no lock behind', async () => {
  const failing = withLock(path, () => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a dead process is taken over', async () => {
  leaveBehind(path, 'a'.repeat(16))
  expect(await withLock(path, () => 'done', 400)).toBe('done')
  expect(readdirSync(folder)).toEqual([])
})

test('so is one whose taking over a second process did not survive', async () => {
  leaveBehind(path, 'a'.repeat(16))
  leaveBehind(`${path}.${'a'.repeat(16)}`, 'b'.repeat(16))
  expect(await withLock(path, () => 'done', 400)).toBe('done')
  expect(readdirSync(folder)).toEqual([])
})

test('and one of a process whose id another has now', async () => {
  leaveBehind(path, 'a'.repeat(16), { pid: process.pid })
  expect(await withLock(path, () => 'done', 400)).toBe('done')
})

test.each([
  ['of a living process', { pid: process.pid, start: '' }],
  ['of another machine', { host: `not-${hostname()}` }],
])('the lock %s is not', async (_, change) => {
  leaveBehind(path, 'a'.repeat(16), change)
  await expect(withLock(path, () => 'done', 20)).rejects.toThrow(LockLost)
  expect(readdirSync(folder)).toEqual(['lock'])
})

test.each(['', '{', '{"pid":1}'])('what is no lock (%s) is not taken for one', async (text) => {
  writeFileSync(path, text)
  await expect(withLock(path, () => 'done', 20)).rejects.toThrow('delete that file')
})

test('many processes that find a dead lock count on without losing a step', async () => {
  leaveBehind(path, 'a'.repeat(16))
  const counter = join(folder, 'counter')
  writeFileSync(counter, '0')
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs'
    import { withLock } from '${MODULE}'
    for (let step = 0; step < 20; step += 1)
      await withLock(process.argv[1], () => {
        writeFileSync(process.argv[2], String(Number(readFileSync(process.argv[2], 'utf8')) + 1))
      })`
  const codes = await Promise.all(
    Array.from({ length: 8 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, path, counter])
      return new Promise((done) => child.on('close', done))
    }),
  )
  expect(codes).toEqual(Array(8).fill(0))
  expect(readFileSync(counter, 'utf8')).toBe('160')
  expect(readdirSync(folder)).toEqual(['counter'])
})
