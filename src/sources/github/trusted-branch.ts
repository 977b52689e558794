import type { CodeownersError, PolicyFiles, TrustedFiles } from '../../engine/evidence.ts'
import { allowMatcher } from '../../engine/matching/glob.ts'
import { CODEOWNERS_PATHS } from '../../engine/places.ts'
import { readPlanReferences, referencedIssue } from '../../engine/plan/reference.ts'
import { resolvePolicy } from '../../engine/policy/resolve.ts'
import { isPlanPath, readPolicyFiles, readTrustedFiles, type TrustedRequest } from '../trusted.ts'
import type { TryOut } from '../try-out.ts'
import { isRefusedWith } from './ask.ts'
import type { GitHubReader, ListedEntry, Tree } from './reader.ts'
import { readAhead } from './remember.ts'
import { readRevision } from './revision.ts'
import type { Pull } from './schemas.ts'

/** The tip of a branch. */
interface Tip {
  readonly ref: string
  readonly sha: string
  readonly tree: Tree
}

/** What the protected branch says, and which commit says it. */
export interface Trusted {
  readonly trusted: TrustedFiles
  readonly trustedSha: string
}

export interface TrustRequest {
  readonly policyPath: string
  readonly tryOut?: TryOut
}

/** Policy, owners and plans come from the base branch where the default branch's policy lists it. */
export async function readTrusted(
  reader: GitHubReader,
  pull: Pull,
  base: Tip,
  { policyPath, tryOut }: TrustRequest,
): Promise<Trusted> {
  const defaultBranch = pull.base.repo.default_branch
  const named = readPlanReferences(pull.body ?? '').filter((name) => referencedIssue(name) === null)
  const plans = tryOut?.plan == null ? named : [tryOut.plan.path]
  const request = { policyPath, policyOverride: tryOut?.policy ?? null, plans }
  if (base.ref === defaultBranch) return readTip(reader, base, 'base', request)
  const sha = await reader.branchTip(defaultBranch)
  const tip = { ref: defaultBranch, sha, tree: await reader.tree(sha) }
  const policy = await readPolicyFiles(readRevision(reader, defaultBranch, tip.tree), policyPath)
  return chooseTrustedBranch(policy, base.ref) === 'base'
    ? readTip(reader, base, 'base', request)
    : readTip(reader, tip, defaultBranch, request)
}

async function readTip(
  reader: GitHubReader,
  { sha, tree }: Tip,
  name: string,
  request: TrustedRequest,
): Promise<Trusted> {
  const trusted = await readTrustedFiles(readRevision(reader, name, tree), request)
  return { trusted, trustedSha: sha }
}

/** What GitHub finds wrong with the code owners of a commit; older servers do not offer the list. */
export async function readCodeownersErrors(
  reader: GitHubReader,
  sha: string,
): Promise<readonly CodeownersError[]> {
  return reader.codeownersErrors(sha).catch((error: unknown) => {
    if (isRefusedWith(error, 404)) return []
    throw error
  })
}

/**
 * Starts reading what the base most likely holds too: a change seldom touches policy, owners and plans,
 * and the same content has the same id. What turns out to be wanted is there a round earlier.
 */
export function readLikelyFiles(reader: GitHubReader, headTree: Tree, policyPath: string): void {
  const owners = CODEOWNERS_PATHS.find((path) => headTree.has(path))
  const plans = [...headTree.keys()].filter(isPlanPath)
  const likely = [policyPath, owners, ...(plans.length > MAX_LIKELY_PLANS ? [] : plans)]
  for (const path of likely) {
    const entry = path === undefined ? undefined : headTree.get(path)
    if (entry?.mode.startsWith('100') && isSmall(entry)) readAhead(reader.blob(entry.blob))
  }
}

/**
 * Asks early what GitHub thinks of the owners, where it is as good as sure to be wanted: nobody has signed, so it is told
 * who can, and the base most likely has owners where the head has.
 */
export function askForOwnersAhead(
  reader: GitHubReader,
  { base }: Pull,
  { baseSha, headTree }: { baseSha: string; headTree: ReadonlyMap<string, ListedEntry> },
): void {
  if (base.ref === base.repo.default_branch && CODEOWNERS_PATHS.some((path) => headTree.has(path)))
    readAhead(reader.codeownersErrors(baseSha))
}

/** The author decides how large these are; a guess is not worth more. GitHub loads no larger CODEOWNERS. */
const MAX_LIKELY_BYTES = 4 * 1024 * 1024

function isSmall({ size }: ListedEntry): boolean {
  return size !== null && size <= MAX_LIKELY_BYTES
}

/** Named plans are read alone; with more than these, what is likely is a guess. */
const MAX_LIKELY_PLANS = 3

/**
 * Whose policy judges a pull request into a branch that is not the default one. Only the default
 * branch's policy may say that another branch speaks for itself (`bases`); otherwise anybody who can
 * push a branch could push a lax policy along with it.
 */
function chooseTrustedBranch(defaultPolicy: PolicyFiles, baseRef: string): 'base' | 'default' {
  if (defaultPolicy.length === 0) return 'default'
  const resolved = resolvePolicy(defaultPolicy)
  return resolved.ok && allowMatcher(resolved.policy.bases)(baseRef) ? 'base' : 'default'
}
