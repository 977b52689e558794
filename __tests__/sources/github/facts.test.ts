import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { at, connectApi, factsOf, openScene, readPull, type Scene } from './scene.ts'

const WORK = { 'src/a.ts': 'two\n' }
const POLICY = '.github/countersign.yml'

let scene: Scene
let head: string
beforeEach(async () => {
  scene = await openScene()
  head = scene.push(at(0), WORK)
  scene.open(at(1))
})
afterEach(() => scene.dispose())

describe('labels', () => {
  test('name the person who applied them last', async () => {
    scene.label(at(2), 'countersigned', 'alice')
    scene.server.removeLabel(7, 'countersigned', { by: { login: 'mallory' }, at: at(3) })
    scene.label(at(4), 'countersigned', 'mallory')
    expect(factsOf(await scene.read(), 'label')).toEqual([
      labelled({ actor: 'alice', at: at(2) }),
      labelled({ actor: 'mallory', at: at(3), removed: true }),
      labelled({ actor: 'mallory', at: at(4) }),
    ])
  })

  test('of a deleted account name nobody', async () => {
    const event = { event: 'labeled', label: 'countersigned', actor: null, app: null }
    scene.server.addEvent(7, { ...event, at: at(2) })
    expect(factsOf(await scene.read(), 'label')).toEqual([labelled({ actor: '', at: at(2) })])
  })

  test('by an App for a person say which App', async () => {
    const app = { slug: 'label-helper', id: 7 }
    scene.server.addLabel(7, 'countersigned', { by: { login: 'alice' }, at: at(2), app })
    expect(factsOf(await scene.read(), 'label')).toEqual([
      labelled({ actor: 'alice', at: at(2), via_app: 'label-helper' }),
    ])
  })

  test('by an App without a name are not taken for a person', async () => {
    scene.label(at(2), 'countersigned', 'alice')
    scene.server.fault({
      path: /\/events/,
      respond: {
        rewrite: (body) =>
          (body as object[]).map((event) => ({ ...event, performed_via_github_app: { id: 7 } })),
      },
    })
    expect(factsOf(await scene.read(), 'label')).toMatchObject([{ via_app: 'an App' }])
  })

  test('by a bot say so', async () => {
    scene.label(at(2), 'countersigned', 'labeler[bot]')
    expect(factsOf(await scene.read(), 'label')).toMatchObject([{ actor_type: 'Bot' }])
  })

  test('keep the name they had, when they are renamed afterwards', async () => {
    scene.label(at(2), 'documentation', 'alice')
    scene.server.updatePull(7, { labels: ['countersigned'] })
    const evidence = await scene.read()
    expect(evidence.labels).toEqual(['countersigned'])
    expect(factsOf(evidence, 'label')).toEqual([
      labelled({ actor: 'alice', name: 'documentation', at: at(2) }),
    ])
  })

  test('are for no known head while the pull request is closed, and for the present one again after it', async () => {
    const happen = (event: string, minute: number) =>
      scene.server.addEvent(7, { event, actor: { login: 'mallory' }, app: null, at: at(minute) })
    scene.label(at(2), 'before', 'alice')
    happen('closed', 3)
    scene.label(at(3), 'within the second', 'alice')
    scene.label(at(4), 'while closed', 'alice')
    happen('reopened', 5)
    scene.label(at(6), 'afterwards', 'alice')
    const labels = factsOf(await scene.read(), 'label')
    expect(labels.map(({ name, head_sha }) => [name, head_sha])).toEqual([
      ['before', head],
      ['within the second', ''],
      ['while closed', ''],
      ['afterwards', head],
    ])
  })

  test('are read from all pages', async () => {
    scene.label(at(2), 'countersigned', 'alice')
    for (let turn = 0; turn < 130; turn += 1) {
      scene.label(at(3), 'noise', 'mallory')
      scene.server.removeLabel(7, 'noise', { by: { login: 'mallory' }, at: at(3) })
    }
    scene.server.removeLabel(7, 'countersigned', { by: { login: 'bob' }, at: at(4) })
    const labels = factsOf(await scene.read(), 'label')
    expect(labels).toHaveLength(262)
    expect(labels.at(-1)).toMatchObject({ name: 'countersigned', actor: 'bob', removed: true })
  })

  test('block when they cannot be read, or name nothing', async () => {
    scene.label(at(2), 'countersigned', 'alice')
    scene.server.fault({
      path: /\/events/,
      times: 1,
      respond: { rewrite: (body) => (body as object[]).map((one) => ({ ...one, label: null })) },
    })
    await expect(scene.read()).rejects.toMatchObject({ name: 'Unreadable' })
    scene.server.fault({ path: /\/events/, times: 1, respond: 403 })
    await expect(scene.read()).rejects.toMatchObject({ missing: 'the events of #7' })
    await expect(scene.read()).resolves.toBeDefined()
  })

  test('block when a page in the middle is missing', async () => {
    for (let turn = 0; turn < 120; turn += 1) {
      scene.label(at(3), 'noise', 'mallory')
      scene.server.removeLabel(7, 'noise', { by: { login: 'mallory' }, at: at(3) })
    }
    scene.server.fault({ path: /\/events\?.*page=2/, respond: 502 })
    await expect(scene.read()).rejects.toMatchObject({ missing: 'the events of #7' })
  })

  function labelled(known: object) {
    const standard = { kind: 'label', name: 'countersigned', actor_type: 'User' }
    return { ...standard, via_app: null, removed: false, head_sha: head, ...known }
  }
})

