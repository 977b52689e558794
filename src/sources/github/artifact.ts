import { sha256 } from '../../engine/hash.ts'
import type { ReportBudget } from '../../engine/results/budget.ts'
import { looksLikeReport } from '../../engine/results/looks-like-report.ts'
import { readReport } from '../../engine/results/read-report.ts'
import {
  MAX_REPORT_BYTES,
  type ReportProblem,
  type TestReport,
} from '../../engine/results/report.ts'
import { BadArchive, unzip, type ZippedFile } from '../unzip.ts'
import type { GitHubReader } from './reader.ts'
import type { Artifact } from './schemas.ts'

/** Reports are text and pack well. */
const MAX_ZIP_BYTES = 50 * 1024 * 1024
const LIMITS = { entries: 2000, fileBytes: MAX_REPORT_BYTES, totalBytes: 128 * 1024 * 1024 }

/** What reports are called; an empty file of another name is none. */
const REPORT_NAME = /\.(?:xml|json|jsonl|ndjson|tap|txt|log)$/i
/** What is never a report, however large. */
const MEDIA_NAME = /\.(?:png|jpe?g|gif|webp|webm|mp4|zip|gz|tgz|zst|har|map)$/i

/**
 * The test reports in an artifact. Other files beside them, such as screenshots or coverage, are passed
 * over: what is no report says nothing about a test.
 * @param budget what all reports of a decision may hold together
 */
export async function readArtifact(
  reader: GitHubReader,
  artifact: Artifact,
  budget: ReportBudget,
): Promise<(TestReport | ReportProblem)[]> {
  if (artifact.size_in_bytes > MAX_ZIP_BYTES)
    return [problem(artifact, 'too-large', `it has more than ${MAX_ZIP_BYTES} bytes`)]
  const bytes = await reader.artifactZip(artifact.id, MAX_ZIP_BYTES)
  if (!isAsUploaded(bytes, artifact))
    return [problem(artifact, 'malformed', 'it is not what was uploaded: its digest differs')]
  try {
    const files = await unzip(bytes, LIMITS)
    return files.flatMap((file) => readFile(file, artifact, budget))
  } catch (error) {
    if (error instanceof BadArchive) return [problem(artifact, 'malformed', error.message)]
    throw error
  }
}

function isAsUploaded(bytes: Uint8Array, { digest }: Artifact): boolean {
  return digest == null || digest === `sha256:${sha256(bytes)}`
}

function readFile(
  { name, bytes }: ZippedFile,
  artifact: Artifact,
  budget: ReportBudget,
): (TestReport | ReportProblem)[] {
  const source = `${artifact.name}: ${name}`
  if (bytes === null) {
    const detail = `it has more than ${MAX_REPORT_BYTES} bytes`
    return MEDIA_NAME.test(name) ? [] : [{ code: 'too-large', detail, line: null, source }]
  }
  const isEmptyReport = bytes.length === 0 && REPORT_NAME.test(name)
  return isEmptyReport || looksLikeReport(bytes) ? [readReport(bytes, source, budget)] : []
}

function problem({ name }: Artifact, code: ReportProblem['code'], detail: string): ReportProblem {
  return { code, detail, line: null, source: name }
}
