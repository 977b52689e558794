import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { namesOf } from '../../src/engine/case.ts'
import type { ChangedFile } from '../../src/engine/evidence.ts'
import { denyMatcher, problemWithGlob } from '../../src/engine/matching/glob.ts'
import { decideOn, makeFile, makePlan } from '../engine/make.ts'
import { sample, tryProperty } from './fuzz.ts'
import { covers, type Glob, glob, nearPath, writeGlob } from './naive-glob.ts'

/** What a plan allows and a policy protects, against an oracle that tries every way a glob could cover a path. */

const isGood = (it: Glob) => problemWithGlob(writeGlob(it)) === null
const entries = fc.array(glob.filter(isGood), { maxLength: 2 })

interface Work {
  readonly must: readonly Glob[]
  readonly may: readonly Glob[]
  readonly files: readonly ChangedFile[]
}

const work: fc.Arbitrary<Work> = fc.tuple(entries, entries).chain(([must, may]) => {
  const path = nearPath([...must, ...may])
  const file = fc.oneof(
    path.map((at) => makeFile(at, null, 'x\n')),
    path.map((at) => makeFile(at, 'x\n', null)),
    fc.tuple(path, path).map(([at, from]) => makeFile(at, 'x\n', 'x\n', from)),
  )
  const files = fc.uniqueArray(file, { selector: (it) => it.path, minLength: 1, maxLength: 3 })
  return fc.record({ must: fc.constant(must), may: fc.constant(may), files })
})

/** `outside a`, `untouched a/**`, in order: every name that no entry covers, every must that covers none. */
function expectFindings({ must, may, files }: Work): string[] {
  const names = [...new Set(files.flatMap(namesOf))]
  const isIn = (entry: Glob, name: string) => covers(entry, name) || writeGlob(entry) === name
  const outside = names.filter((name) => ![...must, ...may].some((entry) => isIn(entry, name)))
  const untouched = must.filter((entry) => !names.some((name) => isIn(entry, name))).map(writeGlob)
  return [...outside.map((name) => `outside ${name}`), ...untouched.map((it) => `untouched ${it}`)]
}

function judge({ must, may, files }: Work) {
  const plan = makePlan({ must: must.map(writeGlob), may: may.map(writeGlob) })
  return decideOn({ policy: 'version: 1\nplan: { required: true }\n', plans: [plan], files })
}

/** Each once: an entry may stand there twice. */
const sorted = (found: readonly string[]) => [...new Set(found)].sort()

describe('the scope of a plan', () => {
  test('is met by some changes, missed by others, and missed by a hair by many', () => {
    const all = sample(work, 300).map(expectFindings)
    const counts = [0, 1].map((count) => all.filter((found) => found.length === count).length)
    expect(Math.min(...counts)).toBeGreaterThan(20)
  })

  test('is what the oracle says, finding by finding', () => {
    tryProperty(
      fc.property(work, (it) => {
        const decision = judge(it)
        const found = decision.findings.map(({ rule, path, evidence }) =>
          rule === 'scope/outside-plan' ? `outside ${path}` : `untouched ${evidence.entry}`,
        )
        const expected = expectFindings(it)
        expect(sorted(found)).toEqual(sorted(expected))
        expect(decision.conclusion).toBe(expected.length === 0 ? 'pass' : 'block')
      }),
      500,
    )
  })
})

/** Without dots at the end of a name, which no case-insensitive file system tells apart. */
const isPlain = (text: string) => /^[\x21-\x7e]+$/.test(text) && !/\.(\/|$)/.test(text)

/** A glob with everything in lower case, for which a case-insensitive match is a plain one. */
function lower(it: Glob): Glob {
  return it.map((part) => {
    if (part === '**') return part
    return part.map((piece) =>
      piece.kind === 'text' ? { ...piece, text: piece.text.toLowerCase() } : piece,
    )
  })
}

const guarded = glob.filter(isGood).chain((it) => fc.tuple(fc.constant(it), nearPath([it])))

/** Windows passes over them. Of a glob that asks for some, every name has to be as it says. */
const withDots = (path: string) =>
  path
    .split('/')
    .map((name) => `${name}. .`)
    .join('/')

/** Other spellings of one path that a person or a file system takes for it. */
const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => path.toUpperCase(),
  (path) => path.normalize('NFD'),
  (path) => path.replace(/[!-.0-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)),
  (path) => [...path].join('\u200b'),
  (path) =>
    path
      .split('/')
      .map((name) => `${name}\u00ad`)
      .join('/'),
  (path) => path.replaceAll('a', 'а').replaceAll('c', 'с').replaceAll('k', 'κ'),
  (path) => path.replaceAll('s', 'ſ'),
  (path) => path.replaceAll('-', '\u2011'),
  withDots,
]

describe('a protected path', () => {
  test('in plain letters is exactly what the oracle says, whatever the case', () => {
    tryProperty(
      fc.property(guarded, ([it, path]) => {
        fc.pre([writeGlob(it), path].every(isPlain))
        const expected = covers(lower(it), path.toLowerCase()) || writeGlob(it) === path
        expect(denyMatcher([writeGlob(it)])(path)).toBe(expected)
      }),
      1000,
    )
  })

  test('is protected in every other spelling, too', () => {
    tryProperty(
      fc.property(
        guarded,
        fc.subarray([...SPELLINGS], { minLength: 1, maxLength: 2 }),
        ([it, path], spell) => {
          fc.pre(covers(it, path) && covers(lower(it), path.toLowerCase()))
          // One letter that folds into two is no longer what a sign for one letter stands for.
          fc.pre(!path.includes('ß') || !/[?[]/.test(writeGlob(it)))
          fc.pre(!spell.includes(withDots) || !/[. ]/.test(writeGlob(it) + path))
          const spelled = spell.reduce((text, change) => change(text), path)
          expect(denyMatcher([writeGlob(it)])(spelled)).toBe(true)
        },
      ),
      1500,
    )
  })
})
