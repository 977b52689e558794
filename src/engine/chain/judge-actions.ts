import type { BareFinding } from '../finding.ts'
import type { AuditPolicy, CommandRule } from '../policy/policy.ts'
import type { ChainFile } from './chain-files.ts'
import type { ChainReading } from './verify-chain.ts'

/**
 * Actions that the policy refused and that were done all the same. A command rule that the base's policy
 * denies blocks by its own name, too: the gate has only hashes, so the chain has to say which it was.
 */
export function judgeActions(
  { path }: ChainFile,
  { doneAnyway, ruled }: ChainReading,
  { denied_actions: level }: AuditPolicy,
  commands: readonly CommandRule[],
): BareFinding[] {
  const done = doneAnyway.map(
    ({ rule, tool, line, doneLine }): BareFinding => ({
      rule: 'audit/denied-action',
      // Whoever else refused it, such as the agent's host, may have thought better of it.
      level: rule === null && level === 'deny' ? 'approve' : level,
      path,
      line: doneLine,
      evidence: { tool, denied_by: rule, line, done_line: doneLine },
    }),
  )
  const names = new Set([
    ...doneAnyway.map(({ rule }) => rule),
    ...ruled.filter(({ decision }) => decision === 'deny').map(({ rule }) => rule),
  ])
  const forbidden = commands.filter(
    ({ id, decision }) => decision === 'deny' && names.has(`command/${id}`),
  )
  const named = forbidden.map(
    ({ id, reason }): BareFinding => ({ rule: `command/${id}`, level: 'deny', path, reason }),
  )
  return [...done, ...named]
}
