import { ALLOWED, type ToolAction, type ToolVerdict } from '../engine/tool-call/action.ts'
import { isCertainlyAllowed } from '../engine/tool-call/certain.ts'
import { classify } from './classify.ts'
import { foresee } from './content.ts'
import type { HookInput } from './input.ts'
import { locate } from './locate.ts'
import type { Governed } from './rules.ts'

/** A tool call as it is judged and recorded. */
export interface ToolCall {
  readonly action: ToolAction
  /** For the record: paths from the root, or hosts. */
  readonly targets: readonly string[]
  /** Where the first path really leads; null without one. */
  readonly file: string | null
}

/** Sorts a call out and looks its paths up; what a write would do is not looked at. */
export function readToolCall({ place }: Governed, { tool, toolInput, cwd }: HookInput): ToolCall {
  const { category, files, command, host } = classify(tool, toolInput)
  const located = files.map((file) => locate(place, cwd, file))
  const paths = [...new Set(located.flatMap((one) => one.spellings))]
  return {
    action: { category, paths, before: null, after: null, command },
    targets: host === '' ? [...new Set(located.map((one) => one.target))] : [host],
    file: located[0]?.real ?? null,
  }
}

/** The call with what it would do to a file, to be judged before it does. */
export function foreseeToolCall(call: ToolCall, { tool, toolInput }: HookInput): ToolAction {
  const isWrite = call.action.category === 'file_write' && call.file !== null
  return isWrite ? { ...call.action, ...foresee(tool, toolInput, call.file) } : call.action
}

/**
 * Judges a call: at once where certainly no rule stops it, by the engine otherwise. In observe and
 * warn mode nothing is stopped.
 */
export async function judge({ rules, cache }: Governed, action: ToolAction): Promise<ToolVerdict> {
  if (rules.broken !== null) {
    const reason = `Countersign: the policy on the protected branch is not valid, so nothing can be allowed. ${rules.broken} Ask a maintainer to mend it.`
    return { decision: 'deny', rule: 'policy/invalid', reason }
  }
  if (rules.mode !== 'enforce') return ALLOWED
  if (rules.prefilter !== null && isCertainlyAllowed(rules.prefilter, action)) return ALLOWED
  const { judgeFully } = await import('./judge-fully.ts')
  return judgeFully(cache, action)
}
