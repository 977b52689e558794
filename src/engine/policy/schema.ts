import * as v from 'valibot'
import { mapsOnly } from '../parsing/validate.ts'

/**
 * The format of a policy file (docs/policy.md). One source for three things: the validator,
 * the TypeScript types and `policies/schema/policy.schema.json`.
 */

const text = (limit: number) =>
  v.pipe(
    v.string('must be text (put it in quotes)'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(limit),
  )
const flag = v.boolean('must be true or false')
const count = (lowest: number) =>
  v.pipe(
    v.number('must be a whole number'),
    v.safeInteger('must be a whole number'),
    v.minValue(lowest, `must be at least ${lowest}`),
  )
const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.array(item, 'must be a list'),
    v.minLength(1, 'must not be an empty list; leave the key out'),
  )
/** A list of rules may be empty: extending a preset with nothing is not a mistake. */
const rules = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item, 'must be a list'), v.maxLength(500, 'must have at most 500 entries'))
const oneOf = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, `must be one of: ${options.join(', ')}`)
const object = <T extends v.ObjectEntries>(entries: T) => mapsOnly(v.strictObject(entries))

const mapOf = <K extends v.GenericSchema<string, string>, V extends v.GenericSchema>(
  key: K,
  value: V,
  message: string,
) => mapsOnly(v.record(key, value, message))

const glob = v.pipe(
  text(500),
  v.description('A minimatch glob on a path from the repository root.'),
)
const globs = list(glob)
const ruleId = v.pipe(
  text(64),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be letters, digits, ".", "_" and "-"'),
)
const decision = oneOf(['deny', 'approve', 'warn'])
const label = text(50)
const login = v.pipe(
  text(100),
  v.regex(
    /^[A-Za-z0-9][A-Za-z0-9-]*(\[bot\])?$/,
    'must be a GitHub login such as alice or dependabot[bot]',
  ),
)
const owner = v.pipe(
  text(140),
  v.regex(
    /^@[A-Za-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9._-]+)?$/,
    'must be "@login" or "@organisation/team", in quotes',
  ),
)
const owners = list(owner)
const reason = v.pipe(
  text(500),
  v.description('What the rule protects; shown to whoever it stops.'),
)
const example = v.pipe(
  text(2000),
  v.description('Something the rule matches; checked by the linter.'),
)

const ruleBody = {
  reason: v.optional(reason),
  example: v.optional(example),
  approvers: v.optional(owners),
}

/** Built-in findings about one path, whose level a `paths` rule that names the path decides. */
export const RELAXABLE_RULES = [
  'change/executable',
  'change/git-attributes',
  'change/submodule',
  'change/symlink',
  'evidence/tampered',
  'evidence/unsafe-name',
  'pattern/invisible',
  'pattern/unscannable',
] as const

const pathRule = object({
  id: ruleId,
  match: v.optional(globs),
  on: v.optional(
    v.pipe(
      list(oneOf(['added', 'modified', 'deleted', 'renamed', 'read'])),
      v.description(
        'Left out: added, modified, deleted, renamed. "read" is for agent hooks: the gate sees no reads.',
      ),
    ),
  ),
  relaxes: v.optional(
    v.pipe(
      rules(oneOf(RELAXABLE_RULES)),
      v.description('The built-in findings whose level this rule decides; left out: all of them.'),
    ),
  ),
  decision: v.optional(decision),
  ...ruleBody,
})

const expression = v.pipe(text(2000), v.description('An RE2 regular expression.'))
const flags = v.pipe(v.string('must be text'), v.regex(/^[ims]*$/, 'must be made of i, m and s'))

const patternRule = object({
  id: ruleId,
  match: v.optional(expression),
  flags: v.optional(flags),
  in: v.optional(oneOf(['added', 'removed', 'any'])),
  paths: v.optional(globs),
  decision: v.optional(decision),
  ...ruleBody,
})

const commandRule = object({
  id: ruleId,
  match: v.optional(expression),
  flags: v.optional(flags),
  decision: v.optional(decision),
  ...ruleBody,
})

/**
 * Checks that an exemption may switch off, or that may have a mode of their own. What keeps the gate
 * itself honest is not among them.
 */
const EXEMPTIBLE = [
  'plan',
  'scope',
  'paths',
  'patterns',
  'limits',
  'audit',
  'acceptance',
  'approvals',
] as const

