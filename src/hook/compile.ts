import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PlanFile } from '../engine/evidence.ts'
import { sha256 } from '../engine/hash.ts'
import { listOwnModes } from '../engine/modes.ts'
import { POLICY_PATH } from '../engine/places.ts'
import type { Policy } from '../engine/policy/policy.ts'
import { describePolicyProblem, resolvePolicy } from '../engine/policy/resolve.ts'
import { showName } from '../engine/text/names.ts'
import { stopsCalls } from '../engine/tool-call/enforced.ts'
import { makePrefilter } from '../engine/tool-call/prefilter.ts'
import { findPlanScope, type PlanScope } from '../engine/tool-call/scope.ts'
import { replaceFile } from '../recorder/files.ts'
import { withLock } from '../recorder/lock.ts'
import type { Place } from '../recorder/place.ts'
import type { BaseTip } from '../recorder/refs.ts'
import { findFile } from '../sources/git/base-facts.ts'
import { openRepository } from '../sources/git/repository.ts'
import { readRevision } from '../sources/git/revision.ts'
import { readTrustedFiles } from '../sources/trusted.ts'
import { Unreadable } from '../sources/unreadable.ts'
import { VERSION } from '../version.generated.ts'
import { advisePlan } from './plan-advice.ts'
import { type FullRules, type Rules, readRules } from './rules.ts'

export interface CompileRequest {
  readonly tip: BaseTip
  readonly branch: string | null
  readonly now: Date
  /** Where to keep the result: a path without ending. */
  readonly cache: string
}

/**
 * Compiles the policy of the protected branch and keeps the result. Null, and nothing written, when
 * there is none.
 * @throws Unreadable when objects are missing; CannotStart when git refuses
 */
export async function compileRules(place: Place, request: CompileRequest): Promise<Rules | null> {
  const git = { directory: place.root, env: { GIT_DIR: place.gitDir } }
  if ((await findFile(git, request.tip.commit, POLICY_PATH)) === null) return null
  const folder = dirname(request.cache)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Many calls may come at once to a new policy; one of them compiles it.
  return withLock(
    join(folder, 'compile.lock'),
    async () => readRules(request.cache) ?? (await compileAnew(place, request)),
  )
}

async function compileAnew(place: Place, request: CompileRequest): Promise<Rules> {
  const { rules, full } = makeRules(await readFiles(place, request.tip), request)
  dropOld(dirname(request.cache))
  if (full !== null) replaceFile(`${request.cache}.full.json`, JSON.stringify(full))
  replaceFile(`${request.cache}.rules.json`, JSON.stringify(rules))
  return rules
}

/** The whole policy that was compiled before. @throws when it is not there any more */
export function readFullRules(cache: string): FullRules {
  return JSON.parse(readFileSync(`${cache}.full.json`, 'utf8')) as FullRules
}

type TrustedFiles = Awaited<ReturnType<typeof readTrustedFiles>>

async function readFiles(place: Place, tip: BaseTip): Promise<TrustedFiles> {
  const repository = await openRepository(place.root)
  try {
    const revision = readRevision(repository, 'base', tip.commit)
    const request = { policyPath: POLICY_PATH, policyOverride: null, plans: [] }
    const files = await readTrustedFiles(revision, request)
    const [defect] = revision.defects
    if (defect !== undefined)
      throw new Unreadable('the policy', `${defect.path} is not in the clone`)
    return files
  } finally {
    await repository.close()
  }
}

function makeRules(
  { policy: files, plans }: TrustedFiles,
  { tip, branch, now }: CompileRequest,
): { rules: Rules; full: FullRules | null } {
  const resolved = resolvePolicy(files)
  const common = { version: VERSION, policySha256: sha256(files[0]?.bytes ?? '') }
  if (!resolved.ok) {
    const broken = showName(resolved.problems.slice(0, 3).map(describePolicyProblem).join('; '))
    const nothing = {
      mode: 'enforce',
      enforces: true,
      prompts: 'hashed',
      wantsAudit: false,
      prefilter: null,
    } as const
    return { rules: { ...common, ...nothing, broken, plans: [], planAdvice: null }, full: null }
  }
  const { policy } = resolved
  const scope = findPlanScope(policy, plans, { base: tip.branch, branch }, now)
  const rules: Rules = {
    ...common,
    mode: [policy.mode, ...listOwnModes(policy)].join('; '),
    enforces: stopsCalls(policy),
    broken: null,
    prompts: policy.audit?.prompts ?? 'hashed',
    wantsAudit: policy.audit !== null,
    prefilter: makePrefilter(policy, scope),
    plans: describePlans(scope, plans),
    planAdvice: advisePlan(policy, scope),
  }
  return { rules, full: { policy: withoutExamples(policy), scope } }
}

/** Examples have proved themselves by now, and some look like secrets. */
function withoutExamples(policy: Policy): Policy {
  const strip = <T extends { readonly example: string | null }>(rules: readonly T[]): T[] =>
    rules.map((rule) => ({ ...rule, example: null }))
  const { paths, patterns, commands } = policy
  return { ...policy, paths: strip(paths), patterns: strip(patterns), commands: strip(commands) }
}

function describePlans(scope: PlanScope, files: readonly PlanFile[]): string[] {
  if (scope.kind !== 'plans') return []
  return scope.plans.map((plan) => {
    const path = files.find((file) => sha256(file.bytes) === plan.sha256)?.path ?? ''
    return showName(`${plan.id} (${path}): ${plan.title}; until ${plan.expires}`)
  })
}

/** Another process may still be about to read what was compiled before, so the latest few stay. */
const KEPT = 8

function dropOld(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => /^policy-[0-9a-f]{32}\.(?:rules|full)\.json$/.test(name))
    .map((name) => ({ path: join(folder, name), time: timeOf(join(folder, name)) }))
    .toSorted((one, other) => other.time - one.time)
  for (const { path } of kept.slice(KEPT)) rmSync(path, { force: true })
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
