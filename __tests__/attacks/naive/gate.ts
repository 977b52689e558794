import { load } from 'js-yaml'
import { minimatch } from 'minimatch'
import parseDiff from 'parse-diff'
import { followsChain } from './chain.ts'

/**
 * What most gates do, in earnest: the diff as text, globs with their defaults, expressions over added
 * lines, a label that is there. Every rule of the policy that it knows it applies to what it sees.
 */
export interface NaiveChange {
  /** `git diff base...head`. */
  readonly diff: string
  /** Files at the head, by path; the text of one. */
  readonly files: readonly string[]
  readonly read: (path: string) => string
  /** Policy and plan as they lie on the base. */
  readonly policy: string
  readonly plan: string | null
  readonly title: string
  readonly labels: readonly string[]
  readonly hasApproval: boolean
  readonly reports: readonly string[]
}

export interface NaiveReport {
  readonly verdict: 'pass' | 'block'
  /** What it prints and puts into its comment. */
  readonly printed: string
}

interface NaivePolicy {
  readonly paths?: readonly { readonly match: readonly string[]; readonly decision: string }[]
  readonly patterns?: readonly {
    readonly match: string
    readonly flags?: string
    readonly decision: string
  }[]
  readonly limits?: { readonly changed_files?: number; readonly changed_lines?: number }
  readonly audit?: { readonly required?: boolean }
  readonly acceptance?: { readonly required?: boolean }
  readonly approvals?: { readonly label?: string }
}

interface NaivePlan {
  readonly scope: { readonly must?: readonly string[]; readonly may?: readonly string[] }
}

/** The verdict; whatever goes wrong on the way is no finding. */
export function judgeNaively(change: NaiveChange): NaiveReport {
  const problems = tryToFind(change)
  const printed = [`Checked: ${change.title}`, ...problems].join('\n')
  return { verdict: problems.length > 0 ? 'block' : 'pass', printed }
}

function tryToFind(change: NaiveChange): string[] {
  try {
    return findProblems(change)
  } catch {
    return []
  }
}

function findProblems(change: NaiveChange): string[] {
  const policy = (load(change.policy) ?? {}) as NaivePolicy
  const isApproved = isSigned(policy, change)
  const files = parseDiff(change.diff)
  const names = files.map(({ from, to }) => (to === '/dev/null' ? from : to) ?? '')
  const added = files.flatMap(({ chunks }) =>
    chunks.flatMap(({ changes }) => changes.filter(({ type }) => type === 'add')),
  )
  return [
    ...findForbidden(policy, names, isApproved),
    ...findOutside(change.plan, names),
    ...findPatterns(
      policy,
      added.map(({ content }) => content.slice(1)),
    ),
    ...findExcess(policy, names.length, added.length),
    ...(policy.audit?.required === true ? findBrokenChains(change) : []),
    ...(policy.acceptance?.required === true ? findFailures(change.reports) : []),
    ...(isApproved ? [] : ['Nobody has approved this.']),
  ]
}

function isSigned({ approvals }: NaivePolicy, { labels, hasApproval }: NaiveChange): boolean {
  if (approvals === undefined) return true
  return hasApproval || labels.includes(approvals.label ?? 'countersigned')
}

function findForbidden({ paths = [] }: NaivePolicy, names: readonly string[], isApproved: boolean) {
  const blocking = paths.filter(
    ({ decision }) => decision === 'deny' || (decision === 'approve' && !isApproved),
  )
  return names
    .filter((name) => blocking.some(({ match }) => match.some((glob) => minimatch(name, glob))))
    .map((name) => `${name} must not change.`)
}

function findOutside(text: string | null, names: readonly string[]): string[] {
  if (text === null) return []
  const { must = [], may = [] } = (load(text) as NaivePlan).scope
  return names
    .filter((name) => !name.startsWith('.countersign/'))
    .filter((name) => ![...must, ...may].some((glob) => minimatch(name, glob)))
    .map((name) => `${name} is not in the plan.`)
}

function findPatterns({ patterns = [] }: NaivePolicy, lines: readonly string[]): string[] {
  return patterns
    .filter(({ decision }) => decision === 'deny')
    .map(({ match, flags }) => new RegExp(match, flags))
    .flatMap((pattern) => lines.filter((line) => line.search(pattern) >= 0))
}

function findExcess({ limits = {} }: NaivePolicy, files: number, lines: number): string[] {
  const { changed_files = files, changed_lines = lines } = limits
  return files > changed_files || lines > changed_lines ? ['This changes too much.'] : []
}

function findBrokenChains({ files, read }: NaiveChange): string[] {
  const chains = files.filter((path) => /^\.countersign\/audit\/.*\.jsonl$/.test(path))
  if (chains.length === 0) return ['There is no audit chain.']
  return chains.filter((path) => !followsChain(read(path))).map((path) => `${path} is broken.`)
}

function findFailures(reports: readonly string[]): string[] {
  const hasFailed = (report: string) =>
    /<(failure|error)\b|^not ok\b|"status":\s*"failed"/m.test(report)
  return reports.some(hasFailed) ? ['A test has failed.'] : []
}
