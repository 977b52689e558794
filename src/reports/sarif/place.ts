import type { Decision } from '../../engine/decision.ts'
import type { Finding } from '../../engine/finding.ts'
import { POLICY_PATH } from '../../engine/places.ts'
import { encodePath } from '../links.ts'
import { readBranchFile } from '../source.ts'
import type { SarifLocation } from './format.ts'

/** The last line a region may name: the standard's integers are 32-bit for many a reader. */
const LAST_LINE = 2 ** 31 - 1

/**
 * Where a finding is. GitHub drops results without a place, so one about no file at all stands at the file
 * that decides about it: the plan, else the policy. A path that is no plain way down from the root
 * (`../x`) is never written as an address.
 */
export function placeFinding(decision: Decision, { rule, path, line }: Finding): SarifLocation {
  const own = addressOf(path)
  if (own !== null) return makeLocation(own, line ?? 1)
  const deciding = rule.startsWith('plan/') || rule.startsWith('scope/') ? decision.plan : null
  const uri = addressOfSource(deciding?.source) ?? addressOfSource(decision.policy?.source)
  return makeLocation(uri ?? POLICY_PATH, 1)
}

/** The address of a path from the root; null when it has none, as `../x`. */
export function addressOf(path: string | null): string | null {
  return path === null ? null : encodePath(path.replace(/\p{Cs}/gu, '\ufffd'))
}

/** The address of what a decision was made by; null when it is on no branch. */
function addressOfSource(source: string | undefined): string | null {
  const file = source === undefined ? null : readBranchFile(source)
  return file === null ? null : encodePath(file.path)
}

function makeLocation(uri: string, line: number): SarifLocation {
  const startLine = Number.isSafeInteger(line) ? Math.min(Math.max(1, line), LAST_LINE) : 1
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine },
    },
  }
}
