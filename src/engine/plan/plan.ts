import type { PlanFile } from '../evidence.ts'
import { sha256 } from '../hash.ts'
import { countExpansions, problemWithGlob } from '../matching/glob.ts'
import { parseDocument } from '../parsing/validate.ts'
import type { DataPath, Problem } from '../parsing/yaml.ts'
import { type PlanDocument, PlanSchema } from './schema.ts'

export type Risk = 'low' | 'medium' | 'high' | 'critical'

export interface Criterion {
  readonly id: string
  readonly criterion: string
  readonly tests: readonly string[]
  readonly manual: boolean
}

export interface Plan {
  readonly id: string
  readonly title: string
  readonly owner: string
  readonly risk: Risk
  readonly base: string | null
  readonly branch: string | null
  /** The last day on which it holds, as YYYY-MM-DD in UTC. */
  readonly expires: string
  readonly must: readonly string[]
  readonly may: readonly string[]
  readonly acceptance: readonly Criterion[]
  /** SHA-256 of the plan's bytes: what an approval is given for. */
  readonly sha256: string
}

export type ParsedPlan =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Parses and lints one plan. It may be the pull request's own file, so nothing throws. */
export function parsePlan(file: Pick<PlanFile, 'bytes'>): ParsedPlan {
  const parsed = parseDocument(file.bytes, PlanSchema)
  if (!parsed.ok) return parsed
  const problems = lintPlan(parsed.value, parsed.problemAt)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, plan: toPlan(parsed.value, sha256(file.bytes)) }
}

function toPlan(document: PlanDocument, digest: string): Plan {
  return {
    id: document.id,
    title: document.title,
    owner: document.owner,
    risk: document.risk ?? 'medium',
    base: document.base ?? null,
    branch: document.branch ?? null,
    expires: document.expires,
    must: document.scope.must ?? [],
    may: document.scope.may ?? [],
    acceptance: (document.acceptance ?? []).map((it) => ({
      id: it.id,
      criterion: it.criterion,
      tests: it.tests ?? [],
      manual: it.manual ?? false,
    })),
    sha256: digest,
  }
}

type ProblemAt = (path: DataPath, message: string) => Problem

/** What the entries of a scope may stand for together: each is compiled, and held against every changed file. */
const MAX_EXPANSIONS = 20_000

function lintPlan(document: PlanDocument, problemAt: ProblemAt): Problem[] {
  const { must = [], may = [] } = document.scope
  if (standForTooMany([...must, ...may])) {
    return [
      problemAt(['scope'], `the braces of "scope" stand for more than ${MAX_EXPANSIONS} globs`),
    ]
  }
  const scope = Object.entries({ must, may }).flatMap(([list, globs]) =>
    globs.flatMap((glob, at) => globProblem(['scope', list, at], glob)),
  )
  const branch = document.branch === undefined ? [] : globProblem(['branch'], document.branch)
  return [...scope, ...branch, ...lintCriteria(document, problemAt)]

  function globProblem(path: DataPath, glob: string): Problem[] {
    const problem = problemWithGlob(glob)
    return problem === null ? [] : [problemAt(path, `the entry "${glob}" ${problem}`)]
  }
}

function standForTooMany(globs: readonly string[]): boolean {
  let count = 0
  return globs.some((glob) => {
    count += countExpansions(glob)
    return count > MAX_EXPANSIONS
  })
}

function lintCriteria(document: PlanDocument, problemAt: ProblemAt): Problem[] {
  const seen = new Set<string>()
  return (document.acceptance ?? []).flatMap((criterion, at) => {
    const problems: Problem[] = []
    // Each id is also a label, "accepted/ID", and GitHub ignores case in labels.
    const id = criterion.id.toLowerCase()
    if (seen.has(id)) {
      problems.push(problemAt(['acceptance', at, 'id'], `the id "${criterion.id}" is used twice`))
    }
    seen.add(id)
    if (criterion.tests === undefined && criterion.manual !== true) {
      const message = `the criterion "${criterion.id}" needs "tests" or "manual: true"`
      problems.push(problemAt(['acceptance', at], message))
    }
    return problems
  })
}
