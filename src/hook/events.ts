import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { wellFormed } from '../engine/text/well-formed.ts'
import type { Draft, Session } from '../recorder/session.ts'
import { peek, record } from '../recorder/session.ts'
import { type Answer, answerToolCall, refuse, SILENCE } from './answer.ts'
import { classify } from './classify.ts'
import type { HookInput } from './input.ts'
import { foreseeToolCall, judge, readToolCall } from './judge.ts'
import { recordVerdict } from './record-call.ts'
import { findGoverned, type Governed, type Rules } from './rules.ts'

/**
 * What happens at each event. An event that is not known, and any event in a repository without a
 * policy, is passed over in silence.
 */
export async function handle(input: HookInput, clock: () => Date): Promise<Answer> {
  if (!Object.hasOwn(HANDLERS, input.event)) return SILENCE
  const governed = await findGoverned(directoriesOf(input), clock())
  const handler = HANDLERS[input.event]
  if (governed === null || handler === undefined) return SILENCE
  return handler({ governed, session: toSession(governed, input, clock), input })
}

interface Happening {
  readonly governed: Governed
  readonly session: Session
  readonly input: HookInput
}

/** By the names under which an agent reports what happens (Claude Code, "Hooks reference"). */
const HANDLERS: Readonly<Record<string, (happening: Happening) => Promise<Answer>>> = {
  PreToolUse: beforeTool,
  PermissionDenied: permissionDenied,
  PostToolUse: (happening) => afterTool(happening, 'ok'),
  PostToolUseFailure: (happening) => afterTool(happening, 'error'),
  SessionStart: sessionStarts,
  SessionEnd: sessionEnds,
  UserPromptSubmit: promptSubmitted,
  SubagentStop: (happening) => checkpoint(happening),
  Stop: agentStops,
}

async function beforeTool({ governed, session, input }: Happening): Promise<Answer> {
  const call = readToolCall(governed, input)
  const verdict = await judge(governed, foreseeToolCall(call, input))
  await recordVerdict({ governed, session, input, call }, verdict)
  return verdict.rule === 'policy/invalid' ? refuse(verdict.reason) : answerToolCall(verdict)
}

/** Somebody else refused the call: the agent's host, by its own rules. */
async function permissionDenied({ governed, session, input }: Happening): Promise<Answer> {
  const call = readToolCall(governed, input)
  const verdict = { decision: 'deny', rule: null, reason: '' } as const
  await recordVerdict({ governed, session, input, call }, verdict)
  return SILENCE
}

async function afterTool(happening: Happening, status: 'ok' | 'error'): Promise<Answer> {
  const call = readToolCall(happening.governed, happening.input)
  const { recordOutcome } = await import('./record-outcome.ts')
  await recordOutcome({ ...happening, call }, status)
  return SILENCE
}

async function sessionStarts(happening: Happening): Promise<Answer> {
  const { genesis } = await record(happening.session, () => [])
  const { rules } = happening.governed
  const text = [
    `Countersign guards this repository (${rules.mode}).`,
    describePlans(rules),
    ...(genesis.repository === '' ? [NAMELESS] : []),
  ]
  const output = { hookEventName: 'SessionStart', additionalContext: text.join('\n') }
  return { ...SILENCE, stdout: { hookSpecificOutput: output } }
}

const NAMELESS =
  'The address of the remote "origin" names no owner and repository, so the gate will not accept the record of this session. Ask the person you work for to set it with "git remote set-url origin" and to start a new session.'

function describePlans({ plans, planAdvice }: Rules): string {
  if (planAdvice !== null) return planAdvice
  if (plans.length === 0) return 'No plan of the protected branch is in force for this branch.'
  const more = plans.length > 2 ? ` and ${plans.length - 2} more` : ''
  return `Plan in force: ${plans.slice(0, 2).join('; ')}${more}. Only what it names may change.`
}

async function sessionEnds({ session }: Happening): Promise<Answer> {
  const state = peek(session)
  if (state === null || state.closed) return SILENCE
  const { recordEnd } = await import('./record-outcome.ts')
  await recordEnd(session)
  return SILENCE
}

async function promptSubmitted({ governed, session, input }: Happening): Promise<Answer> {
  const { recordPrompt } = await import('./record-outcome.ts')
  await recordPrompt(session, input.prompt, governed.rules.prompts)
  return SILENCE
}

const CHECKPOINT: Draft = { event: 'checkpoint' }

async function checkpoint({ session }: Happening): Promise<Answer> {
  const state = peek(session)
  if (state !== null && !state.closed) await record(session, () => [CHECKPOINT])
  return SILENCE
}

async function remind(): Promise<string> {
  const { findAttachCommand } = await import('./attach-command.ts')
  const command = findAttachCommand(process.env.PATH ?? '', process.argv[1] ?? '')
  return `The record of this session is not attached to the work yet. Run \`${command}\`, then commit what it adds together with the work. This is said once.`
}

/** Reminds once, and never an agent that is stopping because it was stopped before. */
async function agentStops(happening: Happening): Promise<Answer> {
  await checkpoint(happening)
  const { governed, session, input } = happening
  const state = peek(session)
  const isDue = state?.hasNews === true && !state.reminded && !state.closed
  if (!isDue || input.stopHookActive || !governed.rules.wantsAudit) return SILENCE
  await record(session, () => [], { reminded: true })
  return { ...SILENCE, stdout: { decision: 'block', reason: await remind() } }
}

/**
 * A file's own repository comes before the one the agent happens to stand in, and that before the one
 * its session was started in, which an agent that stands elsewhere does not get away from.
 */
function directoriesOf({ cwd, projectDir, tool, toolInput }: HookInput): string[] {
  const around = projectDir === null ? [cwd] : [cwd, projectDir]
  const [file] = classify(tool, toolInput).files
  if (file === undefined) return around
  const path = resolve(cwd, file.path)
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  return [isDirectory ? path : dirname(path), ...around]
}

function toSession({ place, tip }: Governed, input: HookInput, clock: () => Date): Session {
  const model = wellFormed(input.model ?? 'unknown')
  const role = { agent: 'claude-code', model, session_id: wellFormed(input.session) }
  return { place, tip, role, clock }
}
