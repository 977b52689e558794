import type { Decision } from '../../engine/decision.ts'
import { type Finding, LEVELS, type Level } from '../../engine/finding.ts'
import { VERSION } from '../../version.generated.ts'
import { makeVisible } from '../escape.ts'
import { clipEnd, countBytes } from '../fit.ts'
import { encodeJson } from '../json.ts'
import { linkToRepository, type ReportLinks } from '../links.ts'
import { count, formatHeadline, orderFindings } from '../verdict.ts'
import type {
  SarifLevel,
  SarifLog,
  SarifNotification,
  SarifResult,
  SarifRun,
  SarifSuppression,
} from './format.ts'
import { addressOf, placeFinding } from './place.ts'
import { describeRule, nameRule, SARIF_LEVELS } from './rules.ts'

/**
 * GitHub shows 5,000 results of a run and refuses a file with more than 25,000, and one of more than 10 MB
 * packed (documentation: SARIF results exceed one or more limits). Packing never makes a file noticeably
 * larger, so one that is smaller unpacked is small enough.
 */
const MOST_RESULTS = 5_000
const MOST_BYTES = 9_000_000

/** Characters of one message; a finding's own words are far shorter. */
const MESSAGE_LENGTH = 4_000

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/**
 * The decision as SARIF 2.1.0 for code scanning, most urgent findings first. What GitHub's limits leave no
 * room for is counted in a notification; the decision record has every finding.
 */
export function renderSarif(decision: Decision, links: ReportLinks): string {
  const findings = orderFindings(decision).slice(0, MOST_RESULTS)
  const text = encodeJson(makeLog(decision, findings, links))
  if (countBytes(text) <= MOST_BYTES) return text
  return encodeJson(makeLog(decision, takeWithin(decision, findings, MOST_BYTES), links))
}

/** As many findings, in order, as surely fit. Each counts double, for indentation and its rule. */
function takeWithin(
  decision: Decision,
  findings: readonly Finding[],
  maxBytes: number,
): readonly Finding[] {
  let bytes = 0
  const end = findings.findIndex((finding) => {
    bytes += 2 * countBytes(encodeJson(makeResult(decision, finding, 0)))
    return bytes > maxBytes
  })
  return end < 0 ? findings : findings.slice(0, end)
}

function makeLog(decision: Decision, findings: readonly Finding[], links: ReportLinks): SarifLog {
  return { $schema: SCHEMA, version: '2.1.0', runs: [makeRun(decision, findings, links)] }
}

function makeRun(decision: Decision, findings: readonly Finding[], links: ReportLinks): SarifRun {
  const levels = findGravestLevels(findings)
  const ids = [...levels.keys()]
  const indexes = new Map(ids.map((id, index) => [id, index]))
  return {
    tool: {
      driver: {
        name: 'Countersign',
        semanticVersion: VERSION,
        rules: [...levels].map(([id, level]) => describeRule(id, level)),
      },
    },
    automationDetails: { id: `countersign/${decision.digest.slice(0, 16)}` },
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: describeRun(decision, findings) },
    ],
    ...describeProvenance(decision, links),
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => {
      return makeResult(decision, finding, indexes.get(nameRule(finding)) ?? 0)
    }),
    properties: {
      conclusion: decision.conclusion,
      mode: decision.mode,
      digest: decision.digest,
    },
  }
}

/** The rules that were found, by id, each with the gravest level of its findings. */
function findGravestLevels(findings: readonly Finding[]): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>()
  for (const finding of findings) {
    const id = nameRule(finding)
    const known = levels.get(id)
    const isGraver = known === undefined || LEVELS.indexOf(finding.level) < LEVELS.indexOf(known)
    if (isGraver) levels.set(id, finding.level)
  }
  return levels
}

function makeResult(decision: Decision, finding: Finding, ruleIndex: number): SarifResult {
  return {
    ruleId: nameRule(finding),
    ruleIndex,
    level: findLevel(finding),
    message: { text: describeMessage(finding) },
    locations: [placeFinding(decision, finding)],
    partialFingerprints: {
      'countersignFinding/v1': finding.id,
      // The only one that code scanning compares. Ours does not change when lines move.
      primaryLocationLineHash: `${finding.id}:1`,
    },
    ...describeSuppression(decision, finding),
    properties: { level: finding.level, blocking: finding.blocking },
  }
}

function findLevel({ level, blocking, settled }: Finding): SarifLevel {
  if (settled) return 'note'
  return blocking ? 'error' : SARIF_LEVELS[level]
}

/** Message and next step, and the path where an address cannot say it. Brackets would make links here. */
function describeMessage({ path, message, remedy }: Finding): string {
  const where = path === null || addressOf(path) !== null ? '' : `${path}: `
  const text = makeVisible(`${where}${message} ${remedy}`)
  return clipEnd(text, MESSAGE_LENGTH).replace(/\](?=\()/g, '] ')
}

function describeSuppression(
  { conclusion }: Decision,
  { settled, blocking }: Finding,
): { suppressions?: readonly SarifSuppression[] } {
  const isSetAside = conclusion === 'override' && blocking
  if (!settled && !isSetAside) return {}
  const justification = settled
    ? 'Somebody entitled has signed for this change.'
    : 'Set aside by an emergency override of people whom the policy names.'
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] }
}

function describeRun(
  decision: Decision,
  findings: readonly Finding[],
): readonly SarifNotification[] {
  const left = decision.findings.length - findings.length
  const verdict = { level: 'note', message: { text: formatHeadline(decision) } } as const
  if (left === 0) return [verdict]
  const text = `${count(left, 'finding')} left out, because code scanning takes no more; the decision record lists every one.`
  return [verdict, { level: 'warning', message: { text } }]
}

function describeProvenance(
  { subject }: Decision,
  links: ReportLinks,
): Pick<SarifRun, 'versionControlProvenance'> {
  const repositoryUri = linkToRepository(links, subject.repository)
  if (repositoryUri === null || !/^[0-9a-f]{40,64}$/.test(subject.head_sha)) return {}
  return { versionControlProvenance: [{ repositoryUri, revisionId: subject.head_sha }] }
}
