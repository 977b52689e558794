import { describe, expect, test } from '@jest/globals'
import { openBudget } from '../../../src/engine/results/budget.ts'
import { detectFormat, readReport } from '../../../src/engine/results/read-report.ts'
import { isReportProblem, MAX_REPORT_BYTES } from '../../../src/engine/results/report.ts'
import { ctrf, GO, go, JUNIT, jest, jestTest, read, summarise, TAP } from './make-reports.ts'

/** How each format is read, each defence beside the honest report it must let through. */

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the format is what the content shows', () => {
  test.each([
    ['junit', JUNIT],
    ['junit', `\uFEFF\n<testsuite name="a"/>`],
    ['tap', TAP],
    ['tap', '1..1\nok 1 - a\n'],
    ['tap', 'ok 1 - a\n1..1\n'],
    ['tap', '\n> shop@1.0.0 test\n> node --test\n\nTAP version 13\nok 1 - a\n1..1\n'],
    ['go', GO],
    ['ctrf', ctrf([])],
    ['jest', jest()],
    ['vitest', jest({ top: { wasInterrupted: undefined } })],
  ])('%s', (format, text) => {
    expect(detectFormat(bytes(text))).toBe(format)
  })

  test.each([
    ['nothing', '', 'no-tests'],
    ['blanks', ' \n\n', 'no-tests'],
    ['prose', 'All tests passed.\n', 'unknown-format'],
    ['HTML', '<html><body>all passed</body></html>', 'unknown-format'],
    ['a list', '[1]', 'unknown-format'],
    ['another object', '{"stats":{"passes":3}}', 'unknown-format'],
    ['two formats at once', '{"testResults":[],"results":{}}', 'unknown-format'],
  ])('%s is none', (_, text, code) => {
    expect(read(text)).toMatchObject({ code, source: 'report' })
    expect(detectFormat(bytes(text))).toBe(text.startsWith('<') ? 'junit' : null)
  })
})

