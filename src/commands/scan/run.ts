import type { Decision } from '../../engine/decision.ts'
import { type EvaluationSettings, evaluateSteadily } from '../../gate/evaluate.ts'
import { judgePull } from '../../gate/judge.ts'
import { pickWorst } from '../../reports/verdict.ts'
import { chooseFormat, writeDecision } from '../format.ts'
import { parsePullTarget } from '../github-place.ts'
import { refuseUsedUpLimit } from '../github-session.ts'
import { note, noteInternal } from '../io.ts'
import { readLocalPolicy, readRequestedPlan, refuseUnknownPlan } from '../options.ts'
import type { ScanOptions } from '../scan.ts'
import { propose } from './propose.ts'
import { openSubject, type Subject, tellOfClosing } from './subject.ts'

/** Scans one pull request; the exit code. @throws CannotStart */
export async function runScan(text: string, given: ScanOptions): Promise<number> {
  const options = { ...given, format: chooseFormat(given) }
  const target = parsePullTarget(text)
  const settings = makeSettings(options)
  const subject = await openSubject(target)
  try {
    return options.propose === true
      ? await propose(subject, options)
      : await judge(subject, settings, options)
  } finally {
    subject.session.progress.stop()
  }
}

function makeSettings({
  policy,
  plan,
  checkName,
  policyPath,
  now,
}: ScanOptions): EvaluationSettings {
  const tryOut = {
    policy: policy === undefined ? null : readLocalPolicy(policy),
    plan: plan === undefined ? null : readRequestedPlan(plan, '.'),
  }
  const onFailure = noteInternal
  return { policyPath, checkName, teams: null, results: null, now, tryOut, onFailure }
}

async function judge(
  subject: Subject,
  settings: EvaluationSettings,
  options: ScanOptions,
): Promise<number> {
  const { session, target } = subject
  const decisions = await judgeAll(subject, { ...settings, teams: session.teams })
  session.progress.stop()
  refuseUsedUpLimit(session)
  const decision = pickWorst(decisions)
  if (decision === null) throw new RangeError('a scan came to no decision')
  if (isPlanUnknown(decision, settings)) refuseUnknownPlan(options.plan ?? '')
  tellOfClosing(subject)
  const links = { server: `https://${session.place.host}`, run: null }
  writeDecision(decision, options, links)
  tellMore(decision, target.number)
  return decision.conclusion === 'block' ? 1 : 0
}

/** What the verdict itself does not say to whoever asked for another one. */
function tellMore({ subject, findings }: Decision, asked: number): void {
  if (subject.pull_request !== asked)
    note(`#${subject.pull_request} has the same head commit; the worst verdict counts.`)
  if (findings.some(({ rule }) => rule === 'policy/missing'))
    note('There is no policy to judge it by; try one with --policy FILE, or see --propose.')
}

/** Open ones as the gate does, with those that share the head; what is closed shares no check any more. */
async function judgeAll(
  { reader, target, closedAt }: Subject,
  settings: EvaluationSettings,
): Promise<readonly Decision[]> {
  if (closedAt === null) return (await judgePull(reader, target.number, settings)).decisions
  const evaluations = await evaluateSteadily(reader, [target.number], settings)
  return evaluations.map(({ decision }) => decision)
}

function isPlanUnknown(decision: Decision, { tryOut }: EvaluationSettings): boolean {
  const path = tryOut?.plan?.path
  return (
    path !== undefined &&
    decision.findings.some(
      ({ rule, evidence }) => rule === 'plan/missing' && evidence.named === path,
    )
  )
}
