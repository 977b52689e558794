import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { codeOf } from '../sources/error-code.ts'
import { dropFile } from './files.ts'
import { readIfThere } from './place.ts'

/** The lock could not be had in time. */
export class LockLost extends Error {
  override readonly name = 'LockLost'
}

interface Holder {
  readonly pid: number
  /** When the process started, in the kernel's ticks: process ids are used again. */
  readonly start: string
  readonly host: string
  readonly nonce: string
}

const WAIT_MS = 4
const DEADLINE_MS = 20_000

/**
 * Runs work while no other process does so under the same path. A lock file appears with its content
 * or not at all, because it is a link to a finished file. One left behind by a dead process is taken
 * over; one of another machine never is.
 * @param waitMs how long to wait at most, in milliseconds
 * @throws LockLost after that
 */
export async function withLock<T>(
  path: string,
  work: () => T | Promise<T>,
  waitMs = DEADLINE_MS,
): Promise<T> {
  const own = describeSelf()
  const ticket = `${path}.${own.pid}-${own.nonce}`
  try {
    writeFileSync(ticket, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
    waitFor(ticket, path, waitMs)
  } finally {
    dropFile(ticket)
  }
  try {
    return await work()
  } finally {
    dropFile(path)
  }
}

function waitFor(ticket: string, path: string, waitMs: number): void {
  const rounds = Math.ceil(waitMs / WAIT_MS)
  for (let round = 0; round <= rounds; round += 1) {
    if (tryTake(ticket, path)) return
    pause(WAIT_MS)
  }
  throw new LockLost(
    `another process holds "${path}"; if none is running any more, delete that file`,
  )
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/**
 * One attempt. A dead holder's lock is replaced only under a claim that is named after its nonce, so
 * that of many who see the same dead holder one acts, and only while that holder still has it. The
 * claim is a lock like any other: its holder may die, too.
 */
function tryTake(ticket: string, path: string): boolean {
  if (tryLink(ticket, path)) return true
  const holder = readHolder(path)
  if (holder === null || isAlive(holder)) return false
  const claim = `${path}.${holder.nonce}`
  if (!tryTake(ticket, claim)) return false
  if (readHolder(path)?.nonce !== holder.nonce) {
    dropFile(claim)
    return false
  }
  renameSync(claim, path)
  return true
}

function tryLink(ticket: string, path: string): boolean {
  try {
    linkSync(ticket, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function readHolder(path: string): Holder | null {
  const text = readIfThere(path)
  if (text === null) return null
  const value = parse(text)
  if (!isHolder(value)) throw new LockLost(`"${path}" is no lock of this program; delete that file`)
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false
  const { pid, start, host, nonce } = value as Record<string, unknown>
  return (
    Number.isSafeInteger(pid) &&
    Number(pid) > 0 &&
    typeof start === 'string' &&
    typeof host === 'string' &&
    typeof nonce === 'string' &&
    /^[0-9a-f]{16}$/.test(nonce)
  )
}

function describeSelf(): Holder {
  const nonce = randomBytes(8).toString('hex')
  return { pid: process.pid, start: readStart(process.pid), host: readHost(), nonce }
}

/** Where containers share a work tree, their process ids say nothing to each other. Empty but on Linux. */
function readHost(): string {
  try {
    return readFileSync('/proc/sys/kernel/hostname', 'utf8').trim()
  } catch {
    return ''
  }
}

/** When in doubt the holder lives: waiting in vain is a refusal, stealing in error a lost record. */
function isAlive({ pid, start, host }: Holder): boolean {
  if (host !== readHost()) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
  return start === '' || start === readStart(pid)
}

/**
 * Field 22 of proc(5)'s `stat`; the name before it is in brackets and may hold anything. Empty where
 * there is no such file, `dead` for a process that ended and was not yet waited for.
 */
function readStart(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'dead' : (fields[19] ?? '')
  } catch {
    return ''
  }
}
