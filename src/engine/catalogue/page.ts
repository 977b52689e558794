import type { BareFinding } from '../finding.ts'

/**
 * What is to be known of one rule beside the sentences of its findings: the text of `countersign explain`,
 * of `docs/rules/` and of the table in `docs/decision.md`. Markdown, of which only code spans are used.
 */
export interface RulePage {
  /** Its name; `path/<id>` stands for all rules of a family. */
  readonly rule: string
  /** Where the level is not always that of the example. */
  readonly levels?: string
  /** When it fires, in one sentence. */
  readonly when: string
  /** What would go wrong without it. */
  readonly protects: string
  /** The single causes, where there are several. */
  readonly causes?: readonly string[]
  /** What to do, each step beginning with who can take it: `Author: …`. */
  readonly steps: readonly string[]
  /** What to change in the policy, and by whom, where the rule does not fit; or that nothing relaxes it. */
  readonly relax: string
  /** Other rules that are mixed up with it, or that come next. */
  readonly related: readonly string[]
  /** A finding for an invented change, for which the wording catalogue gives the sentences. */
  readonly example: Omit<BareFinding, 'rule'> & { readonly rule?: string }
}

/** A path of an audit chain, as the examples name it. */
export const CHAIN = '.countersign/audit/6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90.jsonl'

/** A plan, as the examples name it. */
export const PLAN = { plan: 'PAY-142', sha256: '4727bd676fcb6c4d870a536ede44a4a8' } as const

/** How every rule of a check that may be softened can be tried out first. */
export function softenBy(check: string): string {
  return `To see its findings without being stopped, set \`modes: { ${check}: warn }\`.`
}

/** How a built-in finding about a path is relaxed: by a rule that names the path. */
export const RELAX_BY_PATH =
  'A `paths` rule that names the file decides its level: `decision: approve` or `warn`, narrowed by `relaxes` to this rule.'

/** What keeps the gate itself honest has no switch. */
export const NOT_RELAXED =
  'Nothing in the policy relaxes it: the gate would judge what it cannot see.'
