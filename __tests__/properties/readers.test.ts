import { describe, test } from '@jest/globals'
import fc from 'fast-check'
import { bend } from './bend.ts'
import { tryAsyncProperty } from './fuzz.ts'
import { READERS } from './readers.ts'

/** Any bytes: a result or a typed refusal, never an exception. */
describe('whatever the bytes, there is an answer from the reader of', () => {
  test.each(READERS.map((reader) => [reader.name, reader] as const))('%s', (_, reader) => {
    const bytes = bend(reader.seeds, reader.tokens)
    return tryAsyncProperty(
      fc.asyncProperty(bytes, async (input) => {
        await reader.read(input)
      }),
      150,
    )
  })
})
