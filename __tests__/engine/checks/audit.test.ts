import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../src/engine/decide.ts'
import type { Decision } from '../../../src/engine/decision.ts'
import type { ChangedFile, Evidence } from '../../../src/engine/evidence.ts'
import { sha256 } from '../../../src/engine/hash.ts'
import {
  type Action,
  CHAIN_ID,
  chainPath,
  OTHER_CHAIN_ID,
  writeChain,
} from '../../support/chain.ts'
import { addedFile, bytesOf, makeEvidence, makeFile, makeSource, NOW } from '../make.ts'

/** Whether the chains belong to the change and explain it: each attack beside its honest twin. */

const BASE = 'a'.repeat(40)
const MERGE_BASE = 'b'.repeat(40)
const POLICY = `version: 1
audit: { required: true, unexplained: approve, denied_actions: deny }
commands:
  - { id: force-push, match: 'push --force', decision: deny, reason: Rewrites history., example: "push --force" }
`
const POLICY_SHA = sha256(bytesOf(POLICY))
const FILE = 'src/a.ts'

const work = addedFile(FILE, 'one\n')
const BLOB = work.after?.blob ?? ''
const FINAL = { [FILE]: { blob: BLOB, mode: '100644' } }

function honest(options: Parameters<typeof writeChain>[0] = {}) {
  return writeChain({ base_sha: BASE, policy_sha256: POLICY_SHA, ...options })
}

const wholeChain = () =>
  honest()
    .act({ blobs: { [FILE]: BLOB } })
    .end(FINAL)

interface Story {
  readonly files?: readonly ChangedFile[]
  readonly chains?: readonly { readonly id: string; text(): string }[]
  readonly policy?: string
  readonly known?: Partial<Evidence>
}

function judge({
  files = [work],
  chains = [wholeChain()],
  policy = POLICY,
  known,
}: Story): Decision {
  const evidence = makeEvidence({
    repository: 'acme/shop',
    chainOrigins: new Map([[BASE, { isAncestor: true, policySha256: POLICY_SHA }]]),
    ...known,
    files: [...files, ...chains.map((chain) => addedFile(chainPath(chain.id), chain.text()))],
  })
  const trusted = { ...evidence.trusted, policy: [makeSource(policy)], ...known?.trusted }
  return decide({ ...evidence, trusted }, NOW)
}

