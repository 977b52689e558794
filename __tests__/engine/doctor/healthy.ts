import type { Advice, AdviceLevel } from '../../../src/engine/doctor/advice.ts'
import type {
  Access,
  BranchFacts,
  BranchRule,
  DoctorFacts,
  Reading,
  RequiredWorkflow,
} from '../../../src/engine/doctor/facts.ts'
import { diagnose } from '../../../src/engine/doctor/index.ts'

/** A repository in which the gate is set up as the security model asks, to be spoilt in one place. */

export const OWN_APP = 4711
export const REPOSITORY = 1
export const TIP = 'f'.repeat(40)
export const SHA = '0123456789abcdef0123456789abcdef01234567'

export const WORKFLOW = `name: Countersign
on:
  pull_request_target:
    types: [opened, reopened, synchronize, edited, ready_for_review, labeled, unlabeled]
  workflow_run: { workflows: [CI], types: [completed] }
permissions: {}
jobs:
  judge:
    environment: merge-gate
    permissions: {}
    steps:
      - uses: actions/create-github-app-token@${SHA}
        id: app
        with: { private-key: "\${{ secrets.GATE_KEY }}" }
      - uses: acme/countersign@${SHA}
        with:
          github-token: \${{ steps.app.outputs.token }}
          fail-on-block: false
`

/** What the gate above waits for. */
export const CI = `name: CI
on: pull_request
permissions: {}
jobs: { test: { steps: [{ run: npm test }] } }
`

export const POLICY = `version: 1
applies_to: all
plan: { required: true, sources: [base] }
approvals: { label: "countersigned/{owner}", reviews: false }
teams: { "@acme/pay": [carol] }
`

export const CODEOWNERS = '* @alice\n/.github/ @alice\n/pay/ @acme/pay\n'

export function file(path: string, text: string) {
  return { source: `base:${path}`, path, bytes: new TextEncoder().encode(text) }
}

const GATE_FILE = file('.github/workflows/countersign.yml', WORKFLOW)
const CI_FILE = file('.github/workflows/ci.yml', CI)

export function known<T>(value: T) {
  return { known: true as const, value }
}

export const UNKNOWN = { known: false as const, cause: 'GitHub answered 403' }

export function rule(type: string, more: Partial<BranchRule> = {}): BranchRule {
  return { type, rulesetId: 1, checks: [], isStrict: false, workflows: [], ...more }
}

export function requires(app: number | null, context = 'countersign'): BranchRule {
  return rule('required_status_checks', { checks: [{ context, app }] })
}

/** A ruleset's rule that a workflow of this repository has to pass. */
export function requiresWorkflow(
  path = '.github/workflows/countersign.yml',
  more: Partial<RequiredWorkflow> = {},
): BranchRule {
  return rule('workflows', {
    workflows: [{ path, repositoryId: REPOSITORY, ref: null, sha: null, ...more }],
  })
}

export function branch(more: Partial<BranchFacts> = {}): BranchFacts {
  const rules = [requires(OWN_APP), rule('pull_request'), rule('non_fast_forward')]
  return { name: 'main', glob: null, rules: known(rules), protection: known(null), ...more }
}

export function healthy(more: Partial<DoctorFacts> = {}): DoctorFacts {
  return {
    repository: 'acme/shop',
    repositoryId: REPOSITORY,
    allowsForks: true,
    access: 'admin',
    defaultBranch: 'main',
    tip: TIP,
    branches: [branch()],
    rulesets: new Map([[1, known({ name: 'main', source: 'acme/shop', bypass: [] })]]),
    paths: new Set(['.github/workflows/countersign.yml']),
    workflows: known([GATE_FILE, CI_FILE]),
    isOwnAction: false,
    policyPath: '.github/countersign.yml',
    policy: [file('.github/countersign.yml', POLICY)],
    codeowners: file('.github/CODEOWNERS', CODEOWNERS),
    codeownersErrors: known([]),
    labels: known(['countersigned/alice']),
    tokenDefaults: known({ canWrite: false, canApprove: false }),
    environments: known([
      {
        name: 'merge-gate',
        branches: { kind: 'named', patterns: known([{ name: 'main', type: 'branch' }]) },
      },
    ]),
    secrets: known([]),
    organizationSecrets: known([]),
    owners: new Map<string, Reading<Access>>([
      ['@alice', known('write' as const)],
      ['@acme/pay', UNKNOWN],
    ]),
    publishers: known([{ kind: 'check', app: OWN_APP, name: 'acme-gate', pull: 7 }]),
    ownersLeft: 0,
    ...more,
  }
}

/** The same with another workflow of the gate. */
export function withWorkflow(change: (text: string) => string): DoctorFacts {
  return healthy({
    workflows: known([file('.github/workflows/countersign.yml', change(WORKFLOW)), CI_FILE]),
  })
}

/** The same beside a further workflow. */
export function besideWorkflow(text: string): DoctorFacts {
  return healthy({
    workflows: known([GATE_FILE, CI_FILE, file('.github/workflows/x.yml', text)]),
  })
}

export function withPolicy(text: string): DoctorFacts {
  return healthy({ policy: [file('.github/countersign.yml', text)] })
}

/** What one question is answered with, as `level message`. */
export function answers(facts: DoctorFacts, id: string): string[] {
  const section = diagnose(facts, null).sections.find((one) => one.id === id)
  return (section?.advice ?? []).map(({ level, message }: Advice) => `${level} ${message}`)
}

/** Everything that is of a level. */
export function listOf(facts: DoctorFacts, ...levels: AdviceLevel[]): string[] {
  return diagnose(facts, null).sections.flatMap(({ id, advice }) =>
    advice.filter(({ level }) => levels.includes(level)).map(({ message }) => `${id}: ${message}`),
  )
}
