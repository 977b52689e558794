import { writeSync } from 'node:fs'
import type { ToolVerdict } from '../engine/tool-call/action.ts'

/** What the hook says and how it ends. Silence on standard output lets the agent go on. */
export interface Answer {
  readonly stdout: object | null
  readonly stderr: string
  /** 2: could not be decided safely, or a deny that must not depend on anybody reading JSON. */
  readonly code: 0 | 2
}

export const SILENCE: Answer = { stdout: null, stderr: '', code: 0 }

/** Claude Code's form of a decision on a tool call ("Hooks reference", PreToolUse). */
export function answerToolCall({ decision, reason }: ToolVerdict): Answer {
  if (decision === 'allow') return SILENCE
  return { stdout: permission(decision, reason), stderr: '', code: 0 }
}

/** A refusal because nothing could be decided. */
export function refuse(reason: string): Answer {
  return { stdout: permission('deny', reason), stderr: reason, code: 2 }
}

function permission(decision: 'ask' | 'deny', reason: string): object {
  return {
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: decision,
      permissionDecisionReason: reason,
    },
  }
}

/** Written at once, so that ending the process loses nothing. */
export function give({ stdout, stderr, code }: Answer): void {
  if (stdout !== null) writeWhole(1, `${JSON.stringify(stdout)}\n`)
  if (stderr !== '') writeWhole(2, `${stderr}\n`)
  process.exitCode = code
}

function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done)
}
