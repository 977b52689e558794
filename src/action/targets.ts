import * as v from 'valibot'
import { readPlanReferences } from '../engine/plan/reference.ts'
import type { MergeGroup } from '../gate/merge-group.ts'
import { findPullsWithHead } from '../gate/pulls-with-head.ts'
import type { GitHubReader } from '../sources/github/reader.ts'

/** What a run has to judge. */
export type Targets =
  | { readonly kind: 'pulls'; readonly numbers: readonly number[] }
  | { readonly kind: 'merge-group'; readonly group: MergeGroup }
  | { readonly kind: 'nothing'; readonly why: string }

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))
const PullEvent = v.object({ pull_request: v.object({ number }) })
const PullHeadEvent = v.object({ pull_request: v.object({ head: v.object({ sha }) }) })
const RunEvent = v.object({ workflow_run: v.object({ head_sha: sha }) })
const IssueEvent = v.object({ issue: v.object({ number }) })
const CommentEvent = v.object({
  issue: v.object({ number, pull_request: v.nullish(v.object({})) }),
  comment: v.object({ body: v.nullish(v.string()) }),
})
const GroupEvent = v.object({
  merge_group: v.object({
    head_sha: sha,
    base_sha: sha,
    head_ref: v.string(),
    base_ref: v.string(),
  }),
})

/**
 * Finds the pull requests an event is about. The payload is frozen and may be old: only numbers and
 * commit ids are taken from it, everything else is read live.
 * @throws Error when the event is none the gate knows, or its payload is not one of that event.
 */
export async function findTargets(
  eventName: string,
  payload: unknown,
  reader: GitHubReader,
  requested: number | null,
): Promise<Targets> {
  if (requested !== null) return { kind: 'pulls', numbers: [requested] }
  switch (eventName) {
    case 'pull_request_target':
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return { kind: 'pulls', numbers: [parse(PullEvent, payload, eventName).pull_request.number] }
    case 'workflow_run':
      return pullsOf(reader, parse(RunEvent, payload, eventName).workflow_run.head_sha)
    case 'issues':
      return pullsNaming(reader, parse(IssueEvent, payload, eventName).issue.number)
    case 'issue_comment':
      return commanded(parse(CommentEvent, payload, eventName))
    case 'merge_group':
      return { kind: 'merge-group', group: readGroup(parse(GroupEvent, payload, eventName)) }
    case 'schedule':
    case 'workflow_dispatch':
      return listed(await reader.openPulls(), 'no pull request is open')
    default:
      throw new Error(
        `The gate does not know the event "${eventName}". Use pull_request_target, workflow_run, issues, issue_comment, merge_group, schedule or workflow_dispatch.`,
      )
  }
}

/**
 * Whether an event is about a head commit, so that what a step of its job tested can have been that one. A
 * merge group holds the heads of all its members.
 */
export function isAboutHead(eventName: string, payload: unknown, headSha: string): boolean {
  if (eventName === 'merge_group') return v.is(GroupEvent, payload)
  if (v.is(RunEvent, payload)) return payload.workflow_run.head_sha === headSha
  return v.is(PullHeadEvent, payload) && payload.pull_request.head.sha === headSha
}

function parse<T extends v.GenericSchema>(
  schema: T,
  payload: unknown,
  eventName: string,
): v.InferOutput<T> {
  const result = v.safeParse(schema, payload)
  if (!result.success) throw new Error(`The event file is not that of a "${eventName}" event.`)
  return result.output
}

function listed(pulls: readonly { number: number }[], otherwise: string): Targets {
  if (pulls.length === 0) return { kind: 'nothing', why: otherwise }
  return { kind: 'pulls', numbers: pulls.map((pull) => pull.number) }
}

async function pullsOf(reader: GitHubReader, headSha: string): Promise<Targets> {
  return listed(
    await findPullsWithHead(reader, headSha),
    'no open pull request has that head commit',
  )
}

async function pullsNaming(reader: GitHubReader, issue: number): Promise<Targets> {
  const open = await reader.openPulls()
  const naming = open.filter((pull) => readPlanReferences(pull.body ?? '').includes(`#${issue}`))
  return listed(naming, 'no open pull request names that issue as its plan')
}

/** Anybody may ask for another look; it only repeats what the gate does anyway. */
function commanded({ issue, comment }: v.InferOutput<typeof CommentEvent>): Targets {
  const isCommand = /^\/countersign(\s|$)/.test(comment.body ?? '')
  if (issue.pull_request == null || !isCommand) {
    return { kind: 'nothing', why: 'the comment is no "/countersign" on a pull request' }
  }
  return { kind: 'pulls', numbers: [issue.number] }
}

function readGroup({ merge_group }: v.InferOutput<typeof GroupEvent>): MergeGroup {
  return {
    headSha: merge_group.head_sha,
    baseSha: merge_group.base_sha,
    headRef: merge_group.head_ref,
    baseRef: merge_group.base_ref.replace(/^refs\/heads\//, ''),
  }
}