describe('opening, pushes and retargeting', () => {
  test('are facts of the server in the order of time', async () => {
    scene.server.addEvent(7, {
      event: 'base_ref_changed',
      actor: { login: 'mallory' },
      at: at(3),
      app: null,
    })
    scene.label(at(2), 'countersigned', 'alice')
    scene.server.addEvent(7, {
      event: 'automatic_base_change_succeeded',
      actor: null,
      at: at(4),
      app: null,
    })
    const { facts } = await scene.read()
    expect(facts?.map(({ kind, actor, at: time }) => [kind, actor, time])).toEqual([
      ['push', 'acme-coder[bot]', at(0)],
      ['opened', 'acme-coder[bot]', at(1)],
      ['label', 'alice', at(2)],
      ['retargeted', 'mallory', at(3)],
      ['retargeted', '', at(4)],
    ])
  })

  test('by a deleted account name nobody', async () => {
    scene.push(at(2), { 'src/a.ts': 'three\n' }, { by: null })
    expect(factsOf(await scene.read(), 'push').map(({ actor }) => actor)).toEqual([
      'acme-coder[bot]',
      '',
    ])
  })
})

describe('reviews', () => {
  test('keep the commit they were given for, whatever moved since', async () => {
    scene.server.addReview(7, {
      state: 'APPROVED',
      commitId: head,
      by: { login: 'bob' },
      at: at(2),
    })
    scene.push(at(3), { 'src/a.ts': 'three\n' })
    expect(factsOf(await scene.read(), 'review')).toEqual([
      {
        kind: 'review',
        state: 'APPROVED',
        actor: 'bob',
        actor_type: 'User',
        at: at(2),
        head_sha: head,
      },
    ])
  })

  test('are read from all pages, the pending ones left out', async () => {
    for (let turn = 0; turn < 101; turn += 1) {
      const review = { state: 'COMMENTED', commitId: head, by: { login: 'bob' } }
      scene.server.addReview(7, { ...review, at: at(2) })
    }
    const late = { state: 'CHANGES_REQUESTED', commitId: head, by: { login: 'bob' }, at: at(5) }
    scene.server.addReview(7, late)
    expect(factsOf(await scene.read(), 'review').at(-1)).toMatchObject({
      state: 'CHANGES_REQUESTED',
    })
    scene.server.fault({
      path: /\/reviews/,
      respond: {
        rewrite: (body) =>
          (body as object[]).map((one) => ({ ...one, state: 'PENDING', submitted_at: undefined })),
      },
    })
    expect(factsOf(await scene.read(), 'review')).toEqual([])
  })

  test('block when they cannot be read', async () => {
    scene.server.fault({ path: /\/reviews/, respond: 'wrong-json' })
    await expect(scene.read()).rejects.toMatchObject({ missing: 'the reviews of #7' })
  })
})

