import { describe, expect, test } from '@jest/globals'
import type { ChangedFile } from '../../src/engine/evidence.ts'
import { findEvidenceFiles, isKeptEvidencePath } from '../../src/engine/evidence-files.ts'
import { sha256 } from '../../src/engine/hash.ts'
import { parsePlan } from '../../src/engine/plan/plan.ts'
import type { SelectedPlan } from '../../src/engine/plan/select.ts'
import { writeChain } from '../support/chain.ts'
import { addedFile, makeFile, makePlan, planText } from './make.ts'

const ID = '6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90'
const OTHER = '0b9d4c0e-77aa-4a3b-8c11-3f5e2d6a9b04'
const CHAIN = `.countersign/audit/${ID}.jsonl`
const SEAL = `.countersign/audit/${ID}.dsse.json`

/** A chain with one action in it. */
const writer = writeChain({ id: ID }).act({ blobs: {} })
const chain = writer.text()
const [FIRST = '', SECOND = ''] = chain.split('\n')

/** The second line with other words in the record, under the hash of what it then says. */
function chainWith(change: (record: string) => string): string {
  const record = change(SECOND.slice('{"record":'.length, SECOND.lastIndexOf(',"record_hash"')))
  return `${FIRST}\n{"record":${record},"record_hash":"${sha256(record)}"}\n`
}

const predicate = {
  records: 3,
  head: sha256('head'),
  repository: 'acme/shop',
  base_sha: 'a'.repeat(40),
  plan_sha256: null,
}
const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  predicateType: 'urn:countersign:audit-seal:v1',
  subject: [{ name: `${ID}.jsonl`, digest: { sha256: sha256(chain) } }],
  predicate,
}
const seal = makeSeal(statement)
const signature = { keyid: 'recorder-1', sig: 'AA==' }

function makeSeal(content: unknown, extra: Record<string, unknown> = {}): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64')
  const signatures = [{ keyid: 'recorder-1', sig: 'AA==' }]
  return JSON.stringify({
    payloadType: 'application/vnd.in-toto+json',
    payload,
    signatures,
    ...extra,
  })
}

function found(...files: readonly ChangedFile[]): string[] {
  return [...findEvidenceFiles(files, null)]
}

