import { describe, expect, test } from '@jest/globals'
import { makeRoster } from '../../../src/engine/approvals/roster.ts'
import type {
  ApprovalFact,
  Commit,
  Evidence,
  HeadReading,
  TeamReading,
} from '../../../src/engine/evidence.ts'
import { bytesOf, makePlan, makeSource } from '../make.ts'
import {
  base,
  type Change,
  CODEOWNERS,
  decideOn,
  HEAD,
  labelled,
  OLD,
  opened,
  pushed,
  reviewed,
  rules,
  time,
} from './story.ts'

/** The fine print of signatures, each clause with the change that it stops and the one that it lets through. */

/** A change under given CODEOWNERS. */
function decideUnder(owners: string, change: Change = {}) {
  const policy = change.policy ?? 'version: 1\napprovals: {}\n'
  return decideOn({
    facts: base,
    ...change,
    policy,
    trusted: {
      policyPath: '.github/countersign.yml',
      policy: [makeSource(policy)],
      codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(owners) },
      plans: [],
      auditFiles: [],
      ...change.trusted,
    },
  })
}

function commit(
  message: string,
  people: readonly string[] = [],
  more: Partial<Commit> = {},
): Commit {
  return { sha: HEAD, message, people, isMerge: false, ...more }
}

function report(at: string, more: Record<string, unknown> = {}): ApprovalFact {
  const common = { kind: 'report', actor: 'gate[bot]', actor_type: 'Bot', head_sha: HEAD }
  return { ...common, at, ...more } as ApprovalFact
}

describe('who had a part in the change', () => {
  const signed = [...base, labelled('alice')]
  const decideWith = (...commits: readonly Commit[]) => decideOn({ commits, facts: signed })

  test.each([
    'Co-authored-by: A <alice@users.noreply.github.com>',
    'Co-authored-by: A <1+alice@users.noreply.github.com>',
    'Co-authored-by: A <12345678+Alice@users.noreply.github.com>',
    '  co-authored-BY: A <1+alice@USERS.noreply.github.com>',
  ])('is read from the trailer %s', (trailer) => {
    expect(rules(decideWith(commit(`x\n\n${trailer}\n`)))).toEqual(['approval/not-independent'])
  })

  test.each([
    'Thanks to the one who was Co-authored-by: A <1+alice@users.noreply.github.com>',
    'Co-authored-by: A <alice@example.com>',
    'Co-authored-by: A <1+alice@users.noreply.github.com.example.com>',
    'Co-authored-by: A <1+malice@users.noreply.github.com>',
  ])('honest twin: %s', (line) => {
    expect(decideWith(commit(`x\n\n${line}\n`)).conclusion).toBe('pass')
  })

  const same: HeadReading = { patch: 'p', plans: new Map(), audit: new Map() }
  const updated = [opened(), pushed('x', 1, OLD), pushed('x', 2), labelled('alice')]
  const heads = new Map([
    [OLD, same],
    [HEAD, same],
  ])

  test('is seen in a merge that is no mere update, and in an update that is no merge', () => {
    const merge = commit('Merge', ['alice'], { isMerge: true })
    expect(decideOn({ heads, commits: [merge], facts: updated }).conclusion).toBe('pass')
    const elsewhere = { ...merge, sha: 'd'.repeat(40) }
    expect(rules(decideOn({ heads, commits: [elsewhere], facts: updated }))).toEqual([
      'approval/not-independent',
    ])
    const rebased = commit('Fix', ['alice'])
    expect(rules(decideOn({ heads, commits: [rebased], facts: updated }))).toEqual([
      'approval/not-independent',
    ])
  })

  test('a co-author of a mere update had one', () => {
    const trailer = 'Co-authored-by: A <1+alice@users.noreply.github.com>'
    const merge = commit(`Merge\n\n${trailer}`, [], { isMerge: true })
    expect(rules(decideOn({ heads, commits: [merge], facts: updated }))).toEqual([
      'approval/not-independent',
    ])
  })

  test('a known coding agent never signs, even if it owns the code', () => {
    const decision = decideUnder('* @claude @bob\n', { facts: [...base, labelled('claude')] })
    expect(rules(decision)).toEqual(['approval/bot', 'approval/missing'])
    expect(decision.approvals[0]?.why).toBe('is a coding agent')
    const human = { facts: [...base, labelled('bob')] }
    expect(decideUnder('* @claude @bob\n', human).conclusion).toBe('pass')
  })
})

