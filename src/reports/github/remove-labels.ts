import { OUTDATED } from '../../engine/approvals/signatures.ts'
import type { Decision } from '../../engine/decision.ts'
import { type GitHubWriter, tryRequest } from './writer.ts'

export interface LabelTarget {
  readonly owner: string
  readonly repo: string
  /** Number of the pull request. */
  readonly number: number
}

const LABEL = '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}'

/** Findings about the label that accepts a criterion. */
const ACCEPTANCE: ReadonlySet<string> = new Set(['acceptance/not-accepted'])

/**
 * Takes approval and acceptance labels off that were applied for an earlier state, so that nobody reads them as an
 * approval and the owner can apply them again. To be called after the decision that explains it has
 * been published. Never throws; null, or why a label is still there.
 */
export async function removeStaleLabels(
  writer: GitHubWriter,
  { owner, repo, number }: LabelTarget,
  decision: Decision,
): Promise<string | null> {
  let why: string | null = null
  for (const name of findStaleLabels(decision)) {
    const params = { owner, repo, issue_number: number, name }
    const removed = await tryRequest(
      writer,
      'take a stale approval label off',
      `DELETE ${LABEL}`,
      params,
    )
    // 404: somebody was faster, and it is gone as it should be.
    if (!removed.ok && removed.status !== 404) why = removed.why
  }
  return why
}

function findStaleLabels({ findings }: Decision): string[] {
  const names = findings.flatMap(({ rule, evidence }) => {
    if (!OUTDATED.has(evidence.problem)) return []
    const isApproval = rule === 'approval/stale' && evidence.via === 'label'
    const name = isApproval ? evidence.name : ACCEPTANCE.has(rule) ? evidence.label : null
    return typeof name === 'string' ? [name] : []
  })
  return [...new Set(names)]
}
