import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { at, connectApi, connectTeams, openScene, type Scene } from './scene.ts'

const OWNERS = `* @alice
/pay/ @acme/pay
/Web/ @Acme/Web @bob
`
const WORK = { 'pay/a.ts': 'a\n', 'Web/b.ts': 'b\n' }
const TEAMS = { 'acme/pay': ['carol', 'dave'], 'acme/web': ['dave'], 'acme/leads': ['erin'] }

let scene: Scene
let head: string

async function tell(policy: string): Promise<void> {
  scene = await openScene({
    files: { '.github/CODEOWNERS': OWNERS, '.github/countersign.yml': `version: 1\n${policy}` },
    teams: { ...TEAMS, 'Acme/Web': ['dave'] },
  })
  head = scene.push(at(0), WORK)
  scene.open(at(1))
}

/** What was read of teams, and the requests it took. */
async function readTeams() {
  const evidence = await scene.read({ teams: connectTeams(scene.server) })
  return Object.fromEntries(evidence.teams)
}

const asked = () =>
  scene.server.requests.map(({ path }) => path).filter((path) => path.startsWith('/orgs/'))

function approve(login: string, minute: number): void {
  scene.server.addReview(7, { state: 'APPROVED', commitId: head, by: { login }, at: at(minute) })
}

afterEach(() => scene.dispose())

describe('with a plain label', () => {
  beforeEach(() => tell('approvals: { label: countersigned }\n'))

  test('everybody who signed is asked about, for every owning team', async () => {
    scene.label(at(2), 'countersigned', 'carol')
    approve('dave', 3)
    expect(await readTeams()).toEqual({
      '@acme/pay': { members: ['carol', 'dave'] },
      '@acme/web': { members: ['dave'] },
    })
    expect(asked()).toHaveLength(4)
  })

  test('nobody is asked about when nobody signed', async () => {
    scene.label(at(2), 'bug', 'carol')
    scene.label(at(2), 'countersigned', 'labeler[bot]')
    expect(await readTeams()).toEqual({
      '@acme/pay': { members: [] },
      '@acme/web': { members: [] },
    })
    expect(asked()).toEqual([])
  })

  test('"is not a member" is told from "cannot be seen"', async () => {
    scene.label(at(2), 'countersigned', 'mallory')
    expect(await readTeams()).toMatchObject({ '@acme/pay': { members: [] } })
    scene.server.fault({ path: /teams\/pay$/, respond: 404 })
    expect(await readTeams()).toMatchObject({
      '@acme/pay': 'unreadable',
      '@acme/web': { members: [] },
    })
  })

  test.each([403, 500, 'wrong-json', 'reset'] as const)(
    'a membership that answers %s makes the team unreadable',
    async (respond) => {
      scene.label(at(2), 'countersigned', 'carol')
      scene.server.fault({ path: /teams\/pay\/memberships/, respond })
      expect(await readTeams()).toMatchObject({ '@acme/pay': 'unreadable' })
    },
  )

  test('an invitation that is not accepted is no membership', async () => {
    scene.label(at(2), 'countersigned', 'carol')
    scene.server.fault({
      path: /memberships\/carol/,
      respond: { rewrite: (body) => ({ ...(body as object), state: 'pending' }) },
    })
    expect(await readTeams()).toMatchObject({ '@acme/pay': { members: [] } })
  })

  test('a token that sees no teams finds them unreadable', async () => {
    scene.label(at(2), 'countersigned', 'carol')
    const evidence = await scene.read({ teams: connectApi(scene.server) })
    expect(Object.fromEntries(evidence.teams)).toEqual({
      '@acme/pay': 'unreadable',
      '@acme/web': 'unreadable',
    })
  })

  test('users come before teams: who is named beside a team is not looked up in it', async () => {
    scene.label(at(2), 'countersigned', 'Bob')
    expect(await readTeams()).toEqual({
      '@acme/pay': { members: [] },
      '@acme/web': { members: [] },
    })
    expect(asked().filter((path) => path.includes('/web'))).toEqual([])
    expect(asked().filter((path) => path.includes('/pay'))).toHaveLength(2)
  })

  test('without a token for it nothing is read', async () => {
    scene.label(at(2), 'countersigned', 'carol')
    const evidence = await scene.read({ teams: null })
    expect(evidence.teams.size).toBe(0)
    expect(asked()).toEqual([])
  })

  test('the requests are counted', async () => {
    scene.label(at(2), 'countersigned', 'carol')
    const evidence = await scene.read({ teams: connectTeams(scene.server) })
    expect(evidence.requests).toBe(scene.server.requests.length)
  })
})

describe('with a label for each owner', () => {
  beforeEach(() => tell('approvals: { label: "countersigned/{owner}", reviews: false }\n'))

  test('people are asked about for the team they signed for only', async () => {
    scene.label(at(2), 'countersigned/acme/pay', 'carol')
    scene.label(at(2), 'Countersigned/Acme/Web', 'dave')
    approve('mallory', 3)
    expect(await readTeams()).toEqual({
      '@acme/pay': { members: ['carol'] },
      '@acme/web': { members: ['dave'] },
    })
    expect(asked()).toHaveLength(2)
  })
})

describe('a label for a team', () => {
  beforeEach(() => tell('approvals: { label: "countersigned/{owner}", reviews: false }\n'))

  test('asks for membership even of somebody who could sign as themselves', async () => {
    scene.label(at(2), 'countersigned/acme/web', 'bob')
    expect(await readTeams()).toMatchObject({ '@acme/web': { members: [] } })
    expect(asked()).toHaveLength(2)
  })
})

describe('approvers that a policy names', () => {
  test('of a rule, a tier and an override are asked about, too', async () => {
    await tell(`approvals: { label: countersigned, tiers: { high: { minimum: 1, approvers: ["@acme/leads"], paths: ["pay/**"] } } }
override: { label: break-glass, approvers: ["@acme/oncall"], reason_required: false }
`)
    scene.label(at(2), 'countersigned', 'erin')
    scene.label(at(2), 'break-glass', 'carol')
    expect(await readTeams()).toEqual({
      '@acme/pay': { members: [] },
      '@acme/web': { members: [] },
      '@acme/leads': { members: ['erin'] },
      '@acme/oncall': 'unreadable',
    })
    expect(asked().filter((path) => path.includes('memberships/carol'))).toHaveLength(1)
  })

  test('of a plan are asked about whoever approved it', async () => {
    await tell(`plan: { required: true, sources: [pull-request], approval_label: plan-approved, approvers: ["@acme/leads"] }
`)
    scene.label(at(2), 'plan-approved', 'erin')
    scene.label(at(2), 'accepted/AC1', 'carol')
    const teams = await readTeams()
    expect(teams).toMatchObject({
      '@acme/leads': { members: ['erin'] },
      '@acme/pay': { members: ['carol'] },
    })
  })
})
