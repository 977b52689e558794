import { PassThrough } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { askYes } from '../../../src/commands/init/ask.ts'

/** Asks, with what somebody types; the answer, and what they saw. */
async function ask(typed: string) {
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(typed)
  const isYes = await askYes('Write these 6 files?', { input, output })
  return { isYes, seen: output.read()?.toString() }
}

describe('the question', () => {
  test('is shown with what Enter means', async () => {
    expect((await ask('\n')).seen).toContain('Write these 6 files? [y/N] ')
  })

  test.each(['y\n', 'Y\n', 'yes\n', ' YES \n'])('%j is a yes', async (typed) => {
    expect((await ask(typed)).isYes).toBe(true)
  })

  test.each(['\n', 'n\n', 'yess\n', 'why\n', 'no, y\n', ''])('%j is a no', async (typed) => {
    expect((await ask(typed)).isYes).toBe(false)
  })

  test('is asked once: a yes after a no is not heard', async () => {
    expect((await ask('n\ny\n')).isYes).toBe(false)
  })
})
