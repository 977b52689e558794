import { expect, test } from '@jest/globals'
import { formatDuration } from '../../src/reports/duration.ts'

test.each([
  [0, '0 s'],
  [59.4, '59 s'],
  [60, '1 min'],
  [3_599, '59 min'],
  [3_600, '1 h'],
  [12_000, '3 h 20 min'],
  [86_400, '1 d'],
  [367_200, '4 d 6 h'],
])('%d seconds are %s', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words)
})
