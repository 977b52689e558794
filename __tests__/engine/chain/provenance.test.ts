import { describe, expect, test } from '@jest/globals'
import { readProvenance } from '../../../src/engine/chain/provenance.ts'
import type { ChangedFile, Evidence } from '../../../src/engine/evidence.ts'
import { sha256 } from '../../../src/engine/hash.ts'
import {
  CHAIN_ID,
  chainPath,
  OTHER_CHAIN_ID,
  sealChain,
  sealPath,
  writeChain,
} from '../../support/chain.ts'
import { RECORDER } from '../../support/signer.ts'
import { addedFile, bytesOf, makeEvidence, makeFile, makePolicy } from '../make.ts'

/** Who vouches for the chains of a change: each attack on a seal beside the honest one. */

const SIGNER = `{ id: ${RECORDER.id}, ed25519: "${RECORDER.ed25519}" }`
const SIGNED = makePolicy(`version: 1\naudit: { assurance: signed, signers: [${SIGNER}] }\n`).audit
const OPEN = makePolicy(`version: 1\naudit: { signers: [${SIGNER}] }\n`).audit
const PLAN = sha256('the plan')

const text = (id = CHAIN_ID) => writeChain({ id }).act({}).end().text()
const chainFile = (id = CHAIN_ID) => addedFile(chainPath(id), text(id))
const sealFile = (seal: string, id = CHAIN_ID) => addedFile(sealPath(id), seal)
const honestSeal = (id = CHAIN_ID) => sealChain(text(id), chainPath(id))

interface Given extends Partial<Evidence> {
  readonly policy?: typeof SIGNED | null
  readonly plan?: string | null
}

function read(
  files: readonly ChangedFile[],
  { policy = SIGNED, plan = null, ...more }: Given = {},
) {
  const found = readProvenance(makeEvidence({ files, ...more }), policy, plan)
  return {
    assurance: found.assurance,
    sealedBy: [...found.sealedBy],
    findings: found.sealFindings.map(
      ({ rule, level, path, evidence }) => `${rule} ${level} ${path}: ${evidence?.cause ?? ''}`,
    ),
  }
}

const badSeal = (cause: string, path = sealPath()) => `audit/bad-seal deny ${path}: ${cause}`

describe('a chain with a seal', () => {
  test('of a signer that the policy names is signed', () => {
    expect(read([chainFile(), sealFile(honestSeal())])).toEqual({
      assurance: 'signed',
      sealedBy: [[CHAIN_ID, RECORDER.id]],
      findings: [],
    })
  })

  test.each<[string, ChangedFile, string]>([
    [
      'of a stranger',
      sealFile(sealChain(text(), chainPath(), 'stranger')),
      'none of its signers is among those the policy names',
    ],
    [
      'over another chain',
      sealFile(honestSeal(OTHER_CHAIN_ID)),
      'it is for a chain of another name',
    ],
    [
      'over the chain before it was changed',
      sealFile(sealChain(writeChain().end().text(), chainPath())),
      'the chain was changed after it was sealed',
    ],
    ['that is none', sealFile('{}'), 'it is not an envelope over one seal of one chain'],
    [
      'that is a link',
      addedFile(sealPath(), honestSeal(), '120000'),
      'it is no plain file that can be read',
    ],
    [
      'that was moved there',
      makeFile(sealPath(), honestSeal(), honestSeal(), 'x.json'),
      'it is no plain file that can be read',
    ],
    [
      'for a plan that is not this one',
      sealFile(sealChain(text(), chainPath(), 'recorder-1', PLAN)),
      'it was made for another plan',
    ],
  ])('%s is as good as none, and blocks', (_, seal, cause) => {
    for (const policy of [SIGNED, OPEN]) {
      expect(read([chainFile(), seal], { policy })).toEqual({
        assurance: 'unanchored',
        sealedBy: [],
        findings: [badSeal(cause)],
      })
    }
  })

  test('for the plan of this change is good', () => {
    const seal = sealFile(sealChain(text(), chainPath(), 'recorder-1', PLAN))
    expect(read([chainFile(), seal], { plan: PLAN }).assurance).toBe('signed')
    expect(read([chainFile(), sealFile(honestSeal())], { plan: PLAN }).assurance).toBe('signed')
  })

  test('is not sealed by one that the change takes away', () => {
    expect(read([chainFile(), makeFile(sealPath(), honestSeal(), null)])).toEqual({
      assurance: 'unanchored',
      sealedBy: [],
      findings: [`audit/unsealed deny ${chainPath()}: `],
    })
  })

  test('that cannot be read itself has a seal of nothing', () => {
    const link = addedFile(chainPath(), text(), '120000')
    expect(read([link, sealFile(honestSeal())]).findings).toEqual([
      badSeal('its chain cannot be read'),
    ])
  })

  test('of another repository is sealed for that one', () => {
    const files = [chainFile(), sealFile(honestSeal())]
    expect(read(files, { repository: 'acme/other' }).findings).toEqual([
      badSeal('it is for another repository'),
    ])
    expect(read(files, { repository: 'Acme/Shop' }).findings).toEqual([])
  })

  test('is signed by nobody where no policy names a signer', () => {
    const policy = null
    expect(read([chainFile(), sealFile(honestSeal())], { policy })).toMatchObject({
      assurance: 'unanchored',
      sealedBy: [],
    })
  })
})

