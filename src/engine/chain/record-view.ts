import { parseJson } from '../parsing/exact-json.ts'
import { isMap, type PlainMap } from '../parsing/plain-map.ts'
import type { ChainRecord } from './format.ts'

/**
 * What a person asks a record: a view that believes no type. Records of a defective chain get here
 * too, and their texts are the recorder's, so possibly an attacker's.
 */
export interface RecordView {
  readonly line: number
  readonly ts: string
  readonly event: string
  readonly tool: string | null
  readonly decision: string | null
  readonly rule: string | null
  readonly status: string | null
  readonly session: string | null
  readonly targets: readonly string[]
  /** Path and blob; null: deleted. */
  readonly changed: readonly (readonly [string, string | null])[]
  /** Paths of the final state. */
  readonly final: readonly string[] | null
  /** The intent a result belongs to. */
  readonly intentSeq: number | null
}

/** Reads a view from a record's stored bytes. */
export function viewRecord(line: number, stored: Buffer): RecordView {
  const record = parseJson(stored.toString('utf8')) as { [Key in keyof ChainRecord]: unknown }
  const [request, rules, result] = [record.request, record.rules, record.result].map(asMap)
  return {
    line,
    ts: asText(record.ts) ?? '',
    event: asText(record.event) ?? '',
    tool: asText(request?.tool),
    decision: asText(rules?.decision),
    rule: asText(rules?.rule),
    status: asText(result?.status),
    session: asText(asMap(record.role)?.session_id),
    targets: asTexts(request?.targets),
    changed: Object.entries(asMap(result?.blobs) ?? {}).map(([path, id]) => [path, asText(id)]),
    final: record.files === undefined ? null : Object.keys(asMap(record.files) ?? {}),
    intentSeq: asNumber(asMap(record.reference)?.intent_seq),
  }
}

function asMap(value: unknown): PlainMap | null {
  return isMap(value) ? value : null
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
