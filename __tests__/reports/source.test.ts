import { expect, test } from '@jest/globals'
import { explainAppeal } from '../../src/reports/appeal.ts'
import { renderRecord } from '../../src/reports/markdown/record.ts'
import { placeFinding } from '../../src/reports/sarif/place.ts'
import { readBranchFile } from '../../src/reports/source.ts'
import { makeDecision, makeFinding } from './decisions.ts'

/** Where a policy and a plan were read, and what reports make of it. */

const POLICY = '.github/countersign.yml'
const DECISION = makeDecision()
const LINKS = { server: 'https://github.com', run: null }

test.each([
  ['base:docs/a:b.yml', { branch: null, path: 'docs/a:b.yml' }],
  ['release/2:x.yml', { branch: 'release/2', path: 'x.yml' }],
  ['file:x.yml', null],
  ['preset:strict', null],
  ['head:x.yml', null],
  ['issue:7', null],
  ['base:', null],
  ['standard', null],
])('%s', (source, file) => {
  expect(readBranchFile(source)).toEqual(file)
})

function readFrom(origin: string) {
  const { policy, plan } = DECISION
  if (policy === null || plan === null) throw new Error('this decision was made by both')
  return {
    ...DECISION,
    policy: { ...policy, source: `${origin}:${POLICY}` },
    plan: { ...plan, source: `${origin}:plan.yml`, approved_by: [] },
  }
}

test.each([
  [
    'base',
    `[\`${POLICY}\`](https://github.com/acme/shop/blob/${DECISION.subject.base_sha}/${POLICY})`,
  ],
  ['release/2', `[\`${POLICY}\`](https://github.com/acme/shop/blob/release/2/${POLICY})`],
  ['file', `propose that in \`${POLICY}\`,`],
])('an appeal leads to the policy of %s', (origin, told) => {
  expect(explainAppeal('policy', readFrom(origin), LINKS)).toContain(told)
})

test.each([
  ['base', 'Plan approved by being merged on the base branch'],
  ['main', 'Plan approved by being merged on `main`'],
  ['head', 'Plan approved by: nobody'],
])('a plan of %s', (origin, told) => {
  expect(renderRecord(readFrom(origin))).toContain(told)
})

test.each([
  ['base', 'plan.yml'],
  ['main', 'plan.yml'],
  ['head', POLICY],
])('a finding about the plan stands at the file of %s that decides about it', (origin, uri) => {
  const finding = makeFinding({ rule: 'plan/expired', path: null })
  const { physicalLocation } = placeFinding(readFrom(origin), finding)
  expect(physicalLocation?.artifactLocation?.uri).toBe(uri)
})