describe('without a seal', () => {
  test('a chain is missing one where the policy asks for it, and nowhere else', () => {
    expect(read([chainFile()])).toMatchObject({
      assurance: 'unanchored',
      findings: [`audit/unsealed deny ${chainPath()}: `],
    })
    expect(read([chainFile()], { policy: OPEN }).findings).toEqual([])
    expect(read([chainFile()], { policy: null }).findings).toEqual([])
  })

  test('where there is no chain there is nothing to seal', () => {
    expect(read([])).toEqual({ assurance: 'none', sealedBy: [], findings: [] })
    expect(read([sealFile(honestSeal())]).assurance).toBe('none')
  })

  test('one chain of two leaves both unanchored', () => {
    const files = [chainFile(), sealFile(honestSeal()), chainFile(OTHER_CHAIN_ID)]
    expect(read(files)).toEqual({
      assurance: 'unanchored',
      sealedBy: [[CHAIN_ID, RECORDER.id]],
      findings: [`audit/unsealed deny ${chainPath(OTHER_CHAIN_ID)}: `],
    })
    const both = [...files, sealFile(honestSeal(OTHER_CHAIN_ID), OTHER_CHAIN_ID)]
    expect(read(both).assurance).toBe('signed')
  })
})

describe('chains that are named beside the change', () => {
  const path = `/tmp/${CHAIN_ID}.jsonl`
  const local = (seal: string | null) => {
    return [{ path, bytes: bytesOf(text()), seal: seal === null ? null : bytesOf(seal) }]
  }

  test('are judged with the seal beside them', () => {
    expect(read([], { localChains: local(honestSeal()) }).assurance).toBe('signed')
    expect(read([], { localChains: local(null) }).findings).toEqual([
      `audit/unsealed deny ${path}: `,
    ])
    expect(read([], { localChains: local('{}') }).findings).toEqual([
      badSeal('it is not an envelope over one seal of one chain', path),
    ])
  })

  test('have each the seal beside it, and no other', () => {
    const otherPath = `/tmp/${OTHER_CHAIN_ID}.jsonl`
    const other = { path: otherPath, bytes: bytesOf(text(OTHER_CHAIN_ID)), seal: null }
    for (const localChains of [
      [...local(honestSeal()), other],
      [other, ...local(honestSeal())],
    ]) {
      expect(read([], { localChains })).toEqual({
        assurance: 'unanchored',
        sealedBy: [[CHAIN_ID, RECORDER.id]],
        findings: [`audit/unsealed deny ${otherPath}: `],
      })
    }
  })

  test('count once where the change brings them, too', () => {
    const evidence = makeEvidence({ files: [chainFile()], localChains: local(null) })
    const found = readProvenance(evidence, OPEN, null)
    expect([found.chains.length, found.readings.length, found.records]).toEqual([1, 1, 4])
    const other = { ...evidence, files: [chainFile(OTHER_CHAIN_ID)] }
    expect(readProvenance(other, OPEN, null)).toMatchObject({ records: 8 })
  })
})
