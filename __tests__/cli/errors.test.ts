import { expect, test } from '@jest/globals'
import { runCli } from './run-cli.ts'

/** What errors say of what they were given; in a job, the runner reads standard error for commands. */

const EVIL = 'x\u001b[31m\u202e\n::error::pwn\n##[group]own ::set-output name=a::b'

test.each([
  ['a rule that is not known', ['explain', EVIL]],
  ['a schema that there is not', ['schema', EVIL]],
  ['a command that there is not', [EVIL]],
  ['an option that there is not', ['check', `--${EVIL}`]],
  ['a format that there is not', ['check', '--format', EVIL]],
  ['a time that is none', ['check', '--now', EVIL]],
  ['a repository that is not there', ['check', '--repo', EVIL]],
  ['a file that is not there', ['policy', 'lint', EVIL]],
  ['a pull request that is none', ['scan', EVIL]],
  ['an action that is none', ['init', '--action', EVIL]],
  ['an internal matter', ['--debug', 'explain', EVIL]],
])('%s is quoted, and acts on nothing', (_, args) => {
  const { code, stdout, stderr } = runCli(args)
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).not.toMatch(/[\u001b\u202e]|^::|##\[|::set-output/m)
  expect(stderr).toMatch(/\\u\{0*1b\}/i)
})

test('an honest mistake is one sentence, with what was probably meant', () => {
  const { code, stderr } = runCli(['chek'])
  expect(code).toBe(2)
  expect(stderr).toBe(
    "countersign: unknown command 'chek' (did you mean check?); run it with --help for usage and examples.\n",
  )
})

test('help is printed as before', () => {
  const { code, stdout, stderr } = runCli(['explain', '--help'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout.split('\n').length).toBeGreaterThan(5)
})
