import { describe, expect, test } from '@jest/globals'
import { findSecrets } from '../../../src/engine/doctor/expressions.ts'
import { answers, besideWorkflow } from './healthy.ts'

/** Files made to stop the doctor, each beside a plain one of the same form. */

const EXPRESSION = '$'.concat('{{ secrets.KEY }}')
const UNREAD = /^advice \.github\/workflows\/x\.yml cannot be read/

/** Each level holds the one before so many times. */
function grow(levels: number, times: number): string {
  const lines = Array.from({ length: levels }, (_, at) => {
    const parts = Array(times).fill(`*l${at}`).join(', ')
    return `  l${at + 1}: &l${at + 1} [${parts}]`
  })
  return `on: push\nx:\n  l0: &l0 "a"\n${lines.join('\n')}\njobs: { a: { env: { all: *l${levels} } } }\n`
}

describe('a workflow file', () => {
  test('that holds itself does not stop the doctor', () => {
    const text = 'on: push\njobs: { a: &a { steps: [], env: { self: *a } } }\n'
    expect(answers(besideWorkflow(text), 'workflow')[0]).toMatch(/^good/)
    const plain = 'on: push\njobs: { a: { steps: [], env: { self: a } } }\n'
    expect(answers(besideWorkflow(plain), 'workflow')).toEqual(
      answers(besideWorkflow(text), 'workflow'),
    )
  })

  test('that grows beyond measure is left out, and one with a few aliases is read', () => {
    expect(answers(besideWorkflow(grow(10, 9)), 'workflow').at(-1)).toMatch(UNREAD)
    expect(answers(besideWorkflow(grow(2, 2)), 'workflow').join()).not.toContain('cannot be read')
  })

  test('that grows by as many aliases as are allowed ends', () => {
    expect(answers(besideWorkflow(grow(24, 2)), 'workflow').join()).not.toContain('cannot be read')
  })

  test('that is nested beyond measure is left out or read, and the others are read', () => {
    const deep = `on: push\njobs: { a: { env: { x: ${'['.repeat(20_000)}${']'.repeat(20_000)} } } }\n`
    expect(answers(besideWorkflow(deep), 'workflow')[0]).toMatch(/^good/)
  })
})

test('secrets are found in what holds itself, as in what does not', () => {
  const circle: { key: string; self?: unknown } = { key: EXPRESSION }
  circle.self = [circle]
  expect(findSecrets(circle).names).toEqual(['KEY'])
  expect(findSecrets({ key: EXPRESSION }).names).toEqual(['KEY'])
})
