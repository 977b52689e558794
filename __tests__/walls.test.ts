import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'

/**
 * The architecture's walls: entries import sources and reports, these import the engine, and the
 * engine imports nothing that reads or writes the world.
 */

const SRC = join(process.cwd(), 'src')

interface SourceText {
  /** From `src/`, such as `engine/decide.ts`. */
  readonly path: string
  readonly text: string
  /** Everything it imports or re-exports: own files from `src/`, packages by their specifier. */
  readonly imports: readonly string[]
}

const IMPORT =
  /^(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"`]([^'"`]*)['"`]?/gm

function readSource(path: string): SourceText {
  const text = readFileSync(join(SRC, path), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  return { path, text, imports: imports.map((specifier) => fromSrc(path, specifier)) }
}

function fromSrc(importer: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return relative(SRC, resolve(SRC, dirname(importer), specifier))
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(readSource)

const inFolder = (...folders: string[]) =>
  sources.filter(({ path }) => folders.some((folder) => path.startsWith(folder)))

/** `engine/a.ts imports node:fs`, for every import that is not allowed. */
function findForbidden(from: readonly SourceText[], isAllowed: (to: string) => boolean): string[] {
  return from.flatMap(({ path, imports }) =>
    imports.filter((to) => !isAllowed(to)).map((to) => `${path} imports ${to}`),
  )
}

const isOwn = (to: string) => sources.some(({ path }) => path === to)
const packageOf = (to: string) => /^(?:@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to
const isWorldly = (to: string) =>
  to.startsWith('@actions/') || /octokit/.test(to) || to === 'commander'

describe('the scan itself', () => {
  test('sees every file and what it imports', () => {
    expect(sources.length).toBeGreaterThan(60)
    const blind = sources.filter(({ text, imports }) => {
      const lines = text.match(/^(?:import|export|\}).*\bfrom '[^']+'$|^import '[^']+'$/gm) ?? []
      return imports.length < lines.length
    })
    expect(blind.map(({ path }) => path)).toEqual([])
  })

  test('finds imports of every form', () => {
    const forms = [
      `import a from 'one'`,
      `import type { b } from 'two'`,
      `import {\n  c,\n} from 'three'`,
      `import 'four'`,
      `export * from 'five'`,
      `const f = await import('six')`,
      `const g = require('seven')`,
      `import * as h from "eight"`,
    ]
    const found = [...forms.join('\n').matchAll(IMPORT)].map(
      (match) => match[1] ?? match[2] ?? match[3],
    )
    expect(found).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'])
  })

  test('every import of an own file leads to one', () => {
    const isThere = (to: string) => !to.endsWith('.ts') || isOwn(to)
    expect(findForbidden(sources, isThere)).toEqual([])
  })

  test('no import is put together at run time', () => {
    const dynamic = sources.filter(({ text }) => /\b(?:import|require)\(\s*[^'"\s]/.test(text))
    expect(dynamic.map(({ path }) => path)).toEqual([])
  })
})

describe('the engine', () => {
  const engine = inFolder('engine/')

  /** Bytes to text and back is not input or output; everything else Node offers is. */
  const PURE = ['node:crypto', 'node:buffer']

  test('imports only itself and pure packages', () => {
    const isAllowed = (to: string) =>
      isBuiltin(to) ? PURE.includes(to) : !isWorldly(to) && (!isOwn(to) || to.startsWith('engine/'))
    expect(findForbidden(engine, isAllowed)).toEqual([])
  })

  test('imports these packages and no others', () => {
    const packages = engine.flatMap(({ imports }) =>
      imports.filter((to) => !isOwn(to) && !isBuiltin(to)).map(packageOf),
    )
    expect([...new Set(packages)].sort()).toEqual([
      '@valibot/to-json-schema',
      'canonicalize',
      'diff',
      'js-yaml',
      'minimatch',
      'parse-diff',
      're2js',
      'saxes',
      'valibot',
    ])
  })

  test.each([
    ['the environment', /\bprocess\b/],
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\)|\bperformance\b|\bhrtime\b/],
    ['chance', /\bMath\.random\b|\brandom(?:Bytes|UUID|Int)\b|\bgetRandomValues\b/],
    ['the network', /\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/],
    ['a console', /\bconsole\./],
    ['timers', /\bset(?:Timeout|Interval|Immediate)\b/],
    ['evaluated text', /\beval\(|\bnew Function\(/],
    ['the locale', /\blocaleCompare\b|\btoLocale\w*\(|\bIntl\./],
  ])('does not use %s', (_, pattern) => {
    const users = engine.filter(({ text }) => pattern.test(withoutComments(text)))
    expect(users.map(({ path }) => path)).toEqual([])
  })

  test('lists every check, one line for each file', () => {
    const folder = inFolder('engine/checks/').map(({ path }) => path)
    const index = sources.find(({ path }) => path === 'engine/checks/index.ts')
    const listed = (index?.imports ?? []).filter((to) => to.startsWith('engine/checks/'))
    expect(listed.toSorted()).toEqual(folder.filter((path) => path !== 'engine/checks/index.ts'))
  })

  test('keeps sentences out of the checks', () => {
    const wordy = findForbidden(inFolder('engine/checks/'), (to) => !to.includes('wording'))
    expect(wordy).toEqual([])
  })
})

describe('sources and reports', () => {
  test('never import each other, nor an entry', () => {
    const isBelow = (own: string) => (to: string) =>
      !isOwn(to) || to.startsWith(own) || to.startsWith('engine/') || to === 'version.generated.ts'
    expect(findForbidden(inFolder('sources/'), isBelow('sources/'))).toEqual([])
    expect(findForbidden(inFolder('reports/'), isBelow('reports/'))).toEqual([])
  })

  test('one source does not know the other', () => {
    expect(
      findForbidden(inFolder('sources/git/'), (to) => !to.startsWith('sources/github/')),
    ).toEqual([])
    expect(
      findForbidden(inFolder('sources/github/'), (to) => !to.startsWith('sources/git/')),
    ).toEqual([])
  })

  test('only the git source starts processes', () => {
    const starters = sources.filter(({ imports }) => imports.includes('node:child_process'))
    const outside = starters
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('sources/git/'))
    expect(outside.filter((path) => !path.startsWith('commands/demo'))).toEqual([])
  })
})

describe('reports', () => {
  test('are text made of what is given; only reports/github/ asks or tells anybody', () => {
    const texts = inFolder('reports/').filter(({ path }) => !path.startsWith('reports/github/'))
    expect(findForbidden(texts, (to) => !to.startsWith('reports/github/'))).toEqual([])
    const waiting = (those: readonly SourceText[]) =>
      those.filter(({ text }) => /\b(?:async|await)\b/.test(withoutComments(text)))
    expect(waiting(texts).map(({ path }) => path)).toEqual([])
    expect(waiting(inFolder('reports/github/'))).not.toEqual([])
  })
})

describe('the gate, which action and command line share', () => {
  test('knows sources and engine, and no report and no entry', () => {
    const isBelow = (to: string) => !isOwn(to) || /^(?:gate|sources|engine)\//.test(to)
    expect(findForbidden(inFolder('gate/'), isBelow)).toEqual([])
    const above = [...inFolder('sources/'), ...inFolder('reports/'), ...inFolder('engine/')]
    expect(findForbidden(above, (to) => !to.startsWith('gate/'))).toEqual([])
  })
})

describe('the entries', () => {
  test("only the action's own files import the action's packages", () => {
    const others = sources.filter(({ path }) => path !== 'main.ts' && !path.startsWith('action/'))
    expect(findForbidden(others, (to) => !to.startsWith('@actions/'))).toEqual([])
  })

  test('the command line never reaches them, whatever it imports', () => {
    const reached = reachableFrom('cli.ts')
    expect(reached.has('engine/decide.ts')).toBe(true)
    expect(
      [...reached].filter((to) => to.startsWith('@actions/') || to.startsWith('action/')),
    ).toEqual([])
  })

  test('the action never reaches the command line', () => {
    const reached = reachableFrom('main.ts')
    expect(reached.has('engine/decide.ts')).toBe(true)
    expect([...reached].filter((to) => to.startsWith('commands/') || to === 'commander')).toEqual(
      [],
    )
  })

  test('every file is reached from an entry', () => {
    const entries = ['cli.ts', 'hook.ts', 'main.ts']
    const reached = new Set([...entries, ...entries.flatMap((entry) => [...reachableFrom(entry)])])
    const lost = sources.map(({ path }) => path).filter((path) => !reached.has(path))
    expect(lost).toEqual([])
  })

  test('before a verdict the hook loads no engine package and starts no process', () => {
    const loaded = reachableFrom('hook.ts', staticImportsOf)
    expect(loaded.has('engine/tool-call/certain.ts')).toBe(true)
    const packages = [...loaded].filter((to) => !isOwn(to) && !to.startsWith('node:'))
    expect(packages).toEqual(['canonicalize'])
    expect([...loaded].filter((to) => /^node:(?:child_process|net|http)/.test(to))).toEqual([])
    expect(reachableFrom('hook.ts').has('engine/tool-call/judge.ts')).toBe(true)
  })

  test('the action loads what judging takes only when there is something to judge', () => {
    const loaded = reachableFrom('main.ts', staticImportsOf)
    expect(loaded.has('action/targets.ts')).toBe(true)
    const judging =
      /^(?:engine\/(?:decide|checks|results)|reports\/(?!escape|error-text)|gate\/judge)|^re2js$/
    expect([...loaded].filter((to) => judging.test(to))).toEqual([])
  })

  test('the recorder knows git and the engine, and no report, command or hook', () => {
    const isBelow = (to: string) =>
      !isOwn(to) || /^(?:recorder|engine|sources\/git)\/|^sources\/[\w-]+\.ts$/.test(to)
    expect(findForbidden(inFolder('recorder/'), isBelow)).toEqual([])
    const users = sources.filter(({ imports }) => imports.some((to) => to.startsWith('hook/')))
    expect(users.filter(({ path }) => path !== 'hook.ts' && !path.startsWith('hook/'))).toEqual([])
  })
})

test('every package that is imported is declared', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  const isDeclared = (to: string) =>
    isOwn(to) || to.startsWith('node:') || packageOf(to) in manifest.dependencies
  expect(findForbidden(sources, isDeclared)).toEqual([])
})

/** Without types, which are gone when the program runs, and without what is loaded on demand. */
function staticImportsOf({ path, text }: SourceText): string[] {
  const imports = text.matchAll(/^(?:import|export) (?!type )[^'"`;]*?from '([^']+)'/gm)
  return [...imports].map(([, specifier = '']) => fromSrc(path, specifier))
}

function reachableFrom(
  entry: string,
  importsOf: (source: SourceText) => readonly string[] = ({ imports }) => imports,
): Set<string> {
  const reached = new Set<string>()
  const queue = [entry]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const source = sources.find((one) => one.path === path)
    for (const to of source === undefined ? [] : importsOf(source)) {
      if (!reached.has(to)) queue.push(to)
      reached.add(to)
    }
  }
  return reached
}

/** Prose may say `process`; code may not. */
function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, '').replace(/(?<!['":])\/\/.*$/gm, '')
}
