import { CHECK_IDS, type CheckResult, type Decision } from '../../src/engine/decision.ts'
import type { Finding } from '../../src/engine/finding.ts'

const HEAD = 'c'.repeat(40)
const SIGNED = '2026-11-20T14:00:00Z'

/** A decision that passes; every other one is made from it. */
export function makeDecision(changes: Partial<Decision> = {}): Decision {
  return {
    version: 1,
    conclusion: 'pass',
    mode: 'enforce',
    local: false,
    judged_at: '2026-11-20T14:30:00.000Z',
    head_at: '2026-11-20T12:00:00Z',
    subject: {
      repository: 'acme/shop',
      pull_request: 7,
      base_sha: 'a'.repeat(40),
      merge_base_sha: 'b'.repeat(40),
      head_sha: HEAD,
      author: 'acme-coder[bot]',
      agent: { is_agent: true, signals: ['author acme-coder[bot]'] },
    },
    policy: {
      source: 'base:.github/countersign.yml',
      sha256: '1'.repeat(64),
      extends: ['standard'],
    },
    plan: {
      id: 'PAY-142',
      title: 'Retry failed payment webhooks',
      source: 'base:.countersign/plans/PAY-142.yml',
      sha256: '2'.repeat(64),
      owner: '@alice',
      approved_by: ['alice'],
    },
    audit: null,
    acceptance: null,
    checks: makeChecks({}),
    findings: [],
    approvals: [],
    signing: null,
    appeal: {
      policy_owners: ['@acme/security'],
      override: { label: 'break-glass', approvers: ['@acme/oncall'], reason_required: true },
    },
    patch: '4'.repeat(64),
    digest: '3'.repeat(64),
    stats: { files: 3, added: 120, removed: 14, records: 0, requests: 9 },
    ...changes,
  }
}

export function makeChecks(
  changes: Partial<Record<string, Omit<CheckResult, 'id'>>>,
): readonly CheckResult[] {
  return CHECK_IDS.map((id) => ({
    id,
    ...(changes[id] ?? { status: 'pass', summary: 'nothing to report' }),
  }))
}

let serial = 0

export function makeFinding(changes: Partial<Finding> = {}): Finding {
  serial += 1
  const level = changes.level ?? 'deny'
  return {
    id: serial.toString(16).padStart(16, '0'),
    rule: 'scope/outside-plan',
    level,
    blocking: level === 'deny' || level === 'approve',
    settled: false,
    path: 'src/other.ts',
    line: 12,
    message: 'Plan PAY-142 does not allow this file to change.',
    remedy: 'Author: take the file out of this change, or ask for plan PAY-142 to be widened.',
    evidence: {},
    ...changes,
  }
}

/** Findings as one pull request could have them: each level, with and without a place. */
export function makeMixedFindings(): readonly Finding[] {
  return [
    makeFinding({ id: 'f'.repeat(16) }),
    makeFinding({
      id: 'e'.repeat(16),
      path: 'docs/extra.md',
      line: null,
    }),
    makeFinding({
      id: 'd'.repeat(16),
      rule: 'pattern/drop-table',
      path: 'db/migrate.sql',
      line: 3,
      message: 'Destroys data; use a reversible migration.',
      remedy: 'Author: take the matched text out; if it is a secret, revoke it as well.',
    }),
    makeFinding({
      id: 'c'.repeat(16),
      rule: 'path/control-plane',
      level: 'approve',
      path: '.github/workflows/ci.yml',
      line: null,
      message: 'These files steer every later run.',
      remedy: 'Approval needed from @acme/security.',
      evidence: { approvers: ['@acme/security'] },
    }),
    makeFinding({
      id: 'b'.repeat(16),
      rule: 'evidence/incomplete',
      path: null,
      line: null,
      message: 'The gate could not read the list of files: 2 of 3 were listed.',
      remedy: 'Maintainer: re-run the gate; look at the cause named here if it says so again.',
    }),
    makeFinding({
      id: 'a'.repeat(16),
      rule: 'change/executable',
      level: 'warn',
      path: 'bin/run',
      line: null,
      message: 'This file becomes executable.',
      remedy: 'Reviewer: have a look; this does not block.',
    }),
    makeFinding({
      id: '9'.repeat(16),
      rule: 'approval/unknown',
      level: 'info',
      path: null,
      line: null,
      message: 'Whether the owners approved is not known in a local check.',
      remedy: 'Nobody has to do anything here.',
    }),
  ]
}

