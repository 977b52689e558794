import { allowMatcher } from '../../engine/matching/glob.ts'
import { toSecond } from '../../engine/time.ts'
import type { Artifact, WorkflowRun } from './schemas.ts'

/** A matrix has a few dozen; more would be read for minutes. */
export const MAX_ARTIFACTS = 100

export type ArtifactChoice =
  | { readonly ok: true; readonly artifacts: readonly Artifact[] }
  | { readonly ok: false; readonly why: ArtifactProblem }

export type ArtifactProblem = 'none' | 'another commit' | 'expired' | 'twice' | 'too many'

/**
 * The artifacts that a run's results are in. When failed jobs are run again, the others' artifacts
 * stay those of an earlier attempt, so the newest of each name counts; of two of one name in the same
 * attempt nobody can say which does.
 * @param glob what the policy calls them
 */
export function chooseArtifacts(
  all: readonly Artifact[],
  run: WorkflowRun,
  glob: string,
): ArtifactChoice {
  const isNamed = allowMatcher([glob])
  const named = all.filter(({ name }) => isNamed(name))
  if (named.length === 0) return { ok: false, why: 'none' }
  const own = named.filter(({ workflow_run: origin }) => isOf(run, origin?.head_sha))
  if (own.length === 0) return { ok: false, why: 'another commit' }
  const latest = own.filter((artifact) => isOfLatestAttempt(artifact, run))
  if (hasTwins(latest)) return { ok: false, why: 'twice' }
  const artifacts = pickNewest(own)
  if (artifacts.length > MAX_ARTIFACTS) return { ok: false, why: 'too many' }
  if (artifacts.some(({ expired }) => expired)) return { ok: false, why: 'expired' }
  return { ok: true, artifacts }
}

function isOf(run: WorkflowRun, head: string | null | undefined): boolean {
  return head == null || head === run.head_sha
}

function isOfLatestAttempt({ created_at: at }: Artifact, { run_started_at }: WorkflowRun): boolean {
  return run_started_at == null || at == null || toSecond(at) >= toSecond(run_started_at)
}

function hasTwins(artifacts: readonly Artifact[]): boolean {
  return new Set(artifacts.map(({ name }) => name)).size < artifacts.length
}

/** Ids are given in the order of upload. */
function pickNewest(artifacts: readonly Artifact[]): Artifact[] {
  const ordered = artifacts.toSorted((a, b) => a.id - b.id)
  return [...new Map(ordered.map((artifact) => [artifact.name, artifact])).values()]
}
