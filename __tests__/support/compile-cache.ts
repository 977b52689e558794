import { resolve } from 'node:path'

/** Part of an environment: from Node 22 on, a bundle that starts hundreds of times is compiled once. */
export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: resolve('node_modules/.cache/countersign-tests'),
}