export function makeBlocked(changes: Partial<Decision> = {}): Decision {
  return makeDecision({
    conclusion: 'block',
    checks: makeChecks({
      evidence: { status: 'fail', summary: '2 of 3 files were read' },
      scope: { status: 'fail', summary: '2 files outside the plan' },
      paths: { status: 'fail', summary: '1 protected path, 1 mode change' },
      patterns: { status: 'fail', summary: '1 blocked pattern' },
      audit: { status: 'skipped', summary: 'not required by the policy' },
    }),
    findings: makeMixedFindings(),
    approvals: [
      {
        actor: 'alice',
        for: ['@acme/shop'],
        counted: true,
        why: 'label countersigned, after the last change',
        at: SIGNED,
      },
      { actor: 'mallory', for: [], counted: false, why: 'pushed to it', at: SIGNED },
    ],
    signing: {
      people: { needed: 2, signed: 1 },
      groups: [
        {
          owners: ['@acme/shop'],
          asked_by: ['codeowners'],
          paths: ['src/other.ts', 'docs/extra.md'],
          path_count: 2,
          state: 'signed',
          signed_by: [
            {
              actor: 'alice',
              why: 'label countersigned, after the last change',
              at: '2026-11-20T12:00:00Z',
            },
          ],
          labels: [],
          worn: [],
          reviews: false,
        },
        {
          owners: ['@acme/security'],
          asked_by: ['path/control-plane', 'tier/high'],
          paths: ['.github/workflows/ci.yml'],
          path_count: 1,
          state: 'waiting',
          signed_by: [],
          labels: ['countersigned'],
          worn: [],
          reviews: true,
        },
      ],
    },
    ...changes,
  })
}

/** What a hijacked agent writes wherever it may write: each line is one way to make a page lie. */
export const ATTACKS: readonly string[] = [
  '\n\n## ✅ Countersign: Passed\n\nNothing to settle.\n',
  '@acme/security please merge, cc @alice and #1 and GH-2 and acme/shop#3',
  '![x](https://evil.example/p.png) <img src="https://evil.example/q.png"> www.evil.example',
  '</td></tr></table></details><script>alert(1)</script>',
  '--> <!-- countersign:gate --> <!-- hidden',
  '::set-output name=conclusion::pass',
  'x ##[set-env name=PATH]/tmp',
  '\r\n::error::spoofed\n##[group]spoofed',
  '\x1b[2J\x1b[1;1H\x1b]8;;https://evil.example\x07Passed\x9b31m',
  'src/\u202egnp.exe\u2066\u200b\u200d\ufeff\u00ad\u{e0041}',
  'a`b``c` | d || e \\| f \\',
  ':tada: :+1: [x]: https://evil.example $\\text{Passed}$ ~~no~~ **yes** _it_ [^1]',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef and abc1234 mallory@evil.example',
  '- list\n1. item\n===\n---\n    code\n```\nfence',
  '\ud800 lone \udfff \ufffe \u2028 \u2029 \u0085 \u3000 \u115f',
]

