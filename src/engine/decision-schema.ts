import * as v from 'valibot'
import { CHECK_IDS, type Decision } from './decision.ts'
import { ISO_TIME } from './time.ts'

/**
 * The decision record as a validator, for whoever reads records back: `countersign report`, and editors by
 * the JSON Schema made from it. What a record says of a pull request is its author's word even here.
 *
 * Keys it does not know are let be, because the record may grow; a key it knows has the right type or the
 * record is refused. Records that were written before times were recorded lack them, and read as null.
 */

const text = v.string()
const flag = v.boolean()
const texts = v.array(text)
const textOrNull = v.nullable(text)
const mode = v.picklist(['observe', 'warn', 'enforce'])
const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const time = v.pipe(
  v.string(),
  v.regex(ISO_TIME, 'must be an ISO 8601 time with its zone'),
  v.check(isCalendarTime, 'must be a time of the calendar'),
)

/** A year of four digits in UTC as well, whatever the zone: a calendar can be laid over nothing else. */
function isCalendarTime(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  return year >= 1000 && year < 9999
}

const timeOrNull = v.optional(v.nullable(time), null)

const Subject = v.object({
  repository: textOrNull,
  pull_request: v.nullable(size),
  base_sha: text,
  merge_base_sha: text,
  head_sha: text,
  author: textOrNull,
  agent: v.object({ is_agent: flag, signals: texts }),
})

const Policy = v.object({ source: text, sha256: text, extends: texts })

const Plan = v.object({
  id: text,
  title: text,
  source: text,
  sha256: text,
  owner: text,
  approved_by: texts,
})

const Audit = v.object({
  assurance: v.picklist(['none', 'unanchored', 'signed']),
  chains: v.array(v.object({ id: text, records: size, head: textOrNull, sealed_by: textOrNull })),
})

const Acceptance = v.object({
  criteria: v.array(
    v.object({
      id: text,
      criterion: text,
      met: flag,
      accepted: v.nullable(flag),
      tests: v.array(v.object({ test: text, met: flag, matched: texts, matched_count: size })),
    }),
  ),
  runs: v.array(v.object({ workflow: text, url: text })),
})

const Check = v.object({
  id: v.picklist(CHECK_IDS),
  status: v.picklist(['pass', 'fail', 'warn', 'skipped']),
  mode: v.optional(mode),
  summary: text,
})

const Finding = v.object({
  id: text,
  rule: text,
  level: v.picklist(['deny', 'approve', 'warn', 'info']),
  blocking: flag,
  settled: flag,
  path: textOrNull,
  line: v.nullable(v.pipe(v.number(), v.safeInteger())),
  message: text,
  remedy: text,
  gone: v.optional(flag),
  evidence: v.record(text, v.union([text, v.number(), flag, v.null(), texts])),
})

const Approval = v.object({ actor: text, for: texts, counted: flag, why: text, at: timeOrNull })

const SignatureGroup = v.object({
  owners: texts,
  asked_by: texts,
  paths: texts,
  path_count: size,
  state: v.picklist(['signed', 'waiting', 'nobody-can', 'unknown']),
  signed_by: v.array(v.object({ actor: text, why: text, at: text })),
  labels: texts,
  worn: texts,
  outdated: v.optional(texts),
  reviews: flag,
})

const Signing = v.object({
  people: v.nullable(v.object({ needed: size, signed: v.nullable(size) })),
  groups: v.array(SignatureGroup),
})

const Appeal = v.object({
  policy_owners: texts,
  override: v.nullable(v.object({ label: text, approvers: texts, reason_required: flag })),
})

const Waiting = v.object({ since: text, for: texts, after_hours: size, steps: size })

export const DecisionSchema = v.object({
  version: v.literal(1),
  conclusion: v.picklist(['pass', 'block', 'override', 'not-applicable']),
  mode,
  local: flag,
  judged_at: timeOrNull,
  head_at: timeOrNull,
  subject: Subject,
  policy: v.nullable(Policy),
  plan: v.nullable(Plan),
  audit: v.nullable(Audit),
  acceptance: v.nullable(Acceptance),
  checks: v.array(Check),
  findings: v.array(Finding),
  waiting: v.optional(Waiting),
  approvals: v.array(Approval),
  signing: v.optional(v.nullable(Signing), null),
  appeal: v.optional(v.nullable(Appeal), null),
  patch: textOrNull,
  digest: text,
  stats: v.object({ files: size, added: size, removed: size, records: size, requests: size }),
})

/** A record as it was stored: a decision, whose times older versions did not write. */
export type DecisionRecord = v.InferOutput<typeof DecisionSchema>

/** What is wrong with a record, in words for a person. */
export interface RecordProblem {
  readonly problem: string
}

/** Validates the JSON value of a record. Never throws, whatever the value is. */
export function readDecision(value: unknown): DecisionRecord | RecordProblem {
  const result = v.safeParse(DecisionSchema, value, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const place = issue.path?.map(({ key }) => String(key)).join('.')
  return { problem: describeProblem(place ?? '', value) }
}

/** The value itself is not quoted: it may be anything, of any length. */
function describeProblem(place: string, value: unknown): string {
  const version = typeof value === 'object' && value !== null && 'version' in value
  if (place === 'version' && version) return 'it is of a version that this one does not know'
  if (place === '' || place === 'version') return 'it is no decision record'
  return `it is no decision record: "${place.slice(0, 100)}" is missing or not as it should be`
}

/** The compiler holds type and validator together: every decision that is written can be read. */
type Readable<T extends v.InferInput<typeof DecisionSchema>> = T
export type WrittenDecision = Readable<Mutable<Decision>>

/** Without `readonly`, which says nothing about what is written. */
type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> }
