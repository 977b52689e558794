import type { ChainRequest, ChainResult, RuleVerdict } from '../engine/chain/format.ts'
import { hashCanonical } from '../engine/hash.ts'
import { ALLOWED, type ToolVerdict } from '../engine/tool-call/action.ts'
import { type Draft, doneKey, peek, record, type Session } from '../recorder/session.ts'
import type { SessionState } from '../recorder/state.ts'
import type { HookInput } from './input.ts'
import { foreseeToolCall, judge, recallActions, type ToolCall } from './judge.ts'
import { toPublicId, toPublicText } from './public-text.ts'
import type { Governed } from './rules.ts'

/** A tool call under way, with everything a record of it needs. */
export interface CallEvent {
  readonly governed: Governed
  readonly session: Session
  readonly input: HookInput
  readonly call: ToolCall
}

/** Records what was asked for and what the policy said, before the tool runs. */
export async function recordVerdict(event: CallEvent, verdict: ToolVerdict): Promise<void> {
  const rules = toRules(event, verdict)
  const request = await toRequest(event)
  const id = await callId(event.input, request)
  const kind = verdict.decision === 'deny' ? 'denied' : 'intent'
  await record(event.session, (state) => {
    if (kind === 'intent' && isKnown(state, id, request)) return []
    return [{ event: kind, reference: { tool_use_id: id }, request, rules }]
  })
}

function toRules({ governed }: CallEvent, { decision, rule }: ToolVerdict): RuleVerdict {
  return { decision, policy_sha256: governed.rules.policySha256, rule }
}

/** The same event is delivered twice where hooks are installed twice. */
function isKnown({ open }: SessionState, id: string, request: ChainRequest): boolean {
  return Object.hasOwn(open, id) && open[id]?.input === request.input_sha256
}

/**
 * What the policy says of a call that ran otherwise than it was judged, or unjudged: other hooks may
 * change its input afterwards, and may have been there before these. A call that ran as it was judged
 * is allowed: what was asked about, somebody allowed.
 */
async function judgeWhatRan(event: CallEvent, request: ChainRequest): Promise<ToolVerdict> {
  const { session, input, governed, call } = event
  const state = peek(session)
  if (state !== null && isKnown(state, await callId(input, request), request)) return ALLOWED
  return judge(governed, recallActions(input.tool, foreseeToolCall(call, input)))
}

/** Records how a call ended, with the files that changed. */
export async function draftResult(
  event: CallEvent,
  status: ChainResult['status'],
  blobs: ReadonlyMap<string, string | null>,
): Promise<(state: SessionState) => Draft[]> {
  const { input } = event
  const request = await toRequest(event)
  const id = await callId(input, request)
  const rules = toRules(event, await judgeWhatRan(event, request))
  const output =
    input.toolResponse === null ? {} : { output_sha256: hashCanonical(input.toolResponse) }
  const resource = input.durationMs === null ? {} : { resource: { duration_ms: input.durationMs } }
  return (state) => {
    const open = Object.hasOwn(state.open, id) ? state.open[id] : undefined
    const isDone = state.done.includes(doneKey(id, request.input_sha256))
    if (open === undefined && isDone && blobs.size === 0) return []
    const reference = { tool_use_id: id, intent_seq: open?.seq ?? state.seq }
    // A call whose beginning was not seen, as when the hooks came later, is recorded as a whole. Both have
    // one time, by which readers know that nobody was asked before: such an intent allows nothing.
    const begun: Draft[] =
      open === undefined
        ? [{ event: 'intent', reference: { tool_use_id: id }, request, rules }]
        : []
    const result: ChainResult = { ...output, blobs: Object.fromEntries(blobs), status }
    return [...begun, { event: 'result', reference, request, rules, ...resource, result }]
  }
}

async function toRequest({ input, call }: CallEvent): Promise<ChainRequest> {
  return {
    category: call.action.category,
    input_sha256: hashCanonical(input.toolInput),
    targets: await Promise.all(call.targets.map(toPublicText)),
    tool: await toPublicText(input.tool),
  }
}

/** Some hosts give calls no id; the input tells them apart well enough. */
function callId({ toolUseId }: HookInput, { input_sha256 }: ChainRequest): Promise<string> {
  return toPublicId(toolUseId ?? `input-${input_sha256?.slice(0, 16)}`)
}