const mode = oneOf(['observe', 'warn', 'enforce'])
/** Checks that are introduced one by one: a mode for each that differs from `mode`. */
const modes = mapOf(
  v.picklist(
    EXEMPTIBLE,
    `must be one of: ${EXEMPTIBLE.join(', ')}; evidence and policy are always as strict as the strictest of them`,
  ),
  mode,
  'must be a map from check to mode',
)

const duration = v.pipe(
  v.string('must be text such as 24h or 3d'),
  v.regex(/^[1-9]\d{0,2}[hd]$/, 'must be hours or days, such as 24h or 3d'),
)

export const NOTIFY_EVENTS = ['block', 'override', 'waiting'] as const

const tier = object({
  minimum: v.optional(count(1)),
  escalate_after: v.optional(duration),
  approvers: v.optional(owners),
  paths: v.optional(globs),
})

export const PolicySchema = object({
  version: v.literal(1, 'must be 1'),
  extends: v.optional(
    v.pipe(text(300), v.description('observe, standard, strict, or a path on the base branch.')),
  ),
  mode: v.optional(mode),
  modes: v.optional(modes),
  applies_to: v.optional(oneOf(['agents', 'all'])),
  bases: v.optional(globs),
  exempt: v.optional(rules(object({ actors: list(login), checks: list(oneOf(EXEMPTIBLE)) }))),
  agents: v.optional(
    object({
      authors: v.optional(list(text(100))),
      branches: v.optional(globs),
      trailers: v.optional(list(text(200))),
      labels: v.optional(list(label)),
    }),
  ),
  plan: v.optional(
    object({
      required: v.optional(flag),
      sources: v.optional(list(oneOf(['base', 'issue', 'pull-request']))),
      approval_label: v.optional(label),
      approvers: v.optional(owners),
    }),
  ),
  paths: v.optional(rules(pathRule)),
  patterns: v.optional(rules(patternRule)),
  commands: v.optional(rules(commandRule)),
  limits: v.optional(
    object({
      changed_files: v.optional(count(1)),
      changed_lines: v.optional(count(1)),
      blob_bytes: v.optional(count(1)),
    }),
  ),
  audit: v.optional(
    object({
      required: v.optional(flag),
      assurance: v.optional(oneOf(['unanchored', 'signed'])),
      unexplained: v.optional(decision),
      denied_actions: v.optional(decision),
      prompts: v.optional(
        v.pipe(
          oneOf(['hashed', 'redacted']),
          v.description(
            'What the recorder keeps of a prompt: its hash, or its text without secrets.',
          ),
        ),
      ),
      signers: v.optional(
        list(
          object({
            id: ruleId,
            ed25519: v.pipe(
              v.string('must be text'),
              v.regex(/^[A-Za-z0-9+/]{43}=$/, 'must be the base64 of a 32-byte Ed25519 public key'),
            ),
          }),
        ),
      ),
    }),
  ),
  acceptance: v.optional(
    object({
      required: v.optional(flag),
      red_green: v.optional(flag),
      results: v.optional(
        list(object({ workflow: text(300), artifact: text(300), guard: v.optional(globs) })),
      ),
    }),
  ),
  approvals: v.optional(
    object({
      label: v.optional(label),
      codeowners: v.optional(flag),
      minimum: v.optional(count(0)),
      reviews: v.optional(flag),
      after_report: v.optional(flag),
      independence: v.optional(
        list(oneOf(['not-author', 'not-pusher', 'not-committer', 'not-bot'])),
      ),
      carry_over: v.optional(oneOf(['identical-patch', 'never'])),
      escalate_after: v.optional(duration),
      tiers: v.optional(
        mapOf(oneOf(['low', 'medium', 'high', 'critical']), tier, 'must be a map of tiers'),
      ),
    }),
  ),
  notify: v.optional(object({ on: v.optional(rules(oneOf(NOTIFY_EVENTS))) })),
  teams: v.optional(mapOf(owner, list(login), 'must be a map from "@organisation/team" to logins')),
  override: v.optional(
    object({
      label: v.optional(label),
      approvers: owners,
      reason_required: v.optional(flag),
    }),
  ),
})

/** A policy file as written: valid by itself, with anything it extends still to come. */
export type PolicyDocument = v.InferOutput<typeof PolicySchema>
