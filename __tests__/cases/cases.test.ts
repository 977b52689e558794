import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { decide } from '../../src/engine/decide.ts'
import type { Decision } from '../../src/engine/decision.ts'
import type { ApprovalFact, ResultsReading } from '../../src/engine/evidence.ts'
import { NO_LINKS } from '../../src/reports/links.ts'
import { renderMarkdown } from '../../src/reports/markdown/index.ts'
import { readGitEvidence } from '../../src/sources/git/index.ts'
import { readNamedResults } from '../../src/sources/local-results.ts'
import { branchOf, buildCase } from '../support/cases/build-case.ts'
import { type CaseFolder, readCaseFolders } from './case-folders.ts'

const NOW = '2026-11-21T12:00:00Z'

const folders = readCaseFolders()

describe.each([...new Set(folders.map(({ name }) => name.split('/')[0] ?? ''))])('%s', (rule) => {
  const own = folders.filter(({ name }) => name.startsWith(`${rule}/`))

  test.each(own)('$name', async (folder) => {
    const decision = await decideCase(folder)

    expect(decision.conclusion).toBe(folder.conclusion)
    const isFound = decision.findings.some((finding) => finding.rule === folder.rule)
    expect([folder.rule, isFound]).toEqual([folder.rule, folder.finds])
    expectGolden(folder, renderMarkdown(decision, NO_LINKS))
  })

  test('an attack stands beside an honest twin', () => {
    const isHonest = ({ name }: CaseFolder) => name.includes('/honest')
    expect([own.some(isHonest), own.every(isHonest)]).toEqual([true, false])
  })
})

/** The names in the wording catalogue: rules, and families such as `path/`. */
function listWordedRules(): string[] {
  const folder = join(process.cwd(), 'src', 'engine', 'wording')
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  return files
    .flatMap((text) => [...text.matchAll(/^ {2}'([a-z]+\/[a-z-]*)': /gm)])
    .map((match) => match[1] ?? '')
}

/** As `countersign check` decides, but at a fixed time. */
async function decideCase(folder: CaseFolder): Promise<Decision> {
  const { options } = folder
  const repo = buildCase(folder)
  try {
    const evidence = await readGitEvidence({
      repo: repo.dir,
      base: 'main',
      head: branchOf(folder),
      policyPath: '.github/countersign.yml',
      policyFile: null,
      planFile: null,
      requestedPlan: options.plan ?? null,
      results: folder.results && readResults(folder.results),
      localChains: [],
      facts:
        options.facts?.map((fact) => placeFact(fact, repo.git('rev-parse', branchOf(folder)))) ??
        null,
    })
    return decide(evidence, new Date(options.now ?? NOW))
  } finally {
    repo.dispose()
  }
}

/** The reports under their names in the folder, so that no path of this machine is in a golden file. */
function readResults(files: ReadonlyMap<string, Uint8Array>): ResultsReading[] {
  return readNamedResults([...files.keys()], (name) => files.get(name) ?? new Uint8Array())
}

/** A fact of a case says `HEAD` for the head that the case turns out to have. */
function placeFact(fact: ApprovalFact, head: string): ApprovalFact {
  return fact.head_sha === 'HEAD' ? { ...fact, head_sha: head } : fact
}

/** The report a person would read; `UPDATE_GOLDEN=1` writes it. */
function expectGolden({ dir }: CaseFolder, actual: string): void {
  const file = join(dir, 'expected.md')
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, actual)
  expect(existsSync(file)).toBe(true)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}

describe('the rules', () => {
  /** Only a server knows of a moving head, of workflows and of their runs; other tests cover these. */
  const ELSEWHERE = [
    'evidence/head-moved',
    'acceptance/stale',
    'acceptance/untrusted-workflow',
    'acceptance/always-green',
  ]

  test('each rule that the catalogue words has a case', () => {
    const covered = new Set(folders.filter((it) => it.finds).map(({ rule }) => rule))
    const families = new Set([...covered].map((rule) => rule.replace(/[^/]*$/, '')))
    const missing = listWordedRules().filter((rule) => !covered.has(rule) && !families.has(rule))
    expect(missing.toSorted()).toEqual(ELSEWHERE.toSorted())
  })
})
