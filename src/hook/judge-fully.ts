import type { ToolAction, ToolVerdict } from '../engine/tool-call/action.ts'
import { keepEnforced } from '../engine/tool-call/enforced.ts'
import { judgeToolCall } from '../engine/tool-call/judge.ts'
import { toVerdict } from '../engine/tool-call/verdict.ts'
import { readFullRules } from './compile.ts'

/** The engine's verdict. Loaded only when it is needed: it takes longer than all the rest. */
export function judgeFully(cache: string, action: ToolAction): ToolVerdict {
  const { policy, scope } = readFullRules(cache)
  return toVerdict(keepEnforced(policy, judgeToolCall(policy, scope, action)))
}
