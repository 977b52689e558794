import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findPage } from '../../src/engine/catalogue/index.ts'
import { DOCTOR_CHECKS } from '../../src/engine/doctor/index.ts'
import { ATTACKS_ROOT, type AttackFolder, readAttackFolders } from './attack-folders.ts'
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

  test('leaves no case out', () => {
    const files = readdirSync(ATTACKS_ROOT, { recursive: true, encoding: 'utf8' })
    const described = files.filter((file) => basename(file) === 'attack.json').map(dirname)
    expect(folders.map(({ name }) => name).toSorted()).toEqual(described.toSorted())
  })

  test('changes something in every case', () => {
    const changes = ({ world, github, scene }: AttackFolder) =>
      world.diff !== null ||
      world.entries.length > 0 ||
      scene !== null ||
      github.history.some((act) => act.do === 'push')
    expect(folders.filter((folder) => !changes(folder)).map(({ name }) => name)).toEqual([])
  })

  test('expects rules that exist', () => {
    const isKnown = (rule: string) =>
      findPage(rule) !== null || DOCTOR_CHECKS.some(({ id }) => id === rule)
    const rules = folders.flatMap(({ attack }) => attack.expect?.rule ?? [])
    expect(rules.filter((rule) => !isKnown(rule))).toEqual([])
  })
})