describe('an audit chain', () => {
  test('whose lines are its records, in sequence and under their hashes, is evidence', () => {
    expect(found(addedFile(CHAIN, chain))).toEqual([CHAIN])
  })

  test.each<[string, ChangedFile]>([
    ['empty', addedFile(CHAIN, '')],
    ['code', addedFile(CHAIN, 'import os\n')],
    ['of another id', addedFile(CHAIN, writeChain({ id: OTHER }).text())],
    [
      'with a key of its own',
      addedFile(
        CHAIN,
        chainWith((it) => it.replace('{', '{"a":"payload",')),
      ),
    ],
    [
      'with an unknown event',
      addedFile(
        CHAIN,
        chainWith((it) => it.replace('"intent"', '"party"')),
      ),
    ],
    [
      'of another version',
      addedFile(
        CHAIN,
        chainWith((it) => it.replace('"v":1', '"v":2')),
      ),
    ],
    [
      'not canonical',
      addedFile(
        CHAIN,
        chainWith((it) => it.replace(':', ': ')),
      ),
    ],
    [
      'with a key twice',
      addedFile(
        CHAIN,
        chainWith((it) => it.replace('{', '{"chain":"x",')),
      ),
    ],
    ['with a line of text', addedFile(CHAIN, `${chain}hello\n`)],
    ['with an empty line', addedFile(CHAIN, `${chain}\n`)],
    ['with Windows line ends', addedFile(CHAIN, chain.replaceAll('\n', '\r\n'))],
    ['with a byte order mark', addedFile(CHAIN, `\uFEFF${chain}`)],
    ['with something beside the record', addedFile(CHAIN, chain.replace('}\n', ',"x":1}\n'))],
    ['with space in a line', addedFile(CHAIN, chain.replace('{"record":', '{ "record":'))],
    ['not in UTF-8', addedFile(CHAIN, Uint8Array.of(...Buffer.from(chain), 0xff, 0x0a))],
    ['executable', addedFile(CHAIN, chain, '100755')],
    ['a symlink', addedFile(CHAIN, chain, '120000')],
    ['renamed', makeFile(CHAIN, chain, chain, `.countersign/audit/${OTHER}.jsonl`)],
    ['deleted', makeFile(CHAIN, chain, null)],
    ['unread', { ...addedFile(CHAIN, chain), content: null }],
    ['named otherwise', addedFile('.countersign/audit/notes.jsonl', chain)],
    ['in capitals', addedFile(`.countersign/audit/${ID.toUpperCase()}.jsonl`, chain)],
    ['one folder down', addedFile(`.countersign/audit/x/${ID}.jsonl`, chain)],
    ['elsewhere', addedFile(`src/.countersign/audit/${ID}.jsonl`, chain)],
  ])('is an ordinary file: %s', (_, file) => {
    expect(found(file)).toEqual([])
  })

  test.each<[string, string]>([
    ['that starts late', `${SECOND}\n`],
    ['with a record twice', `${FIRST}\n${FIRST}\n`],
    ['with a broken link', chainWith((it) => it.replace(/"prev":"./, '"prev":"0'))],
    ['with an edited record', chain.replace('"tool":"Edit"', '"tool":"Read"')],
    ['without an end', chain],
  ])('%s is one all the same: what is wrong with it is for the audit check to say', (_, text) => {
    expect(found(addedFile(CHAIN, text))).toEqual([CHAIN])
  })
})

describe('a seal', () => {
  test('stands beside its chain', () => {
    expect(found(addedFile(SEAL, seal), addedFile(CHAIN, chain)).sort()).toEqual([SEAL, CHAIN])
  })

  test.each<[string, ChangedFile[]]>([
    ['no chain', [addedFile(SEAL, seal)]],
    ['an invalid chain', [addedFile(SEAL, seal), addedFile(CHAIN, 'x\n')]],
  ])('is an ordinary file without: %s', (_, files) => {
    expect(found(...files)).toEqual([])
  })

  test.each([
    ['text', 'hello'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another payload', seal.replace('in-toto', 'other')],
    ['no signatures', seal.replace('signatures', 'signed')],
    ['a key of its own', makeSeal(statement, { note: 'anything' })],
    [
      'of another chain',
      makeSeal({
        ...statement,
        subject: [{ name: `${OTHER}.jsonl`, digest: { sha256: sha256(chain) } }],
      }),
    ],
    [
      'of two chains',
      makeSeal({
        ...statement,
        subject: [
          ...statement.subject,
          { name: `${OTHER}.jsonl`, digest: { sha256: sha256(chain) } },
        ],
      }),
    ],
    [
      'with more in a signature',
      makeSeal(statement, { signatures: [{ ...signature, cert: 'x' }] }),
    ],
    [
      'with signatures beyond number',
      makeSeal(statement, { signatures: Array(17).fill(signature) }),
    ],
    ['with a key twice', seal.replace('{"payloadType"', '{"payload":"code","payloadType"')],
    ['with more in the statement', makeSeal({ ...statement, note: 'anything' })],
    [
      'with more in the predicate',
      makeSeal({ ...statement, predicate: { ...predicate, note: 'x' } }),
    ],
    ['without what it says of the chain', makeSeal({ ...statement, predicate: {} })],
    ['with a payload that has two spellings', seal.replace(/("payload":"[^"]+)/, '$1 ')],
    ['of another kind', makeSeal({ ...statement, predicateType: 'other' })],
    ['huge', makeSeal({ ...statement, note: 'x'.repeat(70_000) })],
    ['no payload', seal.replace('"payload"', '"load"')],
  ])('is an ordinary file: %s', (_, content) => {
    expect(found(addedFile(SEAL, content), addedFile(CHAIN, chain))).toEqual([CHAIN])
  })
})

describe('the selected plan', () => {
  const text = planText({ id: 'P-1' })
  const path = '.countersign/plans/P-1.yml'

  function select(origin: 'base' | 'pull-request'): SelectedPlan {
    const file = makePlan({ id: 'P-1' }, origin)
    const parsed = parsePlan(file)
    if (!parsed.ok) throw new Error('invalid plan')
    return { plan: parsed.plan, file }
  }

  test('is evidence in the pull request that brings it', () => {
    const plan = select('pull-request')
    expect([...findEvidenceFiles([addedFile(path, text)], plan)]).toEqual([path])
  })

  test.each<[string, ChangedFile]>([
    ['with other bytes', addedFile(path, `${text}# more\n`)],
    ['under another name', addedFile('.countersign/plans/P-2.yml', text)],
    ['executable', addedFile(path, text, '100755')],
    ['renamed', makeFile(path, text, text, 'docs/P-1.yml')],
    ['deleted', makeFile(path, text, null)],
    ['unread', { ...addedFile(path, text), content: null }],
  ])('is an ordinary file: %s', (_, file) => {
    expect([...findEvidenceFiles([file], select('pull-request'))]).toEqual([])
  })

  test('is not evidence when it is not the selected one', () => {
    expect(found(addedFile(path, text))).toEqual([])
  })

  test('on base is kept, as chains and seals are', () => {
    expect(isKeptEvidencePath(path, select('base'))).toBe(true)
    expect(isKeptEvidencePath(path, select('pull-request'))).toBe(false)
    expect(isKeptEvidencePath(path, null)).toBe(false)
    expect([CHAIN, SEAL].map((it) => isKeptEvidencePath(it, null))).toEqual([true, true])
    expect(isKeptEvidencePath('.countersign/audit/notes.txt', null)).toBe(false)
  })
})
