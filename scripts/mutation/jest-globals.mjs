import { expect } from 'expect'
import { bind } from 'jest-each'

/**
 * What the tests of the engine use of `@jest/globals`, as a list of functions to call: loaded once, run a thousand times.
 * Jest itself makes a new world for each file, which is right for a test run and too slow for one run per mutant.
 */

/** The file being loaded; tests that are declared meanwhile are its own. */
let collecting = null

/** Calls `load`, and answers the tests that were declared meanwhile, each with a name that is its own. */
export async function collectTests(fileName, load) {
  collecting = { fileName, tests: [], names: new Map(), suite: newSuite('', null) }
  const { tests } = collecting
  await load()
  collecting = null
  return tests
}

function newSuite(name, parent) {
  return { name, parent, beforeAll: [], beforeEach: [], afterEach: [], afterAll: [], begun: false }
}

function describe(name, body) {
  const parent = collecting.suite
  collecting.suite = newSuite(`${parent.name}${name} › `, parent)
  body()
  collecting.suite = parent
}

function test(title, body) {
  const { fileName, names, suite, tests } = collecting
  const name = `${fileName} › ${suite.name}${title}`
  const times = (names.get(name) ?? 0) + 1
  names.set(name, times)
  const id = times === 1 ? name : `${name} (${times})`
  tests.push({ id, fileName, run: () => runTest(suite, body) })
}

async function runTest(suite, body) {
  const suites = []
  for (let each = suite; each !== null; each = each.parent) suites.unshift(each)
  for (const each of suites) await beginSuite(each)
  for (const each of suites) await callAll(each.beforeEach)
  try {
    await body()
  } finally {
    for (const each of suites.toReversed()) await callAll(each.afterEach)
  }
}

/** Once per load: nothing in the engine's tests has to be put back between two mutants. */
async function beginSuite(suite) {
  if (suite.begun) return
  suite.begun = true
  await callAll(suite.beforeAll)
}

async function callAll(hooks) {
  for (const hook of hooks) await hook()
}

function addHook(kind) {
  return (hook) => {
    collecting.suite[kind].push(hook)
  }
}

const skip = () => {}
Object.assign(test, { each: bind(test, false), skip: Object.assign(skip, { each: () => skip }) })
Object.assign(describe, { each: bind(describe, false), skip })

export const beforeAll = addHook('beforeAll')
export const beforeEach = addHook('beforeEach')
export const afterEach = addHook('afterEach')
export const afterAll = addHook('afterAll')
export { describe, expect, test, test as it }
