import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { dirname, extname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { nearestImporters } from './imports.mjs'
import { collectTests } from './jest-globals.mjs'

const TESTS = 'build/__tests__/engine'
const TIMES = 'mutation-test-times.json'

/** Tests of memory and of other processes. */
const FILES_LEFT_OUT = /\/(memory|budget)\.test\.js$/
/** Tests that take time because time is what they are about, and properties that count how much they have tried. */
const TESTS_LEFT_OUT =
  /loses patience|over 3 MB|slow it down|time is linear|bounded time|some pass and some|without its shortcuts|a text that it matches|every changed chain alike|with one to three changes$/
/** A test that needs more processor time than this is not run for every mutant it covers. */
const SLOW_MS = 150
/** What one mutant may cost: the tests that come after this are far from it, and hardly ever kill what others let live. */
const MUTANT_MS = 400
/** More for one that is switched on while modules load, when nobody knows which tests it concerns. */
const STATIC_MS = 2000
const STATIC_FILES = 10
/** Properties are tried for as long as this instead of thousands of times. */
const PROPERTY_MS = 100

/** Runs the engine's tests in this process, with one mutant switched on at a time. */
class EngineTestRunner {
  generations = 0
  world = newWorld(0)

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    globalThis.__stryker__ ??= {}
    register('./resolve-hooks.mjs', import.meta.url)
    fc.configureGlobal({ interruptAfterTimeLimit: PROPERTY_MS, seed: 1 })
  }

  async dryRun() {
    const namespace = globalThis.__stryker__
    await this.load(findTestFiles())
    const tests = []
    for (const test of this.world.tests.values()) {
      namespace.currentTestId = test.id
      const { failure, ms } = await runTimed(test)
      tests.push({ id: test.id, name: test.id, timeSpentMs: ms, ...describeResult(failure) })
      namespace.currentTestId = undefined
      if (ms > SLOW_MS) delete namespace.mutantCoverage.perTest[test.id]
    }
    writeFileSync(TIMES, JSON.stringify(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs])))
    const mutantCoverage = preferTests(namespace.mutantCoverage)
    return { status: DryRunStatus.Complete, tests, mutantCoverage }
  }

  async mutantRun(options) {
    const isAtLoad = options.mutantActivation === 'static'
    return isAtLoad ? await this.runAtLoad(options) : await this.run(options)
  }

  /** A mutant may leave something behind that breaks tests after it; then it is run again in a new world. */
  async run(options, mayRepeat = true) {
    const tests = await this.pick(options)
    const result = await withMutant(options, () => runUntilFailure(tests))
    if (result.status !== MutantRunStatus.Killed) return result
    const killer = this.world.tests.get(result.killedBy[0])
    if ((await failureOf(killer)) === null) return result
    this.world = newWorld(this.nextGeneration())
    return mayRepeat ? await this.run(options, false) : result
  }

  async pick({ sandboxFileName, testFilter }) {
    const ids = nearestFirst(testFilter, sandboxFileName, MUTANT_MS)
    await this.load(filesOf(ids))
    return ids.map((id) => this.world.tests.get(id))
  }

  /** Loads the tests that import a file once more, while its mutant is switched on, and runs the nearest. */
  async runAtLoad(options) {
    const built = relative(process.cwd(), options.sandboxFileName).replace(/\.ts$/, '.js')
    const importers = nearestImporters(findTestFiles(), resolve('build', built))
    const files = importers.slice(0, STATIC_FILES)
    return await withMutant(options, async () => {
      const tests = await loadTests(files, this.nextGeneration())
      const ids = nearestFirst([...tests.keys()], options.sandboxFileName, STATIC_MS)
      return await runUntilFailure(ids.map((id) => tests.get(id)))
    })
  }

  /** Loads these files unless they are: whoever takes a stuck process's place need not load them all. */
  async load(files) {
    const { generation, loaded, tests } = this.world
    const missing = files.filter((file) => !loaded.has(file))
    for (const [id, test] of await loadTests(missing, generation)) tests.set(id, test)
    for (const file of missing) loaded.add(file)
  }

  nextGeneration() {
    this.generations += 1
    return this.generations
  }
}

/** Tests by id, the files they are from, and the number in the addresses of all their modules. */
function newWorld(generation) {
  return { generation, tests: new Map(), loaded: new Set() }
}

