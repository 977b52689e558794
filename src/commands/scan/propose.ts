import type { SourceFile } from '../../engine/evidence.ts'
import { POLICY_PATH } from '../../engine/places.ts'
import { resolvePolicy } from '../../engine/policy/resolve.ts'
import { proposePlan } from '../../engine/proposal.ts'
import { encodeJson } from '../../reports/json.ts'
import { renderProposal } from '../../reports/proposal.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { readGitHubEvidence } from '../../sources/github/evidence.ts'
import { Unreadable } from '../../sources/unreadable.ts'
import { chooseFormat, terminalStyle, writeResult } from '../format.ts'
import { refuseUsedUpLimit } from '../github-session.ts'
import type { ScanOptions } from '../scan.ts'
import { type Subject, tellOfClosing } from './subject.ts'

/** The rules that a proposal is made by, in whatever repository: those of the preset. */
const PRESET = 'standard'
const BY_PRESET: SourceFile = {
  source: `preset ${PRESET}`,
  path: POLICY_PATH,
  bytes: new TextEncoder().encode(`version: 1\nextends: ${PRESET}\n`),
}

/**
 * Prints what a pull request would have needed. It is a view and no verdict: the exit code is 0.
 * @throws CannotStart when the pull request cannot be read completely, or for a form it has not.
 */
export async function propose(subject: Subject, options: ScanOptions): Promise<number> {
  const { output, now, policy, plan } = options
  const format = chooseFormat(options)
  if (format !== 'text' && format !== 'json')
    throw new CannotStart(`--propose prints text or json, not ${format}; choose one of them.`)
  if (policy !== undefined || plan !== undefined)
    throw new CannotStart('--propose takes neither --policy nor --plan; leave them out.')
  const evidence = await readEvidence(subject, options)
  const resolved = resolvePolicy([BY_PRESET])
  if (!resolved.ok) throw new RangeError(`the preset ${PRESET} is not valid`)
  const proposal = proposePlan(evidence, resolved.policy, subject.pull.title ?? '', now)
  tellOfClosing(subject)
  const text =
    format === 'json'
      ? encodeJson(proposal)
      : renderProposal(proposal, PRESET, terminalStyle(output !== undefined))
  writeResult(text, output, 'proposal')
  return 0
}

async function readEvidence({ session, reader, target }: Subject, { checkName }: ScanOptions) {
  const tryOut = { policy: BY_PRESET, plan: null }
  const settings = { policyPath: POLICY_PATH, checkName, teams: null, results: null, tryOut }
  try {
    const { evidence } = await readGitHubEvidence(reader, { number: target.number, ...settings })
    session.progress.stop()
    return evidence
  } catch (error) {
    session.progress.stop()
    refuseUsedUpLimit(session)
    if (!(error instanceof Unreadable)) throw error
    throw new CannotStart(
      `${target.owner}/${target.repo}#${target.number} cannot be read completely: ${error.missing}: ${error.message}.`,
    )
  }
}
