import type * as v from 'valibot'
import { DecisionSchema } from '../decision-schema.ts'
import { PlanSchema } from '../plan/schema.ts'
import { PolicySchema } from '../policy/schema.ts'
import { DECISION_KEYS } from './decision-keys.ts'
import { PLAN_KEYS } from './plan-keys.ts'
import { POLICY_KEYS } from './policy-keys.ts'

export const SCHEMA_KINDS = ['policy', 'plan', 'decision'] as const
export type SchemaKind = (typeof SCHEMA_KINDS)[number]

interface Source {
  readonly title: string
  readonly schema: v.GenericSchema
  readonly keys: Readonly<Record<string, string>>
}

const SOURCES: Readonly<Record<SchemaKind, Source>> = {
  policy: { title: 'Countersign policy', schema: PolicySchema, keys: POLICY_KEYS },
  plan: { title: 'Countersign plan', schema: PlanSchema, keys: PLAN_KEYS },
  decision: { title: 'Countersign decision record', schema: DecisionSchema, keys: DECISION_KEYS },
}

/** A node of a JSON Schema, as far as keys are found in it. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly additionalProperties?: Node | boolean
  readonly anyOf?: readonly Node[]
  readonly [keyword: string]: unknown
}

/**
 * The JSON Schema (draft 7) of a format, made from the validator that really runs, with a sentence for each
 * key. The generator is loaded only here: nothing else needs it.
 */
export async function makeJsonSchema(kind: SchemaKind): Promise<object> {
  const { toJsonSchema } = await import('@valibot/to-json-schema')
  const { title, schema, keys } = SOURCES[kind]
  const made = toJsonSchema(schema, { errorMode: 'ignore' })
  const { $schema, ...body } = JSON.parse(JSON.stringify(made)) as Node
  return { $schema, title, ...describeKeys(body, '', keys) }
}

/** The same node with a description on every key below it; lists add nothing to the path of a key. */
function describeKeys(node: Node, path: string, keys: Source['keys']): Node {
  const { properties, items, additionalProperties, anyOf } = node
  return {
    ...node,
    ...(properties !== undefined && { properties: describeProperties(properties, path, keys) }),
    ...(items !== undefined && { items: describeKeys(items, path, keys) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: describeKeys(additionalProperties, join(path, '*'), keys),
    }),
    ...(anyOf !== undefined && { anyOf: anyOf.map((one) => describeKeys(one, path, keys)) }),
  }
}

function describeProperties(
  properties: Readonly<Record<string, Node>>,
  path: string,
  keys: Source['keys'],
): Record<string, Node> {
  const described = Object.entries(properties).map(([name, node]) => {
    const at = join(path, name)
    const description = keys[at]
    const inner = describeKeys(node, at, keys)
    return [name, description === undefined ? inner : { ...inner, description }]
  })
  return Object.fromEntries(described) as Record<string, Node>
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
