import type { PolicyFiles } from '../../engine/evidence.ts'
import { allowMatcher } from '../../engine/glob.ts'
import { resolvePolicy } from '../../engine/policy/resolve.ts'

/**
 * Whose policy judges a pull request into a branch that is not the default one. Only the default
 * branch's policy may say that another branch speaks for itself (`bases`); otherwise anybody who can
 * push a branch could push a lax policy along with it.
 */
export function chooseTrustedBranch(
  defaultPolicy: PolicyFiles,
  baseRef: string,
): 'base' | 'default' {
  if (defaultPolicy.length === 0) return 'default'
  const resolved = resolvePolicy(defaultPolicy)
  return resolved.ok && allowMatcher(resolved.policy.bases)(baseRef) ? 'base' : 'default'
}
