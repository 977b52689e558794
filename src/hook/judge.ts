import { statSync } from 'node:fs'
import { ALLOWED, type ToolAction, type ToolVerdict } from '../engine/tool-call/action.ts'
import { isCertainlyAllowed } from '../engine/tool-call/certain.ts'
import { classify } from './classify.ts'
import { foresee } from './content.ts'
import type { HookInput } from './input.ts'
import { type Located, locate } from './locate.ts'
import type { Governed } from './rules.ts'

/** A tool call as it is judged and recorded. */
export interface ToolCall {
  /** Of all files together; what a write would do is not in it. */
  readonly action: ToolAction
  readonly files: readonly CalledFile[]
  /** For the record: paths from the root, or hosts. */
  readonly targets: readonly string[]
}

interface CalledFile extends Located {
  readonly text: string | null
}

/** Sorts a call out and looks its paths up; what a write would do is not looked at. */
export function readToolCall({ place }: Governed, { tool, toolInput, cwd }: HookInput): ToolCall {
  const { category, files: named, command, host } = classify(tool, toolInput)
  const files = named.map(({ path, text }) => ({ ...locate(place, cwd, path), text }))
  const spellings = files.flatMap(category === 'file_read' ? spellRead : (file) => file.spellings)
  const paths = [...new Set(spellings)]
  return {
    action: { category, paths, before: null, after: null, command },
    files,
    targets: host === '' ? [...new Set(files.map((file) => file.target))] : [host],
  }
}

/** A folder that is looked through stands for everything under it, as a link does in a change. */
function spellRead({ real, spellings }: Located): string[] {
  const isFolder = statSync(real, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? spellings.flatMap((path) => [path, `${path}/`]) : [...spellings]
}

/** What a call would do, file by file, to be judged before it does. */
export function foreseeToolCall(
  { action, files }: ToolCall,
  { tool, toolInput }: HookInput,
): ToolAction[] {
  if (action.category !== 'file_write' || files.length === 0) return [action]
  return files.map(({ real, spellings, text }) => ({
    ...action,
    paths: spellings,
    ...foresee(tool, toolInput, real, text),
  }))
}

/** These change what is there already; any other write may have made the file. */
const IS_EDIT = /Edit$/

/**
 * What a call has done, file by file, to be judged after it did. The file is no longer as it was: held
 * against itself, a whole file that was written would change nothing, and no rule about what is put in
 * would see it. So all of it counts as new, and the file as made or as changed, whichever is worse.
 */
export function recallActions(tool: string, actions: readonly ToolAction[]): ToolAction[] {
  return actions.flatMap((action) => {
    const { before } = action
    if (before === null || IS_EDIT.test(tool)) return [action]
    const changed = { ...action, before: { ...before, bytes: new Uint8Array() } }
    return [changed, { ...action, before: null }]
  })
}

/**
 * Judges what a call does: at once where certainly no rule stops it, by the engine otherwise. The
 * strictest verdict counts. Checks in observe and warn mode stop nothing.
 */
export async function judge(
  governed: Governed,
  actions: readonly ToolAction[],
): Promise<ToolVerdict> {
  let strictest = ALLOWED
  for (const action of actions) {
    const verdict = await judgeAction(governed, action)
    if (verdict.decision === 'deny') return verdict
    if (verdict.decision === 'ask' && strictest.decision === 'allow') strictest = verdict
  }
  return strictest
}

async function judgeAction({ rules, cache }: Governed, action: ToolAction): Promise<ToolVerdict> {
  if (rules.broken !== null) {
    const reason = `Countersign: the policy on the protected branch is not valid, so nothing can be allowed. ${rules.broken} Ask a maintainer to mend it.`
    return { decision: 'deny', rule: 'policy/invalid', reason }
  }
  if (!rules.enforces) return ALLOWED
  if (rules.prefilter !== null && isCertainlyAllowed(rules.prefilter, action)) return ALLOWED
  const { judgeFully } = await import('./judge-fully.ts')
  return judgeFully(cache, action)
}
