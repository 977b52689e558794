import type { Advice, AdviceLevel, DoctorCheck } from './advice.ts'
import { access } from './checks/access.ts'
import { bypass } from './checks/bypass.ts'
import { forgery } from './checks/forgery.ts'
import { forks } from './checks/forks.ts'
import { gateWorkflow } from './checks/gate-workflow.ts'
import { labels } from './checks/labels.ts'
import { mergeQueue } from './checks/merge-queue.ts'
import { otherWorkflows } from './checks/other-workflows.ts'
import { owners } from './checks/owners.ts'
import { policy } from './checks/policy.ts'
import { pushes } from './checks/pushes.ts'
import { required } from './checks/required.ts'
import { secrets } from './checks/secrets.ts'
import { signatures } from './checks/signatures.ts'
import { tokenRights } from './checks/token-rights.ts'
import type { DoctorFacts } from './facts.ts'
import { readSetup } from './setup.ts'

/** Every question about a set-up, in the order in which they are answered. */
export const DOCTOR_CHECKS: readonly DoctorCheck[] = [
  required,
  forgery,
  bypass,
  pushes,
  gateWorkflow,
  secrets,
  otherWorkflows,
  tokenRights,
  policy,
  labels,
  owners,
  signatures,
  mergeQueue,
  forks,
  access,
]

/** What is to be known about how the gate is set up in a repository. */
export interface Diagnosis {
  readonly version: 1
  readonly repository: string
  readonly default_branch: string
  /** Null: the gate publishes none. */
  readonly check_name: string | null
  readonly sections: readonly Section[]
  readonly counts: Readonly<Record<AdviceLevel, number>>
}

/** The answers to one question. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly advice: readonly Advice[]
}

/**
 * Diagnoses a set-up. Pure.
 * @param checkName what the check is called; null: as the workflow on the default branch says.
 */
export function diagnose(facts: DoctorFacts, checkName: string | null): Diagnosis {
  const setup = readSetup(facts, checkName)
  const sections = DOCTOR_CHECKS.map((check) => {
    return { id: check.id, title: check.title, advice: check.run(setup) }
  }).filter(({ advice }) => advice.length > 0)
  const all = sections.flatMap(({ advice }) => advice)
  const count = (level: AdviceLevel) => all.filter((one) => one.level === level).length
  return {
    version: 1,
    repository: facts.repository,
    default_branch: facts.defaultBranch,
    check_name: setup.checkName,
    sections,
    counts: {
      problem: count('problem'),
      advice: count('advice'),
      unknown: count('unknown'),
      good: count('good'),
    },
  }
}
