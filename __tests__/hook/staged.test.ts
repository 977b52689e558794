import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { openWorkshop, recordedBlobs, runCli, type Workshop } from './workshop.ts'

let shop: Workshop
afterEach(() => shop.dispose())

const POLICY = 'version: 1\naudit: { required: true, unexplained: deny }\n'

function begin(files: Record<string, string> = {}) {
  shop = openWorkshop({ policy: POLICY, files })
}

const start = () => shop.hook({ hook_event_name: 'SessionStart' })
const run = (work: () => void) => shop.call('Bash', { command: 'work' }, work)
const recorded = () => recordedBlobs(shop.chains().flat())

/** What the gate finds in the chains of the work, once it is attached and committed as it is staged. */
function findAfterCommit(): string[] {
  expect(runCli(shop, 'audit', 'attach').code).toBe(0)
  shop.git('commit', '-qm', 'work')
  const { stdout } = runCli(shop, 'check', '--base', 'origin/main', '--format', 'json')
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] }
  return findings
    .filter(({ rule }) => rule.startsWith('audit/'))
    .map(({ rule, path }) => `${rule} ${path}`)
}

describe('what a call changes in the index alone is explained', () => {
  test('a mode, where files have none', () => {
    begin({ 'run.sh': 'x\n' })
    shop.git('config', 'core.fileMode', 'false')
    start()
    run(() => shop.git('update-index', '--chmod=+x', 'run.sh'))
    expect(recorded()).toEqual({ 'run.sh': shop.git('hash-object', 'run.sh') })
    run(() => {})
    expect(findAfterCommit()).toEqual([])
  })

  test('a mode that the file does not have is not how the session left it', () => {
    begin({ 'run.sh': 'x\n' })
    start()
    run(() => shop.git('update-index', '--chmod=+x', 'run.sh'))
    expect(findAfterCommit()).toEqual(['audit/content-mismatch run.sh'])
  })

  test('content that is normalised anew', () => {
    begin({ 'crlf.txt': 'a\r\nb\r\n' })
    start()
    run(() => shop.write('.gitattributes', '* text=auto\n'))
    run(() => shop.git('add', '--renormalize', '.', '.gitattributes'))
    run(() => shop.git('add', '--all'))
    expect(findAfterCommit()).toEqual([])
  })

  test('a submodule, by its commit', () => {
    begin()
    start()
    run(() => {
      const local = ['-c', 'protocol.file.allow=always']
      shop.git(...local, 'submodule', '--quiet', 'add', shop.root, 'vendor/shop')
    })
    const commit = shop.git('-C', 'vendor/shop', 'rev-parse', 'HEAD')
    expect(recorded()).toHaveProperty(['vendor/shop'], commit)
    expect(findAfterCommit()).toEqual([])
  })

  test('a file that is kept and ignored, and no longer tracked', () => {
    begin({ 'local.txt': 'x\n' })
    start()
    run(() => {
      shop.write('.gitignore', 'local.txt\n')
      shop.git('rm', '-q', '--cached', 'local.txt')
      shop.git('add', '.gitignore')
    })
    run(() => {})
    expect(recorded()).toHaveProperty(['local.txt'], null)
    expect(findAfterCommit()).toEqual([])
  })

  test.each(['skip-worktree', 'assume-unchanged'])(
    'a file that git was told to pass over by %s',
    (flag) => {
      begin()
      shop.git('update-index', `--${flag}`, 'src/a.ts')
      start()
      run(() => {
        shop.git('update-index', `--no-${flag}`, 'src/a.ts')
        appendFileSync(join(shop.root, 'src/a.ts'), 'more\n')
        shop.git('add', 'src/a.ts')
      })
      expect(findAfterCommit()).toEqual([])
    },
  )
})

describe('what is somebody else’s stays theirs', () => {
  test('edits from before the session that a call stages', () => {
    begin({ 'run.sh': 'x\n' })
    shop.write('src/a.ts', 'a person\n')
    shop.git('update-index', '--chmod=+x', 'run.sh')
    start()
    run(() => shop.git('add', 'src/a.ts'))
    expect(recorded()).toEqual({})
    expect(findAfterCommit()).toEqual([
      'audit/unexplained-change run.sh',
      'audit/unexplained-change src/a.ts',
    ])
  })

  test('files that a sparse work tree leaves out are no deletions', () => {
    begin({ 'other/x.ts': 'x\n' })
    shop.git('sparse-checkout', 'set', 'src')
    start()
    run(() => shop.write('src/b.ts', 'b\n'))
    shop.hook({ hook_event_name: 'SessionEnd' })
    expect(Object.keys(shop.chains()[0]?.at(-1)?.files ?? {})).toEqual(['src/b.ts'])
  })
})

test('work that is staged in part and later as a whole is explained at its end', () => {
  begin()
  start()
  run(() => shop.write('src/a.ts', 'one\n'))
  run(() => shop.git('add', 'src/a.ts'))
  run(() => appendFileSync(join(shop.root, 'src/a.ts'), 'two\n'))
  run(() => shop.git('commit', '-qm', 'one'))
  run(() => shop.git('add', 'src/a.ts'))
  expect(findAfterCommit()).toEqual([])
})

test('an index that is deleted and made anew changes nothing', () => {
  begin()
  start()
  run(() => {
    rmSync(join(shop.root, '.git/index'))
    shop.git('reset', '-q')
  })
  expect(recorded()).toEqual({})
})
