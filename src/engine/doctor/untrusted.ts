import { flatten, listExpressions } from './expressions.ts'
import type { Step, Use, Workflow } from './workflow-file.ts'

/**
 * What a step does with a pull request, as far as it can be recognised in the text of its workflow. A shell
 * has endless ways to say the same, so finding nothing proves nothing.
 */
export interface Findings {
  /** Expressions with text that outsiders write, put into a command. */
  readonly injected: readonly string[]
  /** Whether what a pull request wrote is fetched to where commands run. */
  readonly fetchesHead: boolean
  /** What is checked out, where that was not recognised; null: nothing such. */
  readonly unclear: string | null
}

/** Looks at one step. */
export function lookAtStep({ use, run, env }: Step): Findings {
  const commands = [run ?? '', use?.with.get('script') ?? '']
  const asked = use === null ? '' : flatten(askedFor(use), env)
  return {
    injected: [...new Set(commands.flatMap((text) => findInjected(text, env)))],
    fetchesHead: HEAD.test(asked) || commands.some((text) => fetchesHead(text, env)),
    unclear: HEAD.test(asked) || isRecognised(asked) ? null : asked.trim(),
  }
}

/** Looks at what a called workflow is given. */
export function lookAtCall(call: Use): Findings {
  const asked = flatten([...call.with.values()].join('\n'))
  return { injected: [], fetchesHead: HEAD.test(asked), unclear: null }
}

/** Whatever action it is given to: more than one checks out. */
function askedFor({ with: given }: Use): string {
  return `${given.get('ref') ?? ''} ${given.get('repository') ?? ''}`
}

/** How workflows name the head of a pull request. */
const HEAD =
  /github\.head_ref|github\.event\.pull_request\.(?:head\b|merge_commit_sha)|github\.event\.workflow_run\.(?:head_|pull_requests)|refs\/pull\b|\bpull\/[^\n]{0,200}?\/(?:head|merge)\b/

/** Expressions that lead to the default branch or to this repository. */
const SAFE = [
  'github.event.repository.default_branch',
  'github.event.repository.full_name',
  'github.ref',
  'github.ref_name',
  'github.repository',
  'github.sha',
  'github.workflow_sha',
]

function isRecognised(asked: string): boolean {
  return listExpressions(asked).every((expression) => SAFE.includes(expression))
}

const CHECKS_OUT =
  /\bgh\s+pr\s+(?:checkout|co)\b|\bhub\s+(?:pr\s+)?(?:checkout|am|apply)\b|\bgh\s+pr\s+diff\b[^\n]{0,300}\bgit\s+(?:apply|am)\b/
const FETCHES =
  /\bgit\b[^\n;&|]{0,300}\b(?:fetch|checkout|switch|pull|clone|merge|reset|restore|worktree|cherry-pick|rebase|read-tree|archive|remote)\b|\bgh\s+repo\s+clone\b|\b(?:tarball|zipball|codeload)\b|\/archive\//

function fetchesHead(text: string, env: ReadonlyMap<string, string>): boolean {
  const flat = flatten(text, env)
  if (CHECKS_OUT.test(flat)) return true
  return (
    FETCHES.test(flat) && (HEAD.test(flat) || listHeadVariables(env).some((it) => it.test(text)))
  )
}

/** `$NAME` as shells write it, for each variable that names the head. */
function listHeadVariables(env: ReadonlyMap<string, string>): RegExp[] {
  return [...env]
    .filter(([name, value]) => /^\w+$/.test(name) && HEAD.test(flatten(value, env)))
    .map(([name]) => new RegExp(`\\$(?:\\{|env:)?${name}\\b`, 'i'))
}

/** A part of the event, as deep as it is named. */
const PART = /(?<![\w.-])github(?:\.[\w*-]+|\[[^\]]*\])*/g

/** Fields that hold free text (GitHub documentation: "Script injections"), and what holds such fields. */
const TEXT =
  /^(?:title|body|ref|label|labels|name|message|email|description|homepage|head_branch|display_title|page_name|default_branch|path)$/
const HOLDERS =
  /^(?:github|event|pull_request|head|base|issue|comment|review|discussion|workflow_run|head_commit|commits|pull_requests|author|committer|milestone|\*)$/

/** Text that outsiders write, put into a command: it is run, whatever is quoted around it. */
function findInjected(text: string, env: ReadonlyMap<string, string>): string[] {
  return listExpressions(text, env).flatMap((expression) =>
    [...expression.matchAll(PART)].map(([part]) => part).filter(isWrittenByOutsiders),
  )
}

function isWrittenByOutsiders(part: string): boolean {
  const steps = part.replace(/\[[^\]]*\]/g, '.*').split('.')
  const last = steps.at(-1) ?? ''
  if (part === 'github.head_ref' || part === 'github' || part === 'github.event') return true
  if (steps[1] !== 'event' || OWN_PARTS.test(part) || steps.at(-2) === 'repo') return false
  return TEXT.test(last) || HOLDERS.test(last)
}

/** What only administrators of this repository name. */
const OWN_PARTS = /^github\.event\.(?:repository|organization|installation|enterprise)\b/

/** Events whose runs have the token and the secrets of the default branch, whoever caused them. */
const PRIVILEGED = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
]

/** Such events that a workflow runs on, also through workflows here that call it. */
export function listPrivilegedEvents(workflow: Workflow, all: readonly Workflow[]): string[] {
  const reached = new Set([workflow])
  // A set that grows while it is gone through: callers of callers are found as well.
  for (const one of reached)
    for (const caller of all)
      if (one.triggers.has('workflow_call') && calls(caller, one)) reached.add(caller)
  const events = new Set([...reached].flatMap(({ triggers }) => [...triggers.keys()]))
  return PRIVILEGED.filter((event) => events.has(event))
}

function calls({ jobs }: Workflow, { path }: Workflow): boolean {
  return jobs.some(({ call }) => call?.uses === `./${path}`)
}
