import { deepStrictEqual } from 'node:assert/strict'
import { zipSync } from 'fflate'
import { findOwnerRule, parseCodeowners } from '../../src/engine/approvals/codeowners.ts'
import { isSealOf, verifySeal } from '../../src/engine/chain/seal.ts'
import { readChain } from '../../src/engine/chain/verify-chain.ts'
import { readDecision } from '../../src/engine/decision-schema.ts'
import { readWorkflow } from '../../src/engine/doctor/workflow-file.ts'
import { parseStrictJson } from '../../src/engine/parsing/strict-json.ts'
import { parsePlan } from '../../src/engine/plan/plan.ts'
import { extractIssuePlan, readPlanReferences } from '../../src/engine/plan/reference.ts'
import { resolvePolicy } from '../../src/engine/policy/resolve.ts'
import { openBudget } from '../../src/engine/results/budget.ts'
import { looksLikeReport } from '../../src/engine/results/looks-like-report.ts'
import { readReport } from '../../src/engine/results/read-report.ts'
import { isReportProblem } from '../../src/engine/results/report.ts'
import { readChangedText } from '../../src/engine/text/changed-text.ts'
import { readPatch } from '../../src/engine/text/patch.ts'
import { BadInput, parseInput } from '../../src/hook/input.ts'
import { patchedFiles } from '../../src/hook/patch.ts'
import { parseState } from '../../src/reports/comment-state.ts'
import { renderJson } from '../../src/reports/json.ts'
import { BadArchive, unzip } from '../../src/sources/unzip.ts'
import { bytesOf } from '../engine/make.ts'
import { makeBlocked } from '../reports/decisions.ts'
import { CHAIN_ID, chainPath, sealPath } from '../support/chain.ts'
import { HONEST, PLAN, POLICY } from './honest.ts'
import { REPORT_TOKENS, REPORTS } from './report-bytes.ts'
import { APPLY, HOOK, ISSUE, JSON_TOKENS, OWNERS, PATCH, WORKFLOW, YAML_TOKENS } from './seeds.ts'

