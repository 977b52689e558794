import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Octokit } from '@octokit/rest'
import { createGitHub, type GitHubServer } from '../github-server.ts'
import { createRepo, type TestRepo } from '../repo.ts'
import { connect, statusOf } from './client.ts'

const AT = { owner: 'acme', repo: 'shop' }
const ISSUE = { ...AT, issue_number: 7 }

let repo: TestRepo
let server: GitHubServer
let octokit: Octokit
let head: string

beforeEach(async () => {
  repo = createRepo()
  repo.write('README.md', 'base\n')
  repo.commit('Base')
  repo.write('a.txt', 'a\n')
  head = repo.commit('Head', { branch: 'claude/x' })
  server = await createGitHub({
    repos: { 'acme/shop': { dir: repo.dir, permissions: { alice: 'maintain' } } },
    teams: { 'acme/security': ['alice'] },
    tokens: {
      'read-only': { kind: 'actions', write: false },
      person: { kind: 'user', login: 'alice', readsTeams: true },
      other: { kind: 'app', login: 'acme-gate' },
    },
  })
  server.openPull({ number: 7, head: 'claude/x', labels: ['agent'] })
  octokit = connect(server.url, server.token)
})

afterEach(async () => {
  await server.close()
  repo.dispose()
})

describe('tokens', () => {
  test('nobody without a known token gets anything', async () => {
    const stranger = connect(server.url, 'unknown')
    expect(await statusOf(stranger.rest.repos.get(AT))).toBe(401)
    expect((await fetch(`${server.url}/repos/acme/shop`)).status).toBe(401)
    expect(await statusOf(octokit.rest.repos.get(AT))).toBeNull()
  })

  test('a workflow has no user and sees no teams; a person is a user and does', async () => {
    const person = connect(server.url, 'person')
    const membership = { org: 'acme', team_slug: 'security' }
    expect(await statusOf(octokit.rest.users.getAuthenticated())).toBe(403)
    expect((await person.rest.users.getAuthenticated()).data.login).toBe('alice')
    const ask = (client: Octokit, username: string) =>
      statusOf(client.rest.teams.getMembershipForUserInOrg({ ...membership, username }))
    expect(await ask(octokit, 'alice')).toBe(403)
    expect(await ask(person, 'alice')).toBeNull()
    expect(await ask(person, 'mallory')).toBe(404)
  })

  test('a read-only token reads, and writes nothing', async () => {
    const reader = connect(server.url, 'read-only')
    expect(await statusOf(reader.rest.issues.get(ISSUE))).toBeNull()
    expect(await statusOf(reader.rest.issues.createComment({ ...ISSUE, body: 'x' }))).toBe(403)
    expect(server.comments(7)).toEqual([])
  })

  test('a permission is told by role and by what it amounts to', async () => {
    const ask = async (username: string) =>
      (await octokit.rest.repos.getCollaboratorPermissionLevel({ ...AT, username })).data
    expect(await ask('alice')).toMatchObject({ permission: 'write', role_name: 'maintain' })
    expect(await ask('mallory')).toMatchObject({ permission: 'read' })
  })
})

describe('comments', () => {
  test('a workflow comments as github-actions[bot], edits and deletes', async () => {
    const { data } = await octokit.rest.issues.createComment({ ...ISSUE, body: 'first' })
    expect(data).toMatchObject({
      user: { login: 'github-actions[bot]', type: 'Bot' },
      performed_via_github_app: { slug: 'github-actions', id: 15368 },
    })
    await octokit.rest.issues.updateComment({ ...AT, comment_id: data.id, body: 'second' })
    expect(server.comments(7).map(({ body }) => body)).toEqual(['second'])
    await octokit.rest.issues.deleteComment({ ...AT, comment_id: data.id })
    expect(server.comments(7)).toEqual([])
  })

  test('65,536 characters fit, one more does not', async () => {
    const post = (length: number) =>
      statusOf(octokit.rest.issues.createComment({ ...ISSUE, body: 'x'.repeat(length) }))
    expect(await post(65_536)).toBeNull()
    expect(await post(65_537)).toBe(422)
    expect(server.comments(7)).toHaveLength(1)
  })
})

