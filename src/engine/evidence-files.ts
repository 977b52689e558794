import {
  chainIdOf,
  findChainFiles,
  isPlainFile,
  parsesAsChain,
  sealedIdOf,
} from './chain/chain-files.ts'
import { isSealOf } from './chain/seal.ts'
import type { ChangedFile } from './evidence.ts'
import { sha256 } from './hash.ts'
import { foldPath } from './matching/fold.ts'
import { AUDIT_FOLDER } from './places.ts'
import type { SelectedPlan } from './plan/select.ts'

/**
 * Evidence files accompany a change instead of being part of it: audit chains that parse as chains,
 * their seals, and the selected plan (docs/plan.md). Anything else under `.countersign/` is an
 * ordinary file, or an agent could hide its work there.
 */

/** The changed paths that are evidence files. */
export function findEvidenceFiles(
  files: readonly ChangedFile[],
  plan: SelectedPlan | null,
): Set<string> {
  const chains = findChainFiles(files).filter(parsesAsChain)
  const ids = new Set(chains.map(({ id }) => id))
  const found = new Set(chains.map(({ path }) => path))
  for (const file of files) {
    if (ids.has(sealedIdOf(file.path) ?? '') && isSeal(file)) found.add(file.path)
    if (isPlanFile(file, plan)) found.add(file.path)
  }
  return found
}

/** Whether the path lies where chains and seals do, in any spelling that a file system takes for it. */
export function isEvidencePath(path: string): boolean {
  return `${foldPath(path)}/`.startsWith(`${AUDIT_FOLDER}/`)
}

/** Whether the path is one that only evidence of an earlier, merged change can have on the base. */
export function isKeptEvidencePath(path: string, plan: SelectedPlan | null): boolean {
  return (
    chainIdOf(path) !== null ||
    sealedIdOf(path) !== null ||
    (plan?.file.origin === 'base' && plan.file.path === path)
  )
}

function isPlanFile(file: ChangedFile, plan: SelectedPlan | null): boolean {
  return (
    plan !== null &&
    file.path === plan.file.path &&
    isPlainFile(file) &&
    file.content !== null &&
    sha256(file.content) === plan.plan.sha256
  )
}

/** Whether the file is a seal of its own chain and nothing else; the audit check verifies it. */
function isSeal({ content, ...file }: ChangedFile): boolean {
  return isPlainFile(file) && content !== null && isSealOf(content, chainNameOf(file.path))
}

function chainNameOf(sealPath: string): string {
  return sealPath.slice(sealPath.lastIndexOf('/') + 1).replace('.dsse.json', '.jsonl')
}
