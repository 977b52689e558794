import { describe, expect, test } from '@jest/globals'
import { findPage } from '../../src/engine/catalogue/index.ts'
import { readAttackFolders } from './attack-folders.ts'
import { runAttack } from './run-attack.ts'

const folders = readAttackFolders()

const ROWS = Array.from({ length: 25 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`)

describe('the attacks', () => {
  test.concurrent.each(folders)('$name', async (folder) => {
    const { differences } = await runAttack(folder)
    expect(differences).toEqual([])
  })
})

describe('the corpus', () => {
  test.each(ROWS)('%s has two attacks and an honest twin', (row) => {
    const own = folders.filter((folder) => folder.row === row)
    const honest = own.filter(({ isHonest }) => isHonest).length
    expect([row, own.length - honest >= 2, honest >= 1]).toEqual([row, true, true])
  })

  test('expects rules that exist', () => {
    const rules = folders.flatMap(({ attack }) => attack.expect?.rule ?? [])
    expect(rules.filter((rule) => findPage(rule) === null)).toEqual([])
  })
})
