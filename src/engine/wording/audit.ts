import type { BareFinding, FindingEvidence, Level } from '../finding.ts'
import { text } from './facts.ts'
import type { Words } from './index.ts'

/** The catalogue's entries for audit chains: whether they are whole, whose they are, what they show. */
export const AUDIT_WORDING: Readonly<Record<string, (finding: BareFinding) => Words>> = {
  'audit/missing': () => ({
    message: 'The policy requires an audit chain, and this change has none.',
    remedy:
      'Author: run "countersign audit attach" where the agent worked, and commit the chain with the work.',
  }),
  'audit/malformed': ({ evidence }) => ({
    message:
      evidence?.line === undefined
        ? `${chain(evidence)} cannot be read as one${because(evidence)}.`
        : `${where(evidence)} is not a record of a chain${because(evidence)}.`,
    remedy: RECORD_AGAIN,
  }),
  'audit/record-hash': ({ evidence }) => ({
    message: `${where(evidence)} was changed after it was recorded: it does not have the hash stored beside it.`,
    remedy: RECORD_AGAIN,
  }),
  'audit/broken-link': ({ evidence }) => ({
    message: `${where(evidence)} does not continue what stands before it: a record was changed, taken out or put in${because(evidence)}.`,
    remedy: RECORD_AGAIN,
  }),
  'audit/sequence': ({ evidence }) => ({
    message: `${where(evidence)} is out of order${because(evidence)}.`,
    remedy: RECORD_AGAIN,
  }),
  'audit/truncated': ({ evidence }) => ({
    message: `${chain(evidence)} is cut short after line ${text(evidence, 'line', '0')}${because(evidence)}.`,
    remedy:
      'Author: run "countersign audit attach" again, which writes the end, and commit the whole file.',
  }),
  'audit/foreign': ({ evidence }) => ({
    message: `${chain(evidence)} does not belong to this change${because(evidence)}.`,
    remedy:
      'Author: attach the chain that was recorded for this repository and branch, and take this one out.',
  }),
  'audit/policy-mismatch': ({ evidence, level }) => ({
    message: `${chain(evidence)} was recorded under another policy than the base branch has${because(evidence)}.`,
    remedy:
      level === 'approve'
        ? 'Code owner: sign if the work may stand as it was judged then.'
        : 'Author: let the agent work with the policy of the base branch, and attach the chain of that session.',
  }),
  'audit/unsealed': ({ evidence }) => ({
    message: `${chain(evidence)} is not sealed, and the policy asks for a seal.`,
    remedy:
      'Maintainer: have the recorder seal it with "countersign audit seal", with a key the agent does not hold.',
  }),
  'audit/bad-seal': ({ evidence }) => ({
    message: `The seal of ${lower(chain(evidence))} does not hold${because(evidence)}.`,
    remedy: 'Maintainer: find out who made this seal; then seal the chain again, or take it out.',
  }),
  'audit/unexplained-change': ({ level }) => ({
    message: 'No audit chain records that an agent changed this file.',
    remedy: answerFor(level, 'Author: attach the chain of the session that changed it'),
  }),
  'audit/content-mismatch': ({ evidence, level }) => ({
    message: `The file is not what the agent left: the chain records ${state(evidence, 'recorded')}, and the head has ${state(evidence, 'actual')}.`,
    remedy: answerFor(level, 'Author: find out what changed it after the session'),
  }),
  'audit/denied-action': ({ evidence, level }) => ({
    message: `The policy refused an action of ${text(evidence, 'tool', 'a tool')} (${text(evidence, 'denied_by', 'no rule named')}, line ${text(evidence, 'line', '0')}${inOtherChain(evidence)}), and it was done all the same (line ${text(evidence, 'done_line', '0')}${afterAllowance(evidence)}).`,
    remedy:
      evidence?.allowed_line === undefined || level === 'deny'
        ? 'Maintainer: find out how the refusal was passed by, and whether what was done has to be undone.'
        : answerFor(level, 'Maintainer: see whether the plan or the policy had changed by then'),
  }),
  'audit/secret': ({ evidence }) => ({
    message: `${where(evidence)} is not fit to be stored${because(evidence)}.`,
    remedy:
      'Author: revoke the secret first; then take the chain out of the branch and its history.',
  }),
}

/**
 * The words for a finding about a chain, for those who read chains without a gate.
 * @throws RangeError when there are none: a rule nobody could understand is a bug.
 */
export function wordAudit(finding: BareFinding): Words {
  const wording = AUDIT_WORDING[finding.rule]
  if (wording === undefined) throw new RangeError(`no wording for the rule ${finding.rule}`)
  return wording(finding)
}

const RECORD_AGAIN =
  'Author: attach the chain again from where it was recorded. If it is the same there, let the session be done again.'

/** What a person changed by hand is nobody's session; the policy says whether an owner may answer for it. */
function answerFor(level: Level, step: string): string {
  return level === 'approve' ? `${step}; or an owner of the path signs for it.` : `${step}.`
}

function inOtherChain(evidence: FindingEvidence | undefined): string {
  return evidence?.denied_in === undefined ? '' : ` of the audit chain ${evidence.denied_in}`
}

function afterAllowance(evidence: FindingEvidence | undefined): string {
  const line = evidence?.allowed_line
  return line === undefined ? '' : `, allowed in line ${line}`
}

function where(evidence: FindingEvidence | undefined): string {
  const line = evidence?.line === undefined ? 'A line' : `Line ${evidence.line}`
  return `${line} of ${lower(chain(evidence))}`
}

function chain(evidence: FindingEvidence | undefined): string {
  return evidence?.chain === undefined ? 'The audit chain' : `The audit chain ${evidence.chain}`
}

function lower(sentence: string): string {
  return sentence.replace(/^T/, 't')
}

/** Causes come from closed lists, as the end of a sentence. */
function because(evidence: FindingEvidence | undefined): string {
  return evidence?.cause === undefined ? '' : `: ${evidence.cause}`
}

/** A blob; its mode where that is the difference. */
function state(evidence: FindingEvidence | undefined, key: string): string {
  const id = evidence?.[key]
  const mode = evidence?.[`${key}_mode`]
  if (mode !== undefined) return `mode ${mode ?? 'none'}`
  return id === null || id === undefined ? 'no file' : String(id).slice(0, 12)
}
