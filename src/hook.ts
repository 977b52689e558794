#!/usr/bin/env node
import { type Answer, give, refuse, SILENCE } from './hook/answer.ts'
import { handle } from './hook/events.ts'
import { type HookInput, parseInput, readStandardInput, requireToolCall } from './hook/input.ts'

/** Not decided is refused: also when the process stops without an exception. */
const REFUSED = 2
process.exitCode = REFUSED
process.on('uncaughtException', stop)
process.on('unhandledRejection', stop)

// No top-level await: the bundle is a CommonJS module, which Node starts faster.
answer().then(give).catch(stop)

async function stop(error: unknown): Promise<void> {
  try {
    give(await fail(null, error))
  } finally {
    process.exit(REFUSED)
  }
}

async function answer(): Promise<Answer> {
  let input: HookInput | null = null
  try {
    const text = readStandardInput()
    input = parseInput(text, process.env.CLAUDE_PROJECT_DIR)
    if (input.event === 'PreToolUse') requireToolCall(input, text)
    return await handle(input, () => new Date())
  } catch (error) {
    return await fail(input, error)
  }
}

/** An agent that stops because it was stopped before must come to an end, whatever is broken here. */
async function fail(input: HookInput | null, error: unknown): Promise<Answer> {
  const { showName } = await import('./engine/text/names.ts')
  const reason = `Countersign could not decide about this: ${showName(describe(error))}.`
  if (input === null || input.event === 'PreToolUse') return refuse(reason)
  if (input.stopHookActive) return { ...SILENCE, stdout: { systemMessage: reason } }
  return { stdout: null, stderr: reason, code: REFUSED }
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : `a ${typeof error} was thrown`
  return text.replace(/\.$/, '')
}
