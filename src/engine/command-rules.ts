import { compileExpression } from './expression.ts'
import type { BareFinding } from './finding.ts'
import type { CommandRule } from './policy/policy.ts'
import { joinLines, normaliseLine } from './text/normalise.ts'

/** The command rules a shell command runs into, in the command's own and its normalised spelling. */
export function judgeCommand(rules: readonly CommandRule[], command: string): BareFinding[] {
  const normalised = joinLines(command.split('\n').map(normaliseLine), true).text
  return rules
    .filter((rule) => {
      const expression = compileExpression(rule)
      return expression.test(command) || expression.test(normalised)
    })
    .map((rule) => ({
      rule: `command/${rule.id}`,
      level: rule.decision,
      reason: rule.reason,
      approvers: rule.approvers,
    }))
}
