// Bundles every entry into dist/. Starts from an empty directory because ncc leaves old files behind.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ncc from '@vercel/ncc'

/**
 * What `@actions/core` brings along for identity tokens and for describing the machine, neither of which the
 * gate asks for: a third of the bundle, and of its start-up time. In its place stands a module that is there anyway.
 */
const NEVER_CALLED = ['@actions/http-client', '@actions/http-client/lib/auth', '@actions/exec']
const externals = Object.fromEntries(NEVER_CALLED.map((name) => [name, 'node:path']))

if (process.argv[2] === '--hook') await bundleHook(process.argv[3])
else await bundleAll()

async function bundleAll() {
  rmSync('dist', { recursive: true, force: true })
  await bundleModule('build/src/main.js', 'dist', externals)
  await bundleModule('build/src/cli.js', 'dist/cli')
  await bundleHook('dist/hook')
}

async function bundleModule(entry, out, externals = {}) {
  await bundle(entry, out, { esm: true, externals }, 'module')
}

/** The hook runs before every tool call, and Node starts a CommonJS module faster. */
async function bundleHook(out) {
  await bundle('build/src/hook.js', out, { esm: false }, 'commonjs')
}

async function bundle(entry, out, options, type) {
  const { code, assets } = await ncc(resolve(entry), { cache: false, quiet: true, ...options })
  mkdirSync(out, { recursive: true })
  // What begins with `#!` is to be run.
  writeFileSync(join(out, 'index.js'), code, { mode: code.startsWith('#!') ? 0o755 : 0o644 })
  for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(out, name), source)
  writeFileSync(join(out, 'package.json'), `{\n  "type": "${type}"\n}\n`)
}
