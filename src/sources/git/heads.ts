import type { ApprovalFact, HeadReading } from '../../engine/evidence.ts'
import { CannotStart } from '../cannot-start.ts'
import { describeHead, type EntryChange, findSigningFacts, listPastHeads } from '../head-reading.ts'
import { runGit } from './git.ts'
import type { Repository } from './repository.ts'
import { readTreeChanges } from './tree.ts'

/** The change as it stands. */
export interface Present {
  readonly base: string
  readonly head: string
  readonly files: readonly EntryChange[]
}

/**
 * The present head and the past ones that approvals were given for, each from where it left the
 * present base. A head that the clone does not have is left out.
 */
export async function readHeads(
  repository: Repository,
  { base, head, files }: Present,
  facts: readonly ApprovalFact[],
): Promise<Map<string, HeadReading>> {
  const past = listPastHeads(facts, findSigningFacts(facts, null), head)
  const readings = await Promise.all(past.map((sha) => readPastHead(repository, base, sha)))
  const found = past.flatMap((sha, at) => {
    const reading = readings[at]
    return reading == null ? [] : [[sha, reading] as const]
  })
  return new Map([[head, describeHead(files)], ...found])
}

async function readPastHead(
  repository: Repository,
  base: string,
  sha: string,
): Promise<HeadReading | null> {
  const { code, stdout } = await runGit(repository.objects, ['merge-base', base, sha])
  if (code !== 0) return null
  try {
    return describeHead(await readTreeChanges(repository, stdout.toString('utf8').trim(), sha))
  } catch (error) {
    // Parts of an old head are missing: nothing can be said of it.
    if (error instanceof CannotStart) return null
    throw error
  }
}
