import { openBench } from './approvals/bench.ts'
import type { Case } from './case.ts'
import { readProvenance } from './chain/provenance.ts'
import { emptyEvidence } from './empty-evidence.ts'
import type { ChangedFile } from './evidence.ts'
import { resolveModes } from './modes.ts'
import type { PlanSelection } from './plan/select.ts'
import type { Policy } from './policy/policy.ts'

const NO_PLAN: PlanSelection = { selected: null, findings: [] }

/**
 * A case of some changed files with nothing around them: no pull request, nobody who signed, no chain.
 * For the examples of a policy, and for a single tool call before it is made.
 */
export function makeBareCase(
  policy: Policy,
  files: readonly ChangedFile[],
  planSelection: PlanSelection = NO_PLAN,
): Case {
  const evidence = emptyEvidence({ files })
  return {
    policy,
    evidence,
    agent: { is_agent: true, signals: [] },
    bench: openBench(evidence, policy, null),
    exempt: new Map(),
    modes: resolveModes(policy),
    override: null,
    planSelection,
    planApproval: null,
    provenance: readProvenance(evidence, null, null),
    acceptance: null,
    proposedPolicy: null,
    files,
    evidenceFiles: new Set(),
  }
}