describe('bytes', () => {
  test.each([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${JUNIT}`, 'utf16le'), 'encoding'],
    ['UTF-16 without', Buffer.from(JUNIT, 'utf16le'), 'encoding'],
    ['a NUL byte', bytes(JUNIT.replace('backs off', 'backs\0off')), 'encoding'],
    ['Latin-1', Buffer.from(JUNIT.replace('backs off', 'größe'), 'latin1'), 'encoding'],
    ['an overlong form', Buffer.from([0x6f, 0x6b, 0xc0, 0xaf, 0x0a]), 'encoding'],
    ['too many', new Uint8Array(MAX_REPORT_BYTES + 1).fill(32), 'too-large'],
  ])('%s', (_, input, code) => {
    expect(readReport(input, 'x', openBudget())).toMatchObject({ code })
  })

  test('a byte order mark and CR LF are tolerated', () => {
    for (const text of [JUNIT, TAP, GO, jest()]) {
      const expected = summarise(text)
      expect(summarise(`\uFEFF${text}`)).toEqual(expected)
      expect(summarise(text.replaceAll('\n', '\r\n'))).toEqual(expected)
    }
  })
})

describe('JUnit', () => {
  const suite = (inside: string, attributes = '') => `<testsuite${attributes}>${inside}</testsuite>`
  const one = '<testcase classname="c" name="a"/>'

  test('an honest report', () => {
    expect(summarise(JUNIT)).toEqual([
      'passed retry › retries three times',
      'passed retry › backs off',
    ])
  })

  test.each([
    ['a failure', '<testcase name="a"><failure/></testcase>', 'failed a'],
    ['an error', '<testcase name="a"><error/></testcase>', 'failed a'],
    ['failed and skipped', '<testcase name="a"><skipped/><failure/></testcase>', 'failed a'],
    ['skipped', '<testcase name="a"><skipped message="m"/></testcase>', 'skipped a'],
    ['todo', '<testcase name="a"><skipped type="todo"/></testcase>', 'todo a'],
    ['flaky', '<testcase name="a"><flakyFailure/></testcase>', 'flaky a'],
    ['run again', '<testcase name="a"><rerunError/><error/></testcase>', 'failed a'],
    ['an element nobody knows', '<testcase name="a"><broken/></testcase>', 'unknown a'],
    ['a failure by another namespace', '<testcase name="a"><x:failure/></testcase>', 'unknown a'],
    ['not run', '<testcase name="a" status="notrun"/>', 'skipped a'],
    ['failed by attribute', '<testcase name="a" status="failed"/>', 'failed a'],
    ['an unknown status', '<testcase name="a" status="quarantined"/>', 'unknown a'],
    ['run', '<testcase name="a" status="run" result="completed"/>', 'passed a'],
    [
      'output',
      '<testcase name="a"><system-out><![CDATA[<failure/>]]></system-out></testcase>',
      'passed a',
    ],
    [
      'properties',
      '<testcase name="a"><properties><property name="failure"/></properties></testcase>',
      'passed a',
    ],
  ])('%s', (_, xml, expected) => {
    expect(summarise(suite(xml))).toEqual([expected])
  })

  test('a test that Playwright expects to fail is no pass, though it is counted as one', () => {
    const test = (name: string) =>
      `<testcase name="a"><properties><property name="${name}" value=""/></properties></testcase>`
    expect(summarise(suite(test('fail'), ' tests="1" failures="0" skipped="0"'))).toEqual([
      'todo a',
    ])
    expect(summarise(suite(test('slow'), ' tests="1" failures="0" skipped="0"'))).toEqual([
      'passed a',
    ])
  })

  test.each([
    ['a class', suite('<testcase classname="c" name="a"/>', ' name="s"'), 'c › a'],
    ['no class: the suite', suite('<testcase name="a"/>', ' name="s"'), 's › a'],
    ['an empty class: the suite', suite('<testcase classname="" name="a"/>', ' name="s"'), 's › a'],
    ['the full title twice', suite('<testcase classname="x y" name="x y"/>', ' name="s"'), 'x y'],
    [
      "Node's nested suites",
      `<testsuites>${suite(suite('<testcase classname="test" name="a"/>', ' name="t"'), ' name="s"')}</testsuites>`,
      's › t › a',
    ],
    [
      'entities',
      suite('<testcase classname="a &amp; b" name="&lt;&#x1F680;&gt;"/>'),
      'a & b › <🚀>',
    ],
  ])('named by %s', (_, xml, name) => {
    expect(summarise(xml)).toEqual([`passed ${name}`])
  })

  test.each([
    ['a DOCTYPE', `<!DOCTYPE testsuite>${suite(one)}`, 'forbidden'],
    [
      'an entity bomb',
      `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>${suite('<testcase name="&c;"/>')}`,
      'forbidden',
    ],
    [
      'a file by entity',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${suite('<testcase name="&x;"/>')}`,
      'forbidden',
    ],
    ['an entity of its own', suite('<testcase name="&nbsp;"/>'), 'malformed'],
    ['a prototype as entity', suite('<testcase name="&constructor;"/>'), 'malformed'],
    ['mismatched tags', '<testsuite><testcase name="a"></testsuite></testcase>', 'malformed'],
    ['one attribute twice', suite('<testcase name="a" name="b"/>'), 'malformed'],
    ['an unquoted attribute', suite('<testcase name=a/>'), 'malformed'],
    ['text behind the root', `${suite(one)}trailing`, 'malformed'],
    ['a second root', `${suite(one)}${suite(one)}`, 'malformed'],
    ['a cut end', suite(one).slice(0, -3), 'truncated'],
    ['another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?>${suite(one)}`, 'encoding'],
    ['XML 1.1', `<?xml version="1.1"?>${suite(one)}`, 'forbidden'],
    ['no test', suite('', ' tests="0"'), 'no-tests'],
    ['a test without a name', suite('<testcase classname="c"/>'), 'malformed'],
    ['a test in a test', suite('<testcase name="a"><testcase name="b"/></testcase>'), 'malformed'],
    ['a test in output', suite('<system-out><testcase name="b"/></system-out>'), 'malformed'],
    ['a suite with a failure', suite(`${one}<failure message="setup"/>`), 'run-failed'],
    ['all suites in a suite', suite(`<testsuites>${suite(one)}</testsuites>`), 'malformed'],
    ['a suite in a test', suite(`<testcase name="a">${suite(one)}</testcase>`), 'malformed'],
    ['a suite that failed', suite(`${one}<error message="setup"/>`), 'run-failed'],
    ['a failure told in a comment only', suite(`${one}<!-- fail 1 -->`), 'run-failed'],
    ['a suite with a longer name', suite(one, ` name="${'x'.repeat(10_001)}"`), 'too-large'],
    ['a name longer than is read', suite(`<testcase name="${'x'.repeat(10_001)}"/>`), 'too-large'],
    ['more attributes than are read', `<testsuite ${'a="" '.repeat(20_000)}/>`, 'too-large'],
    ['more depth than is read', '<testsuite name="s">'.repeat(100_000), 'too-large'],
  ])('%s is refused', (_, xml, code) => {
    expect(summarise(xml)).toEqual([`!${code}`])
  })

  test.each([
    ['tests', ' tests="2"'],
    ['failures', ' tests="1" failures="1"'],
    ['errors', ' tests="1" failures="0" errors="1"'],
    ['errors alone', ' tests="1" errors="1"'],
    ['errors that are no number', ' tests="1" errors="-1"'],
    ['skipped', ' tests="1" skipped="1"'],
    ['a total that is none', ' tests="one"'],
    ['a negative total', ' tests="-1"'],
  ])('lying totals: %s', (_, attributes) => {
    expect(summarise(suite(one, attributes))).toEqual(['!inconsistent'])
    expect(summarise(`<testsuites${attributes}>${suite(one)}</testsuites>`)).toEqual([
      '!inconsistent',
    ])
    expect(summarise(suite(one, ' tests="1" failures="0" errors="0" skipped="0"'))).toEqual([
      'passed c › a',
    ])
  })

  test('pytest counts a test twice that passed before its teardown failed', () => {
    const error = (message: string) =>
      `<testcase classname="c" name="b"><error message="${message}"/></testcase>`
    const torn = (tests: number) =>
      suite(
        one + error('failed on teardown with "KeyError"'.replaceAll('"', '&quot;')),
        ` tests="${tests}" errors="1"`,
      )
    expect(summarise(torn(3))).toEqual(['passed c › a', 'failed c › b'])
    expect(summarise(torn(2))).toEqual(['passed c › a', 'failed c › b'])
    expect(summarise(torn(4))).toEqual(['!inconsistent'])
    expect(summarise(suite(one + error('failed'), ' tests="3" errors="1"'))).toEqual([
      '!inconsistent',
    ])
  })

  test('the line of a problem is told', () => {
    expect(read(JUNIT.replace('</testsuite>', '</testcase>'))).toMatchObject({ line: 6 })
  })
})