describe('comments', () => {
  const OVERRIDE = `version: 1
override: { label: break-glass, approvers: ["@carol"], reason_required: true }
`
  const asked = () => scene.server.requests.some(({ path }) => path.endsWith('/issues/7/comments'))

  beforeEach(async () => {
    await scene.dispose()
    scene = await openScene({ files: { [POLICY]: OVERRIDE } })
    head = scene.push(at(0), WORK)
    scene.open(at(1))
    scene.server.addComment(7, 'The shop is down.', { by: { login: 'carol' }, at: at(3) })
  })

  test('are read where an override is at stake', async () => {
    scene.label(at(2), 'Break-Glass', 'carol')
    expect(factsOf(await scene.read(), 'comment')).toEqual([
      {
        kind: 'comment',
        actor: 'carol',
        actor_type: 'User',
        at: at(3),
        head_sha: '',
        text: 'The shop is down.',
      },
    ])
  })

  test('are nobody else’s business', async () => {
    scene.label(at(2), 'countersigned', 'carol')
    expect(factsOf(await scene.read(), 'comment')).toEqual([])
    expect(asked()).toBe(false)
  })

  test('that were edited are no reason: others may edit them', async () => {
    scene.label(at(2), 'break-glass', 'carol')
    const edited = scene.server.addComment(7, 'A reason', { by: { login: 'carol' }, at: at(4) })
    Object.assign(edited, { updatedAt: at(5) })
    expect(factsOf(await scene.read(), 'comment').map(({ text }) => text)).toEqual([
      'The shop is down.',
    ])
  })

  test('by an App in somebody’s name are no reason', async () => {
    scene.label(at(2), 'break-glass', 'carol')
    const app = { slug: 'chat-bridge', id: 9 }
    scene.server.addComment(7, 'A reason', { by: { login: 'carol' }, at: at(4), app })
    expect(factsOf(await scene.read(), 'comment').map(({ text }) => text)).toEqual([
      'The shop is down.',
    ])
  })
})

