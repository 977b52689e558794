import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

interface Package {
  readonly name: string
  readonly version: string
  readonly license: string | null
  readonly folder: string
}

const { listLicensed, renderLicenses } = (await import(
  pathToFileURL(resolve('scripts/bundle/licenses.mjs')).href
)) as {
  listLicensed(text: string): string[]
  renderLicenses(packages: readonly Package[]): string
}

const licensed = listLicensed(readFileSync('dist/licenses.txt', 'utf8'))

/** Lines that are hardly written twice, and that no bundler rewrites. */
function listTellingLines(path: string): string[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
  return lines.filter(
    (line) => line.length > 25 && !/^(?:\/|\*|import\b|export\b|"use strict)/.test(line),
  )
}

const isScript = (file: string) => /\.[cm]?js$/.test(file)

/** A package is bundled when one of its files is, whatever the bundler says: most of its lines are there. */
function isBundled(folder: string, lines: ReadonlySet<string>): boolean {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isScript)
  return files.some((file) => {
    const telling = listTellingLines(join(folder, file))
    const found = telling.filter((line) => lines.has(line)).length
    return telling.join('').length > 100 && found / telling.length > 0.7
  })
}

/** What `npm ci --omit dev` would install. */
function listInstalled(): [path: string, version: string][] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string; dev?: boolean; optional?: boolean }>
  }
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
    .map(([path, { version }]) => [path, version])
}

test('the licences are those of exactly the packages that are bundled', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(isScript)
  const lines = new Set(files.flatMap((file) => listTellingLines(join('dist', file))))
  const bundled = listInstalled()
    .filter(([path]) => isBundled(path, lines))
    .map(([path, version]) => `${path.split('node_modules/').at(-1)}@${version}`)
  expect(licensed.length).toBeGreaterThan(10)
  expect([...licensed].sort()).toEqual(bundled.sort())
})

test('the bill of materials lists exactly the packages that are bundled, and is always the same', () => {
  const make = () => execFileSync('node', ['scripts/release/sbom.mjs'], { encoding: 'utf8' })
  const text = make()
  const sbom = JSON.parse(text)
  expect(sbom.components.map((it: { purl: string }) => decodeURIComponent(it.purl)).sort()).toEqual(
    licensed.map((it) => `pkg:npm/${it}`).sort(),
  )
  for (const { hashes, licenses } of sbom.components) {
    expect(hashes[0]).toMatchObject({ alg: 'SHA-512' })
    expect(licenses).toHaveLength(1)
  }
  const refs = [sbom.metadata.component['bom-ref'], ...licensed]
  for (const { ref, dependsOn } of sbom.dependencies) {
    expect(refs).toEqual(expect.arrayContaining([ref, ...dependsOn]))
  }
  expect(sbom).toMatchObject({
    bomFormat: 'CycloneDX',
    serialNumber: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    metadata: { component: { name: 'countersign' } },
  })
  expect(make()).toBe(text)
})

describe('a licence', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'licences-'))
    mkdirSync(join(folder, 'bare'))
    writeFileSync(join(folder, 'LICENSE'), 'Do as you like.\r\n')
    writeFileSync(join(folder, 'NOTICE'), 'Made by somebody.\n')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const render = (license: string | null, at = folder) =>
    renderLicenses([{ name: 'some-package', version: '1.0.0', license, folder: at }])

  test.each(['MIT', 'Apache-2.0', 'ISC'])('%s is carried with its text and notice', (license) => {
    const text = render(license)
    expect(text).toContain('\nDo as you like.\n\nMade by somebody.\n')
    expect(listLicensed(text)).toEqual(['some-package@1.0.0'])
  })

  test.each(['GPL-3.0-only', 'AGPL-3.0', 'SEE LICENSE IN LICENSE', 'MIT OR GPL-3.0', '', null])(
    '%s stops the build',
    (license) => expect(() => render(license)).toThrow('not permitted'),
  )

  test('without a text stops it as well', () => {
    expect(() => render('MIT', join(folder, 'bare'))).toThrow('no licence text')
  })
})