async function withMutant({ activeMutant, hitLimit }, run) {
  const namespace = globalThis.__stryker__
  Object.assign(namespace, { activeMutant: activeMutant.id, hitCount: 0, hitLimit })
  try {
    return await run()
  } catch (error) {
    return { ...killedBy('loading', error), nrOfTests: 0 }
  } finally {
    namespace.activeMutant = undefined
  }
}

function findTestFiles() {
  const names = readdirSync(TESTS, { recursive: true }).filter((name) => name.endsWith('.test.js'))
  return names
    .map((name) => resolve(TESTS, name))
    .filter((file) => !FILES_LEFT_OUT.test(file))
    .sort()
}

/** The files that tests are in. */
function filesOf(ids) {
  return [...new Set(ids.map((id) => resolve(TESTS, fileOf(id))))]
}

/** An id starts with the name of its test's file. */
function fileOf(id) {
  return id.slice(0, id.indexOf(' › '))
}

async function loadTests(files, generation) {
  const tests = new Map()
  for (const file of files) {
    const url = `${pathToFileURL(file).href}?generation=${generation}`
    const name = relative(resolve(TESTS), file)
    for (const test of await collectTests(name, () => import(url))) {
      if (!TESTS_LEFT_OUT.test(test.id)) tests.set(test.id, test)
    }
  }
  return tests
}

/** What is called while modules load and again by tests is tried in the tests, which is a thousand times cheaper. */
function preferTests({ static: atLoad, perTest }) {
  const called = new Set(Object.values(perTest).flatMap((each) => Object.keys(each)))
  const rest = Object.entries(atLoad).filter(([mutant]) => !called.has(mutant))
  return { static: Object.fromEntries(rest), perTest }
}

/** The tests of the file itself first, then of its folder, then the others, the quickest first, until the time is up. */
function nearestFirst(ids, sandboxFileName, budget) {
  const file = relative(resolve('src/engine'), sandboxFileName)
  const folder = dirname(file)
  const distance = (id) => {
    if (id.startsWith(stem(file))) return 0
    return dirname(fileOf(id)) === folder ? 1 : 2
  }
  const times = readTimes()
  const timeOf = (id) => times.get(id) ?? 0
  let left = budget
  return ids
    .filter((id) => timeOf(id) <= SLOW_MS)
    .sort((a, b) => distance(a) - distance(b) || timeOf(a) - timeOf(b))
    .filter((id) => {
      left -= timeOf(id)
      return left > 0
    })
}

function stem(file) {
  return file.slice(0, -extname(file).length)
}

let knownTimes = null
function readTimes() {
  if (knownTimes === null && existsSync(TIMES)) {
    knownTimes = new Map(JSON.parse(readFileSync(join(process.cwd(), TIMES), 'utf8')))
  }
  return knownTimes ?? new Map()
}

async function runUntilFailure(tests) {
  const namespace = globalThis.__stryker__
  let nrOfTests = 0
  for (const test of tests) {
    nrOfTests += 1
    const { failure } = await runTimed(test)
    const endless = determineHitLimitReached(namespace.hitCount, namespace.hitLimit)
    if (endless) return endless
    if (failure !== null) return { ...killedBy(test.id, failure), nrOfTests }
  }
  return { status: MutantRunStatus.Survived, nrOfTests }
}

function killedBy(id, failure) {
  return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: messageOf(failure) }
}

/** Processor time, not the clock's: the machine may have other things to do. */
async function runTimed(test) {
  const before = process.cpuUsage()
  const failure = await failureOf(test)
  const { user, system } = process.cpuUsage(before)
  return { failure, ms: (user + system) / 1000 }
}

async function failureOf(test) {
  try {
    await test.run()
    return null
  } catch (error) {
    return error ?? new Error('threw nothing')
  }
}

function describeResult(failure) {
  if (failure === null) return { status: TestStatus.Success }
  return { status: TestStatus.Failed, failureMessage: messageOf(failure) }
}

function messageOf(failure) {
  const cause = failure?.cause === undefined ? '' : `\n${messageOf(failure.cause)}`
  return `${String(failure?.message ?? failure).slice(0, 2000)}${cause}`
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'engine', EngineTestRunner),
]
