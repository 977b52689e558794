import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { decide } from '../../src/engine/decide.ts'
import type { Decision } from '../../src/engine/decision.ts'
import { DecisionSchema } from '../../src/engine/decision-schema.ts'
import { DECISION_KEYS } from '../../src/engine/json-schema/decision-keys.ts'
import { makeJsonSchema, SCHEMA_KINDS } from '../../src/engine/json-schema/make.ts'
import { PLAN_KEYS } from '../../src/engine/json-schema/plan-keys.ts'
import { POLICY_KEYS } from '../../src/engine/json-schema/policy-keys.ts'
import { decideUndecided } from '../../src/engine/undecided.ts'
import { renderJson } from '../../src/reports/json.ts'
import { makeAttacked, makeBlocked, makeProven } from '../reports/decisions.ts'
import { addedFile, makeEvidence, NOW } from './make.ts'

interface Node {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly additionalProperties?: Node | boolean
  readonly anyOf?: readonly Node[]
}

/** Every key of a schema by its path, with the sentence that an editor shows. */
function listKeys(node: Node, path = ''): [string, string | undefined][] {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  const { properties = {}, items, additionalProperties, anyOf = [] } = node
  return [
    ...Object.entries(properties).flatMap(([name, child]): [string, string | undefined][] => [
      [at(name), child.description],
      ...listKeys(child, at(name)),
    ]),
    ...(items === undefined ? [] : listKeys(items, path)),
    ...(typeof additionalProperties === 'object' ? listKeys(additionalProperties, at('*')) : []),
    ...anyOf.flatMap((one) => listKeys(one, path)),
  ]
}

const TABLES = { policy: POLICY_KEYS, plan: PLAN_KEYS, decision: DECISION_KEYS }

describe.each(SCHEMA_KINDS)('the schema of a %s', (kind) => {
  test('is the one that is committed', async () => {
    const committed = JSON.parse(readFileSync(`policies/schema/${kind}.schema.json`, 'utf8'))
    expect(await makeJsonSchema(kind)).toEqual(committed)
  })

  test('explains every key, and no key that is not there', async () => {
    const keys = listKeys((await makeJsonSchema(kind)) as Node)
    expect(keys.filter(([, text]) => text === undefined || !/[.:]/.test(text))).toEqual([])
    const names = new Set(keys.map(([name]) => name))
    expect(Object.keys(TABLES[kind]).filter((name) => !names.has(name))).toEqual([])
  })
})

describe('a decision', () => {
  const decided = (policy: string, parts = {}) =>
    decide(makeEvidence({ policy: `version: 1\n${policy}`, ...parts }), NOW)
  const none = { repository: 'acme/shop', pullRequest: null, headSha: '' }
  const decisions: [string, Decision][] = [
    ['that passes', decided('')],
    ['of a broken policy', decided('version: 2\n')],
    ['that nothing was decided in', decideUndecided(none, [], 0, NOW)],
    ['that does not apply', decided('applies_to: agents\n', { headRefs: [], author: null })],
    [
      'with modes',
      decided('mode: observe\nmodes: { limits: enforce }\nlimits: { changed_files: 1 }\n'),
    ],
    ['with a change', decided('paths: []\n', { files: [addedFile('a', 'x')] })],
    ['with chains and criteria', makeProven()],
    ['that an author wrote in', makeAttacked({ conclusion: 'override' })],
    ['that waits', makeBlocked({ waiting: { since: 'x', for: ['@a'], after_hours: 2, steps: 1 } })],
  ]

  test.each(decisions)('%s has the form that its schema describes', (_name, decision) => {
    const record: unknown = JSON.parse(renderJson(decision))
    const { issues } = v.safeParse(DecisionSchema, record)
    expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined()
    expect(v.parse(DecisionSchema, record)).toEqual(record)
  })
})