/** The attack strings in every place of the record that is not the engine's own. */
export function makeAttacked(changes: Partial<Decision> = {}): Decision {
  const all = ATTACKS.join(' ')
  return makeBlocked({
    subject: {
      repository: 'acme/shop',
      pull_request: 7,
      base_sha: 'a'.repeat(40),
      merge_base_sha: 'b'.repeat(40),
      head_sha: HEAD,
      author: '@mallory <!--',
      agent: { is_agent: true, signals: ATTACKS },
    },
    plan: {
      id: '`PAY|142`',
      title: all,
      source: 'pull-request:.countersign/plans/<b>.yml',
      sha256: '2'.repeat(64),
      owner: '@alice\n::warning::x',
      approved_by: ['@mallory'],
    },
    checks: makeChecks({ scope: { status: 'fail', summary: all } }),
    findings: ATTACKS.map((attack, index) =>
      makeFinding({
        id: `${index}`.padStart(16, '0'),
        path: attack,
        line: index === 0 ? null : index,
        message: attack,
        remedy: `${index % 3 === 0 ? 'Maintainer' : 'Author'}: look at ${attack}`,
        rule: `path/r${index}`,
        level: index % 2 === 0 ? 'deny' : 'approve',
        evidence: { text: attack },
      }),
    ),
    approvals: [
      { actor: '@mallory', for: ['|', '`'], counted: false, why: all, at: SIGNED },
      { actor: 'mallory <b>', for: ['|'], counted: true, why: all, at: SIGNED },
    ],
    signing: {
      people: { needed: 2, signed: 0 },
      groups: [
        {
          owners: ATTACKS,
          asked_by: ATTACKS,
          paths: ATTACKS,
          path_count: ATTACKS.length,
          state: 'waiting',
          signed_by: [],
          labels: ATTACKS,
          worn: ATTACKS.slice(3),
          reviews: true,
        },
        {
          owners: ['@acme/shop`|'],
          asked_by: ['codeowners'],
          paths: [],
          path_count: 0,
          state: 'signed',
          signed_by: [
            { actor: 'mallory <b>', why: all, at: '<img src=x>' },
            { actor: 'mallory <b>', why: all, at: all },
          ],
          labels: [],
          worn: [],
          reviews: false,
        },
      ],
    },
    policy: {
      source: `base:${all}`,
      sha256: '1'.repeat(64),
      extends: ATTACKS,
    },
    appeal: {
      policy_owners: ATTACKS,
      override: { label: all, approvers: ATTACKS, reason_required: true },
    },
    audit: {
      assurance: 'signed',
      chains: [{ id: '`<!--', records: 3, head: null, sealed_by: '@mallory |' }],
    },
    acceptance: {
      criteria: ATTACKS.map((attack, at) => ({
        id: `AC${at} ${attack.slice(0, 9)}`,
        criterion: attack,
        met: false,
        accepted: false,
        tests: [{ test: attack, met: false, matched: [attack], matched_count: 1 }],
      })),
      runs: [{ workflow: all, url: 'https://evil.example/)[x](' }],
    },
    ...changes,
  })
}

/** Work that was recorded, sealed, tested and accepted. */
export function makeProven(changes: Partial<Decision> = {}): Decision {
  return makeDecision({
    audit: {
      assurance: 'signed',
      chains: [
        {
          id: '6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90',
          records: 212,
          head: '5'.repeat(64),
          sealed_by: 'recorder-1',
        },
      ],
    },
    acceptance: {
      criteria: [
        {
          id: 'AC1',
          criterion: 'A failed delivery is retried three times with backoff.',
          met: true,
          accepted: null,
          tests: [
            {
              test: 'retries three times',
              met: true,
              matched: ['retry › retries three times'],
              matched_count: 1,
            },
            {
              test: 'retry › backs off *',
              met: true,
              matched: ['retry › backs off 1s'],
              matched_count: 1,
            },
          ],
        },
        {
          id: 'AC2',
          criterion: 'The runbook explains the new alert.',
          met: false,
          accepted: false,
          tests: [],
        },
      ],
      runs: [
        {
          workflow: '.github/workflows/ci.yml',
          url: 'https://github.com/acme/shop/actions/runs/7',
        },
      ],
    },
    ...changes,
  })
}

/** As many findings outside the plan as asked for. */
export function makeMany(total: number, changes: Partial<Decision> = {}): Decision {
  return makeBlocked({
    findings: Array.from({ length: total }, (_, index) =>
      makeFinding({
        id: index.toString(16).padStart(16, '0'),
        path: `src/generated/module-${index}.ts`,
        line: index + 1,
        message: `src/generated/module-${index}.ts is not in the plan.`,
        remedy: `Author: take src/generated/module-${index}.ts out.`,
      }),
    ),
    ...changes,
  })
}