describe('jest and vitest', () => {
  test.each([
    ['pending', 'skipped'],
    ['skipped', 'skipped'],
    ['disabled', 'skipped'],
    ['todo', 'todo'],
    ['failed', 'failed'],
  ])('%s is %s', (status, expected) => {
    expect(summarise(jest({ tests: [jestTest('a', { status })] }))).toEqual([
      `${expected} retry › a`,
    ])
  })

  test.each([
    ['tried again', { invocations: 2 }],
    ['with a reason for it', { retryReasons: ['first'] }],
    ['with what failed before', { failureMessages: ['first'] }],
  ])('a pass %s is flaky', (_, rest) => {
    expect(summarise(jest({ tests: [jestTest('a', rest)] }))).toEqual(['flaky retry › a'])
    expect(
      summarise(
        jest({ tests: [jestTest('a', { invocations: 1, retryReasons: [], failureMessages: [] })] }),
      ),
    ).toEqual(['passed retry › a'])
  })

  test('a test that is expected to fail is no pass', () => {
    const known = (failing: unknown) => jest({ tests: [jestTest('a', { failing })] })
    expect(summarise(known(true))).toEqual(['todo retry › a'])
    expect(summarise(known('yes'))).toEqual(['todo retry › a'])
    expect(summarise(known(false))).toEqual(['passed retry › a'])
  })

  test('a status nobody knows is no pass', () => {
    const text = jest({ tests: [jestTest('a', { status: 'Passed' })] })
    expect(summarise(text)).toEqual(['unknown retry › a'])
  })

  test.each([
    ['the total', { numTotalTests: 2 }],
    ['passed', { numPassedTests: 2 }],
    ['failed', { numFailedTests: 1 }],
    ['pending', { numPendingTests: 1 }],
    ['todo', { numTodoTests: 1 }],
  ])('lying totals: %s', (_, top) => {
    expect(summarise(jest({ top }))).toEqual(['!inconsistent'])
    expect(summarise(jest())).toEqual(['passed retry › a'])
  })

  test.each([
    ['a file that threw', { suite: { testExecError: { message: 'x' } } }, 'run-failed'],
    ['a failed file without failing test', { suite: { status: 'failed' } }, 'run-failed'],
    ['a run that did not succeed', { top: { success: false } }, 'run-failed'],
    ['an interrupted run', { top: { wasInterrupted: true } }, 'run-failed'],
    ['a suite that broke', { top: { numRuntimeErrorTestSuites: 1 } }, 'run-failed'],
    [
      'success with a failure',
      { tests: [jestTest('a', { status: 'failed' })], top: { success: true } },
      'inconsistent',
    ],
    [
      'a passed file with a failure',
      { tests: [jestTest('a', { status: 'failed' })], suite: { status: 'passed' } },
      'inconsistent',
    ],
    ['no test', { tests: [] }, 'no-tests'],
    ['a missing total', { top: { numTotalTests: undefined } }, 'malformed'],
    ['a total as text', { top: { numTotalTests: '1' } }, 'malformed'],
    ['a test without a title', { tests: [jestTest('a', { title: undefined })] }, 'malformed'],
  ])('%s is refused', (_, options, code) => {
    expect(summarise(jest(options))).toEqual([`!${code}`])
  })
})

