import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { IssueFacts } from '../../../src/engine/evidence.ts'
import { at, connectTeams, openScene, type Scene } from './scene.ts'

const PLAN = '```yaml countersign-plan\nid: P-1\n```\n'

let scene: Scene
beforeEach(async () => {
  scene = await openScene({
    files: {
      '.github/countersign.yml': `version: 1
plan: { required: true, sources: [issue], approval_label: plan-approved, approvers: ["@acme/leads"] }
`,
    },
    teams: { 'acme/leads': ['erin'] },
  })
  scene.push(at(0), { 'src/a.ts': 'two\n' })
  scene.open(at(1), { body: 'Plan: #12' })
  scene.server.addIssue({ number: 12, body: PLAN, author: { login: 'mallory' } })
})
afterEach(() => scene.dispose())

async function readIssue(): Promise<IssueFacts> {
  const { issues } = await scene.read()
  const issue = issues.get('#12')
  if (issue === undefined) throw new Error('the issue was not read')
  return issue
}

function approve(minute: number, login = 'erin'): void {
  scene.server.addLabel(12, 'plan-approved', { by: { login }, at: at(minute) })
}

describe('the issue a plan comes from', () => {
  test('tells who labelled it, and that it was never edited', async () => {
    approve(2)
    expect(await readIssue()).toEqual({
      labels: [
        {
          kind: 'label',
          name: 'plan-approved',
          actor: 'erin',
          actor_type: 'User',
          at: at(2),
          via_app: null,
          removed: false,
          head_sha: '',
        },
      ],
      editedAt: null,
    })
  })

  test('tells when its text was edited last', async () => {
    approve(2)
    scene.server.editBody(12, PLAN.replace('P-1', 'P-2'), { at: at(3) })
    expect((await readIssue()).editedAt).toBe(at(3))
  })

  test('an edit between two reads is seen', async () => {
    approve(2)
    scene.server.onRequest(
      /^GET .*\/issues\/12$/,
      () => scene.server.editBody(12, 'something else', { at: at(3) }),
      { when: 'after', times: 1 },
    )
    const evidence = await scene.read()
    expect(new TextDecoder().decode(evidence.offeredPlans[0]?.bytes)).toBe('id: P-1\n')
    expect(evidence.issues.get('#12')?.editedAt).toBe(at(3))
  })

  test.each([403, 404, 500, 'wrong-json', 'not-json', 'reset'] as const)(
    'has an unknown history when GraphQL answers %s',
    async (respond) => {
      approve(2)
      scene.server.fault({ path: /^\/graphql/, respond })
      expect((await readIssue()).editedAt).toBe('unknown')
    },
  )

  test('has an unknown history when GraphQL reports an error beside the data', async () => {
    const data = { repository: { issue: { lastEditedAt: null } } }
    const respond = { rewrite: () => ({ data, errors: [{ message: 'no' }] }) }
    scene.server.fault({ path: /^\/graphql/, respond })
    expect((await readIssue()).editedAt).toBe('unknown')
  })

  test('has no label that was taken off without an event', async () => {
    approve(2)
    scene.server.fault({
      path: /\/issues\/12$/,
      respond: { rewrite: (body) => ({ ...(body as object), labels: [] }) },
    })
    expect((await readIssue()).labels).toEqual([])
  })

  test('blocks when its events cannot be read', async () => {
    scene.server.fault({ path: /\/issues\/12\/events/, respond: 403 })
    await expect(scene.read()).rejects.toMatchObject({ missing: 'the events of #12' })
  })

  test('has its approver looked up in the approving team', async () => {
    approve(2)
    const { teams } = await scene.read({ teams: connectTeams(scene.server) })
    expect(teams.get('@acme/leads')).toEqual({ members: ['erin'] })
  })

  test('is left alone when it holds no plan', async () => {
    scene.server.editBody(12, 'just an issue')
    const evidence = await scene.read()
    expect(evidence.issues.size).toBe(0)
    expect(evidence.offeredPlans).toEqual([])
    expect(scene.server.requests.some(({ path }) => path === '/graphql')).toBe(false)
  })
})
