import { decide } from '../engine/decide.ts'
import type { Decision } from '../engine/decision.ts'
import type { BareFinding } from '../engine/finding.ts'
import { listNotifyEvents } from '../engine/notice.ts'
import type { NotifyEvent } from '../engine/policy/policy.ts'
import { decideUndecided } from '../engine/undecided.ts'
import type { GitHubApi } from '../sources/github/ask.ts'
import {
  isSamePin,
  type Pin,
  pinState,
  readGitHubEvidence,
  readPin,
} from '../sources/github/evidence.ts'
import type { GitHubReader } from '../sources/github/reader.ts'
import type { Pull } from '../sources/github/schemas.ts'
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
  /** GitHub's time when reading began; null when it never said. */
  readonly readFrom: Date | null
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
  /** Hears of every internal error, which no finding quotes. */
  readonly onFailure: (error: unknown) => void
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
  let open: Doubt[] = [...new Set(numbers)].map((number) => ({ number, finding: RESTLESS }))
  for (let round = 0; round < MAX_ROUNDS && open.length > 0; round += 1) {
    for (const { number } of open) {
      const evaluation = await evaluatePull(reader, number, settings)
      settled.set(number, evaluation)
      onJudged(evaluation)
    }
    open = await findDoubtful(reader, [...settled.values()], settings)
  }
  for (const { number, finding } of open) {
    const { headSha = '', readFrom = null } = settled.get(number) ?? {}
    const known = { number, headSha, pin: null, readFrom }
    settled.set(number, undecided(reader, known, [finding], settings.now))
  }
  return [...settled.values()]
}

/** A pull request whose last judgement may be over, and what to say when it stays so. */
interface Doubt {
  readonly number: number
  readonly finding: BareFinding
}

const RESTLESS: BareFinding = { rule: 'evidence/head-moved', level: 'deny' }

async function findDoubtful(
  reader: GitHubReader,
  evaluations: readonly Evaluation[],
  settings: EvaluationSettings,
): Promise<Doubt[]> {
  const doubts = await Promise.all(evaluations.map((it) => lookAgain(reader, it, settings)))
  return doubts.filter((doubt) => doubt !== null)
}

async function evaluatePull(
  reader: GitHubReader,
  number: number,
  settings: EvaluationSettings,
): Promise<Evaluation> {
  const { now } = settings
  let first: Pull | null = null
  let readFrom: Date | null = null
  const watched: GitHubReader = {
    ...reader,
    pull: async (it) => {
      const pull = await reader.pull(it)
      first ??= pull
      readFrom ??= reader.answeredAt()
      return pull
    },
  }
  try {
    const { evidence, pin } = await readGitHubEvidence(watched, { number, ...settings })
    const decision = decide(evidence, now)
    const changes = listEntryChanges(evidence.files)
    const notifyOn = listNotifyEvents(evidence.trusted.policy)
    return { number, headSha: evidence.headSha, decision, changes, notifyOn, pin, readFrom }
  } catch (error) {
    const pin = await readPin(reader, number, null).catch(() => null)
    // The block is published on the head wherever that is known: an older, green check may stand there.
    const headSha = pin?.headSha ?? (await readHead(reader, number))
    // What moved while it was read may have failed for that alone: under its first state it is read again.
    const held = pin && first ? pinState(first, pin.baseSha) : pin
    const known = { number, headSha, pin: held, readFrom }
    return undecided(reader, known, [describeFailure(error, settings)], now)
  }
}

/** The head commit; '' when it cannot be read. */
function readHead(reader: GitHubReader, number: number): Promise<string> {
  return reader.pull(number).then(
    (pull) => pull.head.sha,
    () => '',
  )
}

/** A pull request whose state could not be read at all stands as it was judged: blocked. */
async function lookAgain(
  reader: GitHubReader,
  { number, pin }: Evaluation,
  settings: EvaluationSettings,
): Promise<Doubt | null> {
  if (pin === null) return null
  try {
    const isSame = isSamePin(pin, await readPin(reader, number, pin.baseRef))
    return isSame ? null : { number, finding: RESTLESS }
  } catch (error) {
    return { number, finding: describeFailure(error, settings) }
  }
}

/**
 * Whether a pull request is known to have moved since it was judged. The tip of its base is not asked for
 * again: what is merged there after a verdict starts no run for it, this one no more than any other.
 */
export async function hasMoved(
  reader: GitHubReader,
  { number, pin }: Evaluation,
): Promise<boolean> {
  if (pin === null) return false
  const pull = await reader.pull(number).catch(() => null)
  return pull !== null && !isSamePin(pin, pinState(pull, pin.baseSha))
}

function undecided(
  reader: GitHubReader,
  { number, headSha, pin, readFrom }: Pick<Evaluation, 'number' | 'headSha' | 'pin' | 'readFrom'>,
  findings: readonly BareFinding[],
  now: Date,
): Evaluation {
  const subject = { repository: reader.repository, pullRequest: number, headSha }
  const decision = decideUndecided(subject, findings, reader.requestCount(), now)
  return {
    number,
    headSha,
    decision,
    changes: new Map(),
    notifyOn: listNotifyEvents([]),
    pin,
    readFrom,
  }
}

/**
 * The finding for whatever was thrown. Words of unknown errors stay out, because they may quote the author:
 * only whoever runs the gate hears them.
 */
export function describeFailure(
  error: unknown,
  { onFailure }: Pick<EvaluationSettings, 'onFailure'>,
): BareFinding {
  if (error instanceof Unreadable) return describeMissing(error.missing, error.message)
  onFailure(error)
  return describeMissing(
    'the pull request',
    'an internal error of the gate; its debug log names it',
  )
}

function describeMissing(missing: string, cause: string): BareFinding {
  return { rule: 'evidence/incomplete', level: 'deny', evidence: { missing, cause } }
}
