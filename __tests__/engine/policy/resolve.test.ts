import { describe, expect, test } from '@jest/globals'
import { readExtends } from '../../../src/engine/policy/read-extends.ts'
import {
  describePolicyProblem,
  isPreset,
  PRESET_NAMES,
  resolvePolicy,
} from '../../../src/engine/policy/resolve.ts'
import { bytesOf, makeSource, problemsOf, resolveText } from '../make.ts'

const TEAM = 'policies/team.yml'
const COMPANY = 'policies/company.yml'

describe('a chain of files', () => {
  test('is merged, the nearest file on top, and named', () => {
    const resolved = resolveText(
      `version: 1\nextends: ${TEAM}\nlimits: { changed_files: 3 }\n`,
      makeSource(
        `version: 1\nextends: ${COMPANY}\nlimits: { changed_files: 2, blob_bytes: 9 }\n`,
        TEAM,
      ),
      makeSource(
        'version: 1\nlimits: { changed_files: 1, changed_lines: 7 }\nmode: warn\n',
        COMPANY,
      ),
    )
    if (!resolved.ok) throw new Error(problemsOf(resolved).join())
    expect(resolved.policy.limits).toEqual({ changed_files: 3, blob_bytes: 9, changed_lines: 7 })
    expect(resolved.policy.mode).toBe('warn')
    expect(resolved.extends).toEqual([`base:${TEAM}`, `base:${COMPANY}`])
    expect(resolved.source).toBe('base:.github/countersign.yml')
  })

  test('may end in a preset', () => {
    const resolved = resolveText(
      `version: 1\nextends: ${TEAM}\n`,
      makeSource('version: 1\nextends: observe\n', TEAM),
    )
    if (!resolved.ok) throw new Error(problemsOf(resolved).join())
    expect(resolved.extends.slice(0, 2)).toEqual([`base:${TEAM}`, 'observe'])
  })

  test('whose file is not there is refused', () => {
    expect(problemsOf(resolveText(`version: 1\nextends: ${TEAM}\n`))).toEqual([
      `extends "${TEAM}", which is neither a preset (${PRESET_NAMES.join(', ')}) nor a file on the same branch`,
    ])
  })

  test('in which another file was fetched than the one named is refused', () => {
    const other = makeSource('version: 1\n', COMPANY)
    expect(problemsOf(resolveText(`version: 1\nextends: ${TEAM}\n`, other))).toHaveLength(1)
  })

  test('that goes in a circle is refused', () => {
    const circle = [
      makeSource(`version: 1\nextends: ${TEAM}\n`, COMPANY),
      makeSource(`version: 1\nextends: ${COMPANY}\n`, TEAM),
    ]
    const files = [...circle, ...circle, ...circle, ...circle]
    expect(problemsOf(resolvePolicy(files))).toEqual([expect.stringContaining('extends')])
  })

  test('with a broken file names that file', () => {
    const resolved = resolveText(
      `version: 1\nextends: ${TEAM}\n`,
      makeSource('version: 1\nmode: x\n', TEAM),
    )
    expect(resolved.ok ? [] : resolved.problems.map(describePolicyProblem)).toEqual([
      `base:${TEAM} line 2, column 1: "mode" must be one of: observe, warn, enforce`,
    ])
  })

  test('with an invalid glob names that file', () => {
    const resolved = resolveText(
      `version: 1\nextends: ${TEAM}\n`,
      makeSource('version: 1\nbases: ["main/"]\n', TEAM),
    )
    expect(resolved.ok ? [] : resolved.problems.map(({ source }) => source)).toEqual([
      `base:${TEAM}`,
    ])
  })
})

describe('presets', () => {
  test.each(['toString', '__proto__', 'constructor', 'Standard', 'standard.yml', 'hasOwnProperty'])(
    '%s is none',
    (name) => {
      expect(isPreset(name)).toBe(false)
      expect(problemsOf(resolveText(`version: 1\nextends: ${name}\n`))).toEqual([
        expect.stringContaining(`extends "${name}", which is neither a preset`),
      ])
    },
  )

  test('a file at the same name does not stand in for one', () => {
    const resolved = resolveText(
      'version: 1\nextends: observe\n',
      makeSource('version: 1\n', 'observe'),
    )
    expect(resolved.ok && resolved.extends[0]).toBe('observe')
  })
})

test('nothing to resolve is a mistake of the caller', () => {
  expect(() => resolvePolicy([])).toThrow(RangeError)
})

describe('what a file extends, for whoever fetches it', () => {
  test.each([
    ['version: 1\nextends: policies/team.yml\n', 'policies/team.yml'],
    ['version: 1\n', null],
    ['extends: [a]\n', null],
    ['extends: 1\n', null],
    ['- extends\n', null],
    ['null\n', null],
    ['extends: a\nextends: b\n', null],
    ['{', null],
  ])('%j', (text, expected) => {
    expect(readExtends(bytesOf(text))).toBe(expected)
  })
})
