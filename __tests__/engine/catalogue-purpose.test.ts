import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { explainPurpose } from '../../src/engine/catalogue/purpose.ts'

const ENGINE = join(process.cwd(), 'src', 'engine')

/** Every rule and family that the catalogue has words for, as its files spell them. */
function listWorded(): string[] {
  const files = readdirSync(ENGINE).filter((name) => /^wording[a-z-]*\.ts$/.test(name))
  return files
    .flatMap((name) => [
      ...readFileSync(join(ENGINE, name), 'utf8').matchAll(/^ {2}'([a-z]+\/[a-z-]*)':/gm),
    ])
    .flatMap(([, rule]) => rule ?? [])
}

describe('explainPurpose', () => {
  test('knows what every rule of the catalogue protects, in one short sentence', () => {
    const rules = listWorded()
    expect(rules.length).toBeGreaterThan(40)
    for (const rule of rules) {
      const purpose = explainPurpose(rule.endsWith('/') ? `${rule}own-id` : rule)
      expect(purpose?.protects).toMatch(/^[A-Z][^.!]{20,100}\.$/)
    }
  })

  test.each(['', 'nonsense', 'constructor/x', '__proto__/x', 'toString'])(
    'has nothing to say about %j',
    (rule) => {
      expect(explainPurpose(rule)).toBeNull()
    },
  )
})
