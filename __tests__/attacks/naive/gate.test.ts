import { describe, expect, test } from '@jest/globals'
import { writeChain } from '../../support/chain.ts'
import { judgeNaively, type NaiveChange } from './gate.ts'

/** The naive gate is no straw man: without a trick, it finds what it is there to find. */

const POLICY = `version: 1
paths: [{ id: workflows, match: [".github/workflows/**"], decision: deny }]
patterns: [{ id: drop, match: 'DROP\\s+TABLE', flags: i, decision: deny }]
limits: { changed_files: 1 }
audit: { required: true }
acceptance: { required: true }
approvals: { label: countersigned }
`
const PLAN = 'scope: { may: ["src/**", ".github/**"] }\n'
const CHAIN = '.countersign/audit/c.jsonl'
const PASSED = '<testsuite><testcase name="a"/></testsuite>'

function diff(path: string, line = 'x'): string {
  const header = `diff --git a/${path} b/${path}\nnew file mode 100644\nindex 0000000..1111111`
  return `${header}\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+${line}\n`
}

function judge(change: Partial<NaiveChange>): string {
  const honest: NaiveChange = {
    diff: diff('src/a.ts'),
    files: ['src/a.ts', CHAIN],
    read: () => recordChain(),
    policy: POLICY,
    plan: PLAN,
    title: 'Work',
    labels: ['countersigned'],
    hasApproval: false,
    reports: [PASSED],
  }
  return judgeNaively({ ...honest, ...change }).verdict
}

function recordChain(): string {
  const writer = writeChain({})
  writer.act({ blobs: { 'src/a.ts': 'a'.repeat(40) } })
  writer.end()
  return writer.text()
}

describe('the naive gate', () => {
  test.each<[string, Partial<NaiveChange>]>([
    ['an honest change', {}],
    ['a review in place of the label', { labels: [], hasApproval: true }],
  ])('lets pass %s', (_name, change) => {
    expect(judge(change)).toBe('pass')
  })

  test.each<[string, Partial<NaiveChange>]>([
    ['a file that must not change', { diff: diff('.github/workflows/ci.yml') }],
    ['a file outside the plan', { diff: diff('docs/a.md') }],
    ['a line that must not be added', { diff: diff('src/a.ts', 'drop table x') }],
    ['too many files', { diff: diff('src/a.ts') + diff('src/b.ts') }],
    ['no label', { labels: [] }],
    ['no chain', { files: ['src/a.ts'] }],
    ['a chain with a link cut out', { read: () => recordChain().replace(/\n[^\n]+\n/, '\n') }],
    ['a test that failed', { reports: ['<testcase name="a"><failure/></testcase>'] }],
  ])('blocks %s', (_name, change) => {
    expect(judge(change)).toBe('block')
  })
})
