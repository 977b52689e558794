import { expect, test } from '@jest/globals'
import { decide } from '../../src/engine/decide.ts'
import { NOW, rulesIn } from '../engine/make.ts'
import { HONEST } from './honest.ts'

test('the honest pull request passes, by checks that all had something to look at', () => {
  const decision = decide(HONEST, NOW)
  expect(rulesIn(decision)).toEqual([])
  expect(decision.conclusion).toBe('pass')
  expect(decision.checks.map(({ status }) => status)).toEqual(Array(10).fill('pass'))
})
