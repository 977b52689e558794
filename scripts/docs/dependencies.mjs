// The tables of docs/supply-chain.md: what each dependency is for, and what the bundles carry of it.
import { existsSync, readFileSync } from 'node:fs'
import { code, tabulate } from './table.mjs'

const BUNDLES = { action: 'Action', cli: 'Command line', hook: 'Hook' }
const REASONS = readJson('scripts/docs/dependencies.json')

/** Every package in the bundles with its source in KB; those that others bring are named below them. */
export function tabulateBundled() {
  const packages = readBundled()
  const { dependencies } = readJson('package.json')
  checkReasons(REASONS.dependencies, dependencies)
  const rows = packages.map(({ name, folder, bytes }) => [
    code(name),
    REASONS.dependencies[name] ?? `needed by ${listUsers(folder, packages).map(code).join(', ')}`,
    ...Object.keys(BUNDLES).map((bundle) => showKilobytes(bytes[bundle])),
  ])
  const totals = Object.keys(BUNDLES).map((bundle) =>
    showKilobytes(packages.reduce((sum, { bytes }) => sum + (bytes[bundle] ?? 0), 0)),
  )
  const head = ['Package', 'For', ...Object.values(BUNDLES).map((name) => `${name}, KB`)]
  return tabulate(head, [...rows, ['together', '', ...totals]])
}

/** What is needed to build and test, and never shipped. */
export function tabulateDevelopment() {
  const { devDependencies } = readJson('package.json')
  checkReasons(REASONS.devDependencies, devDependencies)
  const rows = Object.keys(devDependencies).map((name) => [
    code(name),
    REASONS.devDependencies[name],
  ])
  return tabulate(['Package', 'For'], rows)
}

function readBundled() {
  const file = 'build/bundles.json'
  if (!existsSync(file)) throw new Error(`${file} is not there; run npm run package`)
  return readJson(file)
}

/** Each dependency has its reason, and each reason its dependency. */
function checkReasons(reasons, declared) {
  const missing = Object.keys(declared).filter((name) => !reasons[name])
  const left = Object.keys(reasons).filter((name) => !(name in declared))
  if (missing.length > 0) throw new Error(`no reason is given for ${missing.join(', ')}`)
  if (left.length > 0) throw new Error(`a reason is left of ${left.join(', ')}`)
}

/** The bundled packages whose manifest asks for the one in `folder`. */
function listUsers(folder, packages) {
  const name = folder.split('node_modules/').at(-1)
  const users = packages.filter((it) => {
    const { dependencies = {} } = readJson(`${it.folder}/package.json`)
    return name in dependencies
  })
  if (users.length === 0) throw new Error(`nothing asks for ${name}, and no reason is given for it`)
  return users.map((it) => it.name)
}

function showKilobytes(bytes = 0) {
  return bytes === 0 ? '' : (bytes / 1000).toFixed(1)
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
