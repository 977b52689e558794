// Which packages the bundles carry, and how much of each.
import { readFileSync } from 'node:fs'

/** Every module, also those that webpack joined into another. */
const ALL_MODULES = {
  all: false,
  modules: true,
  nestedModules: true,
  modulesSpace: Number.POSITIVE_INFINITY,
  nestedModulesSpace: Number.POSITIVE_INFINITY,
  groupModulesByAttributes: false,
  groupModulesByCacheStatus: false,
  groupModulesByExtension: false,
  groupModulesByLayer: false,
  groupModulesByPath: false,
  groupModulesByType: false,
}

/**
 * The packages of all bundles, by name: `{ name, version, license, folder, bytes }`, where `bytes` has
 * the source bytes in each bundle that carries any.
 * @param stats webpack's, by the name of the bundle
 */
export function weighPackages(stats) {
  const packages = new Map()
  for (const [bundle, its] of Object.entries(stats)) {
    const modules = its.toJson(ALL_MODULES).modules.flatMap(listLeaves)
    for (const { name, size } of modules) {
      const folder = /^\.\/(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(name ?? '')?.[1]
      if (folder === undefined) continue
      if (!packages.has(folder)) packages.set(folder, describePackage(folder))
      const { bytes } = packages.get(folder)
      bytes[bundle] = (bytes[bundle] ?? 0) + size
    }
  }
  if (packages.size === 0) throw new Error('no package was found in the bundles')
  return [...packages.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1))
}

function listLeaves(module) {
  return module.modules === undefined ? [module] : module.modules.flatMap(listLeaves)
}

function describePackage(folder) {
  const {
    name,
    version,
    license = null,
  } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  return { name, version, license, folder, bytes: {} }
}
