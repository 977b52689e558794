// Bundles every entry into dist/, with the licences of what the bundles carry, and notes in
// build/bundles.json how much each package weighs. Starts from an empty directory, so that nothing old
// stays. The same sources must give the same bytes on every machine: see scripts/reproduce.mjs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ncc from '@vercel/ncc'
import { renderLicenses } from './bundle/licenses.mjs'
import { weighPackages } from './bundle/weigh.mjs'

/**
 * What `@actions/core` brings along for identity tokens and for describing the machine, neither of which the
 * gate asks for: a third of the bundle, and of its start-up time. In its place stands a module that is there anyway.
 */
const NEVER_CALLED = ['@actions/http-client', '@actions/http-client/lib/auth', '@actions/exec']
const externals = Object.fromEntries(NEVER_CALLED.map((name) => [name, 'node:path']))

/** The hook runs before every tool call, and Node starts a CommonJS module faster. */
const HOOK = { name: 'hook', entry: 'build/src/hook.js', out: 'dist/hook', type: 'commonjs' }
const ENTRIES = [
  { name: 'action', entry: 'build/src/main.js', out: 'dist', type: 'module' },
  { name: 'cli', entry: 'build/src/cli.js', out: 'dist/cli', type: 'module' },
  HOOK,
]

if (process.argv[2] === '--hook') await bundle({ ...HOOK, out: process.argv[3] })
else await bundleAll()

async function bundleAll() {
  rmSync('dist', { recursive: true, force: true })
  const stats = {}
  for (const entry of ENTRIES) stats[entry.name] = await bundle(entry)
  const packages = weighPackages(stats)
  writeFileSync('dist/licenses.txt', renderLicenses(packages))
  writeFileSync('build/bundles.json', `${JSON.stringify(packages, null, 2)}\n`)
}

async function bundle({ entry, out, type }) {
  const esm = type === 'module'
  const { code, assets, stats } = await ncc(resolve(entry), {
    cache: false,
    quiet: true,
    esm,
    externals,
  })
  mkdirSync(out, { recursive: true })
  for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(out, name), source)
  // What begins with `#!` is to be run.
  const mode = code.startsWith('#!') ? 0o755 : 0o644
  writeFileSync(join(out, 'index.js'), code, { mode })
  writeFileSync(join(out, 'package.json'), `{\n  "type": "${type}"\n}\n`)
  return stats
}
