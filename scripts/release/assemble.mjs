// Puts the files of a release into a folder: the package for npm, the bill of materials, the licences,
// and SHA256SUMS over them. Run it after the bundles were built.
//   node scripts/release/assemble.mjs --repository OWNER/NAME --out DIR
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { renderSbom } from './sbom.mjs'

const { values } = parseArgs({
  options: { repository: { type: 'string' }, out: { type: 'string' } },
})
if (!/^[\w.-]+\/[\w.-]+$/.test(values.repository ?? '') || values.out === undefined)
  throw new Error('--repository OWNER/NAME and --out DIR are needed')

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const out = resolve(values.out)
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
packForNpm()
writeFileSync(join(out, 'sbom.cdx.json'), renderSbom())
copyFileSync('dist/licenses.txt', join(out, 'licenses.txt'))
const sums = readdirSync(out).sort().map(describe).join('')
writeFileSync(join(out, 'SHA256SUMS'), sums)
process.stdout.write(sums)

/**
 * The package asks for no other: the bundles carry all they need, so whoever installs it gets this one
 * and nobody else's. npm holds the repository's address against the provenance.
 */
function packForNpm() {
  const stage = mkdtempSync(join(tmpdir(), 'countersign-pack-'))
  try {
    const { dependencies, devDependencies, overrides, scripts, ...kept } = manifest
    const url = `git+https://github.com/${values.repository}.git`
    const published = { ...kept, repository: { type: 'git', url } }
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
    for (const name of [...manifest.files, 'README.md', 'LICENSE', 'CHANGELOG.md']) {
      if (!existsSync(name)) throw new Error(`${name} is to be packed and is not there`)
      cpSync(name, join(stage, name), { recursive: true })
    }
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], {
      cwd: stage,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/** A line as `sha256sum --check` reads it. */
function describe(name) {
  const hash = createHash('sha256')
    .update(readFileSync(join(out, name)))
    .digest('hex')
  return `${hash}  ${name}\n`
}
