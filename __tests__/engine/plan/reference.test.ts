import { describe, expect, test } from '@jest/globals'
import {
  extractIssuePlan,
  readPlanReferences,
  referencedIssue,
} from '../../../src/engine/plan/reference.ts'
import { endInTime } from '../../support/end-in-time.ts'

describe('the plan that a body names', () => {
  test.each<[string, string, string[]]>([
    ['an issue', 'Plan: #123', ['#123']],
    ['a path', 'Plan: .countersign/plans/PAY-142.yml', ['.countersign/plans/PAY-142.yml']],
    ['a .yaml path', 'Plan: .countersign/plans/a.yaml', ['.countersign/plans/a.yaml']],
    ['in a list, quoted as code', 'Text\r\n- Plan: `#123`  \r\nmore', ['#123']],
    ['in bold', '**Plan: #1', ['#1']],
    ['in any case', 'plan: #1', ['#1']],
    ['twice the same', 'Plan: #1\nPlan: #1', ['#1']],
    ['two', 'Plan: #1\nPlan: #2', ['#1', '#2']],
    ['in the middle of a line', 'The Plan: #1', []],
    ['with words after it', 'Plan: #1 and #2', []],
    ['issue zero', 'Plan: #0', []],
    ['a number without #', 'Plan: 12', []],
    ['a path elsewhere', 'Plan: docs/plan.yml', []],
    ['a plan in a comment', '<!-- Plan: #1 -->', []],
    ['a plan in a comment over lines', '<!--\nPlan: #1\n-->\nPlan: #2', ['#2']],
    ['a plan in an unclosed comment', '<!--\nPlan: #1', []],
    ['another repository', 'Plan: acme/other#1', []],
    ['nothing', '', []],
  ])('%s', (_, body, names) => {
    expect(readPlanReferences(body)).toEqual(names)
  })

  test('a huge body takes no long time, and only its beginning counts', () => {
    const read = (body: string) => endInTime(() => readPlanReferences(body))
    expect(read(`Plan: #1\n${'<!--'.repeat(500_000)}\nPlan: #2`)).toEqual(['#1'])
    expect(read(`${' '.repeat(99_999)}x\nPlan: #2`)).toEqual([])
    expect(read(`${'> '.repeat(49_000)}Plan:${' '.repeat(900)}`)).toEqual([])
  })

  test.each<[string, number | null]>([
    ['#123', 123],
    ['.countersign/plans/a.yml', null],
  ])('%s as an issue: %s', (reference, issue) => {
    expect(referencedIssue(reference)).toBe(issue)
  })
})

describe('the plan block of an issue', () => {
  const read = (body: string) => {
    const bytes = extractIssuePlan(body)
    return bytes === null ? null : new TextDecoder().decode(bytes)
  }

  test.each([
    ['plain', '```yaml countersign-plan\nid: a\n```\n'],
    ['between text', 'Please do:\n\n```yaml countersign-plan\nid: a\n```\nThanks'],
    ['with Windows line ends', 'Hi\r\n```yaml countersign-plan\r\nid: a\r\n```\r\n'],
    ['spelled yml', '```yml countersign-plan\nid: a\n```'],
    ['fenced by tildes', '~~~yaml countersign-plan\nid: a\n~~~'],
    ['fenced by four', '````yaml countersign-plan\nid: a\n````'],
    ['closed by more than it was opened', '```yaml countersign-plan\nid: a\n`````'],
    ['indented by three', '   ```yaml countersign-plan\nid: a\n   ```'],
    ['after another block', '```yaml\nid: b\n```\n```yaml countersign-plan\nid: a\n```'],
  ])('%s', (_, body) => {
    expect(read(body)).toBe('id: a\n')
  })

  test('keeps the bytes between the fences', () => {
    expect(read('```yaml countersign-plan\n  id: a  \n\n# end\n```')).toBe('  id: a  \n\n# end\n')
    expect(read('````yaml countersign-plan\n```\n````')).toBe('```\n')
    expect(read('```yaml countersign-plan\n```')).toBe('')
  })

  test.each([
    ['none', 'id: a'],
    ['a block of plain YAML', '```yaml\nid: a\n```'],
    ['another word', '```yaml countersign-plans\nid: a\n```'],
    ['two blocks', '```yaml countersign-plan\nid: a\n```\n```yaml countersign-plan\nid: b\n```'],
    ['a block inside a block', '````yaml countersign-plan\n```yaml countersign-plan\n```\n````'],
    ['one that never ends', '```yaml countersign-plan\nid: a\n'],
    ['one closed by other fences', '```yaml countersign-plan\nid: a\n~~~'],
    ['one closed by too few', '````yaml countersign-plan\nid: a\n```'],
    ['one closed on a line with text', '```yaml countersign-plan\nid: a\n``` end'],
    ['one that is indented code', '    ```yaml countersign-plan\nid: a\n```'],
  ])('is none: %s', (_, body) => {
    expect(read(body)).toBeNull()
  })
})
