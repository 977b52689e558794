import { describe, expect, test } from '@jest/globals'
import { findSecrets, flatten, listExpressions } from '../../../src/engine/doctor/expressions.ts'

const OPEN = '$'.concat('{{')

describe('expressions in a workflow', () => {
  test('come in one form, whatever is written around them', () => {
    const text = `a ${OPEN} GitHub [ 'Event' ] . x }} b ${OPEN} format('}}''{0}', y) }}`
    expect(listExpressions(text)).toEqual(['github.event.x', "format('}}''{0}',y)"])
    expect(flatten(text)).toMatch(/^a .*github\.event\.x\}\} b /)
  })

  test('name the expressions of a variable where they name the variable', () => {
    const env = new Map([['T', `x ${OPEN} github.head_ref }}`]])
    expect(listExpressions(`${OPEN} env.t }}`, env)).toEqual(['github.head_ref'])
    expect(listExpressions(`${OPEN} env.other }}`, env)).toEqual(['env.other'])
  })

  test('that never end are none, however many there are', () => {
    expect(listExpressions(OPEN.repeat(200_000))).toEqual([])
    expect(listExpressions(`${OPEN} 'open }}`)).toEqual([])
  })

  test('read secrets by name or in ways that name none', () => {
    const data = {
      a: [`${OPEN} secrets.Key }}`, { b: `${OPEN} secrets['other'] || secrets.GITHUB_TOKEN }}` }],
      c: `${OPEN} toJSON(secrets) }} ${OPEN} inputs.secrets }} ${OPEN} 'secrets' }} secrets.NOT`,
    }
    expect(findSecrets(data)).toEqual({ names: ['KEY', 'OTHER'], opaque: ['tojson(secrets)'] })
  })
})
