import * as v from 'valibot'
import { makeBareCase } from '../bare-case.ts'
import { paths } from '../checks/paths.ts'
import { patterns } from '../checks/patterns.ts'
import type { ChangedFile, FileStatus } from '../evidence.ts'
import type { BareFinding } from '../finding.ts'
import { sha256 } from '../hash.ts'
import { makeCommandJudge } from '../matching/command-rules.ts'
import { mapsOnly, parseDocument } from '../parsing/validate.ts'
import { describeProblem } from '../parsing/yaml.ts'
import { readChangedText } from '../text/changed-text.ts'
import type { Policy } from './policy.ts'

/**
 * Examples kept beside a policy: a small change or a command, and what the policy should say of it.
 * They are for people who edit the policy, as tests are for people who edit code.
 */

const rules = v.array(
  v.string('must be a rule name such as path/control-plane'),
  'must be a list of rule names',
)
const object = <T extends v.ObjectEntries>(entries: T) => mapsOnly(v.strictObject(entries))
const contents = mapsOnly(
  v.record(v.string(), v.string('must be text'), 'must be a map from path to content'),
)

const edit = object({ before: v.string('must be text'), after: v.string('must be text') })
const edits = mapsOnly(
  v.record(
    v.string(),
    v.union([v.string(), edit], 'must be the new text, or a map of "before" and "after"'),
    'must be a map from path to content',
  ),
)

const ExamplesSchema = object({
  version: v.literal(1, 'must be 1'),
  examples: v.array(
    object({
      name: v.string('must be text'),
      change: v.optional(
        object({
          added: v.optional(contents),
          modified: v.optional(edits),
          deleted: v.optional(v.array(v.string('must be a path'), 'must be a list of paths')),
          renamed: v.optional(contents),
          executable: v.optional(v.array(v.string('must be a path'), 'must be a list of paths')),
        }),
      ),
      command: v.optional(v.string('must be text')),
      expect: object({
        deny: v.optional(rules),
        approve: v.optional(rules),
        warn: v.optional(rules),
        none: v.optional(v.boolean('must be true or false')),
      }),
    }),
    'must be a list of examples',
  ),
})

type Example = v.InferOutput<typeof ExamplesSchema>['examples'][number]

export interface ExampleResult {
  readonly name: string
  /** What is not as expected, as sentences; empty when all is. */
  readonly failures: readonly string[]
}

/** Runs every example; or says why the file is not one of examples. */
export function runExamples(
  policy: Policy,
  bytes: Uint8Array,
): { readonly results: readonly ExampleResult[] } | { readonly problems: readonly string[] } {
  const parsed = parseDocument(bytes, ExamplesSchema)
  if (!parsed.ok) return { problems: parsed.problems.map(describeProblem) }
  const judgeCommand = makeCommandJudge(policy.commands)
  const results = parsed.value.examples.map((example) => {
    const found = [
      ...(example.change === undefined ? [] : judgeChange(policy, example)),
      ...(example.command === undefined ? [] : judgeCommand(example.command)),
    ]
    return { name: example.name, failures: compare(example, found) }
  })
  return { results }
}

function judgeChange(policy: Policy, { change }: Example): BareFinding[] {
  const executable = new Set(change?.executable ?? [])
  const files = [
    ...Object.entries(change?.added ?? {}).map(([path, text]) =>
      makeFile('added', path, null, text),
    ),
    ...Object.entries(change?.modified ?? {}).map(([path, text]) =>
      typeof text === 'string'
        ? makeFile('modified', path, '', text)
        : makeFile('modified', path, text.before, text.after),
    ),
    ...(change?.deleted ?? []).map((path) => makeFile('deleted', path, '', null)),
    ...Object.entries(change?.renamed ?? {}).map(([from, to]) =>
      makeFile('renamed', to, '', '', from),
    ),
  ].map((file) => (executable.has(file.path) ? makeExecutable(file) : file))
  const subject = makeBareCase(policy, files)
  return [paths, patterns].flatMap((check) => check.run(subject).findings)
}

function makeFile(
  status: FileStatus,
  path: string,
  before: string | null,
  after: string | null,
  previousPath: string | null = null,
): ChangedFile {
  const [old, now] = [before, after].map((text) =>
    text === null ? null : new TextEncoder().encode(text),
  )
  const { text, added, removed } = readChangedText(old ?? null, now ?? null)
  return {
    path,
    previousPath,
    status,
    before: before === null ? null : { mode: '100644', blob: sha256(before) },
    after: after === null ? null : { mode: '100644', blob: sha256(after) },
    added,
    removed,
    size: now?.length ?? null,
    text,
    content: now ?? null,
  }
}

function makeExecutable(file: ChangedFile): ChangedFile {
  return file.after === null ? file : { ...file, after: { ...file.after, mode: '100755' } }
}

function compare({ expect }: Example, findings: readonly BareFinding[]): string[] {
  const found = new Set(findings.map(({ rule, level }) => `${rule} (${level})`))
  const expected = [
    ...(expect.deny ?? []).map((rule) => `${rule} (deny)`),
    ...(expect.approve ?? []).map((rule) => `${rule} (approve)`),
    ...(expect.warn ?? []).map((rule) => `${rule} (warn)`),
  ]
  const missing = expected.filter((it) => !found.has(it))
  const surplus = [...found].filter((it) => !expected.includes(it))
  const instead = found.size === 0 ? 'nothing was found' : `found: ${[...found].join(', ')}`
  if (expected.length === 0 && expect.none !== true) {
    return ['expects nothing in particular; write "none: true" for no finding at all']
  }
  return [
    ...missing.map((it) => `expected ${it}; ${instead}`),
    ...surplus.map((it) => `did not expect ${it}`),
  ]
}
