import fc from 'fast-check'
import type { ApprovalFact } from '../../src/engine/evidence.ts'
import { labelled, opened, pushed, time } from '../engine/approvals/story.ts'
import { BASE, HEAD } from './honest.ts'
import { text } from './hostile.ts'

/** What a server may say that people did, in any order and of anybody. */

export const login = fc.constantFrom(
  'alice',
  'bob',
  'Carol',
  'dora',
  'acme-coder[bot]',
  'mallory',
  '',
  '@alice',
)
export const sha = fc.constantFrom(HEAD, BASE, '', 'd'.repeat(40))
export const at = fc.constantFrom(
  '2026-11-20T12:00:00Z',
  '2026-11-20T12:01:00Z',
  '2026-11-20T12:05:00Z',
  '2026-11-20T12:09:00.5Z',
)
const who = {
  actor: login,
  actor_type: fc.constantFrom('User', 'Bot', 'Mannequin', ''),
  at,
  head_sha: sha,
}
export const LABELS = [
  ...[
    'countersigned',
    'Countersigned',
    'plan-approved',
    'break-glass',
    'accepted/AC1',
    'ai-generated',
  ],
  ...['agent', 'countersigned/alice', ' countersigned', 'human'],
]

export const fact: fc.Arbitrary<ApprovalFact> = fc.oneof(
  fc.record({
    ...who,
    kind: fc.constant('label' as const),
    name: fc.constantFrom(...LABELS),
    via_app: fc.option(fc.constant('app')),
    removed: fc.boolean(),
  }),
  fc.record({
    ...who,
    kind: fc.constant('review' as const),
    state: fc.constantFrom(
      'APPROVED',
      'CHANGES_REQUESTED',
      'DISMISSED',
      'COMMENTED',
      'PENDING',
      'x',
    ),
  }),
  fc.record({
    ...who,
    kind: fc.constantFrom('opened' as const, 'push' as const, 'retargeted' as const),
  }),
  fc.record({ ...who, kind: fc.constant('comment' as const), text }),
  fc.record({
    ...who,
    kind: fc.constant('report' as const),
    work: fc.option(
      fc.record({ plan: fc.option(text), patch: fc.constantFrom('1'.repeat(32), '2'.repeat(32)) }),
    ),
    conclusion: fc.option(text),
  }),
)

/** Nobody signed, and somebody entitled let it through and said why. */
export const OVERRIDING: readonly ApprovalFact[] = [
  opened(),
  pushed(),
  labelled('dora', { name: 'break-glass' }),
  {
    kind: 'comment',
    actor: 'dora',
    actor_type: 'User',
    at: time(6),
    head_sha: HEAD,
    text: 'Down.',
  },
]
