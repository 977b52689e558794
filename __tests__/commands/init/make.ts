import type { Findings, WorkflowFinding } from '../../../src/commands/init/findings.ts'

/** Findings of an empty repository, with what a test is about put over them. */
export function makeFindings(over: Partial<Findings> = {}): Findings {
  return {
    repository: 'acme/shop',
    defaultBranch: { name: 'main', source: 'origin/HEAD' },
    agents: {
      signs: [],
      settings: [],
      otherBots: [],
      dependencyBots: [],
      commits: 1,
      isCut: false,
    },
    codeowners: null,
    runners: [],
    workflows: [],
    setUp: [],
    owner: '@alice',
    action: {
      repository: 'acme/countersign',
      commit: '0123456789abcdef0123456789abcdef01234567',
      source: '--action',
      isPlaceholder: false,
    },
    ...over,
  }
}

/** A workflow that runs tests for pull requests. */
export function makeWorkflow(over: Partial<WorkflowFinding> = {}): WorkflowFinding {
  return {
    path: '.github/workflows/ci.yml',
    name: 'CI',
    isForChanges: true,
    testCommand: 'npm test',
    artifacts: [],
    isGate: false,
    gateUses: [],
    waitsFor: [],
    isUnreadable: false,
    ...over,
  }
}
