import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as core from '@actions/core'
import type { Decision } from '../engine/decision.ts'
import type { Verdict } from '../gate/judge.ts'
import { renderComment } from '../reports/comment.ts'
import { publishCheckRun } from '../reports/github/publish-check-run.ts'
import { publishComment } from '../reports/github/publish-comment.ts'
import { removeStaleLabels } from '../reports/github/remove-labels.ts'
import { type GitHubWriter, readText } from '../reports/github/writer.ts'
import { renderJson } from '../reports/json.ts'
import type { ReportLinks } from '../reports/links.ts'
import { renderMarkdown } from '../reports/markdown/index.ts'
import { renderSarif } from '../reports/sarif/sarif.ts'
import type { RepositoryName } from '../sources/github/reader.ts'

export interface Publisher {
  readonly writer: GitHubWriter
  readonly repository: RepositoryName
  readonly links: ReportLinks
  readonly checkName: string
  readonly comment: boolean
  /** Where the decision's files are written. */
  readonly directory: string
}

/** What became of publishing a verdict. Nothing here ever changes the verdict. */
export interface Published {
  /** Whether the check run says what was decided; true when none was asked for. */
  readonly checked: boolean
  /** The check run that was published; null: none was, or GitHub did not say. */
  readonly runId: number | null
  /** The App whose token published the check run; null: none was published, or GitHub did not say. */
  readonly appSlug: string | null
  /** What could not be written, as sentences. */
  readonly problems: readonly string[]
}

/**
 * Publishes a verdict: the check run first, because it is what counts, then the comments.
 * @param told the pull requests that people are told of afterwards
 */
export async function publishVerdict(
  publisher: Publisher,
  verdict: Verdict,
  told: ReadonlySet<number>,
): Promise<Published> {
  const run = await publishRun(publisher, verdict, told)
  const comments = await publishComments(publisher, verdict, run.appSlug)
  return { ...run, problems: [...run.problems, ...comments] }
}

/** Of a check run that was not published. */
const UNSAID = { runId: null, appSlug: null, problems: [] }

async function publishRun(
  { writer, repository, links, checkName }: Publisher,
  { headSha, decisions }: Verdict,
  told: ReadonlySet<number>,
): Promise<Published> {
  if (checkName === '') return { checked: true, ...UNSAID }
  // Without a commit there is nothing to publish on: the head itself could not be read.
  if (headSha === '') return { checked: false, ...UNSAID }
  const name = checkName
  const target = { ...repository, headSha, name, decisions, links, detailsUrl: links.run, told }
  const published = await publishCheckRun(writer, target)
  if (!published.published) return { checked: false, ...UNSAID, problems: [published.why] }
  const problems = published.incomplete === null ? [] : [published.incomplete]
  return { checked: true, runId: published.id, problems, appSlug: published.appSlug }
}

async function publishComments(
  { writer, repository, links, comment }: Publisher,
  { evaluations, commentable }: Verdict,
  appSlug: string | null,
): Promise<string[]> {
  if (!comment || !commentable) return []
  const problems: string[] = []
  const ownLogins = [await readOwnLogin(writer, appSlug)]
  for (const { number, decision } of evaluations) {
    const render = (previous: string | null) => renderComment(decision, links, previous)
    // People whose pull requests the policy leaves alone are not told so in each of them.
    const mayCreate = decision.conclusion !== 'not-applicable'
    const target = { ...repository, number, render, ownLogins, mayCreate }
    const result = await publishComment(writer, target)
    const problem = result.published ? result.incomplete : result.why
    if (problem !== null) problems.push(problem)
  }
  return problems
}

/** Last of all: a label is taken off only once it has been said why. What could not be done, as sentences. */
export async function takeStaleLabelsOff(
  { writer, repository }: Publisher,
  { evaluations, commentable }: Verdict,
): Promise<string[]> {
  if (!commentable) return []
  const problems: string[] = []
  for (const { number, decision } of evaluations) {
    const problem = await removeStaleLabels(writer, { ...repository, number }, decision)
    if (problem !== null) problems.push(problem)
  }
  return problems
}

/**
 * The login our comments carry: the App's that published the check run, else the token's user, else
 * that of a workflow's own token, which may not ask who it is.
 */
async function readOwnLogin(writer: GitHubWriter, appSlug: string | null): Promise<string> {
  if (appSlug !== null) return `${appSlug}[bot]`
  const answer = await writer.request('GET /user', {}).catch(() => null)
  return (answer === null ? null : readText(answer.data, 'login')) ?? 'github-actions[bot]'
}

/** Writes the decision's files and sets the outputs. `worst` speaks for the run. */
export function writeOutputs(publisher: Publisher, worst: Decision): void {
  mkdirSync(publisher.directory, { recursive: true })
  const decision = join(publisher.directory, 'decision.json')
  const markdown = join(publisher.directory, 'decision.md')
  const sarif = join(publisher.directory, 'decision.sarif')
  writeFileSync(decision, renderJson(worst))
  writeFileSync(markdown, renderMarkdown(worst, publisher.links))
  writeFileSync(sarif, renderSarif(worst, publisher.links))
  core.setOutput('conclusion', worst.conclusion)
  core.setOutput('decision', decision)
  core.setOutput('markdown', markdown)
  core.setOutput('sarif', sarif)
  core.setOutput('digest', worst.digest)
  core.setOutput('findings', String(worst.findings.filter((finding) => finding.blocking).length))
}

/** The summary is a courtesy: a runner without one does not change the verdict. */
export async function writeSummary(text: string): Promise<void> {
  await core.summary
    .addRaw(text, true)
    .write()
    .catch(() => core.info('The job summary could not be written.'))
}
