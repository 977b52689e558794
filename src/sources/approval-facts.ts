import * as v from 'valibot'
import type { ApprovalFact } from '../engine/evidence.ts'
import { describeIssue } from '../engine/parsing/validate.ts'
import { ISO_TIME } from '../engine/time.ts'
import { CannotStart } from './cannot-start.ts'

/** The facts of an `--approvals` file (docs/approvals.md). */

const TIME_FORM = 'must be an ISO 8601 time with its zone, such as 2026-11-20T12:00:00Z'
const COMMIT = 'must be a full commit id'
const UNSURE_COMMIT = `${COMMIT}, or empty`
const text = v.string('must be text')
const sha = v.pipe(v.string(COMMIT), v.regex(/^[0-9a-f]{40,64}$/, COMMIT))
/** Empty where nobody can say. */
const unsureSha = v.pipe(v.string(UNSURE_COMMIT), v.regex(/^(?:[0-9a-f]{40,64})?$/, UNSURE_COMMIT))
const deed = {
  /** Null for a deleted account. */
  actor: v.pipe(
    v.nullable(v.string('must be a login, or null')),
    v.transform((login) => login ?? ''),
  ),
  actor_type: text,
  at: v.pipe(
    v.string(TIME_FORM),
    v.regex(ISO_TIME, TIME_FORM),
    v.check((text) => !Number.isNaN(Date.parse(text)), TIME_FORM),
  ),
}
const common = { ...deed, head_sha: sha }
const unsure = { ...deed, head_sha: unsureSha }

const DIGITS = 'must be 32 hex digits'
const digits = v.pipe(v.string(DIGITS), v.regex(/^[0-9a-f]{32}$/, DIGITS))
/** What a report was about: the first half of two SHA-256 sums. */
const work = v.optional(
  v.nullable(v.strictObject({ plan: v.nullable(digits), patch: digits })),
  null,
)

const KIND = 'must be label, review, opened, push, retargeted, report or comment'

const FORMS = [
  v.strictObject({
    kind: v.literal('label'),
    name: text,
    via_app: v.optional(v.nullable(v.string('must be a login, or null')), null),
    removed: v.optional(v.boolean('must be true or false'), false),
    ...unsure,
  }),
  v.strictObject({ kind: v.literal('review'), state: text, ...unsure }),
  v.strictObject({ kind: v.literal('opened'), ...common }),
  v.strictObject({ kind: v.literal('push'), ...common }),
  v.strictObject({ kind: v.literal('retargeted'), ...common }),
  v.strictObject({ kind: v.literal('report'), work, ...common }),
  v.strictObject({
    kind: v.literal('comment'),
    text,
    ...deed,
    // A comment is about no commit in particular.
    head_sha: v.optional(unsureSha, ''),
  }),
] as const

const Facts = v.array(v.variant('kind', FORMS, KIND), 'must be a list')

/** The facts, ordered by time. @throws CannotStart naming the file and the first fact that is not one. */
export function readApprovalFacts(bytes: Uint8Array, path: string): ApprovalFact[] {
  const result = v.safeParse(Facts, parseJson(bytes, path))
  if (result.success) return orderFacts(result.output)
  const [issue] = result.issues
  throw new CannotStart(
    `The approvals file "${path}" is not valid: ${describeFirst(issue)}; docs/decision.md has the format.`,
  )
}

/** What is wrong with the first fact that is none, which are counted from 0. */
function describeFirst(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  return describeIssue(issue, path)
}

/** Facts by server time; those of one second stay in the order they came in. */
export function orderFacts(facts: readonly ApprovalFact[]): ApprovalFact[] {
  return facts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function parseJson(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new CannotStart(
      `The approvals file "${path}" is not JSON; it holds a JSON array of approval facts.`,
    )
  }
}
