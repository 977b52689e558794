import type { BareFinding } from '../finding.ts'
import type { CommandRule } from '../policy/policy.ts'
import { spellText } from '../text/normalise.ts'
import { compileExpression } from './expression.ts'

/**
 * Makes the judge of shell commands: which command rules one runs into, in its own and in its
 * normalised spelling.
 */
export function makeCommandJudge(
  rules: readonly CommandRule[],
): (command: string) => BareFinding[] {
  const compiled = rules.map((rule) => ({ rule, expression: compileExpression(rule) }))
  return (command) => {
    const spellings = spellText(command)
    return compiled
      .filter(({ expression }) => spellings.some((text) => expression.test(text)))
      .map(({ rule }) => ({
        rule: `command/${rule.id}`,
        level: rule.decision,
        reason: rule.reason,
        approvers: rule.approvers,
      }))
  }
}
