import { describe, expect, test } from '@jest/globals'
import type { ToolAction } from '../../src/engine/tool-call/action.ts'
import { judgeToolCall } from '../../src/engine/tool-call/judge.ts'
import { recallActions } from '../../src/hook/judge.ts'
import { bytesOf, makePolicy } from '../engine/make.ts'

/** A call that nobody judged before it ran is judged by what it left behind. */

const POLICY = makePolicy(`version: 1
paths:
  - { id: no-new, match: ["sealed/**"], on: [added], decision: deny, reason: Complete. }
patterns:
  - { id: drop-table, match: 'DROP TABLE', in: added, decision: deny, reason: Destroys., example: DROP TABLE x }
`)

/** As it is found when the call is over: the file is what the tool was given. */
function leftBehind(path: string, text: string, before = text): ToolAction {
  return {
    category: 'file_write',
    paths: [path],
    before: { mode: '100644', bytes: bytesOf(before) },
    after: bytesOf(text),
    command: null,
  }
}

function rulesOf(tool: string, action: ToolAction): string[] {
  const findings = recallActions(tool, [action]).flatMap((one) =>
    judgeToolCall(POLICY, { kind: 'unjudged' }, one),
  )
  return [...new Set(findings.map(({ rule }) => rule))]
}

describe('a write that is over', () => {
  test('is refused for what it put in, though the file holds that by now', () => {
    expect(rulesOf('Write', leftBehind('a.sql', 'DROP TABLE x\n'))).toEqual(['pattern/drop-table'])
  })

  test('is refused for the file it may have made', () => {
    expect(rulesOf('Write', leftBehind('sealed/a', 'a\n'))).toEqual(['path/no-new'])
  })

  test('is allowed when no rule stops it', () => {
    expect(rulesOf('Write', leftBehind('src/a.ts', 'a\n'))).toEqual([])
  })

  test('is not blamed for what was there before an edit', () => {
    const old = 'DROP TABLE x\na\n'
    expect(rulesOf('Edit', leftBehind('a.sql', `${old}b\n`, old))).toEqual([])
    expect(rulesOf('Edit', leftBehind('sealed/a', 'b\n', 'a\n'))).toEqual([])
  })
})
