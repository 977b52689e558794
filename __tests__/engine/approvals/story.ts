import { decide } from '../../../src/engine/decide.ts'
import type { Decision } from '../../../src/engine/decision.ts'
import { emptyEvidence } from '../../../src/engine/empty-evidence.ts'
import type { ApprovalFact, Evidence } from '../../../src/engine/evidence.ts'
import { addedFile, bytesOf, makeSource, NOW } from '../make.ts'

/** A change of an agent, its owners, and what people did about it: what the tests of approvals tell. */

export const HEAD = 'b'.repeat(40)
export const OLD = 'a'.repeat(40)
export const CODEOWNERS = `* @alice
/payments/ @carol @acme/payments
/docs/ @dora
/free/
`
export const POLICY = `version: 1
approvals: { label: countersigned }
teams: { "@acme/payments": [peter] }
`

export type Change = Partial<Evidence> & {
  readonly paths?: readonly string[]
  readonly policy?: string
}

export function decideOn({ paths = ['src/a.ts'], policy = POLICY, ...known }: Change): Decision {
  const facts = known.facts === undefined ? [opened(), pushed()] : known.facts
  const evidence = emptyEvidence({
    headSha: HEAD,
    baseRef: 'main',
    author: { login: 'acme-coder[bot]', type: 'Bot' },
    labels: (facts ?? []).flatMap((fact) => (fact.kind === 'label' ? [fact.name.trim()] : [])),
    files: paths.map((path) => addedFile(path, 'x\n')),
    movesKnown: true,
    ...known,
    facts,
    trusted: {
      policyPath: '.github/countersign.yml',
      policy: [makeSource(policy)],
      codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(CODEOWNERS) },
      plans: [],
      auditFiles: [],
      ...known.trusted,
    },
  })
  return decide(evidence, NOW)
}

export const time = (minute: number, second = 0) =>
  `2026-11-20T12:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`

export function opened(actor = 'acme-coder[bot]'): ApprovalFact {
  return { kind: 'opened', actor, actor_type: 'Bot', at: time(0), head_sha: OLD }
}

export function pushed(actor = 'acme-coder[bot]', minute = 1, head_sha = HEAD): ApprovalFact {
  return { kind: 'push', actor, actor_type: 'Bot', at: time(minute), head_sha }
}

export function labelled(actor: string, more: Record<string, unknown> = {}): ApprovalFact {
  return {
    kind: 'label',
    name: 'countersigned',
    actor,
    actor_type: 'User',
    at: time(5),
    via_app: null,
    removed: false,
    head_sha: HEAD,
    ...more,
  } as ApprovalFact
}

export function reviewed(
  actor: string,
  state = 'APPROVED',
  more: Record<string, unknown> = {},
): ApprovalFact {
  return {
    kind: 'review',
    state,
    actor,
    actor_type: 'User',
    at: time(6),
    head_sha: HEAD,
    ...more,
  } as ApprovalFact
}

export const base = [opened(), pushed()]
export const rules = (decision: Decision) =>
  [...new Set(decision.findings.map((finding) => finding.rule))].sort()
