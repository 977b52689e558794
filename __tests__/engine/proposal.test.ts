import { expect, test } from '@jest/globals'
import { proposePlan } from '../../src/engine/proposal.ts'
import { addedFile, makeEvidence, makePolicy, makeSource, NOW } from './make.ts'

test('the same owners in another order and case own one group of paths', () => {
  const codeowners = makeSource('/a/ @Alice @bob\n/b/ @bob @alice\n/c/ @bob\n', 'CODEOWNERS')
  const { trusted, ...evidence } = makeEvidence({
    files: ['a/1', 'b/2', 'c/3'].map((path) => addedFile(path, 'x\n')),
  })
  const given = { ...evidence, trusted: { ...trusted, codeowners } }
  const proposal = proposePlan(given, makePolicy(), 'A change', NOW)
  expect(proposal.owners).toEqual([
    { owners: ['@Alice', '@bob'], paths: ['a/1', 'b/2'] },
    { owners: ['@bob'], paths: ['c/3'] },
  ])
})
