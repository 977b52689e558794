import type { ActionPin, Findings, WorkflowFinding } from './findings.ts'
import { GATE_PATH } from './findings.ts'
import { asComment } from './quote.ts'

/** A step that `init` takes for the gate, by nothing but the name of its action. Anybody may have written it. */
interface GateUse {
  readonly path: string
  /** `owner/repository@ref`, as the workflow writes it. */
  readonly use: string
  /** Whose code it is: another action's, ours, or nobody can say because ours is not known. */
  readonly whose: 'other' | 'ours' | 'unknown'
  readonly isPinned: boolean
}

type Known = Pick<Findings, 'workflows' | 'action'>

/** Whether a workflow is the gate's: by its path, or because it uses the very action that is in use. */
export function isOwnGate(workflow: WorkflowFinding, action: ActionPin): boolean {
  if (!workflow.isGate) return false
  const uses = listUses(workflow, action)
  return workflow.path === GATE_PATH || uses.some(({ whose }) => whose !== 'other')
}

/** What was taken for the gate, and what is to be said of it: use, judgement, path. */
export function describeGates({ workflows, action }: Known): (readonly [string, string])[] {
  return workflows.flatMap((workflow) =>
    listUses(workflow, action).map((it) => [`${it.use}: ${judge(it)}`, it.path] as const),
  )
}

/** What somebody has to do about gates that are there, as sentences whose quoted parts are on one line. */
export function describeGateConcerns({ workflows, action }: Known): string[] {
  const uses = workflows.flatMap((workflow) => listUses(workflow, action))
  const empty = workflows.filter(
    ({ path, gateUses }) => path === GATE_PATH && gateUses.length === 0,
  )
  return [
    ...uses.flatMap((use) => describeConcern(use, action)),
    ...empty.map(
      ({ path }) =>
        `${path} uses no action named "countersign", so it is no gate. It is left alone: rename\nit and run this again.`,
    ),
  ]
}

function listUses({ path, gateUses }: WorkflowFinding, action: ActionPin): GateUse[] {
  return gateUses.map((use) => {
    const at = use.indexOf('@')
    const isSame = use.slice(0, at).toLowerCase() === action.repository.toLowerCase()
    return {
      path: asComment(path),
      use: asComment(use),
      whose: isSame ? 'ours' : action.isPlaceholder ? 'unknown' : 'other',
      isPinned: /^[0-9a-f]{40}$/i.test(use.slice(at + 1)),
    }
  })
}

const WHOSE = {
  other: 'another action than the one in use',
  ours: 'the action in use',
  unknown: 'not compared, since the action in use is not known',
}

function judge({ whose, isPinned }: GateUse): string {
  return `${WHOSE[whose]}, ${isPinned ? 'pinned by a commit' : 'not pinned by a commit'}`
}

function describeConcern(
  { path, use, whose, isPinned }: GateUse,
  { repository, commit, isPlaceholder }: ActionPin,
): string[] {
  // That is said already: it has to be completed.
  if (isPlaceholder && use === `${repository}@${commit}`) return []
  const wanted = isPlaceholder ? 'the full commit id after the "@"' : `${repository}@${commit}`
  if (whose === 'other') {
    return [
      `${path} uses ${use}, another action than ${repository}${isPinned ? '' : ', and not by a commit'}.\nWhoever owns that decides what passes there: take it out, or write ${wanted}.`,
    ]
  }
  if (isPinned) return []
  return [
    `${path} uses ${use}, which is no commit: whoever can move that name\nchanges the gate. Write ${wanted}.`,
  ]
}
