import type { Evidence } from '../evidence.ts'
import type { BareFinding, Level } from '../finding.ts'
import { type Bench, mayStandFor, speaksFor } from './bench.ts'
import { PROBLEMS } from './describe-signatures.ts'
import { namesToSignWith, type Signature } from './signatures.ts'
import { findLiveLabel } from './standing.ts'

/**
 * Each signature that does not count, with the reason: it blocks only where a signature is missing.
 * Anybody may review, so a review by somebody who is asked for nothing never does: strangers must not
 * fill the list of what has to be settled.
 */
export function explainSignatures(
  bench: Bench,
  evidence: Evidence,
  isUnmet: boolean,
): BareFinding[] {
  const level = isUnmet ? 'deny' : 'info'
  const explained = bench.signatures.flatMap((signature): BareFinding[] => {
    const { actor, via, name, problem } = signature
    const isAsked = mayStandFor(signature, bench.asked, bench.roster)
    if (problem === null && isAsked) return []
    const rule = problem === null ? 'approval/not-owner' : RULES[problem]
    const why = problem === null ? describeStranger(signature, bench) : PROBLEMS[problem]
    const isStranger = via === 'review' && !isAsked
    return [
      { rule, level: isStranger ? 'info' : level, evidence: { actor, via, name, problem, why } },
    ]
  })
  return [...explained, ...findUnexplainedLabels(bench, evidence, level)]
}

function describeStranger({ owner }: Signature, { asked }: Bench): string {
  const isByMail = owner === null && asked.some((it) => !it.startsWith('@'))
  return isByMail
    ? 'is no owner by login or team, and an owner given as an e-mail address cannot be recognised'
    : 'owns nothing that changed'
}

/** The label is on the pull request and no event says who applied it: it was renamed, perhaps. */
function findUnexplainedLabels(
  bench: Bench,
  { local, labels, facts }: Evidence,
  level: Level,
): BareFinding[] {
  if (local) return []
  return namesToSignWith(bench.rules.label, bench.asked)
    .filter(({ name }) => labels.some((label) => label.toLowerCase() === name.toLowerCase()))
    .filter(({ name }) => findLiveLabel(facts ?? [], name, null) === null)
    .map(({ name }) => ({
      rule: 'approval/unknown',
      level,
      evidence: { cause: 'no event says who applied the label', name },
    }))
}

/** Distinct people whose good signature stands for one of these owners, by login in lower case. */
export function findSigners(owners: readonly string[], bench: Bench): Set<string> {
  const good = bench.signatures.filter(
    (signature) =>
      signature.problem === null &&
      owners.some((owner) => speaksFor(signature, owner, bench.roster)),
  )
  return new Set(good.map((signature) => signature.actor.toLowerCase()))
}

const RULES = {
  author: 'approval/not-independent',
  pusher: 'approval/not-independent',
  committer: 'approval/not-independent',
  agent: 'approval/bot',
  bot: 'approval/bot',
  app: 'approval/bot',
  stale: 'approval/stale',
  retargeted: 'approval/stale',
  'other-work': 'approval/stale',
  'unknown-head': 'approval/stale',
  'before-report': 'approval/stale',
  withdrawn: 'approval/stale',
} as const
