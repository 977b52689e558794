import { expect, test } from '@jest/globals'
import { looksAlike, nearestNames } from '../../../src/engine/results/nearest-names.ts'

const NAMES = [
  'webhooks/retry › retries three times',
  'webhooks/retry › retries with backoff',
  'webhooks/retry › gives up',
  'example.com/shop › TestRetriesThreeTimes',
  'billing › charges once',
]

test.each([
  ['webhooks/retry › retrys three times', NAMES[0]],
  ['retries three time', NAMES[0]],
  ['webhooks/retry > gives up', NAMES[2]],
  ['TestRetryThreeTimes', NAMES[3]],
  ['BILLING › CHARGES ONCE', NAMES[4]],
])('%s', (wanted, expected) => {
  expect(nearestNames(wanted, NAMES)[0]).toBe(expected)
})

test('at most three, none that has nothing to do with it, in an order that does not depend on theirs', () => {
  expect(nearestNames('quite another thing', NAMES)).toEqual([])
  const numbered = Array.from({ length: 9 }, (_, at) => `case ${at}`)
  expect(nearestNames('case x', numbered)).toEqual(['case 0', 'case 1', 'case 2'])
  expect(nearestNames('case x', numbered.toReversed())).toEqual(['case 0', 'case 1', 'case 2'])
  expect(nearestNames('anything', [])).toEqual([])
})

test('looking alike is by the parts that are wanted', () => {
  expect(looksAlike('Gives Up', 'webhooks/retry › gives up')).toBe(true)
  expect(looksAlike('gives up', 'webhooks/retry › gives up now')).toBe(false)
})
