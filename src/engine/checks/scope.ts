import { type Case, type Check, countOf, isPlanProposal, namesOf, skip } from '../case.ts'
import type { BareFinding } from '../finding.ts'
import { allowMatcher } from '../matching/glob.ts'
import type { Plan } from '../plan/plan.ts'

/** Whether the change does everything its plan says it must and nothing that the plan does not name. */
export const scope: Check = {
  id: 'scope',
  run(subject) {
    const { selected, findings } = subject.planSelection
    if (selected === null) {
      return skip(findings.length === 0 ? 'no plan, so no scope' : 'no usable plan to compare with')
    }
    const outside = findOutside(subject, selected.plan)
    const untouched = isPlanProposal(subject) ? [] : findUntouched(subject, selected.plan)
    return {
      findings: [...outside, ...untouched],
      summary: summarise(subject, outside.length, untouched.length),
    }
  },
}

function findOutside({ files }: Case, plan: Plan): BareFinding[] {
  const isPlanned = allowMatcher([...plan.must, ...plan.may])
  return files.flatMap((file) =>
    namesOf(file)
      .filter((path) => !isPlanned(path))
      .map((path) => ({
        rule: 'scope/outside-plan',
        level: 'deny',
        path,
        evidence: { plan: plan.id, status: file.status },
      })),
  )
}

function findUntouched({ files }: Case, plan: Plan): BareFinding[] {
  const changed = new Set(files.flatMap(namesOf))
  const paths = [...changed]
  return plan.must
    .filter((entry) => !changed.has(entry) && !paths.some(allowMatcher([entry])))
    .map((entry) => ({
      rule: 'scope/must-untouched',
      level: 'deny',
      evidence: { plan: plan.id, entry },
    }))
}

function summarise({ files, evidenceFiles }: Case, outside: number, untouched: number): string {
  const extra =
    evidenceFiles.size === 0 ? '' : ` (and ${countOf(evidenceFiles.size, 'evidence file')})`
  if (outside === 0 && untouched === 0)
    return `${countOf(files.length, 'file')}, all in plan${extra}`
  const parts = [
    outside > 0 ? `${countOf(outside, 'path')} outside the plan` : '',
    untouched > 0 ? `${countOf(untouched, 'planned change')} missing` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
