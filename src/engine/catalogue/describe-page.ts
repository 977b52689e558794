import type { CheckId } from '../decision.ts'
import { checkOfRule } from '../modes.ts'
import type { CommandRule, PathRule, PatternRule, Policy } from '../policy/policy.ts'
import { wordFinding } from '../wording/index.ts'
import { familyOf } from './index.ts'
import type { RulePage } from './page.ts'

/** A policy's own rule, such as `pattern/github-token`, in words. Its texts are the policy author's. */
export interface OwnRule {
  readonly name: string
  /** The policy or preset it stands in. */
  readonly source: string
  readonly decision: string
  readonly reason: string
  /** What it matches: globs, or an expression and where it is looked for. */
  readonly matches: string
  readonly approvers: readonly string[]
}

/** One part of a page, as lines of Markdown without markup but code spans. */
export interface PagePart {
  readonly title: string
  readonly lines: readonly string[]
  readonly isList: boolean
}

/** The check that finds it and the level, in one line. */
export function describeKind(page: RulePage): { check: CheckId; levels: string } {
  return { check: checkOfRule(page.rule), levels: page.levels ?? page.example.level }
}

/** What a report says of the rule, for an invented change. */
export function sayExample({ rule, example }: RulePage): { message: string; remedy: string } {
  return wordFinding({ ...example, rule: example.rule ?? rule })
}

/** The parts of a rule's page, in the order in which people need them. */
export function describeParts(page: RulePage): readonly PagePart[] {
  const { message, remedy } = sayExample(page)
  return [
    text('What it protects', page.protects),
    list('When it is found', page.causes ?? [page.when]),
    list('What to do', page.steps),
    text(
      'How to relax it, or appeal',
      page.relax,
      'The policy is changed in a pull request of its own, which its owners approve. If the rule is wrong about your change, ask them there.',
    ),
    text('What the report says, for an invented change', message, remedy),
    list(
      'Related',
      page.related.map((rule) => `\`${rule}\``),
    ),
  ]
}

function text(title: string, ...lines: readonly string[]): PagePart {
  return { title, lines, isList: false }
}

function list(title: string, lines: readonly string[]): PagePart {
  return { title, lines, isList: true }
}

/** The rule of a policy that a name such as `pattern/github-token` means; null: it has none. */
export function findOwnRule(name: string, policy: Policy, source: string): OwnRule | null {
  const id = name.slice(name.indexOf('/') + 1)
  const byId = (rule: { readonly id: string }) => rule.id === id
  const common = { name, source }
  if (name.startsWith('path/')) return describeOwn(common, policy.paths.find(byId), matchesPath)
  if (name.startsWith('pattern/'))
    return describeOwn(common, policy.patterns.find(byId), matchesText)
  if (name.startsWith('command/'))
    return describeOwn(common, policy.commands.find(byId), (rule) => rule.match)
  return null
}

/** The names of the rules in a policy that belong to a page's family. */
export function listOwnRules(page: RulePage, policy: Policy): string[] {
  const family = familyOf(page)
  const { paths, patterns, commands } = policy
  const rules = { 'path/': paths, 'pattern/': patterns, 'command/': commands }
  const found = Object.entries(rules).find(([prefix]) => prefix === family)?.[1] ?? []
  return found.map(({ id }) => `${family}${id}`)
}

function describeOwn<T extends PathRule | PatternRule | CommandRule>(
  common: { readonly name: string; readonly source: string },
  rule: T | undefined,
  matches: (rule: T) => string,
): OwnRule | null {
  if (rule === undefined) return null
  const { decision, reason, approvers } = rule
  return { ...common, decision, reason, matches: matches(rule), approvers }
}

function matchesPath({ match, on }: PathRule): string {
  return `${match.join(', ')} (${on.join(', ')})`
}

function matchesText({ match, paths, in: side }: PatternRule): string {
  const where = paths.length === 0 ? '' : ` in ${paths.join(', ')}`
  return `${match} (${side === 'any' ? 'added or removed' : side} text${where})`
}
