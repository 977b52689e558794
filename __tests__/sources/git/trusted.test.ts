import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { SourceFile } from '../../../src/engine/evidence.ts'
import { createRepo, type TestRepo } from '../../support/repo.ts'
import { POLICY_PATH, readEvidence } from './read.ts'

const PLAN = '.countersign/plans/P-1.yml'
const AGENT = { branch: 'agent/work' }
const sources = (files: readonly SourceFile[] | null) => files?.map((file) => file.source) ?? null
const textOf = (file: SourceFile | null | undefined) => Buffer.from(file?.bytes ?? []).toString()

let repo: TestRepo
beforeEach(() => {
  repo = createRepo()
})
afterEach(() => repo.dispose())

describe('the policy', () => {
  test('is read from the tip of base, whatever head says', async () => {
    repo.write(POLICY_PATH, 'version: 1\n')
    repo.commit('base')
    repo.write(POLICY_PATH, 'version: 1 # weakened\n')
    repo.commit('work', AGENT)
    repo.write(POLICY_PATH, 'version: 1 # tightened\n')
    repo.commit('tighten', { branch: 'main' })
    const { trusted, proposedPolicy } = await readEvidence(repo)
    expect(trusted.policyPath).toBe(POLICY_PATH)
    expect(sources(trusted.policy)).toEqual([`base:${POLICY_PATH}`])
    expect(textOf(trusted.policy[0])).toContain('tightened')
    expect(textOf(proposedPolicy?.[0])).toContain('weakened')
  })

  test('comes with the files it extends, and ends at a preset', async () => {
    repo.write(POLICY_PATH, 'extends: shared/team.yml\n')
    repo.write('shared/team.yml', 'extends: strict\n')
    repo.write('strict', 'extends: never-read.yml\n')
    repo.commit('base')
    repo.commit('work', AGENT)
    const { trusted, proposedPolicy } = await readEvidence(repo)
    expect(sources(trusted.policy)).toEqual([`base:${POLICY_PATH}`, 'base:shared/team.yml'])
    expect(proposedPolicy).toBeNull()
  })

  test('is proposed anew when only a file it extends changes', async () => {
    repo.write(POLICY_PATH, 'extends: shared/team.yml\n')
    repo.write('shared/team.yml', 'version: 1\n')
    repo.commit('base')
    repo.write('shared/team.yml', 'version: 2\n')
    repo.commit('work', AGENT)
    const { trusted, proposedPolicy } = await readEvidence(repo)
    expect(textOf(trusted.policy[1])).toBe('version: 1\n')
    expect(sources(proposedPolicy)).toEqual([`head:${POLICY_PATH}`, 'head:shared/team.yml'])
  })

  test('is proposed anew when the change adds a file it lacked', async () => {
    repo.write(POLICY_PATH, 'extends: shared/team.yml\n')
    repo.commit('base')
    repo.write('shared/team.yml', 'version: 1\n')
    repo.commit('work', AGENT)
    const { trusted, proposedPolicy } = await readEvidence(repo)
    expect(sources(trusted.policy)).toEqual([`base:${POLICY_PATH}`])
    expect(proposedPolicy).toHaveLength(2)
  })

  test('is proposed as empty when the change deletes or renames it', async () => {
    repo.write(POLICY_PATH, 'version: 1\n'.repeat(9))
    repo.commit('base')
    repo.remove(POLICY_PATH)
    repo.write('.github/other.yml', 'version: 1\n'.repeat(9))
    repo.commit('work', AGENT)
    expect((await readEvidence(repo)).proposedPolicy).toEqual([])
  })

  test('is not followed through a link, on either side', async () => {
    repo.write('real.yml', 'version: 1\n')
    repo.entry(POLICY_PATH, { mode: '120000', content: '../real.yml' })
    repo.commit('base')
    repo.entry(POLICY_PATH, { mode: '120000', content: '../other.yml' })
    repo.commit('work', AGENT)
    const { trusted, proposedPolicy } = await readEvidence(repo)
    expect(trusted.policy).toEqual([])
    expect(proposedPolicy).toEqual([])
  })

  test('that extends itself ends', async () => {
    repo.write(POLICY_PATH, `extends: ${POLICY_PATH}\n`)
    repo.commit('base')
    repo.commit('work', AGENT)
    expect((await readEvidence(repo)).trusted.policy).toHaveLength(8)
  })

  test.each(['../out.yml', '/etc/passwd', './x.yml', '', ':/', '--help', 'a\\u0000b', '.github/'])(
    'that a change makes extend %j names no file',
    async (target) => {
      repo.write(POLICY_PATH, 'version: 1\n')
      repo.commit('base')
      repo.write(POLICY_PATH, `extends: "${target}"\n`)
      repo.commit('work', AGENT)
      expect(sources((await readEvidence(repo)).proposedPolicy)).toEqual([`head:${POLICY_PATH}`])
    },
  )

  test('of a local file replaces the one on base', async () => {
    repo.write(POLICY_PATH, 'version: 1\n')
    repo.write('shared/team.yml', 'version: 1\n')
    repo.commit('base')
    repo.commit('work', AGENT)
    const file = {
      source: 'file:try.yml',
      path: 'try.yml',
      bytes: Buffer.from('extends: shared/team.yml\n'),
    }
    const { trusted } = await readEvidence(repo, { policyFile: file })
    expect(sources(trusted.policy)).toEqual(['file:try.yml', 'base:shared/team.yml'])
    expect(trusted.policyPath).toBe(POLICY_PATH)
  })

  test('missing from the clone is a defect', async () => {
    repo.write(POLICY_PATH, 'version: 1\n')
    repo.commit('base')
    repo.commit('work', AGENT)
    const blob = repo.git('rev-parse', `main:${POLICY_PATH}`)
    rmSync(join(repo.dir, '.git', 'objects', blob.slice(0, 2), blob.slice(2)))
    const { defects, trusted } = await readEvidence(repo)
    expect(trusted.policy).toEqual([])
    expect(defects).toEqual([
      {
        rule: 'evidence/incomplete',
        level: 'deny',
        path: POLICY_PATH,
        evidence: { missing: 'the content of this file', blob },
      },
    ])
  })
})

