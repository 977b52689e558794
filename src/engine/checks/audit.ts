import { type Case, type Check, countOf, type Outcome, skip } from '../case.ts'
import { joinActions } from '../chain/join-actions.ts'
import { judgeActions } from '../chain/judge-actions.ts'
import { judgeChain } from '../chain/judge-chain.ts'
import { judgeCoverage } from '../chain/judge-coverage.ts'
import type { BareFinding } from '../finding.ts'
import type { AuditPolicy } from '../policy/policy.ts'

/** Whether the attached audit chains are intact, belong to this change, and explain every changed file. */
export const audit: Check = {
  id: 'audit',
  run(subject) {
    const rules = subject.policy.audit
    if (rules === null) return skip('the policy requires no audit chain')
    if (subject.provenance.chains.length === 0) return withoutChains(rules)
    return judge(subject, rules)
  },
}

function withoutChains({ required }: AuditPolicy): Outcome {
  if (!required) return skip('no audit chain, and none is required')
  const finding: BareFinding = { rule: 'audit/missing', level: 'deny' }
  return { findings: [finding], summary: 'required, and none is attached' }
}

function judge({ evidence, files, policy, provenance }: Case, rules: AuditPolicy): Outcome {
  const { chains, readings, records } = provenance
  const done = joinActions(chains)
  const findings = [
    ...chains.flatMap((chain) => judgeChain(chain, evidence)),
    ...chains.flatMap((chain) =>
      chain.reading === null
        ? []
        : judgeActions(chain, chain.reading, done.get(chain) ?? [], rules, policy.commands),
    ),
    ...provenance.sealFindings,
    ...judgeCoverage(files, readings, rules.unexplained),
  ]
  const extent = `${countOf(records, 'record')} in ${countOf(chains.length, 'chain')}, ${provenance.assurance}`
  const summary =
    findings.length === 0
      ? `${extent}, every changed file explained`
      : `${extent}, ${countOf(findings.length, 'finding')}`
  return { findings, summary }
}
