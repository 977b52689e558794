import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'

type Versions = Readonly<Record<string, string>>

interface Manifest {
  readonly dependencies: Versions
  readonly devDependencies: Versions
  readonly overrides: Versions
}

interface Lock {
  readonly packages: Readonly<Record<string, { integrity?: string; resolved?: string }>>
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const manifest = readJson('package.json') as Manifest
const lock = readJson('package-lock.json') as Lock

/** What of a list of dependencies is not one version from the registry. */
const findLoose = (versions: Versions) =>
  Object.entries(versions)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(version))
    .map(([name]) => name)

describe('package.json', () => {
  test.each(['dependencies', 'devDependencies', 'overrides'] as const)('%s are exact', (kind) => {
    expect(Object.keys(manifest[kind]).length).toBeGreaterThan(0)
    expect(findLoose(manifest[kind])).toEqual([])
  })

  test('exact means one version, of the registry', () => {
    const loose = [
      '^1.2.3',
      '~1.2.3',
      '1.2',
      '*',
      'latest',
      'npm:x@1.2.3',
      'acme/shop#main',
      '>=1.2.3',
    ]
    const named = Object.fromEntries(loose.map((version) => [version, version]))
    expect(findLoose({ ...named, good: '1.2.3', early: '1.2.3-rc.1' })).toEqual(loose)
  })
})

describe('package-lock.json', () => {
  test('holds the hash of every package, and takes each from the public registry', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(packages.length).toBeGreaterThan(100)
    const unheld = packages.filter(
      ([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==/.test(integrity),
    )
    expect(unheld.map(([path]) => path)).toEqual([])
    const elsewhere = packages.filter(
      ([, { resolved = 'https://registry.npmjs.org/' }]) =>
        !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere.map(([path]) => path)).toEqual([])
  })

  test('was made for this package.json', () => {
    expect(lock.packages['']).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    })
  })
})

test('no package runs code because it was installed', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
})

interface Update {
  readonly 'package-ecosystem': string
  readonly cooldown: { readonly 'default-days': number }
  readonly groups: object
}

test('Dependabot proposes packages and actions, once they are some days old', () => {
  const { updates } = load(readFileSync('.github/dependabot.yml', 'utf8')) as { updates: Update[] }
  expect(updates.map((it) => it['package-ecosystem']).sort()).toEqual(['github-actions', 'npm'])
  for (const { cooldown, groups } of updates) {
    expect(cooldown['default-days']).toBeGreaterThanOrEqual(7)
    expect(Object.keys(groups).length).toBeGreaterThan(0)
  }
})