describe('code owners', () => {
  async function readOwners() {
    repo.commit('base')
    repo.write('.github/CODEOWNERS', '* @mallory\n')
    repo.commit('work', AGENT)
    return (await readEvidence(repo)).trusted.codeowners
  }

  test('are read from base, .github before the root before docs', async () => {
    repo.write('docs/CODEOWNERS', '* @docs\n')
    repo.write('CODEOWNERS', '* @root\n')
    expect(textOf(await readOwners())).toBe('* @root\n')
  })

  test('in .github come first', async () => {
    repo.write('CODEOWNERS', '* @root\n')
    repo.write('.github/CODEOWNERS', '* @hub\n')
    expect((await readOwners())?.source).toBe('base:.github/CODEOWNERS')
  })

  test('are none when base has no file', async () => {
    repo.write('x', 'y')
    expect(await readOwners()).toBeNull()
  })

  test('over 3 MB are not looked for elsewhere', async () => {
    repo.write('.github/CODEOWNERS', '# padding\n'.repeat(320_000))
    repo.write('CODEOWNERS', '* @root\n')
    expect((await readOwners())?.source).toBe('base:.github/CODEOWNERS')
  })
})

describe('plans', () => {
  test('on base are the YAML files directly in the folder', async () => {
    repo.write(PLAN, 'id: P-1\n')
    repo.write('.countersign/plans/P-2.yaml', 'id: P-2\n')
    repo.write('.countersign/plans/notes.md', 'x\n')
    repo.write('.countersign/plans/old/P-0.yml', 'id: P-0\n')
    repo.entry('.countersign/plans/link.yml', { mode: '120000', content: 'P-1.yml' })
    repo.commit('base')
    repo.commit('work', AGENT)
    const { trusted, offeredPlans } = await readEvidence(repo)
    expect(sources(trusted.plans)).toEqual([`base:${PLAN}`, 'base:.countersign/plans/P-2.yaml'])
    expect(trusted.plans.map(({ origin }) => origin)).toEqual(['base', 'base'])
    expect(offeredPlans).toEqual([])
  })

  test('that the change adds or edits are offered, not trusted', async () => {
    repo.write(PLAN, 'id: P-1\n')
    repo.write('.countersign/plans/P-3.yml', 'id: P-3\n')
    repo.commit('base')
    repo.write(PLAN, 'id: P-1 # wider\n')
    repo.write('.countersign/plans/P-2.yml', 'id: P-2\n')
    repo.remove('.countersign/plans/P-3.yml')
    repo.entry('.countersign/plans/P-4.yml', { mode: '120000', content: 'P-2.yml' })
    repo.commit('work', AGENT)
    const { trusted, offeredPlans } = await readEvidence(repo)
    expect(textOf(trusted.plans[0])).toBe('id: P-1\n')
    expect(offeredPlans.map(({ origin, source }) => [origin, source])).toEqual([
      ['pull-request', `head:${PLAN}`],
      ['pull-request', 'head:.countersign/plans/P-2.yml'],
    ])
  })

  test('requested by a path on base are read from there', async () => {
    repo.write('docs/plan.yml', 'id: P-9\n')
    repo.commit('base')
    repo.commit('work', AGENT)
    const { trusted, requestedPlan } = await readEvidence(repo, { requestedPlan: 'docs/plan.yml' })
    expect(requestedPlan).toBe('docs/plan.yml')
    expect(sources(trusted.plans)).toEqual(['base:docs/plan.yml'])
  })

  test('requested as a local file are offered', async () => {
    repo.write('plan.yml', 'id: on base\n')
    repo.commit('base')
    repo.commit('work', AGENT)
    const planFile = {
      origin: 'file',
      source: 'file:plan.yml',
      path: 'plan.yml',
      bytes: Buffer.from('id: local\n'),
    } as const
    const evidence = await readEvidence(repo, { planFile, requestedPlan: 'plan.yml' })
    expect(evidence.trusted.plans).toMatchObject([{ origin: 'base', path: 'plan.yml' }])
    expect(evidence.offeredPlans).toEqual([planFile])
  })
})
