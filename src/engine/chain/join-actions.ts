import type { ChainFile } from './chain-files.ts'
import type { DeniedAction, DoneAnyway, RefusedElsewhere } from './refusals.ts'
import { openVerifier } from './verify-chain.ts'

/**
 * Refused actions that any of the chains shows as done, by the chain that does: what one session was
 * refused, the next one may have done. Each chain is read with what all the others leave refused, and
 * of that with what is older than the record at hand, so the order of the chains makes no difference.
 */
export function joinActions(
  chains: readonly ChainFile[],
): ReadonlyMap<ChainFile, readonly DoneAnyway[]> {
  const refused = collectRefused(chains)
  return new Map(chains.map((chain) => [chain, findDone(chain, refused)]))
}

/** By the hash of the input, the earliest first. */
function collectRefused(chains: readonly ChainFile[]): Map<string, DeniedAction[]> {
  const byInput = new Map<string, DeniedAction[]>()
  for (const { id, reading } of chains) {
    for (const action of reading?.refused ?? []) {
      const known = byInput.get(action.input_sha256) ?? []
      byInput.set(action.input_sha256, known)
      known.push({ ...action, chain: id, allowed: null })
    }
  }
  for (const actions of byInput.values()) actions.sort(compareRefusals)
  return byInput
}

function compareRefusals(one: DeniedAction, other: DeniedAction): number {
  const [a, b] = [one.chain ?? '', other.chain ?? '']
  return one.time - other.time || (a < b ? -1 : Number(a > b)) || one.line - other.line
}

/** A second look at the chain, where any other one leaves something refused. */
function findDone(
  { id, content, reading }: ChainFile,
  refused: ReadonlyMap<string, readonly DeniedAction[]>,
): readonly DoneAnyway[] {
  if (content === null || reading === null) return []
  const isOthers = ({ chain }: DeniedAction) => chain !== id
  if (![...refused.values()].some((actions) => actions.some(isOthers))) return reading.doneAnyway
  const refusedElsewhere: RefusedElsewhere = (input) => refused.get(input)?.filter(isOthers) ?? []
  const verifier = openVerifier({ id, refusedElsewhere })
  verifier.push(content)
  return verifier.finish().doneAnyway
}
