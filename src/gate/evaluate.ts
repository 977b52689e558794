import { decide } from '../engine/decide.ts'
import type { Decision } from '../engine/decision.ts'
import type { BareFinding } from '../engine/finding.ts'
import { listNotifyEvents } from '../engine/notice.ts'
import type { NotifyEvent } from '../engine/policy/policy.ts'
import { decideUndecided } from '../engine/undecided.ts'
import type { GitHubApi } from '../sources/github/ask.ts'
import { isSamePin, type Pin, readGitHubEvidence, readPin } from '../sources/github/evidence.ts'
import type { GitHubReader } from '../sources/github/reader.ts'
import type { GivenResults } from '../sources/given-results.ts'
import type { TryOut } from '../sources/try-out.ts'
import { Unreadable } from '../sources/unreadable.ts'
import { type Changes, listEntryChanges } from './group-steps.ts'

/** One pull request judged, with what becomes of the paths it changes. */
export interface Evaluation {
  readonly number: number
  readonly headSha: string
  readonly decision: Decision
  readonly changes: Changes
  /** The events that the policy wants people told of. */
  readonly notifyOn: readonly NotifyEvent[]
  /** The state the decision holds for; null when the state could not be read. */
  readonly pin: Pin | null
}

export interface EvaluationSettings {
  readonly policyPath: string
  readonly checkName: string
  /** For reading teams; null without a token that may. */
  readonly teams: GitHubApi | null
  /** Test results of an earlier step of this job; null without. */
  readonly results: GivenResults | null
  readonly now: Date
  /** Only a scan has one. */
  readonly tryOut?: TryOut
}

/** How often a pull request that keeps moving is judged anew before the gate says so instead. */
const MAX_ROUNDS = 3

/**
 * Judges pull requests and makes sure that none of them moved meanwhile: what moved between reading
 * and publishing is judged again, and one that will not stand still is blocked. `onJudged` hears of each
 * judgement before the last look is taken.
 */
export async function evaluateSteadily(
  reader: GitHubReader,
  numbers: readonly number[],
  settings: EvaluationSettings,
  onJudged: (evaluation: Evaluation) => void = () => {},
): Promise<Evaluation[]> {
  const settled = new Map<number, Evaluation>()
  let open = [...new Set(numbers)]
  for (let round = 0; round < MAX_ROUNDS && open.length > 0; round += 1) {
    for (const number of open) {
      const evaluation = await evaluatePull(reader, number, settings)
      settled.set(number, evaluation)
      onJudged(evaluation)
    }
    const moved = await Promise.all(
      [...settled.values()].map(async (it) => ((await hasMoved(reader, it)) ? [it.number] : [])),
    )
    open = moved.flat()
  }
  for (const number of open) {
    settled.set(number, restless(reader, settled.get(number), number, settings.now))
  }
  return [...settled.values()]
}

async function evaluatePull(
  reader: GitHubReader,
  number: number,
  { now, ...settings }: EvaluationSettings,
): Promise<Evaluation> {
  try {
    const { evidence, pin } = await readGitHubEvidence(reader, { number, ...settings })
    const decision = decide(evidence, now)
    const changes = listEntryChanges(evidence.files)
    const notifyOn = listNotifyEvents(evidence.trusted.policy)
    return { number, headSha: evidence.headSha, decision, changes, notifyOn, pin }
  } catch (error) {
    const pin = await readPin(reader, number, null).catch(() => null)
    const known = { number, headSha: pin?.headSha ?? '', pin }
    return undecided(reader, known, [describeFailure(error)], now)
  }
}

/** A pull request whose state cannot be read stands as it was judged: blocked. */
async function hasMoved(reader: GitHubReader, { number, pin }: Evaluation): Promise<boolean> {
  if (pin === null) return false
  const now = await readPin(reader, number, pin.baseRef).catch(() => null)
  return now === null || !isSamePin(pin, now)
}

function restless(
  reader: GitHubReader,
  last: Evaluation | undefined,
  number: number,
  now: Date,
): Evaluation {
  const known = { number, headSha: last?.headSha ?? '', pin: null }
  return undecided(reader, known, [{ rule: 'evidence/head-moved', level: 'deny' }], now)
}

function undecided(
  reader: GitHubReader,
  { number, headSha, pin }: Pick<Evaluation, 'number' | 'headSha' | 'pin'>,
  findings: readonly BareFinding[],
  now: Date,
): Evaluation {
  const subject = { repository: reader.repository, pullRequest: number, headSha }
  const decision = decideUndecided(subject, findings, reader.requestCount(), now)
  return { number, headSha, decision, changes: new Map(), notifyOn: listNotifyEvents([]), pin }
}

/** The finding for whatever was thrown. Words of unknown errors stay out: they may quote the author. */
export function describeFailure(error: unknown): BareFinding {
  const facts =
    error instanceof Unreadable
      ? { missing: error.missing, cause: error.message }
      : { missing: 'the pull request', cause: 'an internal error of the gate; its log names it' }
  return { rule: 'evidence/incomplete', level: 'deny', evidence: facts }
}