describe('JSON has one reading', () => {
  const text = jest()

  test.each([
    ['a status twice', text.replace('"status":"passed"', '"status":"failed","status":"passed"')],
    [
      'one of them escaped',
      text.replace('"status":"passed"', '"st\\u0061tus":"failed","status":"passed"'),
    ],
    ['at the top', text.replace('{', '{"success":false,')],
    ['a prototype twice', text.replace('{', '{"__proto__":{},"__proto__":{},')],
  ])('%s is refused', (_, twice) => {
    expect(summarise(twice)).toEqual(['!duplicate-key'])
  })

  test('a prototype gives nothing', () => {
    const withoutStatus = text.replace('"status":"passed",', '')
    const inherited = withoutStatus.replace('"title"', '"__proto__":{"status":"passed"},"title"')
    expect(summarise(inherited)).toEqual(['!malformed'])
  })

  test.each([
    ['a comma too many', text.replace('}', ',}'), 'malformed'],
    ['a second value', `${text}{}`, 'malformed'],
    ['NaN', text.replace('"duration":3', '"duration":NaN'), 'malformed'],
    ['a cut end', text.slice(0, -2), 'truncated'],
    ['a cut text', text.slice(0, text.indexOf('project')), 'truncated'],
    ['more depth than is read', `{"testResults":${'['.repeat(1_000_000)}`, 'too-large'],
    ['more values than are read', `{"testResults":[${'0,'.repeat(7_000_000)}0]}`, 'too-large'],
  ])('%s is refused', (_, broken, code) => {
    expect(summarise(broken)).toEqual([`!${code}`])
  })

  test.each(['a "quoted\\" \\\\ {title}: [x],', '","k":0,"k":0,"', '\\', '\\"\\'])(
    'quotes and backslashes in titles confuse nobody: %s',
    (title) => {
      expect(summarise(jest({ tests: [jestTest(title)] }))).toEqual([`passed retry › ${title}`])
    },
  )
})

