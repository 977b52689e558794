import { needOfGlobs } from '../matching/glob-need.ts'
import type { CommandRule, PathRule, PatternRule, Policy } from '../policy/policy.ts'
import { needOfExpression } from '../text/expression-need.ts'
import type { Need } from '../text/need.ts'
import type { PlanScope } from './scope.ts'

/**
 * A policy boiled down to what almost every tool call needs: conditions under which certainly no rule
 * denies it or asks. Plain data, so that it can be kept in a file.
 */
export interface Prefilter {
  readonly writes: readonly PathNeed[]
  readonly reads: readonly Need[]
  readonly patterns: readonly PatternNeed[]
  readonly commands: readonly Need[]
  /** Paths that the plan certainly allows; null: scope is not judged here. */
  readonly scope: CertainScope | null
}

export interface PathNeed {
  readonly need: Need
  readonly on: readonly ('added' | 'modified')[]
}

export interface PatternNeed {
  readonly path: Need
  readonly text: Need
  readonly in: 'added' | 'removed' | 'any'
}

export interface CertainScope {
  readonly files: readonly string[]
  /** Each ends with `/`. */
  readonly folders: readonly string[]
}

/** Boils a policy and the plans in force down. Rules that only warn stop no tool call. */
export function makePrefilter(policy: Policy, scope: PlanScope): Prefilter {
  const paths = policy.paths.filter(stops)
  return {
    writes: paths.flatMap(toPathNeed),
    reads: paths.filter((rule) => rule.on.includes('read')).map((rule) => needOfGlobs(rule.match)),
    patterns: policy.patterns.filter(stops).map(toPatternNeed),
    commands: policy.commands.filter(stops).map(needOfExpression),
    scope: toCertainScope(scope),
  }
}

function stops({ decision }: PathRule | PatternRule | CommandRule): boolean {
  return decision !== 'warn'
}

function toPathNeed({ match, on }: PathRule): PathNeed[] {
  const events = on.filter((event) => event === 'added' || event === 'modified')
  return events.length === 0 ? [] : [{ need: needOfGlobs(match), on: events }]
}

function toPatternNeed(rule: PatternRule): PatternNeed {
  const path = rule.paths.length === 0 ? true : needOfGlobs(rule.paths)
  return { path, text: needOfExpression(rule), in: rule.in }
}

const GLOB_CHARACTERS = /[*?[\]{}()!\\]/

function toCertainScope(scope: PlanScope): CertainScope | null {
  if (scope.kind === 'unjudged') return null
  const entries =
    scope.kind === 'plans' ? scope.plans.flatMap((plan) => [...plan.must, ...plan.may]) : []
  const folders = entries
    .filter((entry) => entry.endsWith('/**'))
    .map((entry) => entry.slice(0, -2))
  return {
    files: entries.filter((entry) => !GLOB_CHARACTERS.test(entry)),
    folders: folders.filter((folder) => !GLOB_CHARACTERS.test(folder)),
  }
}
