// The bill of materials of the bundles, in CycloneDX: exactly the packages that dist/licenses.txt names.
//   node scripts/release/sbom.mjs [--out FILE]
// `npm sbom --omit dev` would be too little, for it leaves out what development uses as well, and too
// much, for it lists packages of which only types are used. So npm describes all, and the bundles choose.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { listLicensed } from '../bundle/licenses.mjs'

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  if (values.out === undefined) process.stdout.write(renderSbom())
  else {
    mkdirSync(dirname(values.out), { recursive: true })
    writeFileSync(values.out, renderSbom())
  }
}

/**
 * The same text for the same commit: the time is the commit's, and the serial number made from the rest.
 * @throws Error when npm knows nothing of a package that is bundled.
 */
export function renderSbom() {
  const all = JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    }),
  )
  const bundled = new Set(listLicensed(readFileSync('dist/licenses.txt', 'utf8')))
  const components = all.components.filter((it) => bundled.has(it['bom-ref']))
  const missing = [...bundled].filter((ref) => !components.some((it) => it['bom-ref'] === ref))
  if (bundled.size === 0 || missing.length > 0)
    throw new Error(`npm does not know what is bundled: ${missing.join(', ') || 'nothing is'}`)
  const body = {
    metadata: describeProduct(all.metadata),
    components,
    dependencies: keepBundled(all.dependencies, bundled, all.metadata.component['bom-ref']),
  }
  const { $schema, bomFormat, specVersion, version } = all
  const serialNumber = makeSerialNumber(JSON.stringify(body))
  const sbom = { $schema, bomFormat, specVersion, serialNumber, version, ...body }
  return `${JSON.stringify(sbom, null, 2)}\n`
}

/** npm calls the product after its folder, and says when it was asked. */
function describeProduct(metadata) {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const time = execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' })
  const timestamp = new Date(Number(time) * 1000).toISOString()
  const component = { ...metadata.component, type: 'application', name, version }
  return { ...metadata, timestamp, lifecycles: [{ phase: 'build' }], component }
}

function keepBundled(dependencies, bundled, product) {
  return dependencies
    .filter(({ ref }) => ref === product || bundled.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((it) => bundled.has(it)) }))
}

/** A UUID made from a text (RFC 9562, version 8). */
function makeSerialNumber(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`
}
