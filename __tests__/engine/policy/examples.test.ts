import { describe, expect, test } from '@jest/globals'
import { runExamples } from '../../../src/engine/policy/examples.ts'
import { bytesOf, makePolicy } from '../make.ts'

const policy = makePolicy(`version: 1
paths:
  - { id: keys, match: ["keys/**"], decision: deny, reason: r }
  - { id: docs, match: ["docs/**"], on: [deleted], decision: approve, reason: r }
patterns:
  - { id: drop, match: 'DROP TABLE', paths: ["**/*.sql"], decision: deny, reason: r }
commands:
  - { id: force, match: 'push -f', decision: deny, reason: r }
`)

function run(examples: string) {
  const outcome = runExamples(policy, bytesOf(`version: 1\nexamples:\n${examples}`))
  if (!('results' in outcome)) throw new Error(outcome.problems.join('; '))
  return outcome.results
}

/** The failures of a single example. */
function failuresOf(body: string): readonly string[] {
  return run(`  - { name: it, ${body} }\n`)[0]?.failures ?? ['no result']
}

describe('examples that hold', () => {
  test.each([
    'change: { added: { keys/a: x } }, expect: { deny: [path/keys] }',
    'change: { modified: { keys/a: x } }, expect: { deny: [path/keys] }',
    'change: { modified: { a.sql: { before: "DROP TABLE x;\\n", after: "DROP TABLE x;\\n-- y\\n" } } }, expect: { none: true }',
    'change: { modified: { a.sql: { before: "-- y", after: "-- y\\nDROP TABLE x;" } } }, expect: { deny: [pattern/drop] }',
    'change: { deleted: [docs/a] }, expect: { approve: [path/docs] }',
    'change: { renamed: { docs/a: src/a } }, expect: { approve: [path/docs] }',
    'change: { added: { a.sql: "DROP TABLE x;" } }, expect: { deny: [pattern/drop] }',
    'change: { added: { run.sh: x }, executable: [run.sh] }, expect: { warn: [change/executable] }',
    'change: { deleted: [src/a], executable: [src/a] }, expect: { none: true }',
    'change: { added: { docs/a: x } }, expect: { none: true }',
    'command: git push -f, expect: { deny: [command/force] }',
    'command: git push, expect: { none: true }',
    'command: git push -f, change: { added: { keys/a: x } }, expect: { deny: [command/force, path/keys] }',
    'expect: { none: true }',
  ])('%s', (body) => {
    expect(failuresOf(body)).toEqual([])
  })
})

describe('examples that do not hold say what was found instead', () => {
  test.each([
    [
      'change: { added: { src/a: x } }, expect: { deny: [path/keys] }',
      'expected path/keys (deny); nothing was found',
    ],
    [
      'change: { added: { keys/a: x } }, expect: { warn: [path/keys] }',
      'expected path/keys (warn); found: path/keys (deny)',
      'did not expect path/keys (deny)',
    ],
    ['change: { added: { keys/a: x } }, expect: { none: true }', 'did not expect path/keys (deny)'],
    [
      'command: git push, expect: { deny: [command/force] }',
      'expected command/force (deny); nothing was found',
    ],
  ])('%s', (body, ...failures) => {
    expect(failuresOf(body)).toEqual(failures)
  })
})

test('every example has its result, in order', () => {
  const results = run(
    '  - { name: a, expect: { none: true } }\n  - { name: b, expect: { deny: [path/x] } }\n',
  )
  expect(results.map(({ name, failures }) => [name, failures.length])).toEqual([
    ['a', 0],
    ['b', 1],
  ])
})

test.each([
  ['version: 1\n', '"examples" is missing'],
  ['version: 1\nexamples: [{ name: a }]\n', '"examples.0.expect" is missing'],
  ['version: 1\nexamples: [{ name: a, expect: { denies: [x] } }]\n', 'is not a known key'],
  ['version: 2\nexamples: []\n', '"version" must be 1'],
  ['', 'expected one YAML document'],
])('a file that is not one of examples: %j', (text, problem) => {
  const outcome = runExamples(policy, bytesOf(text))
  expect('problems' in outcome ? outcome.problems.join() : 'accepted').toContain(problem)
})