/** `rule path`, of what the audit check found. */
function found(decision: Decision): string[] {
  return decision.findings
    .filter(({ rule }) => /^(audit|command)\//.test(rule))
    .map(({ rule, level, path }) => `${rule} ${level} ${path}`)
}

function statusOf(decision: Decision): string | undefined {
  return decision.checks.find(({ id }) => id === 'audit')?.status
}

describe('a chain', () => {
  test('that explains every changed file passes, and the decision says how well it is anchored', () => {
    const decision = judge({})
    expect(decision.conclusion).toBe('pass')
    expect(decision.audit).toEqual({
      assurance: 'unanchored',
      chains: [{ id: CHAIN_ID, records: 4, head: expect.any(String), sealed_by: null }],
    })
    expect(decision.stats.records).toBe(4)
  })

  test('that is required and missing blocks', () => {
    expect(found(judge({ chains: [] }))).toEqual(['audit/missing deny null'])
  })

  test('that nobody asked for is judged all the same, and may be missing', () => {
    const policy = 'version: 1\naudit: { required: false }\n'
    expect(judge({ policy, chains: [] }).conclusion).toBe('pass')
    const broken = judge({ policy, chains: [honest({ policy_sha256: sha256(policy) })] })
    expect(found(broken)).toContain(`audit/truncated deny ${chainPath()}`)
  })

  test('is left alone where the policy says nothing of chains', () => {
    const decision = judge({ policy: 'version: 1\n', chains: [honest()] })
    expect(statusOf(decision)).toBe('skipped')
    expect(decision.audit).toBeNull()
  })

  test('that is a link or a program explains nothing', () => {
    const text = wholeChain().text()
    for (const mode of ['120000', '100755']) {
      const decision = judge({ chains: [], files: [work, addedFile(chainPath(), text, mode)] })
      expect(found(decision)).toContain(`audit/malformed deny ${chainPath()}`)
      expect(found(decision)).toContain(`audit/unexplained-change approve ${FILE}`)
      expect(decision.audit?.chains).toEqual([
        { id: CHAIN_ID, records: 0, head: null, sealed_by: null },
      ])
    }
  })

  test('is summed up in a few words', () => {
    const summaryOf = (story: Story) =>
      judge(story).checks.find(({ id }) => id === 'audit')?.summary
    expect(summaryOf({})).toBe('4 records in 1 chain, unanchored, every changed file explained')
    const files = [work, addedFile('src/b.ts', 'two\n')]
    expect(summaryOf({ files })).toBe('4 records in 1 chain, unanchored, 1 finding')
  })

  test('changes the digest', () => {
    const other = honest({ nonce: 'another' })
      .act({ blobs: { [FILE]: BLOB } })
      .end(FINAL)
    expect(judge({ chains: [other] }).digest).not.toBe(judge({}).digest)
  })
})

describe('a chain of something else', () => {
  test.each<[string, Story]>([
    ['another repository', { chains: [end(honest({ repository: 'acme/other' }))] }],
    ['a base that is not there', { chains: [end(honest({ base_sha: 'c'.repeat(40) }))] }],
    [
      'a base that is not below the merge base',
      { known: { chainOrigins: new Map([[BASE, { isAncestor: false, policySha256: '' }]]) } },
    ],
    ['a repository without a name', { known: { repository: null } }],
  ])('is foreign: %s', (_name, story) => {
    const decision = judge(story)
    expect(found(decision)).toContain(`audit/foreign deny ${chainPath()}`)
    expect(decision.conclusion).toBe('block')
  })

  test('is foreign: one that an earlier change has brought already', () => {
    const { trusted } = makeEvidence({})
    const known = {
      trusted: { ...trusted, policy: [makeSource(POLICY)], auditFiles: [chainPath()] },
    }
    expect(found(judge({ known }))).toEqual([`audit/foreign deny ${chainPath()}`])
    const others = { trusted: { ...known.trusted, auditFiles: [chainPath(OTHER_CHAIN_ID)] } }
    expect(found(judge({ known: others }))).toEqual([])
  })

  test('fits whatever the case of its repository', () => {
    expect(found(judge({ chains: [end(honest({ repository: 'Acme/Shop' }))] }))).toEqual([])
  })

  test('was recorded under another policy than stood there', () => {
    const chain = end(honest({ policy_sha256: sha256('lax') }))
    expect(found(judge({ chains: [chain] }))).toEqual([`audit/policy-mismatch deny ${chainPath()}`])
  })

  test('judged its actions by yet another policy: an owner may look at it', () => {
    const chain = honest()
      .act({ blobs: { [FILE]: BLOB }, policy: sha256('between') })
      .end(FINAL)
    expect(found(judge({ chains: [chain] }))).toEqual([
      `audit/policy-mismatch approve ${chainPath()}`,
    ])
  })

  test('judged some of its actions by yet another policy, and some by this one', () => {
    const between = { policy: sha256('between') }
    for (const chain of [
      honest()
        .act(between)
        .act({ blobs: { [FILE]: BLOB } }),
      honest()
        .act({ blobs: { [FILE]: BLOB } })
        .act(between),
    ]) {
      expect(found(judge({ chains: [chain.end(FINAL)] }))).toEqual([
        `audit/policy-mismatch approve ${chainPath()}`,
      ])
    }
  })

  describe('started under an older policy of the base', () => {
    const older = sha256('older')
    const at = (policySha256: string) => ({ isAncestor: true, policySha256 })
    const chain = (policy?: string) =>
      honest({ policy_sha256: older })
        .act({ blobs: { [FILE]: BLOB }, ...(policy && { policy }) })
        .end(FINAL)

    test('than where the change leaves it: an owner may look at it', () => {
      const chainOrigins = new Map([
        [BASE, at(older)],
        [MERGE_BASE, at(POLICY_SHA)],
      ])
      for (const judgedBy of [older, POLICY_SHA])
        expect(found(judge({ chains: [chain(judgedBy)], known: { chainOrigins } }))).toEqual([
          `audit/policy-mismatch approve ${chainPath()}`,
        ])
    })

    test('that still stood where the change leaves it, and was judged by that or by today’s', () => {
      const chainOrigins = new Map([
        [BASE, at(older)],
        [MERGE_BASE, at(older)],
      ])
      for (const judgedBy of [older, POLICY_SHA])
        expect(found(judge({ chains: [chain(judgedBy)], known: { chainOrigins } }))).toEqual([])
    })

    test('and today’s is the same again', () => {
      const chainOrigins = new Map([
        [BASE, at(POLICY_SHA)],
        [MERGE_BASE, at(sha256('between'))],
      ])
      expect(found(judge({ known: { chainOrigins } }))).toEqual([])
    })
  })
})

function end(chain: ReturnType<typeof honest>) {
  return chain.act({ blobs: { [FILE]: BLOB } }).end(FINAL)
}

describe('what a mismatch says', () => {
  const evidenceOf = (story: Story) =>
    judge(story)
      .findings.filter(({ rule }) => rule.startsWith('audit/'))
      .map(({ evidence }) => evidence)

  test('of the content: what was recorded and what is there', () => {
    const other = 'd'.repeat(40)
    const chain = honest().act({ blobs: { [FILE]: other } })
    expect(evidenceOf({ chains: [chain.end()] })).toEqual([{ recorded: other, actual: BLOB }])
  })

  test('of the mode: which it was and which it is', () => {
    const executable = addedFile(FILE, 'one\n', '100755')
    expect(evidenceOf({ files: [executable] })).toEqual([
      { recorded: BLOB, actual: BLOB, recorded_mode: '100644', actual_mode: '100755' },
    ])
  })

  test('of what nobody recorded: what is there, if anything', () => {
    const files = [work, addedFile('src/b.ts', 'two\n'), makeFile('src/c.ts', 'x', null)]
    expect(evidenceOf({ files })).toEqual([{ actual: files[1]?.after?.blob }, { actual: null }])
  })
})

describe('what the chain explains', () => {
  const other = addedFile('src/b.ts', 'two\n')

  test('a file that no action left behind is listed', () => {
    const decision = judge({ files: [work, other] })
    expect(found(decision)).toEqual(['audit/unexplained-change approve src/b.ts'])
    expect(decision.conclusion).toBe('block')
  })

  test('a file that was only there when the session ended is listed, too', () => {
    const files = { ...FINAL, 'src/b.ts': { blob: other.after?.blob ?? '', mode: '100644' } }
    const chain = honest()
      .act({ blobs: { [FILE]: BLOB } })
      .end(files)
    expect(found(judge({ files: [work, other], chains: [chain] }))).toEqual([
      'audit/unexplained-change approve src/b.ts',
    ])
  })

  test('a file that was changed afterwards is listed as differing', () => {
    const chain = honest()
      .act({ blobs: { [FILE]: 'd'.repeat(40) } })
      .end()
    expect(found(judge({ chains: [chain] }))).toEqual([`audit/content-mismatch approve ${FILE}`])
  })

  test('the last action counts, not an earlier one', () => {
    const back = honest()
      .act({ blobs: { [FILE]: BLOB } })
      .act({ blobs: { [FILE]: 'd'.repeat(40) } })
    expect(found(judge({ chains: [back.end()] }))).toEqual([
      `audit/content-mismatch approve ${FILE}`,
    ])
    const forth = honest()
      .act({ blobs: { [FILE]: 'd'.repeat(40) } })
      .act({ blobs: { [FILE]: BLOB } })
    expect(found(judge({ chains: [forth.end(FINAL)] }))).toEqual([])
  })

  test('another mode than the session left is a difference', () => {
    const executable = addedFile(FILE, 'one\n', '100755')
    expect(found(judge({ files: [executable] }))).toEqual([
      `audit/content-mismatch approve ${FILE}`,
    ])
  })

  describe('a path that the session did not leave changed', () => {
    const [before, after] = ['run\n', 'run faster\n']
    const plain = { content: before }
    const changed = makeFile(FILE, before, after)
    const leaving = (blob: string | null) => honest().act({ blobs: { [FILE]: blob } })
    const blobOf = ({ after: entry }: ChangedFile) => entry?.blob ?? null

    test.each<[string, ChangedFile]>([
      ['made executable', makeFile(FILE, before, { ...plain, mode: '100755' })],
      ['turned into a link', makeFile(FILE, before, { ...plain, mode: '120000' })],
      ['written again as it once was', changed],
      ['deleted again', makeFile(FILE, before, null)],
      ['made again', work],
      ['moved to another name', makeFile(FILE, before, before, 'src/old.ts')],
    ])('is at the base in its eyes, so it differs when it was %s', (_name, file) => {
      const chain = honest().act({ blobs: { [FILE]: blobOf(file), 'src/old.ts': null } })
      const files = { 'src/old.ts': { blob: null, mode: null } }
      expect(found(judge({ files: [file], chains: [chain.end(files)] }))).toEqual([
        `audit/content-mismatch approve ${FILE}`,
      ])
    })

    test('differs under its old name, too', () => {
      const moved = makeFile(FILE, before, before, 'src/old.ts')
      const chain = honest().act({ blobs: { [FILE]: blobOf(moved), 'src/old.ts': null } })
      const files = { [FILE]: { blob: blobOf(moved), mode: '100644' } }
      expect(found(judge({ files: [moved], chains: [chain.end(files)] }))).toEqual([
        'audit/content-mismatch approve src/old.ts',
      ])
    })

    test('is explained when the session says how it left it', () => {
      const executable = makeFile(FILE, before, { ...plain, mode: '100755' })
      const files = { [FILE]: { blob: blobOf(executable), mode: '100755' } }
      const chain = leaving(blobOf(executable)).end(files)
      expect(found(judge({ files: [executable], chains: [chain] }))).toEqual([])
      const plainly = leaving(blobOf(changed)).end()
      expect(found(judge({ files: [changed], chains: [plainly] }))).toEqual([])
    })

    test('is explained by the session that changed it last, whatever an earlier one left', () => {
      const earlier = leaving(blobOf(makeFile(FILE, null, before))).end({})
      const later = honest({ id: OTHER_CHAIN_ID, after: 100 })
        .act({ blobs: { [FILE]: blobOf(changed) } })
        .end()
      expect(found(judge({ files: [changed], chains: [earlier, later] }))).toEqual([])
    })
  })

  test('a deletion is explained by a deletion, and a rename by both its names', () => {
    const gone = makeFile('src/old.ts', 'x\n', null)
    const chain = () =>
      honest()
        .act({ blobs: { [FILE]: BLOB, 'src/old.ts': null } })
        .end()
    expect(found(judge({ files: [work, gone], chains: [chain()] }))).toEqual([])
    const moved = makeFile(FILE, 'one\n', 'one\n', 'src/old.ts')
    expect(found(judge({ files: [moved], chains: [chain()] }))).toEqual([])
    expect(found(judge({ files: [moved] }))).toEqual([
      'audit/unexplained-change approve src/old.ts',
    ])
  })

  test('follows the policy: deny, approve or warn', () => {
    const decide = (level: string) =>
      judge({
        files: [work, other],
        policy: POLICY.replace('unexplained: approve', `unexplained: ${level}`),
        chains: [],
      })
    expect(statusOf(decide('warn'))).toBe('fail')
    for (const level of ['deny', 'warn']) {
      const policy = POLICY.replace('unexplained: approve', `unexplained: ${level}`)
      const chain = honest({ policy_sha256: sha256(policy) })
      const chains = [chain.act({ blobs: { [FILE]: BLOB } }).end(FINAL)]
      const chainOrigins = new Map([[BASE, { isAncestor: true, policySha256: sha256(policy) }]])
      const decision = judge({ files: [work, other], policy, chains, known: { chainOrigins } })
      expect(found(decision)).toEqual([`audit/unexplained-change ${level} src/b.ts`])
      expect(decision.conclusion).toBe(level === 'deny' ? 'block' : 'pass')
    }
  })

  test('several sessions explain together; of one file the later session decides', () => {
    const first = honest()
      .act({ blobs: { [FILE]: 'd'.repeat(40) } })
      .end()
    const second = honest({ id: OTHER_CHAIN_ID, after: 100 })
      .act({ blobs: { [FILE]: BLOB, 'src/b.ts': other.after?.blob ?? '' } })
      .end()
    expect(found(judge({ files: [work, other], chains: [first, second] }))).toEqual([])
    const late = honest({ after: 200 })
      .act({ blobs: { [FILE]: 'd'.repeat(40) } })
      .end()
    expect(found(judge({ files: [work, other], chains: [late, second] }))).toEqual([
      `audit/content-mismatch approve ${FILE}`,
    ])
  })
})

describe('a refused action', () => {
  const done = { tool: 'Bash', input: 'git push --force', rule: 'command/force-push' }

  test('that was done anyway blocks, under the rule’s own name as well', () => {
    const chain = honest()
      .deny(done)
      .act(done)
      .act({ blobs: { [FILE]: BLOB } })
      .end(FINAL)
    expect(found(judge({ chains: [chain] }))).toEqual([
      `audit/denied-action deny ${chainPath()}`,
      `command/force-push deny ${chainPath()}`,
    ])
  })

  test('that was not done, or was corrected first, is nobody’s fault', () => {
    const chain = honest()
      .deny(done)
      .act({ ...done, input: 'git push', rule: 'none' })
      .act({ blobs: { [FILE]: BLOB } })
      .end(FINAL)
    expect(found(judge({ chains: [chain] }))).toEqual([])
  })
})

describe('a refused action under a command rule that only asks', () => {
  const policy = POLICY.replace('decision: deny', 'decision: approve')

  test('blocks as one that was refused, not by the name of the rule', () => {
    const done = { tool: 'Bash', input: 'git push --force', rule: 'command/force-push' }
    const chain = honest({ policy_sha256: sha256(policy) })
      .deny(done)
      .act(done)
      .act({ blobs: { [FILE]: BLOB } })
      .end(FINAL)
    const chainOrigins = new Map([[BASE, { isAncestor: true, policySha256: sha256(policy) }]])
    expect(found(judge({ policy, chains: [chain], known: { chainOrigins } }))).toEqual([
      `audit/denied-action deny ${chainPath()}`,
    ])
  })
})

describe('a refused call that ran with another input', () => {
  const rules = (decision: 'allow' | 'deny') => ({
    decision,
    policy_sha256: POLICY_SHA,
    rule: decision === 'deny' ? 'command/force-push' : null,
  })
  const request = (input: string) => ({
    category: 'command' as const,
    input_sha256: sha256(input),
    tool: 'Bash',
  })
  const refused = (id: string) =>
    honest().add('denied', {
      reference: { tool_use_id: id },
      request: request('git push --force'),
      rules: rules('deny'),
    })
  const run = (
    chain: ReturnType<typeof honest>,
    id: string,
    inputs: [string, string],
    ts?: string,
  ) =>
    chain
      .add('intent', {
        reference: { tool_use_id: id },
        request: request(inputs[0]),
        rules: rules('allow'),
        ...(ts !== undefined && { ts }),
      })
      .add('result', {
        reference: { tool_use_id: id, intent_seq: 2 },
        request: request(inputs[1]),
        rules: rules('allow'),
        result: { status: 'ok' as const },
        ...(ts !== undefined && { ts }),
      })
      .act({ blobs: { [FILE]: BLOB } })
      .end(FINAL)
  const SPACED = 'git push --force '
  const TIME = '2026-11-20T09:00:02.000Z'
  const DONE = [`audit/denied-action deny ${chainPath()}`, `command/force-push deny ${chainPath()}`]

  test('is found by its id, whether or not somebody saw it begin', () => {
    expect(found(judge({ chains: [run(refused('a'), 'a', [SPACED, SPACED], TIME)] }))).toEqual(DONE)
    expect(found(judge({ chains: [run(refused('a'), 'a', ['ls', SPACED])] }))).toEqual(DONE)
  })

  test('is another call under another id, or when it was let through as it ran', () => {
    expect(found(judge({ chains: [run(refused('a'), 'b', ['ls', 'ls'], TIME)] }))).toEqual([])
    expect(found(judge({ chains: [run(refused('a'), 'a', ['ls', 'ls'])] }))).toEqual([])
  })
})

describe('a refused action that was allowed later', () => {
  const LATER = sha256('later')
  const ask = { tool: 'Edit', input: 'src/a.ts: one', blobs: { [FILE]: BLOB } }
  const refusedBy = (rule: string | undefined) => ({ ...ask, ...(rule && { rule }) })
  const levels = (chain: ReturnType<typeof honest>) =>
    found(judge({ chains: [chain.end(FINAL)] })).filter((it) => it.startsWith('audit/denied'))
  const level = (name: string) => [`audit/denied-action ${name} ${chainPath()}`]

  test.each(['scope/outside-plan', 'plan/missing', 'plan/expired'])(
    'is for a warning when %s had refused it: the plan may have grown',
    (rule) => {
      expect(levels(honest().deny(refusedBy(rule)).act(ask))).toEqual(level('warn'))
    },
  )

  test('blocks when a rule had refused it that no plan could change', () => {
    for (const rule of ['path/secrets', 'command/push', 'scopes/x', 'command/plan/x'])
      expect(levels(honest().deny(refusedBy(rule)).act(ask))).toEqual(level('deny'))
  })

  test('blocks when the weightier rule comes first or last', () => {
    const [scope, command] = ['scope/outside-plan', 'command/push'].map(refusedBy)
    const refusals = [scope ?? ask, command ?? ask]
    for (const [one, other] of [refusals, refusals.toReversed()]) {
      const chain = honest()
        .deny(one ?? ask)
        .deny(other ?? ask)
        .act(ask)
      expect(levels(chain)).toEqual(level('deny'))
    }
  })

  test('is for a warning only if it was asked for before it was done', () => {
    const rules = { decision: 'allow' as const, policy_sha256: POLICY_SHA, rule: null }
    const request = { category: 'file_write' as const, input_sha256: sha256(ask.input) }
    const result = { blobs: { [FILE]: BLOB }, status: 'ok' as const }
    const doneAt = (intended: string, finished: string) =>
      honest()
        .deny(refusedBy('scope/outside-plan'))
        .add('intent', { reference: { tool_use_id: 'a' }, request, rules, ts: intended })
        .add('result', {
          reference: { intent_seq: 2, tool_use_id: 'a' },
          request,
          result,
          rules,
          ts: finished,
        })
        .add('checkpoint', { ts: finished })
    const [time, later] = ['2026-11-20T09:00:02.000Z', '2026-11-20T09:00:02.001Z']
    expect(levels(doneAt(time, later))).toEqual(level('warn'))
    expect(levels(doneAt(time, time))).toEqual(level('deny'))
  })

  test('blocks when it was refused again after it was allowed', () => {
    const rules = { decision: 'allow' as const, policy_sha256: POLICY_SHA, rule: null }
    const request = {
      category: 'file_write' as const,
      input_sha256: sha256(ask.input),
      targets: [FILE],
      tool: 'Edit',
    }
    const chain = honest()
      .deny(refusedBy('scope/outside-plan'))
      .add('intent', { reference: { tool_use_id: 'a' }, request, rules })
      .deny(refusedBy('scope/outside-plan'))
      .add('result', {
        reference: { intent_seq: 2, tool_use_id: 'a' },
        request,
        result: { blobs: { [FILE]: BLOB }, output_sha256: sha256('output'), status: 'ok' },
        rules,
      })
    expect(levels(chain)).toEqual(level('deny'))
  })

  test('is for an owner when another policy had allowed it by then', () => {
    const chain = () => honest().deny(refusedBy('command/push'))
    expect(levels(chain().act({ ...ask, policy: LATER }))).toEqual(level('approve'))
    expect(
      levels(
        chain()
          .deny({ ...refusedBy('command/push'), policy: LATER })
          .act(ask),
      ),
    ).toEqual(level('approve'))
    const again = chain().deny({ ...refusedBy('command/push'), policy: LATER })
    expect(levels(again.act({ ...ask, policy: LATER }))).toEqual(level('deny'))
  })

  test('is for an owner when no rule is named', () => {
    expect(levels(honest().deny(refusedBy(undefined)).act(ask))).toEqual(level('approve'))
  })

  test('is never more than the policy makes of it', () => {
    const policy = POLICY.replace('denied_actions: deny', 'denied_actions: warn')
    const chainOrigins = new Map([[BASE, { isAncestor: true, policySha256: sha256(policy) }]])
    for (const by of [POLICY_SHA, sha256(policy)]) {
      const chain = honest({ policy_sha256: sha256(policy) })
        .deny(refusedBy('command/push'))
        .act({ ...ask, policy: by })
        .end(FINAL)
      expect(found(judge({ policy, chains: [chain], known: { chainOrigins } }))).toContain(
        `audit/denied-action warn ${chainPath()}`,
      )
    }
  })
})

describe('an action that one chain shows as refused', () => {
  const push = { tool: 'Bash', input: 'git push --force', rule: 'command/force-push' }
  const asked = { tool: 'Bash', input: 'git push --force' }
  const refusing = (after = 0) =>
    honest({ after })
      .deny(push)
      .act({ blobs: { [FILE]: BLOB } })
      .end(FINAL)
  const other = (after: number) => honest({ id: OTHER_CHAIN_ID, after })
  const doing = (after = 100, action: Action = asked) => other(after).act(action).end({})

  test('and another one as done later blocks, in whatever order they are read', () => {
    for (const chains of [
      [refusing(), doing()],
      [doing(), refusing()],
    ]) {
      expect(found(judge({ chains }))).toEqual([
        `audit/denied-action deny ${chainPath(OTHER_CHAIN_ID)}`,
        `command/force-push deny ${chainPath(OTHER_CHAIN_ID)}`,
      ])
    }
    const [finding] = judge({ chains: [refusing(), doing()] }).findings
    expect(finding?.evidence).toMatchObject({ denied_in: CHAIN_ID, line: 2, done_line: 3 })
    expect(finding?.message).toContain(`line 2 of the audit chain ${CHAIN_ID}`)
  })

  test('and another one as done before, or not at all, is nobody’s fault', () => {
    expect(found(judge({ chains: [refusing(100), doing(0)] }))).toEqual([])
    const pushing = doing(100, { ...asked, input: 'git push' })
    expect(found(judge({ chains: [refusing(), pushing] }))).toEqual([])
  })

  test('and another one as allowed is as mild as within one chain', () => {
    const scope = { ...asked, rule: 'scope/outside-plan' }
    const first = honest()
      .deny(scope)
      .act({ blobs: { [FILE]: BLOB } })
      .end(FINAL)
    expect(found(judge({ chains: [first, doing()] }))).toEqual([
      `audit/denied-action warn ${chainPath(OTHER_CHAIN_ID)}`,
    ])
  })

  test('weighs as much as the weightiest refusal of any of them', () => {
    const third = honest({ id: '1c0ffee0-77aa-4a3b-8c11-3f5e2d6a9b04', after: 50 })
      .deny({ ...asked, rule: 'scope/outside-plan' })
      .end({})
    const chains = [refusing(), third, doing()]
    for (const order of [chains, chains.toReversed(), [doing(), refusing(), third]])
      expect(found(judge({ chains: order }))).toContain(
        `audit/denied-action deny ${chainPath(OTHER_CHAIN_ID)}`,
      )
  })

  test('is listed once for the chain that has it refused and done itself', () => {
    const both = honest()
      .deny(push)
      .act(asked)
      .act({ blobs: { [FILE]: BLOB } })
      .end(FINAL)
    const idle = other(100).act({ tool: 'Bash', input: 'ls' }).end({})
    expect(found(judge({ chains: [both, idle] }))).toEqual([
      `audit/denied-action deny ${chainPath()}`,
      `command/force-push deny ${chainPath()}`,
    ])
  })
})

describe('a chain that does not hold together', () => {
  const lines = wholeChain().text().split('\n')
  const edit = (at: number, change: (line: string) => string) =>
    lines.map((line, index) => (index === at ? change(line) : line)).join('\n')

  test.each<[string, string, string]>([
    ['an edited record', 'audit/record-hash', edit(1, (line) => line.replace('Edit', 'Read'))],
    ['a record taken out', 'audit/broken-link', lines.toSpliced(1, 1).join('\n')],
    ['the end taken off', 'audit/truncated', `${lines.slice(0, 3).join('\n')}\n`],
    ['a torn last line', 'audit/malformed', lines.join('\n').slice(0, -40)],
    ['nothing in it', 'audit/truncated', ''],
    ['something else in it', 'audit/malformed', 'import os\n'],
  ])('%s: %s', (_name, rule, text) => {
    const decision = judge({ chains: [{ id: CHAIN_ID, text: () => text }] })
    expect(found(decision)).toContain(`${rule} deny ${chainPath()}`)
    expect(decision.conclusion).toBe('block')
  })

  test('more defects than fifty are counted', () => {
    const bad = Array.from({ length: 60 }, () => 'no record\n{"record":{}}').join('\n')
    const decision = judge({
      chains: [{ id: CHAIN_ID, text: () => `${wholeChain().text()}${bad}\n` }],
    })
    const listed = decision.findings.filter(({ rule }) => rule === 'audit/malformed')
    const [rest] = listed.filter(({ line }) => line === null)
    expect(listed).toHaveLength(51)
    expect(rest?.message).toMatch(/it has 7\d more defects/)
  })

  test('each defect is named with its line', () => {
    const text = lines.map((line, at) => (at < 2 ? line.replace('acme', 'evil') : line)).join('\n')
    const swapped = text.replace('"tool":"Edit"', '"tool":"Read"')
    const decision = judge({ chains: [{ id: CHAIN_ID, text: () => swapped }] })
    const hashes = decision.findings.filter(({ rule }) => rule === 'audit/record-hash')
    expect(hashes.map(({ line }) => line)).toEqual([1, 2])
  })
})