describe('CTRF', () => {
  const passed = { name: 'a', status: 'passed', duration: 1 }

  test.each([
    ['a list of suites', { ...passed, suite: ['s', 't'] }, 'passed s › t › a'],
    ['one suite as text', { ...passed, suite: 's > t' }, 'passed s > t › a'],
    ['no suite', passed, 'passed a'],
    ['flaky', { ...passed, flaky: true }, 'flaky a'],
    ['retried', { ...passed, retries: 1 }, 'flaky a'],
    ['with tries listed', { ...passed, retryAttempts: [{}] }, 'flaky a'],
    ['not retried', { ...passed, flaky: false, retries: 0, retryAttempts: [] }, 'passed a'],
    ['pending', { ...passed, status: 'pending' }, 'skipped a'],
    ['skipped', { ...passed, status: 'skipped' }, 'skipped a'],
    ['todo', { ...passed, status: 'other', rawStatus: 'todo' }, 'todo a'],
    ['a known failure', { ...passed, rawStatus: 'failed' }, 'todo a'],
    ['passed in two words', { ...passed, rawStatus: 'passed' }, 'passed a'],
    ['other', { ...passed, status: 'other' }, 'unknown a'],
  ])('%s', (_, entry, expected) => {
    expect(summarise(ctrf([entry]))).toEqual([expected])
  })

  test.each([
    ['tests', { tests: 2 }, 'inconsistent'],
    ['passed', { passed: 0 }, 'inconsistent'],
    ['failed', { failed: 1 }, 'inconsistent'],
    ['flaky', { flaky: 1 }, 'inconsistent'],
    ['failed, for passed', { passed: 0, failed: 1 }, 'inconsistent'],
    ['a missing total', { other: undefined }, 'malformed'],
  ])('lying summary: %s', (_, summary, code) => {
    expect(summarise(ctrf([passed], summary))).toEqual([`!${code}`])
    expect(summarise(ctrf([passed], { flaky: 0 }))).toEqual(['passed a'])
  })

  test('Playwright counts a known failure as failed and lists it as passed', () => {
    const known = { name: 'b', status: 'passed', rawStatus: 'failed' }
    const read = (passes: number, failed: number) =>
      summarise(ctrf([passed, known], { passed: passes, failed }))
    expect(read(1, 1)).toEqual(['passed a', 'todo b'])
    expect(read(2, 0)).toEqual(['passed a', 'todo b'])
    expect(read(0, 2)).toEqual(['!inconsistent'])
  })

  test('no test', () => {
    expect(summarise(ctrf([]))).toEqual(['!no-tests'])
  })
})

