import {
  compileExpression,
  MAX_REPETITIONS,
  problemWithExpression,
} from '../matching/expression.ts'
import { denyMatcher, problemWithGlob } from '../matching/glob.ts'
import type { DataPath, Problem } from '../parsing/yaml.ts'
import { countRepetitions } from '../repetitions.ts'
import { lintLabels, lintSigners, type MergedProblem } from './lint-labels.ts'
import type { PolicyDocument } from './schema.ts'

type ProblemAt = (path: DataPath, message: string) => Problem

/** Names the engine itself uses under `pattern/`. */
const RESERVED_PATTERN_IDS = new Set(['unscannable', 'invisible'])

/**
 * What the schema cannot say about one policy file as written: globs and expressions that are
 * malformed or can never match, examples a rule misses, ids used twice.
 */
export function lintPolicyFile(document: PolicyDocument, problemAt: ProblemAt): Problem[] {
  return [
    ...lintGlobs(document, problemAt),
    ...lintExpressions('patterns', document.patterns ?? [], problemAt),
    ...lintExpressions('commands', document.commands ?? [], problemAt),
    ...lintIds(document, problemAt),
  ]
}

function lintGlobs(document: PolicyDocument, problemAt: ProblemAt): Problem[] {
  const tiers = Object.entries(document.approvals?.tiers ?? {})
  const lists: [DataPath, readonly string[] | undefined][] = [
    [['bases'], document.bases],
    [['agents', 'branches'], document.agents?.branches],
    ...(document.paths ?? []).map((rule, at) => [['paths', at, 'match'], rule.match] as Located),
    ...(document.patterns ?? []).map(
      (rule, at) => [['patterns', at, 'paths'], rule.paths] as Located,
    ),
    ...tiers.map(([name, tier]) => [['approvals', 'tiers', name, 'paths'], tier.paths] as Located),
    ...(document.acceptance?.results ?? []).map(
      (result, at) => [['acceptance', 'results', at, 'guard'], result.guard] as Located,
    ),
  ]
  return lists.flatMap(([path, globs]) =>
    (globs ?? []).flatMap((glob, at) => {
      const problem = problemWithGlob(glob)
      return problem === null ? [] : [problemAt([...path, at], `the glob "${glob}" ${problem}`)]
    }),
  )
}

type Located = [DataPath, readonly string[] | undefined]

interface ExpressionRule {
  readonly id: string
  readonly match?: string | undefined
  readonly flags?: string | undefined
}

/** Whoever proposes a policy has its expressions compiled; all of them have to stay cheap, not only each. */
const MAX_TOGETHER = 20_000

function lintExpressions(
  list: 'patterns' | 'commands',
  rules: readonly ExpressionRule[],
  problemAt: ProblemAt,
): Problem[] {
  let together = 0
  return rules.flatMap(({ id, match, flags }, at) => {
    if (match === undefined) return []
    together += Math.min(countRepetitions(match), MAX_REPETITIONS)
    const problem =
      together > MAX_TOGETHER
        ? `repeats, together with those before it, more than ${MAX_TOGETHER} times`
        : problemWithExpression({ match, flags: flags ?? '' })
    return problem === null
      ? []
      : [problemAt([list, at, 'match'], `the expression of "${id}" ${problem}`)]
  })
}

function lintIds(document: PolicyDocument, problemAt: ProblemAt): Problem[] {
  const lists = { paths: document.paths, patterns: document.patterns, commands: document.commands }
  return Object.entries(lists).flatMap(([list, rules]) => {
    const seen = new Set<string>()
    return (rules ?? []).flatMap(({ id }, at) => {
      if (list === 'patterns' && RESERVED_PATTERN_IDS.has(id)) {
        return [
          problemAt([list, at, 'id'], `"${id}" is a name of the engine's own; choose another id`),
        ]
      }
      if (seen.has(id)) return [problemAt([list, at, 'id'], `the id "${id}" is used twice`)]
      seen.add(id)
      return []
    })
  })
}

/**
 * What can only be said of the whole, once everything a policy extends has been merged into it.
 * Rules in `proven` are known to match their examples.
 */
export function lintMergedPolicy(
  merged: PolicyDocument,
  proven: ReadonlySet<unknown>,
): MergedProblem[] {
  return [
    ...lintCompleteness(merged),
    ...lintExamples(merged, proven),
    ...lintSigners(merged),
    ...lintLabels(merged),
  ]
}

function lintCompleteness({ paths, patterns, commands }: PolicyDocument): MergedProblem[] {
  return Object.entries({ paths, patterns, commands }).flatMap(([list, rules]) =>
    (rules ?? []).flatMap((rule, at) =>
      (['match', 'decision'] as const)
        .filter((key) => rule[key] === undefined)
        .map((key) => ({ path: [list, at], message: `the rule "${rule.id}" has no "${key}"` })),
    ),
  )
}

function lintExamples(merged: PolicyDocument, proven: ReadonlySet<unknown>): MergedProblem[] {
  const { paths = [], patterns = [], commands = [] } = merged
  return [
    ...findMissed('paths', paths, (rule, example) => matchesPathExample(rule.match, example)),
    ...findMissed('patterns', patterns, matchesTextExample),
    ...findMissed('commands', commands, matchesTextExample),
  ]

  function findMissed<T extends { id: string; example?: string | undefined }>(
    list: string,
    rules: readonly T[],
    matches: (rule: T, example: string) => boolean,
  ): MergedProblem[] {
    return rules.flatMap((rule, at) => {
      if (rule.example === undefined || proven.has(rule) || matches(rule, rule.example)) return []
      const message = `the rule "${rule.id}" does not match its own example`
      return [{ path: [list, at, 'example'], message }]
    })
  }
}

/** True also where there is nothing to match with: that is a problem of its own, said once. */
function matchesPathExample(globs: readonly string[] | undefined, example: string): boolean {
  return globs === undefined || denyMatcher(globs)(example)
}

function matchesTextExample({ match, flags }: ExpressionRule, example: string): boolean {
  if (match === undefined) return true
  return compileExpression({ match, flags: flags ?? '' }).test(example)
}
