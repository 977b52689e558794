import { isSubmodule } from '../blob.ts'
import { type Check, countOf, namesOf } from '../case.ts'
import type { ChangedFile } from '../evidence.ts'
import type { BareFinding } from '../finding.ts'
import { findCheckoutAttributes } from '../matching/git-attributes.ts'
import { applyPathRules, compilePathRules, hitPathRules } from '../matching/path-rules.ts'
import { isAttributesFile } from '../read-whole.ts'

/** Whether the change touches protected paths, or is of a kind that reaches beyond its own lines. */
export const paths: Check = {
  id: 'paths',
  run({ evidence, policy }) {
    const rules = compilePathRules(policy.paths)
    const findings = evidence.files.flatMap((file) => [
      ...hitPathRules(rules, file).map(
        ({ rule, path }): BareFinding => ({
          rule: `path/${rule.id}`,
          level: rule.decision,
          path,
          reason: rule.reason,
          approvers: rule.approvers,
          evidence: { status: file.status },
        }),
      ),
      ...findKinds(file).map((finding) => applyPathRules(finding, rules, file)),
    ])
    const touched = new Set(findings.map((finding) => finding.path)).size
    const summary =
      touched === 0
        ? `no protected path touched (${countOf(rules.length, 'rule')})`
        : `${countOf(touched, 'path')} under ${countOf(new Set(findings.map((it) => it.rule)).size, 'rule')}`
    return { findings, summary }
  },
}

function findKinds(file: ChangedFile): BareFinding[] {
  const { before, after, path } = file
  const findings: BareFinding[] = []
  if (after?.mode === '120000') findings.push({ rule: 'change/symlink', level: 'deny', path })
  if (isSubmodule(after) || isSubmodule(before)) {
    findings.push({ rule: 'change/submodule', level: 'deny', path })
  }
  if (after?.mode === '100755' && before?.mode !== '100755') {
    findings.push({
      rule: 'change/executable',
      level: 'warn',
      path,
      evidence: { new: before === null },
    })
  }
  const attributes = namesOf(file).some(isAttributesFile) ? findCheckoutAttributes(file) : []
  if (attributes.length > 0) {
    findings.push({ rule: 'change/git-attributes', level: 'deny', path, evidence: { attributes } })
  }
  return findings
}