describe('TAP', () => {
  const points = (...lines: string[]) => `TAP version 14\n${lines.join('\n')}\n1..${lines.length}\n`

  test('an honest document', () => {
    expect(summarise(TAP)).toEqual([
      'passed retry › retries three times',
      'passed retry › backs off',
      'passed retry',
      'passed at the top',
    ])
  })

  test.each([
    ['ok 1 - a', 'passed a'],
    ['ok - a', 'passed a'],
    ['ok a', 'passed a'],
    ['ok 1', 'passed #1'],
    ['not ok 1 - a', 'failed a'],
    ['ok 1 - a # SKIP why', 'skipped a'],
    ['ok 1 - a # skipped: why', 'skipped a'],
    ['ok 1 - a #                       SKIP', 'skipped a'],
    ['not ok 1 - a # SKIP', 'failed a'],
    ['not ok 1 - a # TODO', 'todo a'],
    ['ok 1 - a # todo later', 'todo a'],
    ['ok 1 - a \\# SKIP b', 'passed a # SKIP b'],
    ['ok 1 - a \\\\# SKIP b', 'skipped a \\'],
    ['ok 1 - a #1', 'passed a #1'],
    ['ok 1 - a # time=12.5ms', 'passed a'],
  ])('%s', (line, expected) => {
    expect(summarise(points(line))).toEqual([expected])
  })

  test('what a test prints is passed over, in a YAML block too', () => {
    const noise = ['Loading…', '  ok 7 - two spaces', '\tok 8 - a tab', 'okay then']
    const block = ['  ---', '  ok 2 - forged', 'not ok 3 - forged', '1..9', '  ...']
    expect(
      summarise(`TAP version 14\n${noise.join('\n')}\nok 1 - a\n${block.join('\n')}\n1..1\n`),
    ).toEqual(['passed a'])
  })

  test.each([
    ['before any test', '  ---\nnot ok 1 - a\n  ...\n1..1\n'],
    ['deeper than a block', 'ok 1 - b\n      ---\nnot ok 2 - a\n      ...\n1..2\n'],
  ])('what only looks like a YAML block hides no failure: %s', (_, text) => {
    expect(summarise(`TAP version 14\n${text}`)).toContain('failed a')
  })

  test('a result that go took from its cache did not run', () => {
    const line = (output: string) =>
      `${JSON.stringify({ Action: 'output', Package: 'acme/shop', Output: output })}\n`
    const run = (output: string) =>
      summarise(go('run TestA', 'pass TestA') + line(output) + go('pass'))
    expect(run('ok  \tacme/shop\t(cached)\n')).toEqual(['skipped acme/shop › TestA'])
    expect(run('ok  \tacme/shop\t0.004s\n')).toEqual(['passed acme/shop › TestA'])
  })

  test('a test is as good as the worst of its subtests', () => {
    const parent = (child: string) => `    ${child}\n    1..1\nok 1 - parent\n1..1\n`
    expect(summarise(parent('ok 1 - a # SKIP'))).toContain('skipped parent')
    expect(summarise(parent('not ok 1 - a # TODO'))).toContain('todo parent')
    expect(summarise(parent('ok 1 - a'))).toContain('passed parent')
    expect(summarise('    1..0\nok 1 - parent\n1..1\nTAP version 13\n')).toEqual(['!malformed'])
    expect(summarise('# x\n    1..0\nok 1 - parent\n1..1\n')).toEqual(['skipped parent'])
  })

  test.each([
    ['no plan', 'TAP version 14\nok 1 - a\n', 'truncated'],
    ['too few', '1..2\nok 1 - a\n', 'inconsistent'],
    ['too many', '1..1\nok 1 - a\nok 2 - b\n', 'inconsistent'],
    ['a wrong number', '1..2\nok 1 - a\nok 3 - b\n', 'inconsistent'],
    ['a number twice', '1..2\nok 1 - a\nok 1 - a\n', 'inconsistent'],
    ['a test after the plan', 'ok 1 - a\n1..2\nok 2 - b\n', 'malformed'],
    ['two plans', '1..1\nok 1 - a\n1..1\n', 'malformed'],
    ['two documents', `${TAP}${TAP}`, 'malformed'],
    ['an empty plan', '1..0 # SKIP nothing to do\n', 'no-tests'],
    ['bail out', '1..1\nok 1 - a\nBail out! No database.\n', 'run-failed'],
    ['an unfinished line', '1..1\nok 1 - a', 'truncated'],
    ['an unfinished block', '1..1\nok 1 - a\n  ---\n  x: 1\n', 'truncated'],
    ['subtests without a plan', '    ok 1 - a\nok 1 - parent\n1..1\n', 'truncated'],
    ['subtests without their test', '1..1\nok 1 - x\n    ok 1 - a\n    1..1\n', 'truncated'],
    [
      'two levels at once',
      '    ok 1 - y\n        ok 1 - a\n        1..1\nok 1 - x\n1..1\n',
      'malformed',
    ],
    ['more tests than are read', 'ok\n'.repeat(200_001), 'too-large'],
    [
      "a long parent's name in many tests",
      `${'    ok\n'.repeat(20_000)}    1..20000\nok 1 - ${'x'.repeat(9000)}\n1..1\n`,
      'too-large',
    ],
    ['a level left out', '        ok 1 - a\n        1..1\nok 1 - x\n1..1\n', 'malformed'],
    ['ok over a failed subtest', '    not ok 1 - a\n    1..1\nok 1 - x\n1..1\n', 'inconsistent'],
    ['subtests in braces', 'ok 1 - x {\n    ok 1 - a\n    1..1\n}\n1..1\n', 'forbidden'],
  ])('%s is refused', (_, text, code) => {
    expect(summarise(`# TAP\n${text}`)).toEqual([`!${code}`])
  })
})

