import { type Case, type Check, countOf } from '../case.ts'
import type { ChangedFile, OpaqueReason, Segment } from '../evidence.ts'
import type { BareFinding } from '../finding.ts'
import { denyMatcher, type PathMatcher } from '../matching/glob.ts'
import { applyPathRules, compilePathRules } from '../matching/path-rules.ts'
import type { PatternRule } from '../policy/policy.ts'
import { findInvisible } from '../text/invisible.ts'
import { makeScanner, type Scanner } from '../text/scan.ts'

/** Whether the changed lines hold content the policy forbids, or content that cannot be read. */
export const patterns: Check = {
  id: 'patterns',
  run(subject) {
    const { evidence, policy } = subject
    const pathRules = compilePathRules(policy.paths)
    const compiled = compilePatterns(policy.patterns)
    const findings = evidence.files.flatMap((file) => [
      ...findPatterns(file, compiled),
      ...findHidden(file, compiled).map((finding) => applyPathRules(finding, pathRules, file)),
    ])
    return { findings, summary: summarise(subject, findings) }
  },
}

interface CompiledPatterns {
  readonly rules: readonly PatternRule[]
  readonly appliesTo: readonly PathMatcher[]
  readonly scan: Scanner
}

/** Several changes may be judged by one policy; its expressions are compiled once. */
const known = new WeakMap<readonly PatternRule[], CompiledPatterns>()

function compilePatterns(rules: readonly PatternRule[]): CompiledPatterns {
  const compiled = known.get(rules) ?? compileAnew(rules)
  known.set(rules, compiled)
  return compiled
}

function compileAnew(rules: readonly PatternRule[]): CompiledPatterns {
  return {
    rules,
    appliesTo: rules.map(({ paths }) => (paths.length === 0 ? () => true : denyMatcher(paths))),
    scan: makeScanner(rules),
  }
}

function findPatterns(
  file: ChangedFile,
  { rules, appliesTo, scan }: CompiledPatterns,
): BareFinding[] {
  const found = new Map<string, BareFinding>()
  const scanSide = (segments: readonly Segment[], side: 'added' | 'removed') => {
    const name = side === 'added' ? file.path : (file.previousPath ?? file.path)
    const isWanted = (at: number) => {
      const rule = rules[at]
      if (rule === undefined || found.has(rule.id)) return false
      return (rule.in === side || rule.in === 'any') && appliesTo[at]?.(name) === true
    }
    const countsAsChanged = (at: number) => side === 'added' && isNewlyCovered(file, appliesTo[at])
    for (const segment of segments) {
      for (const { index, line } of scan(segment, { isWanted, countsAsChanged })) {
        const rule = rules[index]
        if (rule === undefined) continue
        found.set(rule.id, toFinding(rule, name, side === 'added' ? line : null, side))
      }
    }
  }
  scanSide(file.text.after, 'added')
  scanSide(file.text.before, 'removed')
  return [...found.values()]
}

/** A file moved into a pattern's reach brings all of its lines, not only the edited ones. */
function isNewlyCovered(file: ChangedFile, covers: PathMatcher | undefined): boolean {
  return covers !== undefined && file.previousPath !== null && !covers(file.previousPath)
}

function toFinding(
  rule: PatternRule,
  path: string,
  line: number | null,
  side: string,
): BareFinding {
  return {
    rule: `pattern/${rule.id}`,
    level: rule.decision,
    path,
    ...(line !== null && { line }),
    reason: rule.reason,
    approvers: rule.approvers,
    evidence: { in: side },
  }
}

function findHidden(file: ChangedFile, { rules, appliesTo }: CompiledPatterns): BareFinding[] {
  const findings: BareFinding[] = []
  const invisible = findInvisibleLine(file)
  if (invisible !== null) {
    const { line, character } = invisible
    findings.push({
      rule: 'pattern/invisible',
      level: 'deny',
      path: file.path,
      line,
      evidence: { character },
    })
  }
  const { opaque } = file.text
  if (opaque === null) return findings
  const relevant = rules.filter(
    (rule, at) => isRelevant(rule, file) && appliesTo[at]?.(file.path) === true,
  )
  if (file.after === null && relevant.length === 0) return findings
  const denies = relevant.some((rule) => rule.decision === 'deny')
  findings.push({
    rule: 'pattern/unscannable',
    level: denies ? 'deny' : 'warn',
    path: file.path,
    evidence: { cause: opaque satisfies OpaqueReason },
  })
  return findings
}

function isRelevant(rule: PatternRule, file: ChangedFile): boolean {
  return rule.in === 'any' || (rule.in === 'added' ? file.after !== null : file.before !== null)
}

/** The first added line with a hiding character. Binary content has no lines to hide in. */
function findInvisibleLine(file: ChangedFile): { line: number; character: string } | null {
  if (file.text.opaque === 'binary') return null
  for (const { firstLine, lines, changed } of file.text.after) {
    for (const [at, text] of lines.entries()) {
      const character = changed[at] === true ? findInvisible(text) : null
      if (character !== null) return { line: firstLine + at, character }
    }
  }
  return null
}

function summarise({ policy, evidence }: Case, findings: readonly BareFinding[]): string {
  if (findings.length > 0) return countOf(findings.length, 'finding')
  return `nothing found by ${countOf(policy.patterns.length, 'pattern')} in ${countOf(evidence.files.length, 'file')}`
}
