import type { Decision } from '../../engine/decision.ts'
import type { Finding } from '../../engine/finding.ts'
import { POLICY_PATH } from '../../engine/places.ts'
import { encodePath } from '../links.ts'
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
  const uri = readBasePath(deciding?.source) ?? readBasePath(decision.policy?.source)
  return makeLocation(uri ?? POLICY_PATH, 1)
}

/** The address of a path from the root; null when it has none, as `../x`. */
export function addressOf(path: string | null): string | null {
  return path === null ? null : encodePath(path.replace(/\p{Cs}/gu, '\ufffd'))
}

/** The path of a source such as `base:.github/countersign.yml`; null when it is no file of the base. */
function readBasePath(source: string | undefined): string | null {
  if (source === undefined || !source.startsWith('base:')) return null
  return encodePath(source.slice('base:'.length))
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
