import { relative, resolve } from 'node:path'
import type { PlanFile, SourceFile } from '../engine/evidence.ts'
import { POLICY_PATH } from '../engine/places.ts'
import { isPreset, PRESET_NAMES } from '../engine/policy/resolve.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import type { RequestedPlan } from '../sources/try-out.ts'
import { readFileIfThere } from './io.ts'

/** What several commands are given in the same words: times, a policy and a plan to try out. */

/**
 * A policy to try out: a local file, or else the preset of that name, as a policy of two lines that
 * extends it.
 * @throws CannotStart when it is neither, or the file cannot be read.
 */
export function readLocalPolicy(name: string): SourceFile {
  const given = { path: POLICY_PATH, isGiven: true }
  const bytes = readFileIfThere(name, 'policy')
  if (bytes !== null) return { ...given, source: `file:${name}`, bytes }
  if (!isPreset(name)) refuseUnknownPolicy(name)
  const text = `version: 1\nextends: ${name}\n`
  return { ...given, source: `preset:${name}`, bytes: new TextEncoder().encode(text) }
}

function refuseUnknownPolicy(name: string): never {
  throw new CannotStart(
    `The policy "${name}" is neither a local file nor a preset (${PRESET_NAMES.join(', ')}); check the path.`,
  )
}

/**
 * A plan named on the command line is looked for on the base first; the local file is the other reading.
 * @param root the folder that paths on the base are counted from
 */
export function readRequestedPlan(plan: string, root: string): RequestedPlan {
  const inside = relative(resolve(root), resolve(plan))
  const path = inside.startsWith('..') ? plan : inside
  const bytes = readFileIfThere(plan, 'plan')
  const file: PlanFile | null =
    bytes === null ? null : { origin: 'file', source: `file:${plan}`, path, bytes }
  return { path, file }
}

/** @throws CannotStart in any case: nothing was found under that name. */
export function refuseUnknownPlan(plan: string): never {
  throw new CannotStart(
    `The plan "${plan}" is neither on the base nor a local file; check the path.`,
  )
}

/** ISO 8601 with a time zone, or a date, which is its first moment in UTC. */
export function timeParser(option: string): (text: string) => Date {
  return (text) => {
    const isIso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(
      text,
    )
    const time = new Date(text)
    if (!isIso || Number.isNaN(time.getTime())) {
      throw new CannotStart(
        `"${text}" is not a time for ${option}; write it as 2026-11-20T12:00:00Z.`,
      )
    }
    return time
  }
}

export const parseTime = timeParser('--now')
