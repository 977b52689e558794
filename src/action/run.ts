import { join } from 'node:path'
import * as core from '@actions/core'
import { context } from '@actions/github'
import type { Decision } from '../engine/decision.ts'
import type { EvaluationSettings } from '../gate/evaluate.ts'
import { isOutdated, judgeMergeGroup, judgePull, type Verdict } from '../gate/judge.ts'
import {
  type GitHubClient,
  makeGitHubClient,
  PATIENCE,
  type Patience,
  toGitHubApi,
} from '../github-client.ts'
import { escapeLog } from '../reports/escape.ts'
import type { GitHubWriter } from '../reports/publish.ts'
import { renderSummary } from '../reports/summary.ts'
import { formatHeadline, pickWorst } from '../reports/verdict.ts'
import { type GitHubReader, makeReader } from '../sources/github/reader.ts'
import type { GivenResults } from '../sources/given-results.ts'
import { readLocalResults } from '../sources/local-results.ts'
import { Unreadable } from '../sources/unreadable.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { type Notifier, openNotifier, pickTold, recallReports, tellNews } from './notify.ts'
import {
  type Published,
  type Publisher,
  publishVerdict,
  takeStaleLabelsOff,
  writeOutputs,
  writeSummary,
} from './publish.ts'
import { findTargets, isAboutHead, type Targets } from './targets.ts'

/** What a run came to: whether the step has to fail. */
interface RunResult {
  readonly failed: boolean
}

/** Runs the gate for the event at hand; the exit code. Whatever is thrown fails, and is told in one line. */
export async function runToEnd(patience: Patience = PATIENCE): Promise<number> {
  try {
    const { failed } = await runGate(patience)
    return failed ? 1 : 0
  } catch (error) {
    core.error(escapeLog(`Countersign could not decide: ${explainFailure(error)}`))
    if (error instanceof Error) core.debug(escapeLog(error.stack ?? ''))
    return 1
  }
}

/** What is thrown may quote the pull request, and need not be an Error. */
function explainFailure(error: unknown): string {
  if (error instanceof Unreadable) return `it could not read ${error.missing}: ${error.message}.`
  return error instanceof Error ? error.message : 'something that is no error was thrown'
}

/**
 * Finds the pull requests of the event, judges them one by one, publishes each verdict as soon as it stands.
 * @throws Error when it cannot even be said what to judge (inputs, event, token).
 */
async function runGate(patience: Patience): Promise<RunResult> {
  const inputs = readInputs()
  core.setSecret(inputs.token)
  const client = makeGitHubClient(inputs.token, context.apiUrl, patience)
  const reader = makeReader(toGitHubApi(client), context.repo)
  const settings = makeSettings(inputs, patience)
  const targets = await findTargets(context.eventName, context.payload, reader, inputs.pullRequest)
  if (targets.kind === 'nothing') {
    core.notice(escapeLog(`Nothing to judge: ${targets.why}.`))
    return { failed: false }
  }
  const publisher = makePublisher(inputs, client)
  const notifier = openNotifier(inputs, { ...context, now: settings.now })
  const judged: Judged[] = []
  for (const judge of listJudgements(reader, targets, settings))
    judged.push(await judgeUntilStill({ reader, publisher, notifier, judge }))
  return conclude(publisher, inputs, judged)
}

interface Judgement {
  readonly reader: GitHubReader
  readonly publisher: Publisher
  readonly notifier: Notifier | null
  judge(): Promise<Verdict>
}

/** How often a verdict is published before the event of the latest change is left to its own run. */
const MAX_PUBLICATIONS = 3

/**
 * Judges and publishes, and looks once more: what changed before everything was published may have been
 * published by another run already, and must not be covered by what this one knew.
 */
async function judgeUntilStill(judgement: Judgement): Promise<Judged> {
  const { reader, publisher } = judgement
  let judged = await judgeAndPublish(judgement)
  for (let published = 1; published < MAX_PUBLICATIONS; published += 1) {
    if (!(await isOutdated(reader, judged.verdict))) break
    judged = await judgeAndPublish(judgement)
  }
  return addProblems(judged, await takeStaleLabelsOff(publisher, judged.verdict))
}

