import { join } from 'node:path'
import * as core from '@actions/core'
import type { Decision } from '../engine/decision.ts'
import type { EvaluationSettings } from '../gate/evaluate.ts'
import { isOutdated, judgeMergeGroup, judgePull, type Verdict } from '../gate/judge.ts'
import {
  type GitHubClient,
  makeGitHubClient,
  type Patience,
  toGitHubApi,
} from '../github-client.ts'
import { renderError } from '../reports/error-text.ts'
import { escapeLog } from '../reports/escape.ts'
import type { GitHubWriter } from '../reports/github/writer.ts'
import { renderSummary } from '../reports/summary.ts'
import { formatHeadline, pickWorst } from '../reports/verdict.ts'
import type { GitHubReader } from '../sources/github/reader.ts'
import type { GivenResults } from '../sources/given-results.ts'
import { readLocalResults } from '../sources/local-results.ts'
import type { RunnerContext } from './context.ts'
import type { Inputs } from './inputs.ts'
import { type Notifier, openNotifier, pickTold, recallReports, tellNews } from './notify.ts'
import {
  type Published,
  type Publisher,
  publishVerdict,
  takeStaleLabelsOff,
  writeOutputs,
  writeSummary,
} from './publish.ts'
import type { RunResult } from './run.ts'
import { isAboutHead, type Targets } from './targets.ts'

/** What was found to be judged, and everything it takes. */
export interface Job {
  readonly inputs: Inputs
  readonly context: RunnerContext
  readonly client: GitHubClient
  readonly reader: GitHubReader
  readonly targets: Exclude<Targets, { kind: 'nothing' }>
  readonly patience: Patience
}

/** Judges the targets one by one and publishes each verdict as soon as it stands. */
export async function judgeTargets(job: Job): Promise<RunResult> {
  const { inputs, context, reader } = job
  const settings = makeSettings(job)
  const publisher = makePublisher(job)
  const notifier = openNotifier(inputs, { ...context, now: settings.now })
  const judged: Judged[] = []
  for (const judge of listJudgements(job, settings))
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
  const ids = new Set<number>()
  let judged = await judgeAndPublish(judgement)
  for (let published = 1; published < MAX_PUBLICATIONS; published += 1) {
    if (judged.published.runId !== null) ids.add(judged.published.runId)
    if (!(await isOutdated(reader, judged.verdict, { checkName: publisher.checkName, ids }))) break
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

function makeSettings({ inputs, context, patience }: Job): EvaluationSettings {
  const { policyPath, checkName, teamToken, results: globs } = inputs
  const connect = (token: string) => toGitHubApi(makeGitHubClient(token, context.apiUrl, patience))
  const teams = teamToken === '' ? null : connect(teamToken)
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd()
  const results = globs.length === 0 ? null : readGivenResults(globs, workspace, context)
  const onFailure = (error: unknown) => core.debug(renderError(error))
  return { policyPath, checkName, teams, results, now: new Date(), onFailure }
}

function readGivenResults(
  globs: readonly string[],
  workspace: string,
  { eventName, payload }: RunnerContext,
): GivenResults {
  const readings = readLocalResults(globs, workspace)
  return { readings, isOf: (headSha) => isAboutHead(eventName, payload, headSha) }
}

interface Judged {
  readonly verdict: Verdict
  readonly published: Published
}

function listJudgements(
  { reader, targets }: Job,
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
  // A block that no check run tells of fails the step in any case: an older, green one may still stand.
  const isUnheard = judged.some(
    ({ verdict, published }) => !published.checked && isBlocked(verdict),
  )
  return { failed: isUnheard || (failOnBlock && judged.some(({ verdict }) => isBlocked(verdict))) }
}

function isBlocked({ decisions }: Verdict): boolean {
  return decisions.some((decision) => decision.conclusion === 'block')
}

function logDecision(decision: Decision): void {
  const number = decision.subject.pull_request
  const subject = number === null ? 'Merge group' : `Pull request #${number}`
  core.info(escapeLog(`${subject}: ${formatHeadline(decision)}`))
}

function makePublisher({ inputs, client, context }: Job): Publisher {
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
