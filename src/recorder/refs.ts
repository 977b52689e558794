import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Place, readIfThere } from './place.ts'

/** The tip of the protected branch, as the last fetch saw it. */
export interface BaseTip {
  /** `main`, without the remote's name. */
  readonly branch: string
  readonly commit: string
}

const REMOTE = 'refs/remotes/origin/'
/** Where the default branch is when the clone does not say which it is. */
const USUAL_BRANCHES = ['main', 'master']

/**
 * Finds the default branch's remote-tracking ref by reading git's files; null when there is none.
 * @throws OddRefs when refs are kept in another way; git itself has to be asked then.
 */
export function readBaseTip(place: Place): BaseTip | null {
  if (existsSync(join(place.commonDir, 'reftable'))) throw new OddRefs()
  const named = readSymbolic(readIfThere(join(place.commonDir, `${REMOTE}HEAD`)))
  const candidates = named === null ? [] : [named]
  for (const ref of [...candidates, ...USUAL_BRANCHES.map((branch) => REMOTE + branch)]) {
    const commit = readCommit(place, ref)
    if (commit !== null) return { branch: ref.slice(REMOTE.length), commit }
  }
  return null
}

/** The branch a work tree is on; null when HEAD is detached. */
export function readBranch({ gitDir }: Place): string | null {
  const [, branch] =
    /^ref: refs\/heads\/(.+)\n?$/.exec(readIfThere(join(gitDir, 'HEAD')) ?? '') ?? []
  return branch ?? null
}

/** Refs are not in files this reader knows. */
export class OddRefs extends Error {
  override readonly name = 'OddRefs'
}

function readSymbolic(text: string | null): string | null {
  if (text === null) return null
  const [, ref] = /^ref: (refs\/remotes\/origin\/[^\n]+)\n?$/.exec(text) ?? []
  if (ref === undefined || ref.split('/').includes('..')) throw new OddRefs()
  return ref
}

const OBJECT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})\n?$/

function readCommit({ commonDir }: Place, ref: string): string | null {
  const loose = readIfThere(join(commonDir, ref))
  if (loose === null) return findPacked(commonDir, ref)
  const [, commit] = OBJECT_ID.exec(loose) ?? []
  if (commit === undefined) throw new OddRefs()
  return commit
}

function findPacked(commonDir: string, ref: string): string | null {
  const packed = readIfThere(join(commonDir, 'packed-refs')) ?? ''
  const at = packed.indexOf(` ${ref}\n`)
  if (at < 0) return null
  const [, commit] = OBJECT_ID.exec(packed.slice(packed.lastIndexOf('\n', at) + 1, at)) ?? []
  if (commit === undefined) throw new OddRefs()
  return commit
}