describe('labels and what happened', () => {
  test('labels come and go with an event that says who', async () => {
    server.addLabel(7, 'countersigned', { by: { login: 'alice' }, at: '2026-11-20T10:00:00Z' })
    await octokit.rest.issues.removeLabel({ ...ISSUE, name: 'countersigned' })
    expect(
      await statusOf(octokit.rest.issues.removeLabel({ ...ISSUE, name: 'countersigned' })),
    ).toBe(404)
    const { data } = await octokit.rest.issues.listEvents(ISSUE)
    expect(data.map(({ event, actor }) => [event, actor?.login])).toEqual([
      ['labeled', 'alice'],
      ['unlabeled', 'github-actions[bot]'],
    ])
    expect(server.labels(7)).toEqual(['agent'])
  })

  test('the timeline has commits, comments and reviews too', async () => {
    server.addComment(7, 'hello', { by: { login: 'bob' } })
    server.addReview(7, { state: 'APPROVED', commitId: head, by: { login: 'alice' } })
    const { data } = await octokit.rest.issues.listEventsForTimeline(ISSUE)
    expect(data.map((item) => item.event)).toEqual(['committed', 'commented', 'reviewed'])
  })

  test('moves of a ref come newest first, by cursor', async () => {
    const moves = [1, 2, 3].map((minute) => ({
      ref: 'claude/x',
      before: head,
      after: head,
      actor: { login: 'bob' },
      at: `2026-11-20T10:0${minute}:00Z`,
    }))
    server.setActivity([
      ...moves,
      {
        ...moves[0],
        ref: 'main',
        before: head,
        after: head,
        actor: { login: 'eve' },
        at: '2026-11-20T11:00:00Z',
      },
    ])
    const pages = octokit.paginate.iterator('GET /repos/{owner}/{repo}/activity', {
      ...AT,
      ref: 'refs/heads/claude/x',
      per_page: 2,
    })
    const seen: string[][] = []
    for await (const { data } of pages)
      seen.push(data.map(({ timestamp }) => timestamp.slice(14, 16)))
    expect(seen).toEqual([['03', '02'], ['01']])
  })
})

describe('check runs', () => {
  const run = () => ({ ...AT, name: 'countersign', head_sha: head })
  const output = (changes: object) => ({ title: 't', summary: 's', ...changes })
  const annotation = {
    path: 'a.txt',
    start_line: 1,
    end_line: 1,
    annotation_level: 'failure',
    message: 'm',
  } as const

  test('a run carries its app, adds annotations up, and is listed on its commit', async () => {
    const annotations = Array.from({ length: 50 }, () => annotation)
    const { data } = await octokit.rest.checks.create({
      ...run(),
      status: 'in_progress',
      output: output({ annotations }),
    })
    expect(data.app).toMatchObject({ slug: 'github-actions', id: 15368 })
    await octokit.rest.checks.update({
      ...AT,
      check_run_id: data.id,
      conclusion: 'failure',
      output: output({ annotations: [annotation] }),
    })
    const listed = await octokit.rest.checks.listForRef({
      ...AT,
      ref: 'claude/x',
      check_name: 'countersign',
    })
    expect(listed.data.check_runs).toMatchObject([
      { conclusion: 'failure', status: 'completed', output: { annotations_count: 51 } },
    ])
    expect(server.checkRuns(head)).toHaveLength(1)
  })

  test.each([
    ['51 annotations', { annotations: Array.from({ length: 51 }, () => annotation) }],
    ['a summary that is too long', { summary: 'x'.repeat(65_536) }],
    ['an annotation without lines', { annotations: [{ ...annotation, start_line: 0 }] }],
  ])('%s is refused', async (_name, changes) => {
    const create = octokit.rest.checks.create({ ...run(), output: output(changes) })
    expect(await statusOf(create)).toBe(422)
    expect(server.checkRuns(head)).toEqual([])
  })

  test('only apps write runs, and only their own', async () => {
    const forged = server.addCheckRun({ name: 'countersign', headSha: head, conclusion: 'success' })
    const update = { ...AT, check_run_id: forged.id, conclusion: 'failure' } as const
    expect(await statusOf(connect(server.url, 'other').rest.checks.update(update))).toBe(403)
    expect(await statusOf(connect(server.url, 'person').rest.checks.create(run()))).toBe(403)
    expect(await statusOf(octokit.rest.checks.update(update))).toBeNull()
  })
})
