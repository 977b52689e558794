import fc from 'fast-check'
import { namesOf } from '../../src/engine/case.ts'
import type {
  ChangedFile,
  Evidence,
  PlanFile,
  PolicyFiles,
  ResultsReading,
  TreeEntry,
} from '../../src/engine/evidence.ts'
import type { BareFinding } from '../../src/engine/finding.ts'
import { openBudget } from '../../src/engine/results/budget.ts'
import { readReport } from '../../src/engine/results/read-report.ts'
import { bytesOf, makeFile, makePlan, makeSource, POLICY_PATH } from '../engine/make.ts'
import { at, fact, LABELS, login, OVERRIDING, sha } from './facts.ts'
import { HONEST, PLAN, POLICY, RESULTS, recordWork } from './honest.ts'
import { content, mode, path, text } from './hostile.ts'
import { reportBytes } from './report-bytes.ts'

/** Evidence of every kind: as a source would put it together, and as none ever should. */

const side = fc.record({ content, mode })

/** A change of one file that hangs together. */
export const soundFile: fc.Arbitrary<ChangedFile> = fc.oneof(
  fc.tuple(path, side).map(([at, now]) => makeFile(at, null, now)),
  fc.tuple(path, side).map(([at, old]) => makeFile(at, old, null)),
  fc.tuple(path, side, side).map(([at, old, now]) => makeFile(at, old, now)),
  fc.tuple(path, path, side, side).map(([at, from, old, now]) => makeFile(at, old, now, from)),
)

const entry: fc.Arbitrary<TreeEntry | null> = fc.option(
  fc.record({ mode: fc.oneof(mode, text), blob: fc.oneof(fc.constant('e'.repeat(40)), text) }),
)
const lines = fc.array(text, { maxLength: 3 })
const segments = fc.array(
  fc.record({
    firstLine: fc.integer({ min: -1, max: 1e9 }),
    lines,
    changed: fc.array(fc.boolean(), { maxLength: 3 }),
    joins: fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 2 }),
  }),
  { maxLength: 2 },
)

/** A chain is UTF-8, so it can name no other path; where it lies itself, nothing else can. */
function canBeRecorded(name: string): boolean {
  return !/\p{Cs}|^\.countersign\/audit\//u.test(name)
}

/** One whose parts contradict each other. */
const brokenFile: fc.Arbitrary<ChangedFile> = fc.record({
  path,
  previousPath: fc.option(path),
  status: fc.constantFrom('added', 'modified', 'deleted', 'renamed'),
  before: entry,
  after: entry,
  added: fc.nat(9),
  removed: fc.nat(9),
  size: fc.option(fc.nat()),
  text: fc.record({
    before: segments,
    after: segments,
    opaque: fc.option(
      fc.constantFrom('binary', 'encoding', 'lfs-pointer', 'too-large', 'unreadable'),
    ),
  }),
  content: fc.option(fc.uint8Array({ maxLength: 40 })),
})

export const files = fc.oneof(
  { weight: 1, arbitrary: fc.constant(HONEST.files) },
  {
    weight: 4,
    arbitrary: fc.uniqueArray(soundFile, { selector: (it) => it.path, minLength: 0, maxLength: 4 }),
  },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(soundFile, { selector: (it) => it.path, minLength: 1, maxLength: 3 })
      .filter((changed) => changed.flatMap(namesOf).every(canBeRecorded))
      .map((changed) => [...changed, ...recordWork(changed)]),
  },
  { weight: 1, arbitrary: fc.array(brokenFile, { maxLength: 3 }) },
)

export const plan: fc.Arbitrary<PlanFile> = fc
  .record({
    origin: fc.constantFrom(
      'base' as const,
      'issue' as const,
      'pull-request' as const,
      'file' as const,
    ),
    at: fc.constantFrom('.countersign/plans/P-1.yml', '.countersign/plans/P-2.yml', '#1', '../x'),
    bytes: fc.oneof(
      fc.constant(PLAN.bytes),
      fc.constant(makePlan({ may: ['**'] }).bytes),
      fc.constant(makePlan({ may: [], expires: '2020-01-01' }).bytes),
      fc.constant(
        makePlan({ must: ['{a,b}/**', '[!x]*'], more: 'risk: critical\nbranch: "x/**"\n' }).bytes,
      ),
      fc.uint8Array({ maxLength: 40 }),
    ),
  })
  .map(({ origin, at: place, bytes }) => ({
    origin,
    source: `${origin}:${place}`,
    path: place,
    bytes,
  }))

const NO_PARTS = 'version: 1\n'
const policies: fc.Arbitrary<PolicyFiles> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([makeSource(POLICY)]) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        NO_PARTS,
        'version: 1\napplies_to: agents\n',
        `${POLICY}mode: observe\nmodes: { paths: enforce }\n`,
        'version: 1\nplan: { required: false }\napprovals: { label: "countersigned/{owner}", after_report: true }\n',
      )
      .map((it) => [makeSource(it)]),
  },
  { weight: 1, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record({ source: text, path, bytes: fc.oneof(fc.uint8Array(), text.map(bytesOf)) }),
      { maxLength: 2 },
    ),
  },
)

export const defect: fc.Arbitrary<BareFinding> = fc.record(
  {
    rule: fc.constantFrom(
      'evidence/incomplete',
      'evidence/unsafe-name',
      'evidence/disagreement',
      'evidence/head-moved',
    ),
    level: fc.constant('deny' as const),
    path,
    evidence: fc.dictionary(fc.constantFrom('missing', 'cause', '__proto__', 'paths'), text),
  },
  { requiredKeys: ['rule', 'level'] },
)

