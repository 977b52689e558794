import {
  isBlob,
  isCount,
  isMapOf,
  isMode,
  isObjectId,
  isOneOf,
  isSha256,
  isText,
  isTextList,
  isTextOrNull,
} from './cells.ts'
import { CATEGORIES } from './format.ts'
import { makeShape, type Shape } from './shape.ts'

/** The keys of a record and of its parts, and what their values have to be (docs/audit-chain.md). */

/** The events by number: their place in `EVENTS`. */
export const EVENT = {
  session_start: 0,
  prompt: 1,
  intent: 2,
  result: 3,
  denied: 4,
  checkpoint: 5,
  session_end: 6,
} as const

/** Where the value of each known key stands among the located ones: keys are located in sorted order. */
export const RECORD = {
  chain: 0,
  event: 1,
  files: 2,
  genesis: 3,
  prev: 4,
  reference: 5,
  request: 6,
  resource: 7,
  result: 8,
  role: 9,
  rules: 10,
  seq: 11,
  ts: 12,
  v: 13,
} as const
export const REFERENCE = { intent_seq: 0, tool_use_id: 1 } as const
export const REQUEST = { category: 0, input_sha256: 1, targets: 2, text: 3, tool: 4 } as const
export const RESULT = { blobs: 0, output_sha256: 1, status: 2 } as const
export const FINAL_FILE = { blob: 0, mode: 1 } as const

const anything = () => true
export const SHAPES = {
  record: makeShape(Object.fromEntries(Object.keys(RECORD).map((key) => [key, anything])), []),
  genesis: makeShape(
    { base_sha: isObjectId, nonce: isText, policy_sha256: isSha256, repository: isText },
    ['base_sha', 'nonce', 'policy_sha256', 'repository'],
  ),
  reference: makeShape({ intent_seq: isCount, tool_use_id: isText }, ['tool_use_id']),
  request: makeShape(
    {
      category: isOneOf(CATEGORIES),
      input_sha256: isSha256,
      targets: isTextList,
      text: isText,
      tool: isText,
    },
    [],
  ),
  result: makeShape(
    {
      blobs: isMapOf(isBlob),
      output_sha256: isSha256,
      status: isOneOf(['ok', 'error']),
    },
    ['status'],
  ),
  role: makeShape({ agent: isText, model: isText, session_id: isText }, []),
  rules: makeShape(
    {
      decision: isOneOf(['allow', 'ask', 'deny']),
      policy_sha256: isSha256,
      rule: isTextOrNull,
    },
    ['decision'],
  ),
  finalFile: makeShape({ blob: isBlob, mode: isMode }, ['blob', 'mode']),
} satisfies Record<string, Shape>
