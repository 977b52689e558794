import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../engine/hash.ts'
import type { Policy } from '../engine/policy/policy.ts'
import type { Prefilter } from '../engine/tool-call/prefilter.ts'
import type { PlanScope } from '../engine/tool-call/scope.ts'
import { findOuterPlace, findPlace, type Place, recorderDir } from '../recorder/place.ts'
import { type BaseTip, OddRefs, readBaseTip, readBranch } from '../recorder/refs.ts'
import { codeOf } from '../sources/error-code.ts'
import { VERSION } from '../version.generated.ts'

/**
 * The policy in force, compiled once for each tip of the protected branch, work branch and day. Kept
 * in two files beside the record: a small one that every tool call reads, and the whole for the few
 * that the engine has to judge.
 */
export interface Rules {
  readonly version: string
  readonly policySha256: string
  /** In words, with the checks that differ: `enforce; patterns: warn`. */
  readonly mode: string
  /** Whether any check can stop a call; in observe and warn mode none does. */
  readonly enforces: boolean
  /** Why the policy cannot be applied; null when it can. */
  readonly broken: string | null
  readonly prompts: 'hashed' | 'redacted'
  /** Whether the policy says anything of audit chains. */
  readonly wantsAudit: boolean
  readonly prefilter: Prefilter | null
  /** The plans in force, in a line each. */
  readonly plans: readonly string[]
  /** What to do about a plan that the policy requires and that is not there; null where none is wanting. */
  readonly planAdvice: string | null
}

/** What the engine needs to judge a call by. */
export interface FullRules {
  readonly policy: Policy
  readonly scope: PlanScope
}

/** A work tree whose protected branch has a policy. */
export interface Governed {
  readonly place: Place
  readonly tip: BaseTip
  readonly rules: Rules
  /** Of the two files, without their endings. */
  readonly cache: string
}

/** Raised whenever the kept files change their form. */
const FORMAT = 4

/**
 * The innermost work tree around the first of the directories that has a policy; null when none has,
 * and then there is nothing to do. A repository without one may lie inside one that has: an agent can
 * make such a repository itself.
 * @throws Unreadable, or a failed read: the policy is there and cannot be applied
 */
export async function findGoverned(
  directories: readonly string[],
  now: Date,
): Promise<Governed | null> {
  for (const directory of directories) {
    for (let place = findPlace(directory); place !== null; place = findOuterPlace(place)) {
      const governed = await readGoverned(place, now)
      if (governed !== null) return governed
    }
  }
  return null
}

async function readGoverned(place: Place, now: Date): Promise<Governed | null> {
  const tip = await findTip(place)
  if (tip === null) return null
  const day = now.toISOString().slice(0, 10)
  const branch = readBranch(place)
  const key = sha256(JSON.stringify([FORMAT, VERSION, tip, branch, day])).slice(0, 32)
  const cache = join(recorderDir(place), `policy-${key}`)
  const known = readRules(cache)
  if (known !== null) return { place, tip, rules: known, cache }
  const { compileRules } = await import('./compile.ts')
  const rules = await compileRules(place, { tip, branch, now, cache })
  return rules === null ? null : { place, tip, rules, cache }
}

async function findTip(place: Place): Promise<BaseTip | null> {
  try {
    return readBaseTip(place)
  } catch (error) {
    if (!(error instanceof OddRefs)) throw error
    const { askBaseTip } = await import('../sources/git/base-facts.ts')
    return askBaseTip({ directory: place.root, env: { GIT_DIR: place.gitDir } })
  }
}

/** What was compiled before; half a file, or one of another version, is as good as none. */
export function readRules(cache: string): Rules | null {
  try {
    const rules = JSON.parse(readFileSync(`${cache}.rules.json`, 'utf8')) as Rules
    return rules.version === VERSION && Array.isArray(rules.plans) ? rules : null
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return null
    throw error
  }
}
