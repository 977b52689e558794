import type { BareFinding } from '../finding.ts'
import { showName } from '../text/names.ts'
import { ALLOWED, type ToolVerdict } from './action.ts'

/** More reasons than this help nobody. */
const SHOWN = 3

/** Turns findings, strictest first, into an answer. Warnings stop no tool call. */
export function toVerdict(findings: readonly BareFinding[]): ToolVerdict {
  const [first] = findings
  if (first === undefined || (first.level !== 'deny' && first.level !== 'approve')) return ALLOWED
  const same = findings.filter(({ level }) => level === first.level)
  const sentences = [...new Set(same.map(describe))]
  const more = sentences.length > SHOWN ? [`And ${sentences.length - SHOWN} more.`] : []
  return {
    decision: first.level === 'deny' ? 'deny' : 'ask',
    rule: first.rule,
    reason: [...sentences.slice(0, SHOWN), ...more].join(' '),
  }
}

function describe(finding: BareFinding): string {
  const { rule, path, reason } = finding
  const where = path === undefined ? '' : ` "${path}"`
  const why = reason === undefined || reason === '' ? '' : ` ${reason}`
  return showName(`Countersign, ${rule}:${where}${explain(finding)}${why} ${advise(finding)}`)
}

function explain({ rule, evidence }: BareFinding): string {
  switch (rule) {
    case 'scope/outside-plan':
      return ` is outside the plan ${evidence?.plan}.`
    case 'evidence/tampered':
      return ' belongs to the audit trail, which only "countersign audit attach" writes.'
    case 'evidence/unsafe-name':
      return ' is a name that git refuses or that nobody can read.'
    case 'pattern/invisible':
      return ` would get the invisible character ${evidence?.character}.`
    case 'pattern/unscannable':
      return ' could not be scanned for blocked content.'
    case 'plan/expired':
      return ` the plan ${evidence?.plan} has expired.`
    case 'plan/branch-mismatch':
      return ' no plan is for this branch.'
    case 'plan/missing':
      return ' the policy requires an approved plan, and there is none.'
    case 'plan/invalid':
      return ' is not a valid plan.'
    default:
      return describeFamily(rule, evidence?.status === 'read')
  }
}

function describeFamily(rule: string, isRead: boolean): string {
  if (rule.startsWith('path/')) return isRead ? ' is not for reading.' : ' is a protected path.'
  if (rule.startsWith('pattern/')) return ' would get blocked content.'
  if (rule.startsWith('command/')) return ' this command is restricted.'
  return ' this change is restricted.'
}

function advise({ rule, level, approvers = [] }: BareFinding): string {
  if (level === 'approve') {
    const who = approvers.length === 0 ? 'an owner' : approvers.join(' or ')
    return `A person has to allow this call; what comes of it needs a signature of ${who}, too.`
  }
  if (rule === 'scope/outside-plan')
    return "Change only what the plan names, or ask the plan's owner to widen it."
  if (rule.startsWith('plan/')) return 'Ask for a plan for this branch to be merged first.'
  if (rule.startsWith('pattern/')) return 'Write it without that content.'
  if (rule.startsWith('command/'))
    return 'Reach the goal another way, or ask the person you work for.'
  return 'Leave it alone, or ask the person you work for.'
}
