import { type Check, countOf, namesOf } from '../case.ts'
import { isKeptEvidencePath } from '../evidence-files.ts'
import type { BareFinding } from '../finding.ts'
import { applyPathRules, compilePathRules } from '../matching/path-rules.ts'

/** Whether the change could be read completely, one way only, and leaves earlier evidence alone. */
export const evidence: Check = {
  id: 'evidence',
  run({ evidence, planSelection, policy }) {
    const rules = compilePathRules(policy.paths)
    const tampered = evidence.files.flatMap((file) =>
      namesOf(file)
        .filter((path) => file.before !== null && isKeptEvidencePath(path, planSelection.selected))
        .map((path): BareFinding => ({ rule: 'evidence/tampered', level: 'deny', path })),
    )
    const findings = [...evidence.defects, ...tampered].map((finding) => {
      const file = evidence.files.find(
        (it) => finding.path !== undefined && namesOf(it).includes(finding.path),
      )
      return file !== undefined ? applyPathRules(finding, rules, file) : finding
    })
    if (evidence.files.length === 0) findings.push(nothingChanged)
    return {
      findings,
      summary: `read ${countOf(evidence.files.length, 'changed file')} completely`,
    }
  },
}

/** An empty list is never a pass: there is nothing here that could have been judged. */
const nothingChanged: BareFinding = {
  rule: 'evidence/incomplete',
  level: 'deny',
  evidence: { missing: 'changed files', cause: 'the change is empty' },
}
