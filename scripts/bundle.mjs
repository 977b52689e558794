// Bundles every entry into dist/. Starts from an empty directory because ncc leaves old files behind.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ncc from '@vercel/ncc'

const entries = [
  ['build/src/main.js', 'dist'],
  ['build/src/cli.js', 'dist/cli'],
]

if (process.argv[2] === '--hook') await bundleHook(process.argv[3])
else await bundleAll()

async function bundleAll() {
  rmSync('dist', { recursive: true, force: true })
  for (const [entry, out] of entries) {
    execFileSync(
      'node',
      ['node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', out, '--quiet'],
      {
        stdio: 'inherit',
      },
    )
  }
  await bundleHook('dist/hook')
}

/** The hook runs before every tool call, and Node starts a CommonJS module faster. */
async function bundleHook(out) {
  const options = { esm: false, cache: false, quiet: true }
  const { code, assets } = await ncc(resolve('build/src/hook.js'), options)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'index.js'), code)
  for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(out, name), source)
  writeFileSync(join(out, 'package.json'), '{\n  "type": "commonjs"\n}\n')
}
