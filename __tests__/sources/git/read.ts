import type { ChangedFile, Evidence } from '../../../src/engine/evidence.ts'
import { CannotStart } from '../../../src/sources/cannot-start.ts'
import { type GitRequest, readGitEvidence } from '../../../src/sources/git/index.ts'
import type { TestRepo } from '../../support/repo.ts'

export const POLICY_PATH = '.github/countersign.yml'

/** Evidence of the branch `agent/work` against `main`, unless asked otherwise. */
export function readEvidence(
  repo: Pick<TestRepo, 'dir'>,
  request: Partial<GitRequest> = {},
): Promise<Evidence> {
  return readGitEvidence({
    repo: repo.dir,
    base: 'main',
    head: 'agent/work',
    policyPath: POLICY_PATH,
    policyFile: null,
    planFile: null,
    requestedPlan: null,
    results: null,
    localChains: [],
    facts: null,
    ...request,
  })
}

/** The sentence with which reading is refused. */
export async function readRefusal(
  repo: Pick<TestRepo, 'dir'>,
  request: Partial<GitRequest> = {},
): Promise<string> {
  try {
    await readEvidence(repo, request)
  } catch (error) {
    if (error instanceof CannotStart) return error.message
    throw error
  }
  throw new Error('expected CannotStart')
}

export function fileAt(evidence: Evidence, path: string): ChangedFile {
  const file = evidence.files.find((it) => it.path === path)
  if (file === undefined) throw new Error(`${path} is not among the changed files`)
  return file
}

export function rulesOf(evidence: Evidence): string[] {
  return evidence.defects.map(({ rule }) => rule)
}
