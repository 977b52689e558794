import { dump } from 'js-yaml'
import type { Plan, Risk } from './plan.ts'

/** What a new plan is made from. */
export interface PlanDraft {
  /** Any text; what an id may not contain becomes `-`. */
  readonly id: string
  readonly title: string
  readonly owner: string
  readonly risk: Risk
  readonly branch: string | null
  /** YYYY-MM-DD; null: thirty days from now. */
  readonly expires: string | null
  readonly must: readonly string[]
  readonly may: readonly string[]
}

const DAYS_VALID = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** What a title ends with that a person still has to write. */
const UNWRITTEN = 'say here what this change is for'

/** Whether a title says nothing that the id does not: it was never written, or is the id again. */
export function isTitleUnwritten({ id, title }: Pick<Plan, 'id' | 'title'>): boolean {
  return title === id || title.endsWith(UNWRITTEN)
}

/** Completes a draft: a usable id, an owner with `@`, a last day. */
export function draftPlan(draft: PlanDraft, now: Date): PlanDraft & { readonly expires: string } {
  const inThirtyDays = new Date(now.getTime() + DAYS_VALID * DAY_MS).toISOString().slice(0, 10)
  return {
    ...draft,
    id: toId(draft.id),
    title: toTitle(draft.title) || `${toId(draft.id)}: ${UNWRITTEN}`,
    owner: draft.owner.startsWith('@') ? draft.owner : `@${draft.owner}`,
    expires: draft.expires ?? inThirtyDays,
    must: draft.must.map(toEntry),
    may: draft.may.map(toEntry),
  }
}

/** The plan as a file, with the line by which editors find its schema. */
export function renderPlan(plan: PlanDraft & { readonly expires: string }): string {
  const document = {
    version: 1,
    id: plan.id,
    title: plan.title,
    owner: plan.owner,
    risk: plan.risk,
    ...(plan.branch !== null && { branch: plan.branch }),
    expires: plan.expires,
    scope: {
      ...(plan.must.length > 0 && { must: plan.must }),
      ...(plan.may.length > 0 && { may: plan.may }),
    },
  }
  const text = dump(document, FORM)
  return UNSAFE.test(text) ? dumpVisibly(document) : text
}

const FORM = { lineWidth: -1, noRefs: true } as const

/**
 * What must not reach a terminal or a runner's log as it is, and may stand in a name or a title: what
 * nobody can see, what reorders its neighbours, and the mark that a runner takes for a command.
 */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}\p{NChar}]|#(?=\[)/u

/** The same values, with such characters as escapes: only double quotes know those. */
function dumpVisibly(document: object): string {
  const text = dump(document, { ...FORM, forceQuotes: true, quoteStyle: 'double' })
  return text.replace(new RegExp(UNSAFE, 'gu'), toYamlEscape)
}

function toYamlEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`
}

/** One line, of the length a plan may have. */
function toTitle(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300)
}

function toId(text: string): string {
  const id = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+|-+$/g, '')
  return id.slice(0, 100) || 'plan'
}

/** A file whose name starts with a character that globs refuse is named with that character escaped. */
function toEntry(path: string): string {
  return /^[!#]/.test(path) ? `\\${path}` : path
}

/** The entry that means exactly this file, whatever characters its name has. */
export function entryForPath(path: string): string {
  return toEntry(path.replace(/[*?{[\\]/g, '\\$&'))
}
