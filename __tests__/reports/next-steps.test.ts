import { describe, expect, test } from '@jest/globals'
import { renderDecisionPage } from '../../src/reports/html/decision-page.ts'
import { NO_LINKS } from '../../src/reports/links.ts'
import { renderMarkdown } from '../../src/reports/markdown/index.ts'
import { isUpToAuthor, planNextSteps } from '../../src/reports/next-steps.ts'
import { renderTerminal } from '../../src/reports/terminal.ts'
import { makeBlocked, makeFinding } from './decisions.ts'

/** Whose turn it is: nobody signs for a state that its author still has to change. */

const forAuthor = makeFinding({ id: '1'.repeat(16), remedy: 'Author: take the file out.' })
const forOwner = makeFinding({
  id: '2'.repeat(16),
  rule: 'approval/missing',
  remedy: 'Code owner: apply the label countersigned. One of: @alice.',
})
const NOTHING_YET = 'Nothing yet: you are asked when the author is through.'

const remediesFor = (doer: string, decision = makeBlocked()) =>
  planNextSteps(decision)
    .filter((group) => group.doer === doer)
    .flatMap(({ steps }) => steps.map(({ remedy }) => remedy))

describe('while the author has something to change', () => {
  const decision = makeBlocked({ findings: [forAuthor, forOwner] })

  test('owners are not asked yet', () => {
    expect(isUpToAuthor(decision)).toBe(true)
    expect(remediesFor('author', decision)).toEqual(['Take the file out.'])
    expect(remediesFor('approver', decision)).toEqual([NOTHING_YET])
  })

  test('every report says so', () => {
    const markdown = renderMarkdown(decision, NO_LINKS)
    expect(markdown).toContain('**Next:** the author.')
    expect(markdown).toContain('- Nothing yet&#58; you are asked')
    expect(renderTerminal(decision, { colour: false })).toContain(`- ${NOTHING_YET}`)
    expect(renderDecisionPage(decision, NO_LINKS)).toContain(`<li>${NOTHING_YET}</li>`)
  })
})

describe('once the author is through', () => {
  test('owners are asked', () => {
    const decision = makeBlocked({ findings: [forOwner] })
    expect(isUpToAuthor(decision)).toBe(false)
    expect(remediesFor('approver', decision)).toEqual([
      'Apply the label countersigned. One of: @alice.',
    ])
  })

  test('what only warns keeps nobody waiting', () => {
    const warning = makeFinding({ ...forAuthor, level: 'warn', blocking: false })
    expect(isUpToAuthor(makeBlocked({ findings: [warning, forOwner] }))).toBe(false)
  })

  test('where nothing blocks, all steps are told', () => {
    const decision = makeBlocked({ conclusion: 'override', findings: [forAuthor, forOwner] })
    expect(remediesFor('approver', decision)).toHaveLength(1)
    expect(remediesFor('approver', decision)).not.toContain(NOTHING_YET)
  })
})
