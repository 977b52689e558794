import { checkOfRule } from '../modes.ts'
import { nearestNames } from '../results/nearest-names.ts'
import { ACCEPTANCE_PAGES } from './acceptance.ts'
import { APPROVAL_PAGES } from './approvals.ts'
import { AUDIT_PAGES } from './audit.ts'
import { CONTENT_PAGES } from './content.ts'
import { EVIDENCE_PAGES } from './evidence.ts'
import type { RulePage } from './page.ts'
import { PLAN_PAGES } from './plan.ts'

/** A page for every rule, in the order of the checks. */
export const RULE_PAGES: readonly RulePage[] = [
  ...EVIDENCE_PAGES,
  ...PLAN_PAGES,
  ...CONTENT_PAGES,
  ...AUDIT_PAGES,
  ...ACCEPTANCE_PAGES,
  ...APPROVAL_PAGES,
]

const FAMILY = /<id>$/

/** The page of a rule, of the family it belongs to or that is named (`path`); null: there is no such rule. */
export function findPage(rule: string): RulePage | null {
  const names = [rule, `${rule.replace(/\/$/, '')}/<id>`]
  const exact = RULE_PAGES.find((page) => names.includes(page.rule))
  return exact ?? RULE_PAGES.find((page) => isOfFamily(rule, page)) ?? null
}

/** `path/` for the page of a family; null for a single rule's. */
export function familyOf({ rule }: RulePage): string | null {
  return FAMILY.test(rule) ? rule.replace(FAMILY, '') : null
}

/** Rule names most like one that does not exist, the likest first. */
export function suggestRules(rule: string, more: readonly string[] = []): string[] {
  return nearestNames(rule, [...RULE_PAGES.map((page) => page.rule), ...more])
}

/** The pages by the check that makes their findings, in the order of the checks. */
export function groupPages(): ReadonlyMap<string, readonly RulePage[]> {
  const groups = new Map<string, RulePage[]>()
  for (const page of RULE_PAGES) {
    const check = checkOfRule(page.rule)
    groups.set(check, [...(groups.get(check) ?? []), page])
  }
  return groups
}

/** The id of a family's rule, as policies write ids. */
function isOfFamily(rule: string, page: RulePage): boolean {
  const family = familyOf(page)
  return (
    family !== null &&
    rule.startsWith(family) &&
    /^[A-Za-z0-9<][A-Za-z0-9._>-]*$/.test(rule.slice(family.length))
  )
}