function addProblems({ verdict, published }: Judged, more: readonly string[]): Judged {
  return { verdict, published: { ...published, problems: [...published.problems, ...more] } }
}

async function judgeAndPublish({ reader, publisher, notifier, judge }: Judgement): Promise<Judged> {
  const verdict = await judge()
  for (const decision of verdict.decisions) logDecision(decision)
  const known = await recallReports(notifier, reader, verdict)
  const told = pickTold(verdict, known)
  const published = await publishVerdict(publisher, verdict, told)
  const news = { verdict, published, known, told, links: publisher.links }
  const untold = await tellNews(notifier, news)
  return addProblems({ verdict, published }, untold)
}

function makeSettings(inputs: Inputs, patience: Patience): EvaluationSettings {
  const { policyPath, checkName, teamToken, results: globs } = inputs
  if (teamToken !== '') core.setSecret(teamToken)
  const teams =
    teamToken === '' ? null : toGitHubApi(makeGitHubClient(teamToken, context.apiUrl, patience))
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd()
  const results = globs.length === 0 ? null : readGivenResults(globs, workspace)
  return { policyPath, checkName, teams, results, now: new Date() }
}

function readGivenResults(globs: readonly string[], workspace: string): GivenResults {
  const { eventName, payload } = context
  const readings = readLocalResults(globs, workspace)
  return { readings, isOf: (headSha) => isAboutHead(eventName, payload, headSha) }
}

interface Judged {
  readonly verdict: Verdict
  readonly published: Published
}

function listJudgements(
  reader: GitHubReader,
  targets: Exclude<Targets, { kind: 'nothing' }>,
  settings: EvaluationSettings,
): (() => Promise<Verdict>)[] {
  if (targets.kind === 'merge-group')
    return [() => judgeMergeGroup(reader, targets.group, settings)]
  return targets.numbers.map((number) => () => judgePull(reader, number, settings))
}

async function conclude(
  publisher: Publisher,
  { failOnBlock }: Inputs,
  judged: readonly Judged[],
): Promise<RunResult> {
  const decisions = judged.flatMap(({ verdict }) => verdict.decisions)
  const problems = judged.flatMap(({ published }) => published.problems)
  const worst = pickWorst(decisions)
  if (worst === null) throw new Error('No verdict was reached.')
  for (const problem of problems) core.warning(escapeLog(problem))
  writeOutputs(publisher, worst)
  await writeSummary(renderSummary(decisions, publisher.links, problems))
  const isUnheard = judged.some(
    ({ verdict, published }) => !published.checked && isBlocked(verdict),
  )
  return { failed: isUnheard || (failOnBlock && judged.some(({ verdict }) => isBlocked(verdict))) }
}

/** A block that no check run tells of fails the step in any case: an older, green one may still stand. */
function isBlocked({ decisions }: Verdict): boolean {
  return decisions.some((decision) => decision.conclusion === 'block')
}

function logDecision(decision: Decision): void {
  const number = decision.subject.pull_request
  const subject = number === null ? 'Merge group' : `Pull request #${number}`
  core.info(escapeLog(`${subject}: ${formatHeadline(decision)}`))
}

function makePublisher(inputs: Inputs, client: GitHubClient): Publisher {
  const { serverUrl, repo, runId } = context
  const isRun = Number.isSafeInteger(runId) && runId > 0
  return {
    writer: toWriter(client),
    repository: repo,
    links: {
      server: serverUrl,
      run: isRun ? `${serverUrl}/${repo.owner}/${repo.repo}/actions/runs/${runId}` : null,
    },
    checkName: inputs.checkName,
    comment: inputs.comment,
    directory: join(process.env.RUNNER_TEMP ?? process.cwd(), 'countersign'),
  }
}

function toWriter(client: GitHubClient): GitHubWriter {
  return { request: (route, parameters) => client.request(route, parameters) }
}