export const resultsReading: fc.Arbitrary<ResultsReading> = fc.oneof(
  fc.constantFrom(...RESULTS),
  fc.record({
    workflow: fc.option(fc.oneof(fc.constant('.github/workflows/ci.yml'), text)),
    run: fc.option(text),
    reports: fc.array(
      reportBytes.map((bytes) => readReport(bytes, 'x', openBudget())),
      { maxLength: 2 },
    ),
    problems: fc.array(
      defect.map((it) => ({ ...it, rule: 'acceptance/no-results' })),
      { maxLength: 1 },
    ),
  }),
)

const commit = fc.record({
  sha,
  message: text,
  people: fc.array(text, { maxLength: 2 }),
  isMerge: fc.boolean(),
})

const paths = fc.dictionary(path, text, { maxKeys: 2 }).map((it) => new Map(Object.entries(it)))
const headReading = fc.record({
  patch: fc.constantFrom('1'.repeat(64), '2'.repeat(64)),
  plans: paths,
  audit: paths,
})

const trusted = fc.record({
  policyPath: fc.oneof(fc.constant(POLICY_PATH), path),
  policy: policies,
  codeowners: fc.oneof(
    fc.constant(HONEST.trusted.codeowners),
    fc.constant(null),
    fc.record({ source: text, path, bytes: fc.oneof(fc.uint8Array(), text.map(bytesOf)) }),
  ),
  plans: fc.oneof(fc.constant([PLAN]), fc.array(plan, { maxLength: 3 })),
  auditFiles: fc.array(path, { maxLength: 2 }),
})

const PARTS: { readonly [Key in keyof Evidence]: fc.Arbitrary<Evidence[Key]> } = {
  local: fc.boolean(),
  repository: fc.option(fc.oneof(fc.constant('acme/shop'), text)),
  pullRequest: fc.option(fc.nat()),
  baseRef: fc.option(fc.constantFrom('main', 'release/1', '')),
  baseSha: sha,
  mergeBaseSha: sha,
  headSha: sha,
  headRefs: fc.array(fc.oneof(text, fc.constantFrom('agent/work', 'main')), { maxLength: 2 }),
  author: fc.option(fc.record({ login, type: text })),
  body: fc.oneof(text, fc.constantFrom('Plan: #1', 'Plan: .countersign/plans/P-1.yml\nPlan: #1')),
  labels: fc.subarray(LABELS),
  commits: fc.array(commit, { maxLength: 2 }),
  files,
  trusted,
  codeownersErrors: fc.array(
    fc.record({
      line: fc.integer(),
      column: fc.integer(),
      kind: fc.oneof(text, fc.constant('Unknown owner')),
    }),
    { maxLength: 2 },
  ),
  proposedPolicy: fc.option(policies),
  offeredPlans: fc.array(plan, { maxLength: 3 }),
  requestedPlan: fc.option(fc.constantFrom('.countersign/plans/P-1.yml', '../x', '')),
  facts: fc.option(
    fc.oneof(
      fc.array(fact, { maxLength: 8 }),
      fc.constant(OVERRIDING),
      fc.array(fact, { maxLength: 3 }).map((more) => [...(HONEST.facts ?? []), ...more]),
    ),
  ),
  movesKnown: fc.boolean(),
  heads: fc.array(fc.tuple(sha, headReading), { maxLength: 2 }).map((it) => new Map(it)),
  teams: fc
    .array(
      fc.tuple(
        fc.constantFrom('@acme/shop', '@acme/security', '__proto__'),
        fc.oneof(fc.constant('unreadable' as const), fc.record({ members: fc.array(login) })),
      ),
    )
    .map((it) => new Map(it)),
  results: fc.option(fc.array(resultsReading, { maxLength: 2 })),
  baseResults: fc.option(fc.array(resultsReading, { maxLength: 2 })),
  localChains: fc.array(
    fc.record({ path, bytes: fc.uint8Array(), seal: fc.option(fc.uint8Array()) }),
    { maxLength: 1 },
  ),
  chainOrigins: fc
    .array(fc.tuple(sha, fc.record({ isAncestor: fc.boolean(), policySha256: text })), {
      maxLength: 2,
    })
    .map((it) => new Map(it)),
  issues: fc
    .record({
      labels: fc.array(fact),
      editedAt: fc.option(fc.oneof(at, fc.constant('unknown' as const))),
    })
    .map(({ labels, editedAt }) => {
      const applied = labels.flatMap((it) => (it.kind === 'label' ? [it] : []))
      return new Map([['#1', { labels: applied, editedAt }]])
    }),
  defects: fc.array(defect, { maxLength: 2 }),
  requests: fc.nat(),
}

/** Anything at all in place of some parts of the honest pull request. */
export const anyParts: fc.Arbitrary<Partial<Evidence>> = fc
  .oneof(
    { weight: 3, arbitrary: fc.subarray(listParts(), { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.subarray(listParts(), { minLength: 4 }) },
  )
  .chain((keys) => fc.record(pick(keys)) as fc.Arbitrary<Partial<Evidence>>)

function pick(keys: readonly (keyof Evidence)[]): Partial<typeof PARTS> {
  return Object.fromEntries(keys.map((key) => [key, PARTS[key]]))
}

function listParts() {
  return Object.keys(PARTS) as (keyof Evidence)[]
}
