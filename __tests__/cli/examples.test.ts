import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { changeFile, type ExampleCopy, type ExampleShop, makeExampleShop } from './example-shop.ts'
import { type HelpExamples, readHelpExamples } from './help-examples.ts'

/**
 * Every example of every command's `--help`, run as it stands there. A command that is not listed here
 * fails: whoever adds one says what its examples need.
 */
interface Preparation {
  /** What has to happen in the shop before the example is run. */
  readonly prepare?: (copy: ExampleCopy) => void
  /** What stands for the placeholders in it. */
  readonly substitute?: (line: string, copy: ExampleCopy) => string
  /** The exit code; 0 where none is given. */
  readonly code?: (line: string) => number
  /** Something that it prints; anything where none is given. */
  readonly prints?: RegExp
  /** The test that runs them instead, beside a server of GitHub's. */
  readonly runIn?: string
}

const withoutPlan: Preparation = {
  prepare: ({ shop }) => rmSync(join(shop.root, '.countersign/plans/PAY-142.yml')),
}
const withNews: Preparation = {
  prepare: ({ shop }) => changeFile(shop, 'src/more.ts', 'export const more = 1\n'),
}
const ofChain: Preparation = {
  substitute: (line, { chain }) => line.replace('audit/CHAIN.jsonl', `audit/${chain}.jsonl`),
}

function decideOnce({ run }: ExampleCopy): void {
  run('mkdir decisions && countersign check --base main --format json --output decisions/1.json')
}

const PREPARATIONS: Readonly<Record<string, Preparation>> = {
  '': {},
  demo: { prints: /Blocked/ },
  check: { prints: /Passed|"conclusion"|Wrote the decision/ },
  plan: {},
  'plan new': withoutPlan,
  'plan lint': { prints: /valid/ },
  'plan digest': { prints: /^[0-9a-f]{64}$/m },
  policy: {},
  'policy lint': { prints: /valid/ },
  'policy explain': { prints: /standard|control|ci\.yml/ },
  'policy test': { prints: /as expected/ },
  audit: withNews,
  'audit attach': { ...withNews, prints: /Retry failed webhooks/ },
  'audit verify': { prints: /intact/ },
  'audit query': {},
  'audit show': { prints: /session|Wrote the page/ },
  'audit seal': {
    ...ofChain,
    prepare: ({ shop }) => rmSync(join(shop.root, 'CHAIN.dsse.json')),
  },
  explain: { prints: /scope|What it protects|##/ },
  completion: {},
  init: {
    code: (line) => (/--yes|--dry-run/.test(line) ? 0 : 2),
    prints: /countersign\.yml/,
  },
  report: { prepare: decideOnce, prints: /decision|Wrote the report/ },
  scan: { runIn: 'scan.test.ts' },
  doctor: { runIn: 'doctor.test.ts' },
  schema: { prints: /json-schema|Wrote the schema/ },
}

const ELSEWHERE = Object.entries(PREPARATIONS).flatMap(([command, { runIn }]) =>
  runIn === undefined ? [] : [[command, runIn] as const],
)

const HELP: readonly HelpExamples[] = readHelpExamples()
/** Each once: those of a command that has others below it are mostly theirs, whose preparation counts. */
const EXAMPLES = [
  ...new Map(
    HELP.flatMap(({ command, examples }) => examples.map((example) => [example, command] as const)),
  ),
].filter(
  ([example]) => !ELSEWHERE.some(([command]) => example.startsWith(`countersign ${command}`)),
)

let shop: ExampleShop

beforeAll(() => {
  shop = makeExampleShop()
})
afterAll(() => shop.dispose())

describe('the help', () => {
  test.each(HELP.map(({ command, examples }) => [command, examples] as const))(
    'of "%s" has an example, which is prepared for here',
    (command, examples) => {
      expect(examples).not.toEqual([])
      expect(Object.keys(PREPARATIONS)).toContain(command)
    },
  )

  test.each(ELSEWHERE)('of "%s" is read by %s', (_, file) => {
    expect(readFileSync(join('__tests__/cli', file), 'utf8')).toContain('listExamples(')
  })

  test('has no preparation for a command that is gone', () => {
    expect(Object.keys(PREPARATIONS).toSorted()).toEqual(
      HELP.map(({ command }) => command).toSorted(),
    )
  })
})

describe('an example', () => {
  test.each(EXAMPLES)('%s', (example, command) => {
    const preparation = PREPARATIONS[command] ?? {}
    const copy = shop.open()
    try {
      preparation.prepare?.(copy)
      const line = preparation.substitute?.(example, copy) ?? example
      const { code, output } = copy.run(line)
      expect([code, output]).toEqual([preparation.code?.(example) ?? 0, expect.anything()])
      if (preparation.prints !== undefined) expect(output).toMatch(preparation.prints)
    } finally {
      copy.dispose()
    }
  })
})
