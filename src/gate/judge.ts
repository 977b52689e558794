import type { Decision } from '../engine/decision.ts'
import type { BareFinding } from '../engine/finding.ts'
import { decideUndecided } from '../engine/undecided.ts'
import { Refused } from '../sources/github/ask.ts'
import type { GitHubReader } from '../sources/github/reader.ts'
import { once, readAhead } from '../sources/github/remember.ts'
import {
  describeFailure,
  type Evaluation,
  type EvaluationSettings,
  evaluateSteadily,
  hasMoved,
} from './evaluate.ts'
import { evaluateMergeGroup, type MergeGroup } from './merge-group.ts'
import { findPullsWithHead } from './pulls-with-head.ts'

/** The verdict about one commit: every pull request with that head, and anything else that weighs in. */
export interface Verdict {
  readonly headSha: string
  readonly evaluations: readonly Evaluation[]
  readonly decisions: readonly Decision[]
  /** Merge groups get no comments of their own: their members have theirs. */
  readonly commentable: boolean
}

/**
 * Judges a pull request together with every other open one that has the same head commit: a check run
 * belongs to the commit, so a lax base must not speak for a strict one.
 */
export async function judgePull(
  reader: GitHubReader,
  number: number,
  settings: EvaluationSettings,
): Promise<Verdict> {
  const findSharing = once((sha: string) => findPullsWithHead(reader, sha))
  // Asked along with the last look at the pull request, not after it.
  const lookAhead = ({ headSha: sha }: Evaluation) => {
    if (sha !== '') readAhead(findSharing(sha))
  }
  const evaluations = await evaluateSteadily(reader, [number], settings, lookAhead)
  const headSha = evaluations[0]?.headSha ?? ''
  if (headSha === '') return toVerdict(headSha, evaluations)
  try {
    const sharing = await findSharing(headSha)
    const others = sharing.map((pull) => pull.number).filter((other) => other !== number)
    if (others.length === 0) return toVerdict(headSha, evaluations)
    const together = await evaluateSteadily(reader, [number, ...others], settings)
    return toVerdict(
      headSha,
      together.map((it) => holdToCommit(reader, it, headSha, settings.now)),
    )
  } catch (error) {
    // Not knowing who shares the commit is not knowing the verdict.
    const finding = describeFailure(error, settings)
    return toVerdict(
      headSha,
      evaluations.map((it) => replaceDecision(reader, it, finding, settings.now)),
    )
  }
}

/** Judges the members of a merge group; its verdict stands on the group's own commit. */
export async function judgeMergeGroup(
  reader: GitHubReader,
  group: MergeGroup,
  settings: EvaluationSettings,
): Promise<Verdict> {
  const { headSha } = group
  try {
    const judged = await evaluateMergeGroup(reader, group, settings)
    const verdict = toVerdict(headSha, judged.evaluations)
    const decisions =
      judged.group === null ? verdict.decisions : [judged.group, ...verdict.decisions]
    return { ...verdict, decisions, commentable: false }
  } catch (error) {
    const subject = { repository: reader.repository, pullRequest: null, headSha }
    const decision = decideUndecided(
      subject,
      [describeFailure(error, settings)],
      reader.requestCount(),
      settings.now,
    )
    return { headSha, evaluations: [], decisions: [decision], commentable: false }
  }
}

/** The check runs that this run has published, by which those of other runs are told apart. */
export interface OwnReports {
  readonly checkName: string
  readonly ids: ReadonlySet<number>
}

/**
 * Whether a verdict is known to be old by now: a pull request has moved, or another run came to another
 * conclusion after this one had begun to read. A merge group does not move.
 */
export async function isOutdated(
  reader: GitHubReader,
  verdict: Verdict,
  own: OwnReports,
): Promise<boolean> {
  if (!verdict.commentable) return false
  const doubts = await Promise.all([
    wasOvertaken(reader, verdict, own),
    ...verdict.evaluations.map((it) => hasMoved(reader, it)),
  ])
  return doubts.includes(true)
}

/**
 * Reviews, plans in issues and test results change without moving the pull request, and a run that began
 * later has seen more of them. Whose verdict it was does not matter: to look again does no harm.
 */
async function wasOvertaken(
  reader: GitHubReader,
  { headSha, evaluations, decisions }: Verdict,
  { checkName, ids }: OwnReports,
): Promise<boolean> {
  const starts = evaluations.flatMap(({ readFrom }) => readFrom?.getTime() ?? [])
  if (ids.size === 0 || starts.length === 0) return false
  const runs = await reader.checkRuns(headSha, checkName).catch(unlessRefused)
  // More runs than anybody reads are the doing of whoever hides one among them. A block hides nothing.
  if (runs === null) return decisions.every(({ conclusion }) => conclusion !== 'block')
  const last = Math.max(...ids)
  const conclusion = runs.find(({ id }) => id === last)?.conclusion
  const later = runs.filter(
    (run) => !ids.has(run.id) && Date.parse(run.completed_at ?? '') >= Math.min(...starts),
  )
  return later.some((run) => run.conclusion !== conclusion)
}

/** No runs where GitHub refuses to list them; null where its list is none that can be read. */
function unlessRefused(error: unknown): [] | null {
  return error instanceof Refused ? [] : null
}

function toVerdict(headSha: string, evaluations: readonly Evaluation[]): Verdict {
  return {
    headSha,
    evaluations,
    decisions: evaluations.map((it) => it.decision),
    commentable: true,
  }
}

/** A pull request whose head moved on while its siblings were read has no verdict on this commit. */
function holdToCommit(
  reader: GitHubReader,
  evaluation: Evaluation,
  headSha: string,
  now: Date,
): Evaluation {
  if (evaluation.headSha === headSha) return evaluation
  return replaceDecision(reader, evaluation, { rule: 'evidence/head-moved', level: 'deny' }, now)
}

function replaceDecision(
  reader: GitHubReader,
  evaluation: Evaluation,
  finding: BareFinding,
  now: Date,
): Evaluation {
  const { number, headSha } = evaluation
  const subject = { repository: reader.repository, pullRequest: number, headSha }
  const decision = decideUndecided(subject, [finding], reader.requestCount(), now)
  return { ...evaluation, decision }
}
