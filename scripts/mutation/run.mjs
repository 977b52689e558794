import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { printTable } from './table.mjs'

/**
 * `npm run mutation` mutates the engine, `npm run mutation -- src/engine/chain src/engine/matching/glob.ts` parts of it one after the
 * other, and `npm run mutation -- --table` prints what the runs before have found.
 */
const here = import.meta.dirname ?? resolve('scripts/mutation')
const stryker = resolve(here, 'node_modules/@stryker-mutator/core/bin/stryker.js')
const paths = process.argv.slice(2)

if (!paths.includes('--table')) {
  if (!existsSync(stryker)) execFileSync('npm', ['ci'], { cwd: here, stdio: 'inherit' })
  for (const path of paths.length > 0 ? paths : ['src/engine']) mutate(path)
}
printTable()

function mutate(path) {
  const options = ['run', resolve(here, 'stryker.config.mjs')]
  const env = { ...process.env, MUTATION_PATH: path }
  execFileSync(process.execPath, [stryker, ...options], { env, stdio: 'inherit' })
}
