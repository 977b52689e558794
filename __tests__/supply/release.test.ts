import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createRepo, hermeticGitEnv, type TestRepo } from '../support/repo.ts'

describe('the files of a release', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const tarball = `countersign-${version}.tgz`
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'))
    assemble('out')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const assemble = (name: string, repository = 'acme/countersign') => {
    const out = ['--out', join(folder, name)]
    const script = ['scripts/release/assemble.mjs', '--repository', repository, ...out]
    return spawnSync('node', script, { encoding: 'utf8' })
  }
  const sumsOf = (name: string) => readFileSync(join(folder, name, 'SHA256SUMS'), 'utf8')

  test('are all there, with the sums that sha256sum finds', () => {
    const files = ['SHA256SUMS', tarball, 'licenses.txt', 'sbom.cdx.json']
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(files.sort())
    const check = () =>
      spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: join(folder, 'out') })
    expect(sumsOf('out').trim().split('\n')).toHaveLength(3)
    expect(check().status).toBe(0)
    writeFileSync(join(folder, 'out/licenses.txt'), 'none')
    expect(check().status).toBe(1)
  })

  test('are the same when they are made again', () => {
    expect(assemble('again').status).toBe(0)
    expect(sumsOf('again')).toBe(sumsOf('out'))
  })

  test('the package installs nothing else, and works', () => {
    const place = join(folder, 'place')
    mkdirSync(place)
    const install = [
      'install',
      '--offline',
      '--no-audit',
      '--no-fund',
      join(folder, 'out', tarball),
    ]
    execFileSync('npm', ['init', '--yes'], { cwd: place, stdio: 'ignore' })
    execFileSync('npm', install, { cwd: place, stdio: 'ignore' })
    const isPackage = (name: string) => !name.startsWith('.')
    expect(readdirSync(join(place, 'node_modules')).filter(isPackage)).toEqual(['countersign'])
    const run = spawnSync('npx', ['--no-install', 'countersign', '--version'], {
      cwd: place,
      encoding: 'utf8',
    })
    expect(run.stdout.trim()).toBe(version)
    const packed = readFileSync(join(place, 'node_modules/countersign/package.json'), 'utf8')
    expect(JSON.parse(packed)).toMatchObject({
      version,
      repository: { url: 'git+https://github.com/acme/countersign.git' },
    })
    expect(packed).not.toMatch(/ependencies|"scripts"/)
  })

  test('are not made for a repository that cannot be', () => {
    expect(assemble('wrong', 'acme').status).toBe(1)
  })
})

describe('a tag', () => {
  const SCRIPT = resolve('scripts/release/check-tag.mjs')
  const CHANGELOG =
    '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-20\n\n### Fixed\n\n- One thing.\n\n## [1.1.0] - unreleased\n\n- Another.\n'
  let repo: TestRepo
  beforeEach(() => {
    repo = createRepo()
    commitRelease('1.2.0')
  })
  afterEach(() => repo.dispose())

  function commitRelease(version: string, changelog = CHANGELOG, lock = version) {
    repo.write('package.json', JSON.stringify({ version }))
    repo.write('package-lock.json', JSON.stringify({ version: lock }))
    repo.write('CHANGELOG.md', changelog)
    repo.commit(`Release ${version}`)
  }

  function check(tag: string, branch = 'main') {
    const options = { cwd: repo.dir, env: hermeticGitEnv(repo.dir), encoding: 'utf8' } as const
    return spawnSync(process.execPath, [SCRIPT, tag, '--on', branch], options)
  }

  test('that says what is released is good, and its changes are told', () => {
    repo.git('tag', 'v1.2.0')
    expect(check('v1.2.0')).toMatchObject({ status: 0, stdout: '### Fixed\n\n- One thing.\n' })
  })

  test('with a message is as good', () => {
    repo.git('tag', '--annotate', '--message=Release', 'v1.2.0')
    expect(check('v1.2.0')).toMatchObject({ status: 0 })
  })

  test.each(['1.2.0', 'v1.2', 'v1.2.0\n', 'version', '', 'v01.2.0x'])('%j is none', (tag) => {
    expect(check(tag)).toMatchObject({ status: 1, stdout: '' })
  })

  test('of another version is refused', () => {
    repo.git('tag', 'v1.3.0')
    expect(check('v1.3.0')).toMatchObject({ status: 1, stderr: expect.stringContaining('1.2.0') })
  })

  test('is refused where the lock file was forgotten', () => {
    commitRelease('1.2.0', CHANGELOG, '1.1.0')
    repo.git('tag', 'v1.2.0')
    expect(check('v1.2.0').stderr).toContain('package-lock.json')
  })

  test.each([
    ['is not there', '9.9.9', CHANGELOG],
    ['has no day', '1.1.0', CHANGELOG],
    ['says nothing', '1.2.0', '# Changelog\n\n## [1.2.0] - 2026-11-20\n'],
  ])('is refused where its part of the changelog %s', (_, version, changelog) => {
    commitRelease(version, changelog)
    repo.git('tag', `v${version}`)
    expect(check(`v${version}`)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('CHANGELOG.md'),
    })
  })

  test('on a commit that nobody merged is refused', () => {
    repo.write('src/backdoor.ts', '')
    repo.commit('Not reviewed', { branch: 'work' })
    repo.git('tag', 'v1.2.0')
    expect(check('v1.2.0').stderr).toContain('v1.2.0 is not on main')
  })

  test('that is not what is checked out is refused', () => {
    repo.git('tag', 'v1.2.0')
    repo.write('README.md', 'later')
    repo.commit('Later')
    expect(check('v1.2.0').stderr).toContain('not the commit that is checked out')
  })

  test('is refused without a branch to hold it against', () => {
    repo.git('tag', 'v1.2.0')
    expect(check('v1.2.0', 'origin/main')).toMatchObject({ status: 1 })
  })
})
