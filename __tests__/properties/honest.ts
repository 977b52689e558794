import type { FinalFile } from '../../src/engine/chain/format.ts'
import { decide } from '../../src/engine/decide.ts'
import type { Conclusion } from '../../src/engine/decision.ts'
import type {
  ApprovalFact,
  ChangedFile,
  Evidence,
  ResultsReading,
} from '../../src/engine/evidence.ts'
import { sha256 } from '../../src/engine/hash.ts'
import { labelled, opened, pushed, reviewed } from '../engine/approvals/story.ts'
import {
  addedFile,
  bytesOf,
  makeEvidence,
  makeFile,
  makePlan,
  makeSource,
  NOW,
  POLICY_PATH,
} from '../engine/make.ts'
import { JUNIT, read } from '../engine/results/make-reports.ts'
import { chainPath, sealChain, sealPath, writeChain } from '../support/chain.ts'
import { RECORDER } from '../support/signer.ts'

/** One pull request that has everything a strict policy asks for, for properties to spoil. */

export const HEAD = 'b'.repeat(40)
export const BASE = 'a'.repeat(40)

export const POLICY = `version: 1
plan: { required: true, sources: [base, issue, pull-request], approval_label: plan-approved, approvers: ["@alice"] }
paths:
  - { id: keys, match: ["keys/**"], decision: deny }
  - { id: control, match: [".github/**"], decision: approve, approvers: ["@carol"] }
patterns:
  - { id: drop, match: 'DROP\\s+TABLE', decision: deny }
limits: { changed_files: 20, changed_lines: 500, blob_bytes: 5000 }
audit: { required: true, assurance: signed, unexplained: approve, signers: [{ id: ${RECORDER.id}, ed25519: "${RECORDER.ed25519}" }] }
acceptance:
  required: true
  results: [{ workflow: .github/workflows/ci.yml, artifact: results, guard: [package.json] }]
approvals: { label: countersigned, minimum: 2 }
override: { label: break-glass, approvers: ["@dora"], reason_required: true }
`

const CODEOWNERS = '* @alice @bob\n'

export const PLAN = makePlan({
  must: ['src/a.ts'],
  may: ['src/**', '.countersign/**'],
  more: `acceptance:
  - { id: AC1, criterion: It is tried again., tests: ["retries three times"] }
`,
})

const WORK = makeFile('src/a.ts', 'one\n', 'two\n')

/** Who did what: an agent pushed, one owner labelled, the other one reviewed. */
const FACTS: readonly ApprovalFact[] = [opened(), pushed(), labelled('alice'), reviewed('bob')]

export const RESULTS: readonly ResultsReading[] = [
  {
    workflow: '.github/workflows/ci.yml',
    run: 'https://github.com/acme/shop/actions/runs/1',
    reports: [read(JUNIT)],
    problems: [],
  },
]

/** The chain and the seal of these files, as their session would have left them. */
export function recordWork(files: readonly ChangedFile[], policy = POLICY): ChangedFile[] {
  const writer = writeChain({ base_sha: BASE, policy_sha256: sha256(bytesOf(policy)) })
  const final = files.flatMap(describeLeft)
  for (const [path, { blob }] of final) writer.act({ blobs: { [path]: blob } })
  const chain = writer.end(Object.fromEntries(final)).text()
  return [addedFile(chainPath(), chain), addedFile(sealPath(), sealChain(chain, chainPath()))]
}

/** What is left at each name of a file. */
function describeLeft({ path, previousPath, after }: ChangedFile): [string, FinalFile][] {
  const gone: [string, FinalFile][] =
    previousPath === null ? [] : [[previousPath, { blob: null, mode: null }]]
  return [...gone, [path, { blob: after?.blob ?? null, mode: after?.mode ?? null }]]
}

export const HONEST: Evidence = makeHonest()

/** The honest pull request, with these parts in place of its own. */
export function makeHonest(parts: Partial<Evidence> = {}, policy = POLICY): Evidence {
  return makeEvidence({
    baseSha: BASE,
    mergeBaseSha: BASE,
    headSha: HEAD,
    files: [WORK, ...recordWork([WORK], policy)],
    facts: FACTS,
    movesKnown: true,
    labels: ['countersigned'],
    results: RESULTS,
    chainOrigins: new Map([[BASE, { isAncestor: true, policySha256: sha256(bytesOf(policy)) }]]),
    heads: new Map([[HEAD, { patch: '1'.repeat(64), plans: new Map(), audit: new Map() }]]),
    trusted: {
      policyPath: POLICY_PATH,
      policy: [makeSource(policy)],
      codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(CODEOWNERS) },
      plans: [PLAN],
      auditFiles: [],
    },
    ...parts,
  })
}

export function concludeOn(evidence: Evidence): Conclusion {
  return decide(evidence, NOW).conclusion
}
