import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { RULE_PAGES } from '../../src/engine/catalogue/index.ts'
import { runCli } from './run-cli.ts'

let dir: string

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'completion-'))
  writeFileSync(join(dir, 'bash'), runCli(['completion', 'bash']).stdout)
  mkdirSync(join(dir, 'work/some folder'), { recursive: true })
  writeFileSync(join(dir, 'work/policy one.yml'), '')
  writeFileSync(join(dir, 'work/$(touch owned).yml'), '')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What a real bash offers after these words, of which the last is the one being typed. */
function complete(...words: string[]): string[] {
  const script = `source "$1"; shift
COMP_WORDS=(countersign "$@"); COMP_CWORD=$#
_countersign countersign "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "\${COMPREPLY[@]}"`
  const args = ['--norc', '--noprofile', '-c', script, 'bash', join(dir, 'bash'), ...words]
  const result = spawnSync('bash', args, { cwd: join(dir, 'work'), encoding: 'utf8' })
  expect([result.status, result.stderr]).toEqual([0, ''])
  return result.stdout.split('\n').filter((line) => line !== '')
}

/** The commands that the program's own help lists. */
function listCommands(...path: string[]): string[] {
  const { stdout } = runCli([...path, '--help'])
  const [list = ''] = (stdout.split('Commands:\n')[1] ?? '').split('\n\n')
  return [...list.matchAll(/^ {2}([a-z-]+)/gm)].map((match) => match[1] ?? '')
}

describe('bash', () => {
  test('is offered every command', () => {
    expect(complete('').toSorted()).toEqual(listCommands().toSorted())
    expect(complete('plan', '').toSorted()).toEqual(listCommands('plan').toSorted())
    expect(complete('expl')).toEqual(['explain'])
  })

  test('is offered the options of the command at hand, and no others', () => {
    expect(complete('check', '--pol')).toEqual(['--policy'])
    expect(complete('plan', 'new', '--ow')).toEqual(['--owner'])
    expect(complete('plan', 'lint', '--ow')).toEqual([])
    expect(complete('check', '--')).toEqual(expect.arrayContaining(['--help', '--format']))
  })

  test('is offered the values an option takes, in both spellings', () => {
    expect(complete('plan', 'new', '--risk', 'h')).toEqual(['high'])
    expect(complete('check', '--format', '=', 'js')).toEqual(['json'])
    expect(complete('check', '--format', '=')).toEqual(expect.arrayContaining(['text', 'markdown']))
  })

  test('is offered every rule after explain', () => {
    expect(complete('explain', 'scope/')).toEqual(['scope/outside-plan', 'scope/must-untouched'])
    expect(complete('explain', '')).toHaveLength(RULE_PAGES.length)
  })

  test('is offered files and folders with their spaces, and runs none of their names', () => {
    expect(complete('check', '--policy', 'pol')).toEqual(['policy one.yml'])
    expect(complete('check', '--repo', '')).toEqual(['some folder'])
    expect(complete('check', '--policy', '$(')).toEqual(['$(touch owned).yml'])
    expect(complete('check', '--policy', 'owned')).toEqual([])
  })

  test('is offered nothing for words of its own making', () => {
    expect(complete('$(touch owned)', '`touch owned`', '')).toEqual(complete(''))
    expect(complete('check', '--base', '')).toEqual([])
    expect(complete('check', '--policy', 'owned')).toEqual([])
  })
})

describe.each(['zsh', 'fish'])('%s', (shell) => {
  test('has every command and rule', () => {
    const { code, stdout } = runCli(['completion', shell])
    expect(code).toBe(0)
    for (const word of ['check', 'plan', '/plan/new', 'scope/outside-plan', 'markdown'])
      expect(stdout).toContain(word)
  })

  test('takes the script, where it is installed', () => {
    const file = join(dir, shell)
    writeFileSync(file, runCli(['completion', shell]).stdout)
    const { status, error } = spawnSync(shell, ['-n', file])
    expect([0, null]).toContain(error === undefined ? status : null)
  })
})

test('another shell is refused with those there are', () => {
  const { code, stderr } = runCli(['completion', 'csh'])
  expect(code).toBe(2)
  expect(stderr).toContain('bash, zsh, fish')
})
