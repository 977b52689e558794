import { makeBareCase } from '../bare-case.ts'
import type { Case } from '../case.ts'
import { paths } from '../checks/paths.ts'
import { patterns } from '../checks/patterns.ts'
import { scope as scopeCheck } from '../checks/scope.ts'
import type { ChangedFile, TreeEntry } from '../evidence.ts'
import { isEvidencePath } from '../evidence-files.ts'
import { type BareFinding, LEVELS } from '../finding.ts'
import { sha256 } from '../hash.ts'
import { makeCommandJudge } from '../matching/command-rules.ts'
import { applyPathRules, compilePathRules } from '../matching/path-rules.ts'
import type { Plan } from '../plan/plan.ts'
import type { Policy } from '../policy/policy.ts'
import { readChangedText } from '../text/changed-text.ts'
import { isUnsafeName } from '../text/names.ts'
import type { FileState, ToolAction } from './action.ts'
import type { PlanScope } from './scope.ts'

/**
 * What the gate would say of a tool call, by the very code that judges a pull request: a write is a
 * change of one file. Strictest first; a deny or approve finding stops the call.
 */
export function judgeToolCall(policy: Policy, scope: PlanScope, action: ToolAction): BareFinding[] {
  const findings = action.command === null ? [] : makeCommandJudge(policy.commands)(action.command)
  if (action.category === 'file_read') findings.push(...judgeRead(policy, action))
  if (action.category === 'file_write') findings.push(...judgeWrite(policy, scope, action))
  return findings.toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level))
}

function judgeRead({ paths: rules }: Policy, { paths: spellings }: ToolAction): BareFinding[] {
  const reading = compilePathRules(rules).filter(({ rule }) => rule.on.includes('read'))
  return spellings.flatMap((path) =>
    reading
      .filter(({ matches }) => matches(path))
      .map(({ rule }) => ({
        rule: `path/${rule.id}`,
        level: rule.decision,
        path,
        reason: rule.reason,
        approvers: rule.approvers,
        evidence: { status: 'read' },
      })),
  )
}

function judgeWrite(policy: Policy, scope: PlanScope, action: ToolAction): BareFinding[] {
  return action.paths.flatMap((path) => {
    const file = toChangedFile(path, action)
    const subject = makeCase(policy, file, null)
    return [
      ...judgeName(policy, file),
      ...paths.run(subject).findings,
      ...patterns.run(subject).findings,
      ...judgeScope(policy, scope, file),
    ]
  })
}

/** Only the recorder writes records; a name nobody can read off a screen is none to work with. */
function judgeName({ paths: rules }: Policy, file: ChangedFile): BareFinding[] {
  const { path } = file
  if (isEvidencePath(path)) return [{ rule: 'evidence/tampered', level: 'deny', path }]
  if (!isUnsafeName(path)) return []
  const finding: BareFinding = { rule: 'evidence/unsafe-name', level: 'deny', path }
  return [applyPathRules(finding, compilePathRules(rules), file)]
}

/** Several plans may fit a branch; the pull request will name one of them. */
function judgeScope(policy: Policy, scope: PlanScope, file: ChangedFile): BareFinding[] {
  if (scope.kind === 'unjudged') return []
  if (scope.kind === 'none') return [...scope.findings]
  const verdicts = scope.plans.map((plan) => findOutside(policy, file, plan))
  return verdicts.some((findings) => findings.length === 0) ? [] : verdicts.flat()
}

function findOutside(policy: Policy, file: ChangedFile, plan: Plan): BareFinding[] {
  const { findings } = scopeCheck.run(makeCase(policy, file, plan))
  return findings.filter(({ rule }) => rule === 'scope/outside-plan')
}

function makeCase(policy: Policy, file: ChangedFile, plan: Plan | null): Case {
  const bytes = new Uint8Array()
  const source = { origin: 'base', source: 'base:', path: '', bytes } as const
  const selected = plan === null ? null : { plan, file: source }
  return makeBareCase(policy, [file], { selected, findings: [] })
}

const NEW_FILE_MODE = '100644'

function toChangedFile(path: string, { before, after }: ToolAction): ChangedFile {
  const bytes = after ?? new Uint8Array()
  const change = readChangedText(before?.bytes ?? null, bytes)
  return {
    path,
    previousPath: null,
    status: before === null ? 'added' : 'modified',
    before: before === null ? null : toEntry(before),
    after: toEntry({ mode: before?.mode ?? NEW_FILE_MODE, bytes }),
    ...change,
    size: bytes.length,
    content: bytes,
  }
}

function toEntry({ mode, bytes }: FileState): TreeEntry {
  return { mode, blob: sha256(bytes) }
}
