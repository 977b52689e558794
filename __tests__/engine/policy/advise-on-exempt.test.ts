import { describe, expect, test } from '@jest/globals'
import { findOpenExemptions } from '../../../src/engine/policy/advise-on-exempt.ts'

const NOBODY = { authors: [], branches: [], trailers: [], labels: [] }

describe('exemptions that an agent can use', () => {
  test('are those of every workflow, of known agents and of the agents of the policy', () => {
    const exempt = [
      { actors: ['GitHub-Actions[bot]', 'dependabot[bot]'], checks: ['plan' as const] },
      { actors: ['copilot', 'acme-coder-2[bot]', 'alice'], checks: ['scope' as const] },
      { actors: ['github-actions[bot]'], checks: ['scope' as const, 'plan' as const] },
    ]
    const agents = { ...NOBODY, authors: ['acme-coder-*[bot]'] }
    expect(findOpenExemptions({ exempt, agents })).toEqual([
      { actor: 'GitHub-Actions[bot]', checks: ['plan', 'scope'] },
      { actor: 'copilot', checks: ['scope'] },
      { actor: 'acme-coder-2[bot]', checks: ['scope'] },
    ])
  })

  test('are none where only people and other bots are exempt', () => {
    const exempt = [{ actors: ['dependabot[bot]', 'alice'], checks: ['plan' as const] }]
    expect(findOpenExemptions({ exempt, agents: NOBODY })).toEqual([])
  })
})