describe('where a policy asks for approvals through a rule alone', () => {
  const policy = 'version: 1\npaths: [{ id: src, match: ["src/**"], decision: approve }]\n'
  const decideFor = (change: Partial<Evidence>) =>
    decideUnder('* @alice @claude\n', { policy, ...change })

  test('the usual rules hold: no committer, no agent, reviews too, and a clean rebase', () => {
    const facts = [...base, labelled('alice')]
    expect(decideFor({ facts }).conclusion).toBe('pass')
    expect(decideFor({ facts: [...base, reviewed('alice')] }).conclusion).toBe('pass')
    expect(decideFor({ facts, commits: [commit('x', ['alice'])] }).conclusion).toBe('block')
    expect(decideFor({ facts: [...base, labelled('claude')] }).conclusion).toBe('block')
    const reading: HeadReading = { patch: 'p', plans: new Map(), audit: new Map() }
    const heads = new Map([
      [OLD, reading],
      [HEAD, reading],
    ])
    const carried = [...base, labelled('alice', { head_sha: OLD })]
    expect(decideFor({ heads, facts: carried }).conclusion).toBe('pass')
    expect(decideFor({ facts: carried }).conclusion).toBe('block')
  })
})

describe('a label of its own', () => {
  const policy = `version: 1
approvals: { label: "ok/{owner}", reviews: false }
teams: { "@acme/pay": [peter] }
paths: [{ id: ci, match: ["ci/**"], decision: approve, approvers: ["@sec"] }]
`
  const owners = '/src/ @peter\n/pay/ @acme/pay\n/ci/ @peter\n'
  const own = (actor: string, owner: string) => labelled(actor, { name: `ok/${owner}` })

  test('signs for the owner it names and for none of the others that its giver stands for', () => {
    const change = { policy, paths: ['src/a.ts', 'pay/a.ts'] }
    const one = decideUnder(owners, { ...change, facts: [...base, own('peter', 'peter')] })
    expect(one.conclusion).toBe('block')
    const both = [...base, own('peter', 'peter'), own('peter', 'acme/pay')]
    expect(decideUnder(owners, { ...change, facts: both }).conclusion).toBe('pass')
  })

  test('is read for those whom a rule names', () => {
    const change = { policy, paths: ['ci/a'] }
    const facts = [...base, own('peter', 'peter')]
    expect(decideUnder(owners, { ...change, facts }).conclusion).toBe('block')
    const both = [...facts, own('sec', 'sec')]
    expect(decideUnder(owners, { ...change, facts: both }).conclusion).toBe('pass')
  })
})

describe('what takes a signature back', () => {
  const decideWith = (...facts: readonly ApprovalFact[]) =>
    decideOn({ facts: [...base, labelled('alice'), ...facts] })

  test('is a request for changes, even in the same second, and not one that is still being written', () => {
    const at = labelled('alice').at
    expect(decideWith(reviewed('alice', 'CHANGES_REQUESTED', { at })).conclusion).toBe('block')
    expect(decideWith(reviewed('alice', 'CHANGES_REQUESTED', { at: time(4) })).conclusion).toBe(
      'pass',
    )
    expect(decideWith(reviewed('alice', 'PENDING', { at: time(8) })).conclusion).toBe('pass')
  })

  test('and signs nothing itself', () => {
    const asking = reviewed('alice', 'CHANGES_REQUESTED')
    expect(decideOn({ facts: [...base, asking] }).approvals).toEqual([])
  })

  test('is another base given in the same second or later, not one that stood before', () => {
    const moved = (at: string): ApprovalFact => {
      return { kind: 'retargeted', actor: 'x', actor_type: 'User', at, head_sha: HEAD }
    }
    expect(decideWith(moved(time(5))).conclusion).toBe('block')
    expect(decideWith(moved(time(4, 59))).conclusion).toBe('pass')
  })

  test('a signature on a head that nobody can name says so', () => {
    const facts = [opened(), labelled('alice', { head_sha: '' })]
    expect(decideOn({ facts }).approvals[0]?.why).toContain('nobody can say for which state')
  })
})

describe('after_report', () => {
  const policy = 'version: 1\napprovals: { after_report: true }\n'
  const decideAfter = (...reports: readonly ApprovalFact[]) =>
    decideOn({ policy, facts: [...base, ...reports, labelled('alice')] }).conclusion

  test('counts the first report of each App on the very head, before the second of the signature', () => {
    expect(decideAfter(report(time(4, 59)))).toBe('pass')
    expect(decideAfter(report(time(5)))).toBe('block')
    expect(decideAfter(report(time(3), { head_sha: OLD }))).toBe('block')
    const other = { actor: 'other[bot]' }
    expect(decideAfter(report(time(3)), report(time(8)))).toBe('pass')
    expect(decideAfter(report(time(3), other), report(time(8)))).toBe('block')
  })
})

