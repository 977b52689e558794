import type { IssueFacts, PlanFile } from '../../engine/evidence.ts'
import {
  extractIssuePlan,
  readPlanReferences,
  referencedIssue,
} from '../../engine/plan/reference.ts'
import { Unreadable } from '../unreadable.ts'
import { toLabelFacts } from './facts.ts'
import type { GitHubReader } from './reader.ts'

/** Two are enough to see that it is not clear which one is meant. */
const MAX_ISSUES = 2

/** A plan in an issue, with the labels the issue has. */
export interface IssuePlan {
  readonly number: number
  readonly plan: PlanFile
  readonly labels: readonly string[]
}

/** The plans of the issues that a pull request's body names. */
export async function readIssuePlans(reader: GitHubReader, body: string): Promise<IssuePlan[]> {
  const numbers = readPlanReferences(body).flatMap((reference) => referencedIssue(reference) ?? [])
  const plans = await Promise.all(
    numbers.slice(0, MAX_ISSUES).map((number) => readIssuePlan(reader, number)),
  )
  return plans.flat()
}

async function readIssuePlan(reader: GitHubReader, number: number): Promise<IssuePlan[]> {
  const issue = await reader.issue(number)
  const bytes = issue.pull_request == null ? extractIssuePlan(issue.body ?? '') : null
  if (bytes === null) return []
  const path = `#${number}`
  const plan: PlanFile = { origin: 'issue', source: `issue:${path}`, path, bytes }
  return [{ number, plan, labels: issue.labels.flatMap(({ name }) => name ?? []) }]
}

/**
 * Who labelled the issues and when their texts were edited, by `#number`. Read after the texts
 * themselves, so that an edit in between is seen as one.
 */
export async function readIssueFacts(
  reader: GitHubReader,
  plans: readonly IssuePlan[],
): Promise<Map<string, IssueFacts>> {
  const facts = await Promise.all(
    plans.map(async (it) => [it.plan.path, await readFactsOf(reader, it)] as const),
  )
  return new Map(facts)
}

/** A label that is no longer on the issue approves nothing, even where no event says that it went. */
async function readFactsOf(
  reader: GitHubReader,
  { number, labels }: IssuePlan,
): Promise<IssueFacts> {
  const [events, editedAt] = await Promise.all([reader.events(number), readEdit(reader, number)])
  const present = new Set(labels.map((label) => label.toLowerCase()))
  const all = toLabelFacts(events, null)
  return { labels: all.filter((fact) => present.has(fact.name.toLowerCase())), editedAt }
}

async function readEdit(reader: GitHubReader, number: number): Promise<IssueFacts['editedAt']> {
  return reader.issueEditedAt(number).catch((error: unknown) => {
    if (error instanceof Unreadable) return 'unknown'
    throw error
  })
}