describe('go', () => {
  test.each([
    ['an event without a package', { Action: 'pass', Test: 'TestA' }],
    ['an event without an action', { Package: 'acme/shop', Test: 'TestA' }],
    ['a package that is no text', { Action: 'pass', Package: 1, Test: 'TestA' }],
    ['a test that is no text', { Action: 'pass', Package: 'acme/shop', Test: ['TestA'] }],
  ])('%s is refused', (_, event) => {
    const text = go('run TestA', 'pass TestA', 'pass')
    expect(summarise(`${text}${JSON.stringify(event)}\n`)).toEqual(['!malformed'])
    expect(summarise(text)).toEqual(['passed acme/shop › TestA'])
  })

  test('a test is worse for its own subtests alone', () => {
    const run = (...others: string[]) =>
      summarise(go('run TestA', ...others, 'pass TestA', 'pass')).filter((it) =>
        /› TestA$/.test(it),
      )
    expect(run('run TestA/b', 'skip TestA/b')).toEqual(['skipped acme/shop › TestA'])
    expect(run('run TestAB', 'skip TestAB')).toEqual(['passed acme/shop › TestA'])
    expect(run('run TestB/A', 'skip TestB/A')).toEqual(['passed acme/shop › TestA'])
  })

  test('an honest run', () => {
    expect(summarise(GO)).toEqual(['passed acme/shop › TestA'])
  })

  test('a test is as good as the worst of its subtests', () => {
    const run = go('run TestA', 'run TestA/x', 'skip TestA/x', 'pass TestA', 'pass')
    expect(summarise(run)).toEqual(['skipped acme/shop › TestA/x', 'skipped acme/shop › TestA'])
  })

  test('the subtests of a test are those below its whole name, whatever they are called', () => {
    const run = (status: string) =>
      go(
        'pass TestA',
        'pass TestA-b',
        `${status} TestA/b/c`,
        'pass TestA/b-c',
        'pass TestAb',
        'pass',
      )
    expect(summarise(run('pass'))).toHaveLength(5)
    expect(summarise(run('skip')).filter((it) => it.startsWith('skipped'))).toEqual([
      'skipped acme/shop › TestA',
      'skipped acme/shop › TestA/b/c',
    ])
  })

  test('a test that ran twice is listed twice', () => {
    expect(
      summarise(go('run TestA', 'pass TestA', 'run TestA', 'pass TestA', 'pass')),
    ).toHaveLength(2)
  })

  test.each([
    ['a test that never ended', go('run TestA', 'pass'), 'truncated'],
    [
      'one of two that never ended',
      go('run TestA', 'run TestB', 'pass TestB', 'pass'),
      'truncated',
    ],
    ['a package that never ended', go('run TestA', 'pass TestA'), 'truncated'],
    ['a package that passed over a failure', go('run TestA', 'fail TestA', 'pass'), 'inconsistent'],
    ['a test that passed over a failure', go('fail TestA/x', 'pass TestA', 'fail'), 'inconsistent'],
    ['a package that failed alone', go('run TestA', 'pass TestA', 'fail'), 'run-failed'],
    ['a package that ended twice', go('run TestA', 'pass TestA', 'pass', 'fail'), 'inconsistent'],
    ['a build that failed', `{"ImportPath":"a","Action":"build-fail"}\n${GO}`, 'run-failed'],
    ['no test', go('start', 'skip'), 'no-tests'],
    ['another line', `${GO}FAIL\tacme/shop [build failed]\n`, 'malformed'],
    ['an unfinished line', GO.slice(0, -1), 'truncated'],
    [
      'an action twice',
      GO.replace('"Action":"pass"', '"Action":"fail","Action":"pass"'),
      'duplicate-key',
    ],
    ['a name of many parts', go(`run T${'/a'.repeat(5000)}`, 'pass'), 'too-large'],
  ])('%s is refused', (_, text, code) => {
    expect(summarise(text)).toEqual([`!${code}`])
  })
})

test('a report without tests is never a list without tests', () => {
  for (const text of [JUNIT, TAP, GO, jest(), ctrf([{ name: 'a', status: 'passed' }])]) {
    const reading = read(text)
    expect(isReportProblem(reading) ? 0 : reading.tests.length).toBeGreaterThan(0)
  }
})
