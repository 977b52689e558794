import { spawn } from 'node:child_process'
import { decodeText } from './git-store.ts'

export interface GitObject {
  readonly sha: string
  readonly type: string
  readonly body: Buffer
}

/** One `git cat-file --batch` process: questions are answered in the order they were asked. */
export interface Batch {
  read(name: string): Promise<GitObject | null>
  close(): Promise<void>
}

interface Waiting {
  readonly answer: (object: GitObject | null) => void
  readonly fail: (error: Error) => void
}

/** Starts the process in `cwd`. Names must not contain line breaks. */
export function startBatch(cwd: string, env: Record<string, string>): Batch {
  const child = spawn('git', ['cat-file', '--batch'], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting: Waiting[] = []
  let isClosing = false
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.stdout.on(
    'data',
    collectAnswers((object) => waiting.shift()?.answer(object)),
  )
  child.once('close', () => {
    // A request whose connection is gone may still ask; nobody waits for what it would answer.
    if (isClosing) return
    for (const { fail } of waiting) fail(new Error('git cat-file ended early'))
  })
  child.stdin.on('error', () => undefined)
  return {
    read: (name) =>
      new Promise((answer, fail) => {
        waiting.push({ answer, fail })
        child.stdin.write(`${name}\n`)
      }),
    close: () => {
      isClosing = true
      child.stdin.end()
      return closed
    },
  }
}

/** Puts chunks together until an answer is whole; a large object is copied once, not per chunk. */
function collectAnswers(deliver: (object: GitObject | null) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let total = 0
  let needed = 1
  return (chunk) => {
    chunks.push(chunk)
    total += chunk.length
    if (total < needed) return
    let pending: Buffer = Buffer.concat(chunks)
    let answer = takeAnswer(pending)
    for (; 'length' in answer; answer = takeAnswer(pending)) {
      deliver(answer.object)
      pending = pending.subarray(answer.length)
    }
    chunks = [pending]
    total = pending.length
    needed = answer.needed
  }
}

type Taken =
  | { readonly object: GitObject | null; readonly length: number }
  | { readonly needed: number }

/** The first answer in what was read so far, or how many bytes it takes to go on. */
function takeAnswer(bytes: Buffer): Taken {
  const lineEnd = bytes.indexOf(10)
  if (lineEnd < 0) return { needed: bytes.length + 1 }
  const found = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(decodeText(bytes.subarray(0, lineEnd)))
  if (found === null) return { object: null, length: lineEnd + 1 }
  const [, sha = '', type = '', size = ''] = found
  const end = lineEnd + 1 + Number(size)
  if (bytes.length < end + 1) return { needed: end + 1 }
  const body = Buffer.from(bytes.subarray(lineEnd + 1, end))
  return { object: { sha, type, body }, length: end + 1 }
}
