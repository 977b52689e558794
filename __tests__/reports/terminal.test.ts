import { describe, expect, test } from '@jest/globals'
import { renderTerminal } from '../../src/reports/terminal.ts'
import { makeAttacked, makeBlocked, makeDecision, makeFinding, makeMany } from './decisions.ts'

const PLAIN = { colour: false }

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

describe('renderTerminal', () => {
  test('begins with the verdict and its numbers', () => {
    expect(firstLine(renderTerminal(makeBlocked(), PLAIN))).toBe(
      'Blocked: 5 findings to settle (also 1 warning, 1 note)',
    )
    expect(firstLine(renderTerminal(makeDecision(), PLAIN))).toBe('Passed: nothing to settle')
  })

  test('then what to do, then the findings, then the checks', () => {
    const text = renderTerminal(makeBlocked(), PLAIN)
    const parts = ['What to do next', '\nFindings\n', '\nChecks\n', '\nPlan ', '\nDigest ']
    const places = parts.map((part) => text.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test.each([
    [['warn', 'warn', 'info'], 'Passed: 2 warnings to look at (also 1 note)'],
    [['info', 'info'], 'Passed: nothing to settle (also 2 notes)'],
    [[], 'Passed: nothing to settle'],
  ] as const)('%j in a passing decision is counted once', (levels, line) => {
    const findings = levels.map((level) => makeFinding({ level }))
    expect(firstLine(renderTerminal(makeDecision({ findings }), PLAIN))).toBe(line)
  })

  test('colour changes nothing but the colour', () => {
    const coloured = renderTerminal(makeAttacked(), { colour: true })
    const plain = renderTerminal(makeAttacked(), PLAIN)
    expect(coloured).not.toBe(plain)
    expect(coloured.replace(/\x1b\[\d+(?:;\d+)*m/g, '')).toBe(plain)
  })

  test('an attacker drives neither the terminal nor a runner that logs it', () => {
    const text = renderTerminal(makeAttacked(), PLAIN)
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/)
    expect(text).not.toMatch(/::|##\[/)
    expect(text.match(/^Blocked:/gm)).toHaveLength(1)
    expect(text).not.toMatch(/^Passed/m)
  })

  test('a path that ends in a colon forms no command with its line number', () => {
    const findings = [makeFinding({ path: ':', line: 3 })]
    expect(renderTerminal(makeBlocked({ findings }), PLAIN)).toContain('      \\u{3a}:3\n')
  })

  test('what waits for a signature is listed apart and does not count as blocking', () => {
    const waiting = makeFinding({ level: 'approve', blocking: false, rule: 'path/control-plane' })
    const local = makeDecision({ local: true, findings: [waiting] })
    const text = renderTerminal(local, PLAIN)
    expect(firstLine(text)).toBe(
      'Passed locally: 1 finding waiting for a signature on the pull request',
    )
    expect(text).toContain('Waiting for a signature on the pull request\n  path/control-plane')
    expect(text).not.toContain('\nFindings\n')
  })

  test('a signed finding is neither waiting nor a next step', () => {
    const signed = makeFinding({ level: 'approve', blocking: false, settled: true })
    const text = renderTerminal(makeDecision({ findings: [signed] }), PLAIN)
    expect(text).toContain('scope/outside-plan signed')
    expect(text).not.toContain('What to do next')
  })

  test('says when plan or policy were given on the command line', () => {
    const { plan, policy } = makeDecision()
    const tried = makeDecision({
      plan: plan && { ...plan, source: 'file:plan.yml' },
      policy: policy && { ...policy, source: 'file:try.yml' },
    })
    const text = renderTerminal(tried, { colour: false, width: 400 })
    expect(text).toContain('file:plan.yml (given by --plan, not taken from the base branch)')
    expect(text).toContain('file:try.yml (given by --policy, not taken from the base branch)')
    expect(renderTerminal(makeDecision(), PLAIN)).not.toContain('given by')
  })

  test('keeps to the width, but breaks no path', () => {
    const long = `src/${'deep/'.repeat(30)}file.ts`
    const findings = [makeFinding({ path: long, message: 'word '.repeat(60).trim() })]
    const lines = renderTerminal(makeBlocked({ findings }), { colour: false, width: 60 }).split(
      '\n',
    )
    expect(lines).toContain(`      ${long}:12`)
    const tooLong = lines.filter((line) => line.length > 60 && line.includes(' word'))
    expect(tooLong).toEqual([])
    expect(lines.filter((line) => /^ {4}word/.test(line)).length).toBeGreaterThan(3)
  })

  test('a message is said once, above all the places it is about', () => {
    const findings = [makeFinding({}), makeFinding({ path: 'b.ts', line: null })]
    expect(renderTerminal(makeBlocked({ findings }), PLAIN)).toContain(
      '(2) blocks\n    Plan PAY-142 does not allow this file to change.\n      src/other.ts:12\n      b.ts\n',
    )
  })

  test('a long list is cut and counted', () => {
    const text = renderTerminal(makeMany(2_000), PLAIN)
    expect(text).toContain('and 1975 more; --format json lists every one')
    expect(text.split('\n').length).toBeLessThan(100)
  })

  test('many different steps for one person are cut and counted', () => {
    const findings = Array.from({ length: 9 }, (_, index) =>
      makeFinding({ rule: `path/r${index}`, remedy: `Do ${index}.` }),
    )
    expect(renderTerminal(makeBlocked({ findings }), PLAIN)).toContain('- and 3 more, see below')
  })
})
