import { afterEach, describe, expect, test } from '@jest/globals'
import { sha256 } from '../../src/engine/hash.ts'
import {
  AGENT,
  blockingRules,
  conclusionOf,
  type Desk,
  type DeskOptions,
  messagesOf,
  openDesk,
  readDecision,
  TEAM_TOKEN,
} from './desk.ts'

/** Who may sign, for what, and how the built action tells: against real git and a whole server. */

const ALICE = { login: 'alice' }
const TEXT = 'export const x = 1\n'

/** An error as GitHub words it. */
function unknownOwner(line: number, column: number, source: string) {
  const path = '.github/CODEOWNERS'
  return { line, column, source, path, kind: 'Unknown owner', message: 'Unknown owner' }
}

let desk: Desk

async function open(options: DeskOptions = {}): Promise<void> {
  desk = await openDesk(options)
}

afterEach(() => desk.dispose())

describe('an owner applies the label', () => {
  test('and the blocked change passes, until the agent pushes again', async () => {
    await open()
    const blocked = await desk.judge()
    expect(blocked.exitCode).toBe(1)
    expect(blockingRules(blocked)).toEqual(['approval/missing'])
    expect(desk.comment()).toContain('countersigned')
    expect(desk.comment()).toContain('alice')

    desk.label('countersigned', 'alice')
    const passed = await desk.judge()
    expect(passed.exitCode).toBe(0)
    expect(readDecision(passed)).toMatchObject({
      conclusion: 'pass',
      approvals: [{ actor: 'alice', for: ['@alice'], counted: true }],
    })
    expect(desk.server.checkRuns(desk.head()).at(-1)).toMatchObject({ conclusion: 'success' })
    expect(desk.server.comments(7)).toHaveLength(1)

    desk.push({ 'src/retry.ts': 'export const retries = 9999\n' })
    const stale = await desk.judge()
    expect(blockingRules(stale)).toEqual(['approval/missing', 'approval/stale'])
    expect(messagesOf(stale, 'approval/stale')).toMatch(/alice signed for an earlier state/)
    expect(desk.comment()).toContain('earlier state')

    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('and a stale label is taken off, after it was said why', async () => {
    await open()
    desk.label('countersigned', 'alice')
    desk.push({ 'src/more.ts': TEXT })
    await desk.judge()
    expect(desk.server.labels(7)).toEqual([])
    const writes = desk.server.requests.filter(({ method }) => method !== 'GET')
    expect(writes.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE'])
  })

  test('and when the stale label cannot be taken off, doing so by hand is enough', async () => {
    await open()
    desk.server.fault({ method: 'DELETE', path: /\/labels\//, times: 100, respond: 403 })
    desk.label('countersigned', 'alice')
    desk.push({ 'src/more.ts': TEXT })
    expect(conclusionOf(await desk.judge())).toBe('block')
    expect(messagesOf(await desk.judge(), 'approval/stale')).toContain('take it off yourself')
    desk.unlabel('countersigned', 'alice')
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('and takes it off while the gate looks', async () => {
    await open()
    desk.label('countersigned', 'alice')
    const unlabel = () => desk.unlabel('countersigned', 'alice')
    desk.server.onRequest(/^GET .*\/pulls\/7\/files/, unlabel, { times: 1, when: 'after' })
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing'])
  })

  test('behind many other events', async () => {
    await open()
    const noise = { event: 'subscribed', actor: AGENT, app: null }
    for (let at = 0; at < 230; at += 1) desk.server.addEvent(7, { ...noise, at: desk.now() })
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('the moment of signing', () => {
  test.each([
    ['a commit that claims to be older', { date: '2020-01-01T00:00:00Z' }],
    ['a commit that claims to be newer', { date: '2030-01-01T00:00:00Z' }],
  ])('is the server’s: %s ends it', async (_name, options) => {
    await open()
    desk.label('countersigned', 'alice')
    desk.push({ 'src/more.ts': TEXT }, options)
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })

  test('is before a push in the same second', async () => {
    await open()
    const at = desk.now()
    desk.push({ 'src/more.ts': TEXT }, { at })
    desk.server.addLabel(7, 'countersigned', { by: ALICE, at })
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })

  test('is over when the pull request gets another base', async () => {
    await open()
    desk.repo.git('branch', 'next', 'main')
    desk.label('countersigned', 'alice')
    desk.server.updatePull(7, { base: 'next' })
    const event = { event: 'base_ref_changed', actor: AGENT, app: null }
    desk.server.addEvent(7, { ...event, at: desk.now() })
    const moved = await desk.judge()
    expect(blockingRules(moved)).toContain('approval/stale')
    expect(messagesOf(moved, 'approval/stale')).toContain('base branch')

    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('cannot be known without the log of pushes: then a review counts, and a label does not', async () => {
    await open()
    desk.server.fault({ path: /\/activity/, times: 1000, respond: 404 })
    desk.label('countersigned', 'alice')
    const unknown = await desk.judge()
    expect(blockingRules(unknown)).toContain('approval/stale')
    expect(messagesOf(unknown, 'approval/stale')).toContain('review')
    expect(desk.comment()).toContain('log of pushes')

    desk.review('APPROVED', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('is after the report where the policy says so, and stays it when the gate runs again', async () => {
    await open({ policy: 'approvals: { after_report: true }\n' })
    desk.label('countersigned', 'alice')
    const early = await desk.judge()
    expect(blockingRules(early)).toContain('approval/stale')
    expect(messagesOf(early, 'approval/stale')).toContain('reported')

    desk.unlabel('countersigned', 'alice')
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('the same change on a newer base', () => {
  test('keeps the signature, and the decision says so', async () => {
    await open()
    desk.label('countersigned', 'alice')
    desk.rebase()
    const result = await desk.judge()
    expect(conclusionOf(result)).toBe('pass')
    expect(readDecision(result).approvals).toMatchObject([
      { actor: 'alice', counted: true, why: expect.stringContaining('carried over') },
    ])
    expect(desk.server.labels(7)).toEqual(['countersigned'])
  })

  test('makes nobody a pusher who only updated the branch', async () => {
    await open()
    desk.updateBranch(ALICE, { name: 'Alice', email: 'alice@users.noreply.github.com' })
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('loses it when the rebase smuggles something in', async () => {
    await open()
    desk.label('countersigned', 'alice')
    desk.rebase()
    desk.push({ 'src/retry.ts': 'export const retries = 9999\n' })
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })

  test('loses it where the policy carries nothing over', async () => {
    await open({ policy: 'approvals: { carry_over: never }\n' })
    desk.label('countersigned', 'alice')
    desk.rebase()
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })
})

describe('who does not count', () => {
  test('the author, even as an owner; another owner does', async () => {
    await open({ author: ALICE, change: { 'docs/a.md': 'a\n' } })
    desk.label('countersigned', 'alice')
    const own = await desk.judge()
    expect(blockingRules(own)).toEqual(['approval/missing', 'approval/not-independent'])
    expect(messagesOf(own, 'approval/not-independent')).toContain('alice is the author')

    desk.review('APPROVED', 'bob')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('the author as the only owner: nobody can sign, and the comment says so', async () => {
    await open({ author: ALICE })
    desk.label('countersigned', 'alice')
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/not-independent'])
    expect(desk.comment()).toContain('Nobody can sign')
  })

  test.each<[string, (desk: Desk) => void, RegExp]>([
    ['whoever pushed', (it) => it.push({ 'src/b.ts': TEXT }, { by: ALICE }), /alice pushed/],
    [
      'whoever is named as a co-author',
      (it) =>
        it.push(
          { 'src/b.ts': TEXT },
          { message: 'Work\n\nCo-authored-by: Alice <1+alice@users.noreply.github.com>' },
        ),
      /alice is an author/,
    ],
    [
      'whoever committed',
      (it) =>
        it.push(
          { 'src/b.ts': TEXT },
          { author: { name: 'Alice', email: 'alice@users.noreply.github.com' } },
        ),
      /alice is an author/,
    ],
  ])('%s', async (_name, take, why) => {
    await open()
    take(desk)
    desk.label('countersigned', 'alice')
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/not-independent'])
    expect(messagesOf(result, 'approval/not-independent')).toMatch(why)
  })

  test('whoever made a merge that somebody else pushed: it may hold anything', async () => {
    await open()
    desk.updateBranch(AGENT, { name: 'Alice', email: 'alice@users.noreply.github.com' })
    desk.label('countersigned', 'alice')
    const result = await desk.judge()
    expect(messagesOf(result, 'approval/not-independent')).toMatch(/alice is an author/)
  })

  test('a bot', async () => {
    await open()
    desk.label('countersigned', 'helper[bot]')
    expect(blockingRules(await desk.judge())).toEqual(['approval/bot', 'approval/missing'])
  })

  test('an App that acts for an owner', async () => {
    await open()
    const app = { slug: 'label-helper', id: 4242 }
    desk.server.addLabel(7, 'countersigned', { by: ALICE, app })
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/bot', 'approval/missing'])
    expect(messagesOf(result, 'approval/bot')).toContain('App')
  })

  test('an account that is gone', async () => {
    await open()
    desk.label('countersigned', 'alice')
    const rewrite = (body: unknown) =>
      (body as { event: string }[]).map((it) =>
        it.event === 'labeled' ? { ...it, actor: null } : it,
      )
    desk.server.fault({ path: /\/issues\/7\/events/, times: 100, respond: { rewrite } })
    expect(blockingRules(await desk.judge())).toEqual(['approval/bot', 'approval/missing'])
  })

  test('somebody with triage rights who owns nothing here', async () => {
    await open()
    desk.label('countersigned', 'trudy')
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/missing', 'approval/not-owner'])
    expect(messagesOf(result, 'approval/not-owner')).toContain('trudy owns nothing that changed')
    expect(messagesOf(result, 'approval/missing')).toContain('take the label countersigned off')
  })

  test('whoever labelled before somebody took the label off and applied it again', async () => {
    await open()
    desk.label('countersigned', 'alice')
    desk.unlabel('countersigned', 'trudy')
    desk.label('countersigned', 'trudy')
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing', 'approval/not-owner'])

    desk.unlabel('countersigned', 'alice')
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('a label that no event explains', async () => {
    await open()
    desk.server.updatePull(7, { labels: ['countersigned'] })
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing', 'approval/unknown'])
  })
})

describe('CODEOWNERS', () => {
  test('counts as it is on the base, whatever the pull request makes of it', async () => {
    await open({ change: { '.github/CODEOWNERS': '* @mallory\n', 'src/a.ts': TEXT } })
    desk.label('countersigned', 'mallory')
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing', 'approval/not-owner'])
    desk.unlabel('countersigned', 'mallory')
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('a file without an owner blocks, whoever signs', async () => {
    await open({ change: { 'free/a.ts': TEXT, 'src/a.ts': TEXT } })
    desk.label('countersigned', 'alice')
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/no-owner'])
    expect(readDecision(result).findings).toMatchObject([{ path: 'free/a.ts' }])
  })

  test('a file without an owner passes once somebody named in the policy signs for it', async () => {
    await open({
      policy:
        'approvals: {}\npaths: [{ id: free, match: ["free/**"], decision: approve, approvers: ["@bob"] }]\n',
      change: { 'free/a.ts': TEXT },
    })
    expect(blockingRules(await desk.judge())).toContain('path/free')
    desk.label('countersigned', 'bob')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('a rule for deleted files does not speak for a file that is changed', async () => {
    await open({
      files: { 'free/a.ts': 'old\n' },
      policy:
        'approvals: {}\npaths: [{ id: gone, match: ["free/**"], on: [deleted], decision: approve, approvers: ["@bob"] }]\n',
      change: { 'free/a.ts': TEXT, 'src/a.ts': TEXT },
    })
    desk.label('countersigned', 'alice')
    expect(blockingRules(await desk.judge())).toEqual(['approval/no-owner'])
  })

  test('names somebody who has no account or no access any more: they cannot sign', async () => {
    await open()
    desk.server.setCodeownersErrors([unknownOwner(1, 3, '* @alice')])
    desk.label('countersigned', 'alice')
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/no-owner', 'approval/not-owner'])
    expect(messagesOf(result, 'approval/no-owner')).toContain('@alice')
    desk.server.setCodeownersErrors([unknownOwner(2, 7, '/web/ @bob')])
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('has no list of errors on an older server', async () => {
    await open()
    desk.server.fault({ path: /\/codeowners\/errors/, times: 100, respond: 404 })
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('has lines that GitHub skips: the comment says which', async () => {
    await open({ files: { '.github/CODEOWNERS': '* @alice\n[ab]/ @bob\n' } })
    const result = await desk.judge()
    expect(messagesOf(result, 'approval/codeowners-error')).toMatch(/skips a line.*: 2/)
  })

  test('that is too large for GitHub makes nobody an owner', async () => {
    await open({ files: { '.github/CODEOWNERS': '* @alice # padding\n'.repeat(170_000) } })
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/no-owner'])
    expect(messagesOf(result, 'approval/no-owner')).toContain('3 MB')
  })

  test('that is not there makes nobody an owner', async () => {
    await open({ files: { '.github/CODEOWNERS': '# nobody yet\n' } })
    expect(blockingRules(await desk.judge())).toEqual(['approval/no-owner'])
  })

  test('a rename needs the owners of both places', async () => {
    await open({ files: { 'web/a.ts': TEXT.repeat(20) } })
    desk.repo.remove('web/a.ts')
    desk.push({ 'src/a.ts': TEXT.repeat(20) })
    desk.label('countersigned', 'alice')
    const half = await desk.judge()
    expect(blockingRules(half)).toEqual(['approval/missing'])
    expect(messagesOf(half, 'approval/missing')).toContain('@bob')
  })
})

describe('what the signature was for', () => {
  const plan = (id: string, title: string) => ({
    [`.countersign/plans/${id}.yml`]: `version: 1
id: ${id}
title: ${title}
owner: "@alice"
expires: "2099-12-31"
scope: { may: ["src/**"] }
`,
  })
  const policy = 'approvals: {}\nplan: { required: true }\n'

  test('is over when another plan is merged in the place of the reported one', async () => {
    await open({ policy, files: plan('P-1', 'Retry') })
    await desk.judge()
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    desk.advance(plan('P-1', 'Retry, and more'))
    const changed = await desk.judge()
    expect(blockingRules(changed)).toEqual(['approval/missing', 'approval/stale'])
    expect(messagesOf(changed, 'approval/stale')).toContain('another plan')
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('is over when the description comes to name another approved plan', async () => {
    const files = { ...plan('P-1', 'Retry'), ...plan('P-2', 'Another') }
    await open({ policy, files, body: 'Plan: .countersign/plans/P-1.yml' })
    await desk.judge()
    desk.label('countersigned', 'alice')
    desk.server.updatePull(7, { body: 'Words.\n\nPlan: .countersign/plans/P-1.yml' })
    expect(conclusionOf(await desk.judge())).toBe('pass')
    desk.server.updatePull(7, { body: 'Plan: .countersign/plans/P-2.yml' })
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })

  test('stays when the plan was still to come', async () => {
    await open({ policy })
    expect(blockingRules(await desk.judge())).toContain('plan/missing')
    desk.label('countersigned', 'alice')
    desk.advance(plan('P-1', 'Retry'))
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('is over when the base is rewritten under the head', async () => {
    await open()
    desk.rebase()
    await desk.judge()
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    desk.rewriteBase({ 'src/other.ts': TEXT })
    const rewritten = await desk.judge()
    expect(conclusionOf(rewritten)).toBe('block')
    expect(messagesOf(rewritten, 'approval/stale')).toContain('another diff onto the base')
  })
})

describe('what binds a signature that came before the first report', () => {
  const plan = (id: string) => ({
    [`.countersign/plans/${id}.yml`]: `version: 1
id: ${id}
title: ${id}
owner: "@alice"
expires: "2099-12-31"
scope: { may: ["src/**"] }
`,
  })
  const planned: DeskOptions = {
    policy: 'approvals: {}\nplan: { required: true }\n',
    files: { ...plan('P-1'), ...plan('P-2') },
    body: 'Plan: .countersign/plans/P-1.yml',
  }
  const name = (...ids: readonly string[]) => {
    const body = ids.map((id) => `Plan: .countersign/plans/${id}.yml`).join('\n')
    desk.server.updatePull(7, { body })
  }
  /** The branch builds on a fix that is not merged yet and takes it back: no diff shows it so far. */
  const hideRevert = () => {
    const { repo } = desk
    repo.git('switch', '--quiet', 'main')
    repo.write('src/send.ts', 'export const send = "checked"\n')
    repo.commit('Fix', { branch: 'fix' })
    repo.git('switch', '--quiet', 'claude/pay-142')
    repo.git('reset', '--quiet', '--hard', 'fix')
    desk.push({ 'src/send.ts': 'export const send = 1\n', 'src/retry.ts': TEXT })
  }
  const mergeFix = () => desk.repo.git('branch', '--quiet', '--force', 'main', 'fix')

  test.each(['label', 'review'])(
    'is the diff in the reports since, for a %s: a hidden revert ends it',
    async (via) => {
      await open()
      hideRevert()
      if (via === 'label') desk.label('countersigned', 'alice')
      else desk.review('APPROVED', 'alice')
      expect(conclusionOf(await desk.judge())).toBe('pass')
      expect(conclusionOf(await desk.judge())).toBe('pass')
      mergeFix()
      const reverted = await desk.judge()
      expect(conclusionOf(reverted)).toBe('block')
      expect(messagesOf(reverted, 'approval/stale')).toContain('another diff onto the base')
    },
  )

  test('is the plan in the reports since', async () => {
    await open(planned)
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    name('P-2')
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })

  test('is the plan reported on the head it was carried over to', async () => {
    await open(planned)
    desk.label('countersigned', 'alice')
    desk.rebase()
    expect(conclusionOf(await desk.judge())).toBe('pass')
    name('P-2')
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })

  test('is no plan at all only as long as none was reported before', async () => {
    await open(planned)
    await desk.judge()
    name('P-1', 'P-2')
    expect(blockingRules(await desk.judge())).toContain('plan/ambiguous')
    desk.label('countersigned', 'alice')
    name('P-1')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    name('P-2')
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })

  test('is not what a report says that claims to have been there before', async () => {
    await open(planned)
    await desk.judge()
    const seen = desk.server.checkRuns(desk.head()).at(-1)
    const between = desk.now()
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    const other = sha256(plan('P-2')['.countersign/plans/P-2.yml'] ?? '').slice(0, 32)
    const externalId = seen?.externalId?.replace(/:[0-9a-f]{32}:/, `:${other}:`) ?? ''
    const run = { name: 'countersign', headSha: desk.head(), conclusion: 'failure' as const }
    const forged = desk.server.addCheckRun({ ...run, externalId })
    Object.assign(forged, { completedAt: between })
    name('P-2')
    expect(blockingRules(await desk.judge())).toContain('approval/stale')
  })

  test('ends an override as well', async () => {
    await open({ policy: 'approvals: {}\noverride: { approvers: ["@olga"] }\n' })
    hideRevert()
    desk.label('break-glass', 'olga')
    desk.server.addComment(7, 'The shop is down.', { by: { login: 'olga', type: 'User' } })
    expect(conclusionOf(await desk.judge())).toBe('override')
    mergeFix()
    const reverted = await desk.judge()
    expect(conclusionOf(reverted)).toBe('block')
    expect(messagesOf(reverted, 'override/invalid')).toContain('another diff')
  })
})

describe('a label applied while the pull request was closed', () => {
  const happen = (event: string) =>
    desk.server.addEvent(7, { event, actor: AGENT, app: null, at: desk.now() })

  test('was applied to nobody knows what', async () => {
    await open()
    happen('closed')
    desk.push({ 'src/evil.ts': TEXT })
    desk.label('countersigned', 'alice')
    happen('reopened')
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing', 'approval/stale'])
    desk.unlabel('countersigned', 'alice')
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('a criterion for people', () => {
  const files = {
    '.countersign/plans/P-1.yml': `version: 1
id: P-1
title: Retry
owner: "@alice"
expires: "2099-12-31"
scope: { may: ["src/**"] }
acceptance: [{ id: AC1, criterion: The runbook says so., manual: true }]
`,
  }
  const policy = 'approvals: {}\nplan: { required: true }\nacceptance: { required: true }\n'

  test('is accepted by label, until a push: then the comment says why, and the label is taken off', async () => {
    await open({ policy, files })
    desk.label('countersigned', 'alice')
    desk.label('accepted/AC1', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    desk.push({ 'src/more.ts': TEXT })
    const stale = await desk.judge()
    expect(messagesOf(stale, 'acceptance/not-accepted')).toMatch(
      /earlier state.*apply the label "accepted\/AC1" again/,
    )
    expect(desk.server.labels(7)).toEqual([])
    desk.label('countersigned', 'alice')
    desk.label('accepted/AC1', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('a check without a name', () => {
  test('cannot be waited for: the gate says which input and which key to change', async () => {
    await open({ policy: 'approvals: { after_report: true }\n' })
    const inputs = { 'check-name': '' }
    const result = await desk.judge({ inputs })
    expect(blockingRules(result)).toEqual(['evidence/incomplete'])
    expect(messagesOf(result, 'evidence/incomplete')).toMatch(
      /"approvals.after_report: true".*"check-name"/,
    )
  })
})

describe('several owners', () => {
  const change = { 'src/a.ts': TEXT, 'web/a.ts': TEXT }

  test('one has signed and the other is named; then both have', async () => {
    await open({ change })
    desk.label('countersigned', 'alice')
    const half = await desk.judge()
    expect(blockingRules(half)).toEqual(['approval/missing'])
    expect(messagesOf(half, 'approval/missing')).toContain('@bob')
    expect(messagesOf(half, 'approval/missing')).toContain('web/a.ts')
    expect(messagesOf(half, 'approval/missing')).not.toContain('@alice')

    desk.review('APPROVED', 'bob')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('each has a label of their own, and nobody can apply another’s', async () => {
    await open({ change, policy: 'approvals: { label: "ok/{owner}", reviews: false }\n' })
    desk.label('ok/alice', 'alice')
    desk.label('ok/bob', 'alice')
    expect(blockingRules(await desk.judge())).toContain('approval/missing')
    desk.unlabel('ok/bob', 'bob')
    desk.label('ok/bob', 'bob')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('a minimum counts people, not signatures', async () => {
    await open({ change: { 'docs/a.md': 'a\n' }, policy: 'approvals: { minimum: 2 }\n' })
    desk.label('countersigned', 'alice')
    desk.review('APPROVED', 'alice')
    expect(blockingRules(await desk.judge())).toEqual(['approval/insufficient'])
    desk.review('APPROVED', 'bob')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('reviews', () => {
  test('of the head by an owner count; "changes requested" takes them back', async () => {
    await open()
    desk.review('APPROVED', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    desk.review('COMMENTED', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
    desk.review('CHANGES_REQUESTED', 'alice')
    expect(blockingRules(await desk.judge())).toContain('approval/missing')
    desk.review('APPROVED', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('"changes requested" takes a label back as well', async () => {
    await open()
    desk.label('countersigned', 'alice')
    desk.review('CHANGES_REQUESTED', 'alice')
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/missing', 'approval/stale'])
    expect(messagesOf(result, 'approval/stale')).toContain('asked for changes')
  })

  test('of an earlier commit do not count', async () => {
    await open()
    const before = desk.head()
    desk.push({ 'src/more.ts': TEXT })
    desk.review('APPROVED', 'alice', before)
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing', 'approval/stale'])
  })

  test('do not count where the policy asks for labels only', async () => {
    await open({ policy: 'approvals: { label: "ok/{owner}", reviews: false }\n' })
    desk.review('APPROVED', 'alice')
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing'])
  })
})

describe('a team that owns', () => {
  const change = { 'pay/a.ts': TEXT }
  const inputs = { 'team-token': TEAM_TOKEN }

  test('is its members, where a token can read it', async () => {
    await open({ change })
    desk.label('countersigned', 'trudy')
    expect(blockingRules(await desk.judge({ inputs }))).toEqual([
      'approval/missing',
      'approval/not-owner',
    ])
    desk.unlabel('countersigned', 'trudy')
    desk.label('countersigned', 'carol')
    expect(conclusionOf(await desk.judge({ inputs }))).toBe('pass')
  })

  test('is unknown without one, which is said, and is not "no member"', async () => {
    await open({ change })
    desk.label('countersigned', 'carol')
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['approval/missing', 'approval/unresolved-team'])
    expect(messagesOf(result, 'approval/unresolved-team')).toContain('@acme/pay')
    expect(desk.comment()).toContain('team-token')
  })

  test('is unknown when the token cannot see it', async () => {
    await open({ change })
    desk.server.fault({ path: /\/orgs\/acme\/teams/, times: 1000, respond: 404 })
    desk.label('countersigned', 'carol')
    expect(blockingRules(await desk.judge({ inputs }))).toEqual([
      'approval/missing',
      'approval/unresolved-team',
    ])
  })

  test('is who the policy lists where nothing else can say', async () => {
    await open({ change, policy: 'approvals: {}\nteams: { "@acme/pay": [carol] }\n' })
    desk.label('countersigned', 'trudy')
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing', 'approval/not-owner'])
    desk.unlabel('countersigned', 'trudy')
    desk.label('countersigned', 'carol')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('the emergency label', () => {
  const policy =
    'approvals: {}\noverride: { label: break-glass, approvers: ["@olga"], reason_required: true }\n'
  const explain = (by: string, text = 'The shop is down, incident 12.') =>
    desk.server.addComment(7, text, { by: { login: by, type: 'User' } })

  test('with a reason overrides, says so, and hides nothing', async () => {
    await open({ policy })
    desk.label('break-glass', 'olga')
    explain('olga')
    const result = await desk.judge()
    expect(result.exitCode).toBe(0)
    expect(conclusionOf(result)).toBe('override')
    expect(readDecision(result).findings.map(({ rule }) => rule)).toEqual([
      'approval/missing',
      'override/used',
    ])
    expect(messagesOf(result, 'override/used')).toContain('olga')
    const run = desk.server.checkRuns(desk.head()).at(-1)
    expect(run?.conclusion).toBe('success')
    expect(run?.title).toMatch(/overrid/i)
    expect(desk.comment()).toContain('incident 12')
  })

  test.each<[string, () => void]>([
    ['without a reason', () => desk.label('break-glass', 'olga')],
    [
      'with somebody else’s reason',
      () => {
        desk.label('break-glass', 'olga')
        explain('alice')
      },
    ],
    [
      'with a command as the reason',
      () => {
        desk.label('break-glass', 'olga')
        explain('olga', '/countersign')
      },
    ],
    [
      'with a reason that was edited: others may edit it',
      () => {
        desk.label('break-glass', 'olga')
        const comment = explain('olga', 'I will look into it.')
        Object.assign(comment, { body: 'Approved for release.', updatedAt: desk.now() })
      },
    ],
    [
      'from somebody the policy does not name',
      () => {
        desk.label('break-glass', 'alice')
        explain('alice')
      },
    ],
    [
      'from before the last push',
      () => {
        desk.label('break-glass', 'olga')
        explain('olga')
        desk.push({ 'src/more.ts': TEXT })
      },
    ],
  ])('%s blocks', async (_name, act) => {
    await open({ policy })
    act()
    const result = await desk.judge()
    expect(conclusionOf(result)).toBe('block')
    expect(messagesOf(result, 'override/invalid')).not.toBe('')
  })
})

describe('a rule that asks for approval', () => {
  const paths = (rest: string) =>
    `paths: [{ id: web, match: ["web/**"], decision: approve${rest} }]\n`

  test('is settled by the label of the path’s owner', async () => {
    await open({ change: { 'web/a.ts': TEXT }, policy: `approvals: {}\n${paths('')}` })
    expect(blockingRules(await desk.judge())).toEqual(['approval/missing', 'path/web'])
    desk.label('countersigned', 'bob')
    const result = await desk.judge()
    expect(conclusionOf(result)).toBe('pass')
    expect(readDecision(result).findings).toMatchObject([{ rule: 'path/web', settled: true }])
  })

  test('is settled by nobody but the approvers it names', async () => {
    const policy = `approvals: {}\n${paths(', approvers: ["@sec"]')}`
    await open({ change: { 'web/a.ts': TEXT }, policy })
    desk.label('countersigned', 'bob')
    expect(blockingRules(await desk.judge())).toEqual(['path/web'])
    desk.review('APPROVED', 'sec')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('a plan that comes with the pull request', () => {
  const policy = 'approvals: {}\nplan: { required: true, approval_label: plan-approved }\n'
  const plan = (title: string) => ({
    '.countersign/plans/PAY-142.yml': `version: 1
id: PAY-142
title: ${title}
owner: "@alice"
expires: "2099-12-31"
scope: { must: [src/retry.ts], may: ["src/**"] }
`,
  })
  const change = { 'src/retry.ts': TEXT, ...plan('Retry') }

  test('is approved by label, for these bytes only', async () => {
    await open({ policy, change })
    desk.label('countersigned', 'alice')
    expect(blockingRules(await desk.judge())).toEqual(['plan/unapproved'])

    desk.label('plan-approved', 'alice')
    const passed = await desk.judge()
    expect(conclusionOf(passed)).toBe('pass')
    expect(readDecision(passed).plan).toMatchObject({ id: 'PAY-142', approved_by: ['alice'] })

    desk.push({ 'src/retry.ts': `${TEXT}${TEXT}` })
    const changed = await desk.judge()
    expect(blockingRules(changed)).toEqual(['approval/missing', 'approval/stale'])

    desk.push(plan('Retry, and more'))
    expect(blockingRules(await desk.judge())).toContain('plan/stale-approval')
  })

  test.each([
    ['somebody who owns nothing', 'trudy'],
    ['the agent', 'acme-coder[bot]'],
  ])('is not approved by %s', async (_name, login) => {
    await open({ policy, change })
    desk.label('plan-approved', login)
    expect(blockingRules(await desk.judge())).toContain('plan/unapproved')
  })
})
