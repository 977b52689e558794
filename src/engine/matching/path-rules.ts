import { namesOf } from '../case.ts'
import type { ChangedFile } from '../evidence.ts'
import type { BareFinding, RuleDecision } from '../finding.ts'
import type { PathEvent, PathRule } from '../policy/policy.ts'
import { denyMatcher, type PathMatcher } from './glob.ts'

/** A protected-path rule with its globs compiled. */
export interface CompiledPathRule {
  readonly rule: PathRule
  readonly matches: PathMatcher
}

export interface PathHit {
  readonly rule: PathRule
  /** The name that matched: the new or the old one. */
  readonly path: string
}

const LINK_MODES = new Set(['120000', '160000'])

/** Three checks ask for the rules of one policy; they are compiled once. */
const compiled = new WeakMap<readonly PathRule[], readonly CompiledPathRule[]>()

export function compilePathRules(rules: readonly PathRule[]): readonly CompiledPathRule[] {
  const known =
    compiled.get(rules) ?? rules.map((rule) => ({ rule, matches: denyMatcher(rule.match) }))
  compiled.set(rules, known)
  return known
}

/** Several checks ask what the same file runs into; it is found once. */
const found = new WeakMap<readonly CompiledPathRule[], WeakMap<ChangedFile, readonly PathHit[]>>()

/** Every rule a file runs into, under either of its names. */
export function hitPathRules(
  rules: readonly CompiledPathRule[],
  file: ChangedFile,
): readonly PathHit[] {
  const known = found.get(rules) ?? new WeakMap<ChangedFile, readonly PathHit[]>()
  const hits = known.get(file) ?? namesOf(file).flatMap((path) => hitUnder(path, rules, file))
  found.set(rules, known.set(file, hits))
  return hits
}

function hitUnder(path: string, rules: readonly CompiledPathRule[], file: ChangedFile): PathHit[] {
  const events = eventsFor(file, path)
  return rules
    .filter(
      ({ rule, matches }) => rule.on.some((on) => events.has(on)) && touches(matches, file, path),
    )
    .map(({ rule }) => ({ rule, path }))
}

/** A rename deletes its old name and adds its new one; both count as renamed, too. */
function eventsFor(file: ChangedFile, path: string): Set<PathEvent> {
  if (file.status !== 'renamed') return new Set([file.status])
  if (path === file.previousPath) return new Set(['renamed', 'deleted'])
  const edited = file.before?.blob !== file.after?.blob
  return new Set(edited ? ['renamed', 'added', 'modified'] : ['renamed', 'added'])
}

/** A link or submodule at `p` stands for everything under `p/`. */
function touches(matches: PathMatcher, file: ChangedFile, path: string): boolean {
  if (matches(path)) return true
  const modes = [file.before?.mode, file.after?.mode]
  return modes.some((mode) => mode !== undefined && LINK_MODES.has(mode)) && matches(`${path}/`)
}

const STRICTNESS: readonly RuleDecision[] = ['warn', 'approve', 'deny']

/**
 * Lets a `paths` rule that names the path decide the level of a built-in finding (docs/policy.md); of
 * several rules the strictest. Its approvers then settle it.
 */
export function applyPathRules(
  finding: BareFinding,
  rules: readonly CompiledPathRule[],
  file: ChangedFile,
): BareFinding {
  const hits = hitPathRules(rules, file)
    .map(({ rule }) => rule)
    .filter((rule) => rule.relaxes.includes(finding.rule))
  const strictest = STRICTNESS.filter((level) => hits.some((rule) => rule.decision === level)).at(
    -1,
  )
  if (strictest === undefined) return finding
  const approvers = hits.find((rule) => rule.decision === strictest)?.approvers ?? []
  return { ...finding, level: strictest, approvers }
}
