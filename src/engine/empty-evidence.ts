import type { Evidence } from './evidence.ts'

/** Evidence of nothing, with the given parts filled in: for what was never read, and for examples. */
export function emptyEvidence(known: Partial<Evidence>): Evidence {
  return {
    local: false,
    repository: null,
    pullRequest: null,
    baseRef: null,
    baseSha: '',
    mergeBaseSha: '',
    headSha: '',
    headRefs: [],
    author: null,
    body: '',
    labels: [],
    commits: [],
    files: [],
    trusted: { policyPath: '', policy: [], codeowners: null, plans: [], auditFiles: [] },
    codeownersErrors: [],
    proposedPolicy: null,
    offeredPlans: [],
    requestedPlan: null,
    facts: null,
    movesKnown: false,
    heads: new Map(),
    teams: new Map(),
    results: null,
    baseResults: null,
    localChains: [],
    chainOrigins: new Map(),
    issues: new Map(),
    defects: [],
    requests: 0,
    ...known,
  }
}
