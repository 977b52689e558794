const SHIM = new URL('jest-globals.mjs', import.meta.url).href

/**
 * `@jest/globals` is the shim, and what a module of a generation imports from the build is of the same generation: a fresh
 * world without a fresh process, for mutants in what runs once as a module is loaded.
 */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: SHIM, shortCircuit: true }
  const found = await next(specifier, context)
  const generation = /\?generation=\d+$/.exec(context.parentURL ?? '')
  if (generation === null || !found.url.includes('/build/')) return found
  return { ...found, url: found.url + generation[0] }
}
