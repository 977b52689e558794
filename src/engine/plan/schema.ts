import * as v from 'valibot'
import { mapsOnly } from '../parsing/validate.ts'

/** The format of a plan file (docs/plan.md): validator, types and JSON Schema in one. */

const text = (limit: number) =>
  v.pipe(
    v.string('must be text (put it in quotes)'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(limit, `must be at most ${limit} characters`),
  )
const object = <T extends v.ObjectEntries>(entries: T) => mapsOnly(v.strictObject(entries))
const identifier = v.pipe(
  text(100),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be letters, digits, ".", "_" and "-"'),
)
const entries = v.pipe(
  v.array(
    v.pipe(text(500), v.description('A path, or a minimatch glob.')),
    'must be a list of paths or globs',
  ),
  v.maxLength(5000, 'must have at most 5000 entries'),
)

const criterion = object({
  id: identifier,
  criterion: text(1000),
  tests: v.optional(
    v.pipe(
      v.array(text(1000), 'must be a list of test names'),
      v.minLength(1, 'must name at least one test'),
      v.maxLength(500, 'must have at most 500 entries'),
    ),
  ),
  manual: v.optional(v.boolean('must be true or false')),
})

export const PlanSchema = object({
  version: v.literal(1, 'must be 1'),
  id: identifier,
  title: text(300),
  owner: v.pipe(
    text(100),
    v.regex(/^@[A-Za-z0-9][A-Za-z0-9-]*$/, 'must be the "@login" of one person, in quotes'),
  ),
  risk: v.optional(
    v.picklist(['low', 'medium', 'high', 'critical'], 'must be low, medium, high or critical'),
  ),
  base: v.optional(text(255)),
  branch: v.optional(v.pipe(text(255), v.description('A minimatch glob on the head branch.'))),
  expires: v.pipe(
    text(10),
    v.isoDate('must be a date such as "2026-12-31"'),
    v.check(isRealDate, 'is not a date of the calendar'),
    v.description('The last day, in UTC, on which the plan holds.'),
  ),
  scope: object({
    must: v.optional(
      v.pipe(entries, v.description('Each entry matches at least one changed file.')),
    ),
    may: v.optional(v.pipe(entries, v.description('May change as well; nothing else may.'))),
  }),
  acceptance: v.optional(
    v.pipe(
      v.array(criterion, 'must be a list of criteria'),
      v.maxLength(200, 'must have at most 200 entries'),
    ),
  ),
})

export type PlanDocument = v.InferOutput<typeof PlanSchema>

function isRealDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
