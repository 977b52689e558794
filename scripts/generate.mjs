// Writes what is derived: the presets as a module (the bundles carry no loose files) and, from the
// validator that really runs, the JSON Schemas editors use. CI checks that nothing is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const PRESETS = ['observe', 'standard', 'strict']

const entries = PRESETS.map((name) => {
  const text = readFileSync(`policies/${name}.yml`, 'utf8')
  return `  ${name}: ${JSON.stringify(text)},`
})
writeIfChanged(
  'src/engine/policy/presets.generated.ts',
  `// Generated from policies/*.yml by scripts/generate.mjs. Do not edit.\nexport const PRESETS: Readonly<Record<string, string>> = {\n${entries.join('\n')}\n}\n`,
)

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
writeIfChanged(
  'src/version.generated.ts',
  `// Generated from package.json by scripts/generate.mjs. Do not edit.\nexport const VERSION = '${version}'\n`,
)

if (process.argv.includes('--schemas')) {
  const { makeJsonSchema, SCHEMA_KINDS } = await import('../build/src/engine/json-schema/make.js')
  mkdirSync('policies/schema', { recursive: true })
  for (const kind of SCHEMA_KINDS) {
    const json = await makeJsonSchema(kind)
    writeIfChanged(`policies/schema/${kind}.schema.json`, `${JSON.stringify(json, null, 2)}\n`)
  }
}

function writeIfChanged(file, text) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}
