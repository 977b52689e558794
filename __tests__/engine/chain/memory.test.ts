import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'

test('memory does not grow with the number of records', () => {
  const program = resolve('build/__tests__/engine/chain/long-chain.js')
  // A small heap, so that garbage which nobody had to collect yet is not taken for growth.
  const flags = ['--max-old-space-size=16', '--max-semi-space-size=1']
  const { stdout } = spawnSync(process.execPath, [...flags, program, '200000'], {
    encoding: 'utf8',
  })
  const { growth, ...reading } = JSON.parse(stdout)
  expect(reading).toEqual({ defects: [], complete: true, records: 200_000 })
  // What comes after the first measure is 180,000 records of 800 bytes.
  expect(growth).toBeLessThan(8 * 1024 * 1024)
})
