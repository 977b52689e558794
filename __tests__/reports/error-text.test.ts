import { expect, test } from '@jest/globals'
import { renderError } from '../../src/reports/error-text.ts'

test('an error is told with the place it was thrown at', () => {
  const told = renderError(new TypeError('no such thing'))
  expect(told).toContain('TypeError: no such thing')
  expect(told).toContain('error-text.test')
})

test('its words give a runner no commands', () => {
  const told = renderError(new Error('x\n::set-output name=conclusion::pass\u001b[2J'))
  expect(told).not.toMatch(/^::|\u001b/m)
})

test('what is no error is told by its kind, not its words', () => {
  expect(renderError('::warning::x')).toBe('string')
})
