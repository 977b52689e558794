import * as v from 'valibot'
import type { ApprovalFact } from '../engine/evidence.ts'
import { CannotStart } from './cannot-start.ts'

/** The facts of an `--approvals` file (contract: section 6). */

const TIME_FORM = 'must be an ISO 8601 time with its zone, such as 2026-11-20T12:00:00Z'
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/, 'must be a full commit id'))
/** Empty where nobody can say. */
const unsureSha = v.union([v.literal(''), sha])
/** Anything less would be read in the time zone of whoever runs the check. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/
const deed = {
  /** Null for a deleted account. */
  actor: v.pipe(
    v.nullable(v.string()),
    v.transform((login) => login ?? ''),
  ),
  actor_type: v.string(),
  at: v.pipe(
    v.string(),
    v.regex(TIME, TIME_FORM),
    v.check((text) => !Number.isNaN(Date.parse(text)), TIME_FORM),
  ),
}
const common = { ...deed, head_sha: sha }
const unsure = { ...deed, head_sha: unsureSha }

const digits = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits'))
/** What a report was about: the first half of two SHA-256 sums. */
const work = v.optional(
  v.nullable(v.strictObject({ plan: v.nullable(digits), patch: digits })),
  null,
)

const Fact = v.variant('kind', [
  v.strictObject({
    kind: v.literal('label'),
    name: v.string(),
    via_app: v.optional(v.nullable(v.string()), null),
    removed: v.optional(v.boolean(), false),
    ...unsure,
  }),
  v.strictObject({ kind: v.literal('review'), state: v.string(), ...unsure }),
  v.strictObject({ kind: v.literal('opened'), ...common }),
  v.strictObject({ kind: v.literal('push'), ...common }),
  v.strictObject({ kind: v.literal('retargeted'), ...common }),
  v.strictObject({ kind: v.literal('report'), work, ...common }),
  v.strictObject({
    kind: v.literal('comment'),
    text: v.string(),
    ...deed,
    // A comment is about no commit in particular.
    head_sha: v.optional(unsureSha, ''),
  }),
])

/** The facts, ordered by time. @throws CannotStart naming the file and the first fact that is not one. */
export function readApprovalFacts(bytes: Uint8Array, path: string): ApprovalFact[] {
  const result = v.safeParse(v.array(Fact), parseJson(bytes, path))
  if (result.success) return orderFacts(result.output)
  const [issue] = result.issues
  const place = issue.path?.map((item) => String(item.key)).join('.') ?? 'the whole file'
  throw new CannotStart(
    `The approvals file "${path}" is not valid at "${place}" (${issue.message}); it holds a JSON array of label, review, opened, push, retargeted, comment and report facts.`,
  )
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
