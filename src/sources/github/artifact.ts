import { sha256 } from '../../engine/hash.ts'
import { readReport } from '../../engine/results/read-report.ts'
import {
  isReportProblem,
  MAX_REPORT_BYTES,
  type ReportProblem,
  type TestReport,
} from '../../engine/results/report.ts'
import { BadArchive, unzip, type ZippedFile } from '../unzip.ts'
import type { GitHubReader } from './reader.ts'
import type { Artifact } from './schemas.ts'

/** Reports are text and pack well. */
const MAX_ZIP_BYTES = 50 * 1024 * 1024
const LIMITS = { entries: 2000, fileBytes: MAX_REPORT_BYTES, totalBytes: 256 * 1024 * 1024 }

/** What reports are called; only these can be one that is too large, or not in UTF-8. */
const REPORT_NAME = /\.(?:xml|json|jsonl|ndjson|tap|txt|log)$/i

/**
 * The test reports in an artifact. Other files beside them, such as screenshots or coverage, are passed
 * over: what is no report says nothing about a test.
 */
export async function readArtifact(
  reader: GitHubReader,
  artifact: Artifact,
): Promise<(TestReport | ReportProblem)[]> {
  if (artifact.size_in_bytes > MAX_ZIP_BYTES)
    return [problem(artifact, 'too-large', `it has more than ${MAX_ZIP_BYTES} bytes`)]
  const bytes = await reader.artifactZip(artifact.id, MAX_ZIP_BYTES)
  if (!isAsUploaded(bytes, artifact))
    return [problem(artifact, 'malformed', 'it is not what was uploaded: its digest differs')]
  try {
    const files = await unzip(bytes, LIMITS)
    return files.flatMap((file) => readFile(file, artifact))
  } catch (error) {
    if (error instanceof BadArchive) return [problem(artifact, 'malformed', error.message)]
    throw error
  }
}

function isAsUploaded(bytes: Uint8Array, { digest }: Artifact): boolean {
  return digest == null || digest === `sha256:${sha256(bytes)}`
}

function readFile({ name, bytes }: ZippedFile, artifact: Artifact): (TestReport | ReportProblem)[] {
  const source = `${artifact.name}: ${name}`
  if (bytes === null) {
    const detail = `it has more than ${MAX_REPORT_BYTES} bytes`
    return REPORT_NAME.test(name) ? [{ code: 'too-large', detail, line: null, source }] : []
  }
  const reading = readReport(bytes, source)
  return isReportProblem(reading) && isSomethingElse(reading, bytes, name) ? [] : [reading]
}

/** Coverage in XML begins with a document type, which no test report has. */
const OTHER_DOCTYPE = /<!DOCTYPE\s+(?!testsuites?\b)[a-z]/i

function isSomethingElse({ code }: ReportProblem, bytes: Uint8Array, name: string): boolean {
  if (code === 'unknown-format') return true
  if (code === 'encoding') return !REPORT_NAME.test(name)
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return code === 'forbidden' && OTHER_DOCTYPE.test(start)
}

function problem({ name }: Artifact, code: ReportProblem['code'], detail: string): ReportProblem {
  return { code, detail, line: null, source: name }
}