describe('why a signature does not count', () => {
  test('an owner by e-mail cannot be recognised, and it says so', () => {
    const facts = [...base, labelled('trudy')]
    const why = (owners: string) =>
      decideUnder(owners, { facts }).findings.find(({ rule }) => rule === 'approval/not-owner')
        ?.evidence.why
    expect(why('* @alice a@example.com\n')).toContain('an e-mail address cannot be recognised')
    expect(why('* @alice @bob\n')).toBe('owns nothing that changed')
  })

  test('it is told among the others, with a review by its own name', () => {
    const decision = decideOn({ facts: [...base, reviewed('alice'), labelled('trudy')] })
    expect(decision.conclusion).toBe('pass')
    expect(decision.approvals.map(({ why }) => why)).toEqual([
      'owns nothing that changed',
      'approving review, after the last change',
    ])
    expect(decision.findings).toMatchObject([{ rule: 'approval/not-owner', level: 'info' }])
  })

  test('a stranger’s review never blocks, and the label of one does while somebody is missing', () => {
    const levels = (fact: ApprovalFact) =>
      decideOn({ facts: [...base, fact] })
        .findings.filter(({ rule }) => rule === 'approval/not-owner')
        .map(({ level }) => level)
    expect(levels(reviewed('trudy'))).toEqual(['info'])
    expect(levels(labelled('trudy'))).toEqual(['deny'])
  })

  test('a label without an event is told by its name, and not in a local check', () => {
    const change = { facts: base, labels: ['Countersigned', 'bug'] }
    const unknown = ({ findings }: ReturnType<typeof decideOn>) =>
      findings.filter(({ rule }) => rule === 'approval/unknown').map(({ evidence }) => evidence)
    expect(unknown(decideOn(change))).toEqual([
      { cause: 'no event says who applied the label', name: 'countersigned' },
    ])
    expect(unknown(decideOn({ ...change, local: true }))).toEqual([])
  })
})

describe('the tier of a plan', () => {
  const policy = (risk: string) =>
    `version: 1\nplan: {}\napprovals: { tiers: { ${risk}: { approvers: ["@sec"] } } }\n`

  test.each(['critical', 'high', 'medium', 'low'] as const)('%s asks its own approvers', (risk) => {
    const decideFor = (planned: string) =>
      decideUnder(CODEOWNERS, {
        policy: policy(risk),
        facts: [...base, labelled('alice')],
        trusted: {
          policyPath: '.github/countersign.yml',
          policy: [makeSource(policy(risk))],
          codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(CODEOWNERS) },
          plans: [makePlan({ may: ['**'], more: `risk: ${planned}\n` })],
          auditFiles: [],
        },
      })
    expect(rules(decideFor(risk))).toEqual(['approval/missing'])
    expect(decideFor(risk === 'low' ? 'high' : 'low').conclusion).toBe('pass')
  })
})

describe('a path that nobody owns', () => {
  const owners = '/docs/ @dora\n/src/ @ghost\n'
  const decideFor = (rule: string, ...facts: readonly ApprovalFact[]) =>
    decideUnder(owners, {
      policy: `version: 1\napprovals: {}\npaths: [${rule}]\n`,
      paths: ['free/a', 'docs/a'],
      facts: [...base, labelled('dora'), ...facts],
    })

  test('is signed for by whom a rule names, and by no rule that names nobody or asks for nothing', () => {
    const named = '{ id: r, match: ["free/**"], decision: approve, approvers: ["@sec"] }'
    expect(decideFor(named, reviewed('sec')).conclusion).toBe('pass')
    expect(rules(decideFor(named))).toEqual(['path/r'])
    const silent = '{ id: r, match: ["free/**"], decision: approve }'
    expect(rules(decideFor(silent, reviewed('sec')))).toContain('approval/no-owner')
    const warning = '{ id: r, match: ["free/**"], decision: warn, approvers: ["@sec"] }'
    expect(rules(decideFor(warning, reviewed('sec')))).toContain('approval/no-owner')
  })

  test('because GitHub does not know who is named there, says who that is', () => {
    const codeownersErrors = [{ line: 2, column: 7, kind: 'Unknown owner' }]
    const decision = decideUnder(owners, { paths: ['src/a', 'free/b'], codeownersErrors })
    expect(decision.findings.map(({ path, level, evidence }) => [path, level, evidence])).toEqual([
      ['free/b', 'deny', {}],
      ['src/a', 'deny', { unknown: ['@ghost'] }],
    ])
  })
})

describe('who is whom', () => {
  const teams = new Map<string, TeamReading>([
    ['@acme/seen', { members: ['Peter'] }],
    ['@acme/hidden', 'unreadable'],
  ])
  const roster = makeRoster(teams, { '@Acme/Hidden': ['Carol'], '@acme/seen': ['carol'] })

  test.each<[string, string, boolean | 'unknown']>([
    ['alice', '@Alice', true],
    ['bob', '@alice', false],
    ['peter', '@acme/SEEN', true],
    ['carol', '@acme/seen', false],
    ['carol', '@acme/hidden', true],
    ['peter', '@acme/hidden', false],
    ['peter', '@acme/other', 'unknown'],
    ['alice', 'alice@example.com', 'unknown'],
    ['', '@acme/seen', false],
  ])('%j as %s: %s', (login, owner, answer) => {
    expect(roster(login, owner)).toBe(answer)
  })
})