/** Everything that reads bytes of a stranger: it answers, or refuses in a way of its own. */
export interface Reader {
  readonly name: string
  /** What it reads when nobody means ill. */
  readonly seeds: readonly (string | Uint8Array)[]
  /** What its format is made of, and what has broken such readers before. */
  readonly tokens: readonly string[]
  /** @throws only when it is not as it should be. */
  readonly read: (bytes: Uint8Array) => void | Promise<void>
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const contentOf = (path: string) =>
  textOf(HONEST.files.find((file) => file.path === path)?.content ?? new Uint8Array())

const LIMITS = { entries: 50, fileBytes: 10_000, totalBytes: 100_000 }

export const READERS: readonly Reader[] = [
  {
    name: 'a policy',
    seeds: [POLICY, 'version: 1\nextends: standard\n'],
    tokens: YAML_TOKENS,
    read: (bytes) => void resolvePolicy([{ source: 'x', path: 'x', bytes }]),
  },
  {
    name: 'a plan',
    seeds: [textOf(PLAN.bytes)],
    tokens: YAML_TOKENS,
    read: (bytes) => void parsePlan({ bytes }),
  },
  {
    name: 'a workflow',
    seeds: [WORKFLOW],
    tokens: [...YAML_TOKENS, '${{', '}}', 'on: push\n', 'jobs: {}\n', 'secrets: inherit\n'],
    read: (bytes) => void readWorkflow({ source: 'x', path: 'x', bytes }),
  },
  {
    name: 'an issue',
    seeds: [ISSUE],
    tokens: [
      '```',
      '~~~',
      ' yaml countersign-plan',
      '\n',
      '\r\n',
      '<!--',
      '-->',
      'Plan: #2\n',
      '> ',
      '`',
      '    ',
    ],
    read: (bytes) => {
      extractIssuePlan(textOf(bytes))
      readPlanReferences(textOf(bytes))
    },
  },
  {
    name: 'a report',
    seeds: REPORTS,
    tokens: REPORT_TOKENS,
    read: (bytes) => {
      const reading = readReport(bytes, 'x', openBudget())
      looksLikeReport(bytes)
      if (!isReportProblem(reading) && reading.tests.length === 0)
        throw new Error('no test, no problem')
      deepStrictEqual(readReport(bytes, 'x', openBudget()), reading)
    },
  },
  {
    name: 'a chain',
    seeds: [contentOf(chainPath())],
    tokens: JSON_TOKENS,
    read: (bytes) => void readChain(bytes, CHAIN_ID),
  },
  {
    name: 'a seal',
    seeds: [contentOf(sealPath())],
    tokens: JSON_TOKENS,
    read: (bytes) => {
      const reading = { records: 1, head: null, genesis: null }
      verifySeal(bytes, { signers: [], name: 'x', sha256: 'x', reading, repository: null })
      isSealOf(bytes, 'x')
    },
  },
  {
    name: 'CODEOWNERS',
    seeds: [OWNERS],
    tokens: [
      '*',
      '**',
      '/',
      '?',
      '\\',
      '[',
      ']',
      '!',
      '#',
      '@',
      '@a/b',
      ' ',
      '\n',
      '\r',
      '\v',
      'é',
      '***',
      '//',
      'a@b.c',
    ],
    read: (bytes) => {
      const owners = parseCodeowners(bytes, [{ line: 1, column: 3, kind: 'Unknown owner' }])
      for (const path of ['src/a/xy', 'docs/é', 'a b/c', '*'.repeat(300), 'a/'.repeat(200)])
        findOwnerRule(owners, path)
    },
  },
  {
    name: 'a patch',
    seeds: [PATCH],
    tokens: [
      '@@ -1 +1 @@\n',
      '@@ -1,0 +1,9 @@',
      '\n',
      '-',
      '+',
      ' ',
      '\\ No newline at end of file',
      '--- a\n',
      '+++ b\n',
      'diff --git a b\n',
      '\0',
      '\r',
    ],
    read: (bytes) => {
      const patch = textOf(bytes)
      const count = (sign: string) =>
        patch.split('\n').filter((line) => line.startsWith(sign)).length
      readPatch(patch, count('+'), count('-'))
    },
  },
  {
    name: 'two sides of a file',
    seeds: ['a\nb\r\nc', 'version https://git-lfs.github.com/spec/v1\noid sha256:a\nsize 1\n'],
    tokens: ['\n', '\r', '\r\n', '\ufeff', '\0', '\u2028', 'a', 'b\n'.repeat(20)],
    read: (bytes) => {
      const half = bytes.subarray(0, bytes.length / 2)
      readChangedText(half, bytes)
      readChangedText(bytes, null, { whole: true })
    },
  },
  {
    name: 'an archive',
    seeds: [
      zipSync({ 'a.xml': bytesOf('<a/>'), 'b/c.json': bytesOf('{}'.repeat(50)) }),
      zipSync({ 'a.xml': bytesOf('<a/>') }, { level: 0, comment: 'x' }),
    ],
    tokens: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', '\0', '\xff', '../x', '/x'],
    read: async (bytes) => {
      try {
        const files = await unzip(bytes, LIMITS)
        const sizes = files.map((file) => file.bytes?.length ?? 0)
        if (sizes.some((size) => size > LIMITS.fileBytes)) throw new Error('more than is read')
      } catch (error) {
        if (!(error instanceof BadArchive)) throw error
      }
    },
  },
  {
    name: 'a comment of ours',
    seeds: [
      `<!-- countersign:gate -->\n<!-- countersign:state 1 [${'c'.repeat(40)} block path/x=${'a'.repeat(16)}] [] -->\n`,
    ],
    tokens: ['<!--', '-->', '[', ']', '=', ',', '\n', '\r\n', 'block', 'f'.repeat(16), 'path/x='],
    read: (bytes) => void parseState(textOf(bytes)),
  },
  {
    name: 'a decision record',
    seeds: [renderJson(makeBlocked())],
    tokens: JSON_TOKENS,
    read: (bytes) => {
      const parsed = parseStrictJson(textOf(bytes))
      readDecision(parsed.ok ? parsed.value : null)
    },
  },
  {
    name: "a hook's input",
    seeds: [HOOK],
    tokens: JSON_TOKENS,
    read: (bytes) => {
      try {
        parseInput(textOf(bytes), undefined)
      } catch (error) {
        if (!(error instanceof BadInput)) throw error
      }
    },
  },
  {
    name: "an agent's patch",
    seeds: [APPLY],
    tokens: [
      '*** ',
      'Begin Patch\n',
      'Update File: ',
      'Move to: b\n',
      'End Patch',
      '@@',
      '\n',
      '+',
      '-',
      ' ',
      '\r\n',
    ],
    read: (bytes) => void patchedFiles(textOf(bytes)),
  },
]