describe('reports', () => {
  const AFTER = `version: 1
approvals: { label: countersigned, after_report: true }
`
  const report = (name: string, sha: string, slug = 'gate') =>
    scene.server.addCheckRun({ name, headSha: sha, conclusion: 'failure', app: app(slug) })
  const app = (slug: string) => ({ slug, id: slug.length })

  beforeEach(async () => {
    await scene.dispose()
    scene = await openScene({ files: { [POLICY]: AFTER } })
    head = scene.push(at(0), WORK)
    scene.open(at(1))
  })

  test('are the completed ones under the gate’s name, on the head, of every App', async () => {
    const first = report('countersign', head)
    const second = report('countersign', head)
    report('another check', head)
    const imitation = report('countersign', head, 'github-actions')
    scene.server.addCheckRun({
      name: 'countersign',
      headSha: head,
      conclusion: null,
      app: app('xy'),
    })
    const found = factsOf(await scene.read(), 'report')
    expect(found.map(({ actor, at: time, head_sha }) => [actor, time, head_sha])).toEqual([
      ['gate[bot]', first.completedAt, head],
      ['gate[bot]', second.completedAt, head],
      ['github-actions[bot]', imitation.completedAt, head],
    ])
  })

  test('are read for a head that was approved earlier, too', async () => {
    scene.label(at(2), 'countersigned', 'alice')
    const earlier = report('countersign', head)
    const moved = scene.push(at(3), { 'src/a.ts': 'three\n' })
    const later = report('countersign', moved)
    const found = factsOf(await scene.read(), 'report')
    expect(found.map(({ at: time, head_sha }) => [time, head_sha])).toEqual([
      [earlier.completedAt, head],
      [later.completedAt, moved],
    ])
  })

  const isAsked = () => scene.server.requests.some(({ path }) => path.endsWith('/check-runs'))
  const careLess = () => {
    scene.repo.git('switch', '--quiet', 'main')
    scene.advance({ [POLICY]: AFTER.replace('true', 'false') })
  }

  test('are not asked for where the gate has no name, or nobody has signed', async () => {
    careLess()
    await scene.read()
    scene.label(at(2), 'bug', 'alice')
    await scene.read({ checkName: '' })
    expect(isAsked()).toBe(false)
    scene.label(at(2), 'countersigned', 'alice')
    await scene.read()
    expect(isAsked()).toBe(true)
  })

  test('cannot be waited for where the gate publishes none: that is said, with what to change', async () => {
    const reading = scene.read({ checkName: '' })
    await expect(reading).rejects.toMatchObject({
      name: 'Unreadable',
      message: expect.stringMatching(/"approvals\.after_report: true".*"check-name"/),
    })
    careLess()
    expect((await scene.read({ checkName: '' })).headSha).toBe(head)
  })

  test('are read on the present head, too, when a signature could be carried over to it', async () => {
    careLess()
    scene.label(at(2), 'countersigned', 'alice')
    const earlier = report('countersign', head)
    const moved = scene.push(at(3), { 'src/a.ts': 'three\n' })
    const later = report('countersign', moved)
    const found = factsOf(await scene.read(), 'report')
    expect(found.map(({ at: time }) => time)).toEqual([earlier.completedAt, later.completedAt])
  })

  test('cannot claim to be from before those that came before them', async () => {
    const ended = (completedAt: string) => {
      const run = report('countersign', head)
      Object.assign(run, { completedAt })
    }
    ended(at(10))
    ended(at(5))
    ended(at(12))
    const found = factsOf(await scene.read(), 'report')
    expect(found.map(({ at: time }) => time)).toEqual([at(10), at(10), at(12)])
  })

  test('block when they cannot be read and the policy depends on them', async () => {
    scene.server.fault({ path: /\/check-runs/, respond: 403, times: 2 })
    await expect(scene.read()).rejects.toMatchObject({ name: 'Unreadable' })
    careLess()
    scene.label(at(2), 'countersigned', 'alice')
    expect(factsOf(await scene.read(), 'report')).toEqual([])
  })

  test('block when the server fails over them, whatever the policy', async () => {
    careLess()
    scene.label(at(2), 'countersigned', 'alice')
    scene.server.fault({ path: /\/check-runs/, respond: 500 })
    await expect(scene.read()).rejects.toMatchObject({ name: 'Unreadable' })
  })

  test('say which plan and which diff they were about', async () => {
    const works = ['7:-:0123456789abcdef0123456789abcdef 8:-:ff', 'something else', '']
    for (const externalId of works)
      scene.server.addCheckRun({
        name: 'countersign',
        headSha: head,
        conclusion: 'failure',
        externalId,
      })
    const found = factsOf(await scene.read(), 'report')
    expect(found.map(({ work }) => work)).toEqual([
      { plan: null, patch: '0123456789abcdef0123456789abcdef' },
      null,
      null,
    ])
  })
})

describe('a token that may only read', () => {
  test('reads the same facts', async () => {
    scene.label(at(2), 'countersigned', 'alice')
    const [full, narrow] = await Promise.all([
      scene.read(),
      readPull(scene.server, {}, connectApi(scene.server, 'token-for-teams')),
    ])
    expect(narrow.facts).toEqual(full.facts)
  })
})
