import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Decision } from '../../src/engine/decision.ts'
import { renderJson } from '../../src/reports/json.ts'
import { ATTACKS, makeBlocked, makeDecision } from '../reports/decisions.ts'
import { runCli } from './run-cli.ts'

/** `countersign report` of the built command line, on real files. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-report-'))
  mkdirSync(join(folder, 'decisions/run-2'), { recursive: true })
  save('decisions/a.json', makeDecision({ digest: 'a'.repeat(64) }))
  save(
    'decisions/run-2/b.json',
    makeBlocked({ digest: 'b'.repeat(64), judged_at: '2026-11-22T10:00:00.000Z' }),
  )
  save('decisions/notes.txt', 'not a record')
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

function save(name: string, content: string | Decision): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : renderJson(content))
  return name
}

const report = (...args: string[]) => runCli(['report', ...args], { cwd: folder })
const reportJson = (...args: string[]) => JSON.parse(report(...args, '--format', 'json').stdout)

describe('countersign report', () => {
  test('reads every record in a directory and below', () => {
    const { code, stdout, stderr } = report('decisions')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('2 decisions: 1 passed, 1 blocked')
    expect(stdout).toContain('scope/outside-plan')
    expect(stdout).not.toContain('\x1b[')
  })

  test('prints only JSON, and the same bytes each time', () => {
    const [first, second] = [
      report('decisions', '--format', 'json'),
      report('decisions', '--format', 'json'),
    ]
    expect(first.stdout).toBe(second.stdout)
    expect(JSON.parse(first.stdout)).toMatchObject({
      version: 1,
      decisions: 2,
      block_rate: 50,
      period: { first: '2026-11-20T14:30:00.000Z', last: '2026-11-22T10:00:00.000Z' },
      unreadable: [],
    })
  })

  test('counts a file once that is named twice, and a record once that lies there twice', () => {
    save('decisions/copy.json', makeDecision({ digest: 'a'.repeat(64) }))
    const history = reportJson('decisions', 'decisions', 'decisions/a.json')
    expect([history.decisions, history.duplicates]).toEqual([2, 1])
  })

  test('keeps to the period and the filters', () => {
    expect(reportJson('decisions', '--since', '2026-11-21')).toMatchObject({ decisions: 1 })
    expect(reportJson('decisions', '--until', '2026-11-21')).toMatchObject({ decisions: 1 })
    expect(reportJson('decisions', '--repository', 'acme/none')).toMatchObject({
      decisions: 0,
      left_out: 2,
      filters: { repository: 'acme/none' },
    })
  })

  test.each([
    ['report.html', /^<!doctype html>/],
    ['report.json', /^\{\n/],
    ['report.txt', /^Decisions\n/],
  ])('writes %s in the form its name says', (output, form) => {
    const { code, stdout, stderr } = report('decisions', '--output', output)
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: `Wrote the report to ${output}.\n`,
    })
    expect(readFileSync(join(folder, output), 'utf8')).toMatch(form)
  })

  test('the format that is named wins over the name of the file', () => {
    report('decisions', '--output', 'report.html', '--format', 'json')
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^\{\n/)
  })
})

describe('what is no record', () => {
  test.each([
    ['no JSON', '{"version":1,'],
    ['no UTF-8', '\xff\xfe'],
    ['another version', '{"version":2}'],
    ['something else', '{"results":[]}'],
    ['nothing', ''],
    ['deeper than anything', '['.repeat(200_000)],
  ])('%s is named, nothing else is lost, and the exit code says so', (_, text) => {
    writeFileSync(join(folder, 'decisions/bad.json'), Buffer.from(text, 'latin1'))
    const { code, stdout, stderr } = report('decisions')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^Incomplete: 1 file could not be read as a decision record\.\n {2}decisions\/bad\.json: it is /,
    )
    expect(stdout).toContain('2 decisions')
    expect(stderr).toMatch(/1 file could not be read/)
  })

  test('a link to a pipe or nowhere is named, not waited for', () => {
    symlinkSync('/dev/zero', join(folder, 'decisions/endless.json'))
    symlinkSync('/nonexistent', join(folder, 'decisions/gone.json'))
    symlinkSync('..', join(folder, 'decisions/loop'))
    const { code, stdout } = report('decisions')
    expect(code).toBe(1)
    expect(stdout).toContain('decisions/endless.json: it cannot be read')
    expect(stdout).toContain('decisions/gone.json: it cannot be read')
    expect(stdout).toContain('2 decisions')
  })

  test.each([
    ['a path that is not there', ['none.json'], '"none.json" cannot be read'],
    ['a directory without records', ['empty'], 'There is no .json file in "empty"'],
    ['a device', ['/dev/zero'], '"/dev/zero" cannot be read'],
    ['a time that is none', ['decisions', '--since', 'soon'], '"soon"'],
    [
      'a period that ends before it begins',
      ['decisions', '--since', '2026-12-01', '--until', '2026-11-01'],
      'swap the two',
    ],
    ['a format that is none', ['decisions', '--format', 'pdf'], 'pdf'],
    ['no path at all', [], 'path'],
    ['an output that cannot be', ['decisions', '--output', 'none/x.html'], 'none/x.html'],
  ])('%s ends with 2 and a sentence', (_, args, words) => {
    mkdirSync(join(folder, 'empty'))
    const { code, stdout, stderr } = report(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(/\n {4}at /)
  })
})

describe('hostile records', () => {
  test('names of files and what they hold reach the terminal as text', () => {
    save('decisions/\x1b[2J::error::.json', '<svg onload=alert(1)>')
    for (const [index, attack] of ATTACKS.entries()) {
      const subject = { ...makeDecision().subject, repository: attack, author: attack }
      save(`decisions/h${index}.json`, makeBlocked({ subject, digest: `${index}` }))
    }
    const { stdout, stderr } = report('decisions')
    expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##\[|^\s*::/m)
  })

  test('thousands of files are read in one go', () => {
    mkdirSync(join(folder, 'many'))
    const text = renderJson(makeBlocked())
    for (let index = 0; index < 2_000; index += 1) {
      const digest = index.toString(16).padStart(64, '0')
      writeFileSync(join(folder, `many/${index}.json`), text.replace('3'.repeat(64), digest))
    }
    expect(reportJson('many')).toMatchObject({ decisions: 2_000, duplicates: 0 })
  })
})

test('help has examples, and each of them runs', () => {
  const { code, stdout } = report('--help')
  expect(code).toBe(0)
  const examples = [...stdout.matchAll(/^ {2}countersign (report .+)$/gm)].map(
    (match) => match[1] ?? '',
  )
  expect(examples.length).toBeGreaterThanOrEqual(3)
  for (const example of examples) {
    const args = example.replace('decisions/*.json', 'decisions/a.json').split(' ')
    expect([example, runCli(args, { cwd: folder }).code]).toEqual([example, 0])
  }
})
