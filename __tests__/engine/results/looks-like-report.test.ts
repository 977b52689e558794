import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openBudget } from '../../../src/engine/results/budget.ts'
import { looksLikeReport } from '../../../src/engine/results/looks-like-report.ts'
import { readReport } from '../../../src/engine/results/read-report.ts'
import { isReportProblem } from '../../../src/engine/results/report.ts'
import { ctrf, GO, JUNIT, jest, TAP } from './make-reports.ts'

/** A report that cannot be read is told; a file that never was one is passed over. */

const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
const CTRF = ctrf([{ name: 'a', status: 'passed' }])
const BANNER = '\n> shop@1.0.0 test\n> jest --json\n\n'

describe('a report that cannot be read is a problem', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['jest JSON behind what npm prints', BANNER + jest(), 'malformed'],
    ['jest JSON behind a warning', `(node:12) Warning: x\n${jest()}`, 'malformed'],
    ['CTRF behind what npm prints', BANNER + CTRF, 'malformed'],
    ['JUnit behind what npm prints', BANNER + JUNIT, 'malformed'],
    ['go events behind what a shell prints', `+ go test\n${GO}`, 'malformed'],
    ['a truncated JUnit', JUNIT.slice(0, 150), 'truncated'],
    ['a JUnit cut within its first tag', JUNIT.slice(0, 55), 'truncated'],
    ['a truncated jest JSON', jest().slice(0, -30), 'truncated'],
    ['a truncated CTRF', CTRF.slice(0, -3), 'truncated'],
    ['a truncated go run', GO.slice(0, -3), 'truncated'],
    ['a TAP that ends early', 'TAP version 13\nok 1 - a\n', 'truncated'],
    ['a TAP with too few tests', '1..3\nok 1 - a\nnot ok 2 - b\n', 'inconsistent'],
    ['a JUnit with a DOCTYPE', `<!DOCTYPE testsuites>${JUNIT.slice(39)}`, 'forbidden'],
    ['JUnit in UTF-16', Buffer.from(`\uFEFF${JUNIT}`, 'utf16le'), 'encoding'],
    ['JUnit in UTF-16 of the other order', Buffer.from(JUNIT, 'utf16le').swap16(), 'encoding'],
    ['jest JSON in UTF-16', Buffer.from(jest(), 'utf16le'), 'encoding'],
    ['TAP in UTF-16', Buffer.from(`\uFEFF${TAP}`, 'utf16le'), 'encoding'],
    ['JUnit in Latin-1', Buffer.from(JUNIT.replace('backs off', 'größe'), 'latin1'), 'encoding'],
    ['JUnit behind a broken byte', Buffer.concat([Buffer.of(0xff), bytes(JUNIT)]), 'encoding'],
    ['a key in escapes', '{"\\u0074estResult\\u0073":[]', 'truncated'],
    [
      'go keys with blanks',
      `x\n{"Action" : "pass", "Package"${' '.repeat(40)}: "p"}\n`,
      'malformed',
    ],
  ])('%s', (_, content, code) => {
    expect(readReport(bytes(content), 'x', openBudget())).toMatchObject({ code })
    expect(looksLikeReport(bytes(content))).toBe(true)
  })
})

const COVERAGE = '<coverage line-rate="1"><sources><source>.</source></sources></coverage>'
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')

describe('what never was a report is passed over', () => {
  test.each<[string, string | Uint8Array]>([
    ['an empty log', ''],
    ['blanks', '\n \n'],
    ['Markdown', '# Test results\n\nAll passed.\n'],
    ['Markdown that numbers and approves', '# Tests\n1. ok\nok\n'],
    ['a shell script', '# install\nset -e\n'],
    ['a log that begins with "ok "', 'ok good\nnext\n'],
    ['a log of go test', 'ok  \texample.com/shop/retry\t0.003s\n'],
    ['a log with a range', '1..2 done\nok then\n'],
    ['a range alone', '1..20\n'],
    ['prose about TAP', 'Reads TAP version 13 and 14.\n'],
    ['HTML', '<!doctype html><html><p>passed</p></html>'],
    ['HTML in capitals', '<!DOCTYPE HTML PUBLIC "x">\n<HTML></HTML>'],
    ['Cobertura', `<?xml version="1.0" ?>\n<!DOCTYPE coverage SYSTEM "x.dtd">${COVERAGE}`],
    ['coverage in Latin-1', `<?xml version="1.0" encoding="ISO-8859-1"?>${COVERAGE}`],
    ['coverage in UTF-16', Buffer.from(`\uFEFF${COVERAGE}`, 'utf16le')],
    ['Visual Studio results', '\uFEFF<?xml version="1.0"?><TestRun id="1"/>'],
    ['XML cut off', '<log><line>unclosed'],
    ['log lines in JSON', '{"level":30,"msg":"ok"}\n{"level":31}\n'],
    ['events that are not of go', '{"Action":"pulled"}\n{"Action":"started"}\n'],
    ['words that are no keys', '{"Package":"p","verb":"Action"}\n{}\n'],
    ['JSON with comments', '{\n // results\n "a": 1}'],
    ['JSON in many levels', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`],
    ['JSON with other results', '{"results":{"a":1}}'],
    ['SARIF', '{"version":"2.1.0","runs":[{"tool":{},"results":[]}]}'],
    ['coverage of istanbul', '{"/a.js":{"path":"/a.js","statementMap":{}}}'],
    ['a picture', PNG],
    ['Latin-1 text', Buffer.from('größe\n', 'latin1')],
  ])('%s', (_, content) => {
    expect(isReportProblem(readReport(bytes(content), 'x', openBudget()))).toBe(true)
    expect(looksLikeReport(bytes(content))).toBe(false)
  })
})

describe('whatever is read as a report looks like one', () => {
  test.each(Object.entries({ JUNIT, TAP, GO, CTRF, jest: jest() }))('%s', (_, text) => {
    for (const sent of [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')]) {
      expect(isReportProblem(readReport(bytes(sent), 'x', openBudget()))).toBe(false)
      expect(looksLikeReport(bytes(sent))).toBe(true)
    }
  })

  test('in whatever way it is bent', () => {
    const piece = fc.constantFrom(
      '\u2028',
      ' ',
      '\t',
      '\r',
      '\n',
      '#',
      'ok',
      '1..1',
      '\u00a0',
      '\\',
      '\0',
    )
    const seed = fc.constantFrom(JUNIT, TAP, '1..1\nok\n', 'ok 1\n1..1 # x\n', GO, jest(), CTRF)
    fc.assert(
      fc.property(seed, fc.nat(), piece, (text, where, inserted) => {
        const at = where % text.length
        const bent = bytes(text.slice(0, at) + inserted + text.slice(at))
        if (!isReportProblem(readReport(bent, 'x', openBudget())))
          expect(looksLikeReport(bent)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('and so does JSON that is all escapes', () => {
    const escaped = jest().replace(/"([a-zA-Z]+)":/g, (_, key: string) => {
      const codes = [...key].map((it) => `\\u00${it.charCodeAt(0).toString(16).toUpperCase()}`)
      return `"${codes.join('')}":`
    })
    expect(readReport(bytes(escaped), 'x', openBudget())).toMatchObject({ format: 'jest' })
    expect(looksLikeReport(bytes(escaped))).toBe(true)
  })
})
