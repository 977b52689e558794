import { isMap } from '../../engine/parsing/plain-map.ts'
import type { Runner } from './findings.ts'
import type { WorkTree } from './work-tree.ts'

/** Test runners by the package that brings them. */
const PACKAGES: Readonly<Record<string, string>> = {
  jest: 'jest',
  vitest: 'vitest',
  mocha: 'mocha',
  ava: 'ava',
  tap: 'tap',
  '@playwright/test': 'Playwright',
}

/** Test runners by a file at the top of the repository, and a text in it where the file alone says little. */
const FILES: readonly { file: string; name: string; holds?: RegExp }[] = [
  { file: 'pytest.ini', name: 'pytest' },
  { file: 'pyproject.toml', name: 'pytest', holds: /\bpytest\b/ },
  { file: 'setup.cfg', name: 'pytest', holds: /\bpytest\b/ },
  { file: 'tox.ini', name: 'pytest', holds: /\bpytest\b/ },
  { file: 'requirements-dev.txt', name: 'pytest', holds: /^pytest\b/m },
  { file: 'go.mod', name: 'go test' },
  { file: 'Cargo.toml', name: 'cargo test' },
  { file: 'pom.xml', name: 'Maven' },
  { file: 'build.gradle', name: 'Gradle' },
  { file: 'build.gradle.kts', name: 'Gradle' },
]

/** The test runners that files at the top of the repository name, each once. */
export function findRunners(tree: WorkTree): Runner[] {
  const found = [...readManifest(tree.read('package.json')), ...FILES.flatMap(lookFor(tree))]
  return found.filter(({ name }, at) => found.findIndex((it) => it.name === name) === at)
}

function lookFor(tree: WorkTree) {
  return ({ file, name, holds }: (typeof FILES)[number]): Runner[] => {
    const text = tree.read(file)
    return text !== null && (holds?.test(text) ?? true) ? [{ name, source: file }] : []
  }
}

function readManifest(text: string | null): Runner[] {
  const manifest = text === null ? null : parseJson(text)
  if (!isMap(manifest)) return []
  const declared = ['dependencies', 'devDependencies'].flatMap((key) => keysOf(manifest[key]))
  const runners = Object.entries(PACKAGES)
    .filter(([name]) => declared.includes(name))
    .map(([, name]) => ({ name, source: 'package.json' }))
  const scripts = isMap(manifest.scripts) ? Object.values(manifest.scripts).slice(0, 200) : []
  const usesNode = scripts.some(
    (script) => typeof script === 'string' && /\bnode\s[^&|;]*--test\b/.test(script.slice(0, 1000)),
  )
  return usesNode ? [...runners, { name: 'node:test', source: 'package.json' }] : runners
}

/** A value of a JSON file; null when it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function keysOf(value: unknown): string[] {
  return isMap(value) ? Object.keys(value) : []
}
