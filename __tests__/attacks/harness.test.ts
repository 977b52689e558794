import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Attack, type AttackFolder, parseAttack, readAttackFolders } from './attack-folders.ts'
import { compare } from './compare.ts'
import { type Outcome, runAttack } from './run-attack.ts'

/** That the corpus would notice: the same results, held against other expectations. */

let outcome: Outcome

beforeAll(async () => {
  const folder = readAttackFolders('T12').find(({ name }) => name === 'T12/label-by-a-bot')
  if (folder === undefined) throw new Error('the attack is gone')
  outcome = await runAttack(folder)
})

function expecting(attack: Partial<Attack>, more: Partial<AttackFolder> = {}): readonly string[] {
  const { folder } = outcome
  return compare({ ...folder, ...more, attack: { ...folder.attack, ...attack } }, outcome)
}

describe('results that are not as expected', () => {
  test('are none as the case stands', () => {
    expect(expecting({})).toEqual([])
  })

  test('are another rule', () => {
    const found = 'approval/bot, approval/missing'
    expect(expecting({ expect: { rule: 'path/workflows', conclusion: 'block' } })).toEqual([
      `the action: ${found} blocks, expected path/workflows`,
      `the check: ${found} blocks, expected path/workflows`,
    ])
  })

  test('are a naive gate that does better', () => {
    expect(expecting({ naive: 'block' })).toEqual(['the naive gate: pass, expected block'])
  })

  test('are a text that is shown', () => {
    expect(expecting({ never: ['helper[bot]', 'nowhere'] })).toEqual([
      'the action: shows "helper[bot]"',
    ])
  })

  test('are an honest change that is blocked', () => {
    const { title, never, never_published } = outcome.folder.attack
    const { folder } = outcome
    const differences = compare(
      { ...folder, isHonest: true, attack: { title, never, never_published } },
      outcome,
    )
    const found = 'approval/bot, approval/missing'
    expect(differences).toEqual([
      `the action: block, expected pass (${found})`,
      `the action: ${found} blocks an honest change`,
      `the check: block, expected pass (${found})`,
      `the check: ${found} blocks an honest change`,
    ])
  })

  test('are an exit code that says otherwise', () => {
    const { folder, git } = outcome
    if (git === null) throw new Error('the clone was not checked')
    const lying = { ...outcome, git: { ...git, exitCode: 0 } }
    expect(compare(folder, lying)).toEqual(['the check: exit 0, expected 1'])
  })
})

describe('an attack.json', () => {
  const whole = { title: 'Tries.', naive: 'pass', expect: { rule: 'path/x' } }
  const parse = (data: object, isHonest = false) => parseAttack(data, isHonest, 'here')

  test('is taken when it says what is needed', () => {
    expect(parse(whole).expect).toEqual({ rule: 'path/x', conclusion: 'block' })
    expect(parse({ title: 'Is honest.' }, true).never).toEqual([])
  })

  test.each<[string, object, boolean, RegExp]>([
    ['a key that nobody knows', { ...whole, skip: true }, false, /skip/],
    ['no title', { ...whole, title: '' }, false, /title/],
    ['nothing that is expected', { title: 'Tries.', naive: 'pass' }, false, /needs "expect"/],
    ['no naive verdict', { title: 'Tries.', expect: { rule: 'a/b' } }, false, /needs "naive"/],
    ['a block by no rule', { ...whole, expect: { conclusion: 'block' } }, false, /names the rule/],
    ['one source without a reason', { ...whole, only: 'git' }, false, /"because"/],
    ['a reason for nothing', { ...whole, because: 'So.' }, false, /"because"/],
    ['an expectation of an honest change', whole, true, /honest twin/],
  ])('is refused with %s', (_name, data, isHonest, why) => {
    expect(() => parse(data, isHonest)).toThrow(why)
  })
})
