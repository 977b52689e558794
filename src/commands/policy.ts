import { join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { POLICY_PATH } from '../engine/places.ts'
import { findOpenExemptions, isEveryWorkflow } from '../engine/policy/advise-on-exempt.ts'
import { adviseOnModes } from '../engine/policy/advise-on-modes.ts'
import { adviseOnTiers } from '../engine/policy/advise-on-tiers.ts'
import { runExamples } from '../engine/policy/examples.ts'
import { explainPath, explainPolicy } from '../engine/policy/explain.ts'
import {
  describePolicyProblem,
  type ResolvedPolicy,
  resolvePolicy,
} from '../engine/policy/resolve.ts'
import { escapeLog } from '../reports/escape.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { type FileReader, readPolicyFiles } from '../sources/trusted.ts'
import { print, readFileIfThere, readNamedFile } from './io.ts'

export interface PolicyOptions {
  readonly repo: string
}

export function addPolicyCommands(program: Command): void {
  const policy = program
    .command('policy')
    .description('check, explain and test policies')
    .addHelpText(
      'after',
      `
Examples:
  countersign policy lint
  countersign policy explain --path .github/workflows/ci.yml`,
    )
  policy
    .command('lint')
    .description('Checks a policy with everything it extends and says where each problem is.')
    .argument('[file]', 'the policy', POLICY_PATH)
    .option('--repo <dir>', 'the work tree that "extends" paths are relative to', '.')
    .addHelpText(
      'after',
      '\nExit codes: 0 valid, 1 not valid, 2 the file cannot be read.\n\nExample:\n  countersign policy lint .github/countersign.yml',
    )
    .action(async (file: string, options: PolicyOptions) => {
      process.exitCode = await lintPolicy(file, options)
    })
  policy
    .command('explain')
    .description('Says in words what a policy asks for, or what it says about one path.')
    .argument('[file]', 'the policy', POLICY_PATH)
    .option('--repo <dir>', 'the work tree that "extends" paths are relative to', '.')
    .option('--path <path>', 'only what applies to this path')
    .addHelpText(
      'after',
      '\nExamples:\n  countersign policy explain\n  countersign policy explain --path .github/workflows/ci.yml',
    )
    .action(async (file: string, options: PolicyOptions & { path?: string }) => {
      process.exitCode = await explain(file, options)
    })
  policy
    .command('test')
    .description('Runs the examples kept beside a policy (NAME.examples.yml beside NAME.yml).')
    .argument('[file]', 'the policy', POLICY_PATH)
    .option('--repo <dir>', 'the work tree that "extends" paths are relative to', '.')
    .option('--examples <file>', 'the examples, when they are kept elsewhere')
    .addHelpText(
      'after',
      '\nExit codes: 0 all as expected, 1 not, 2 a file cannot be read.\n\nExample:\n  countersign policy test --examples policies/examples/standard.yml',
    )
    .action(async (file: string, options: PolicyOptions & { examples?: string }) => {
      process.exitCode = await testPolicy(file, options)
    })
}

type GoodPolicy = Extract<ResolvedPolicy, { ok: true }>

async function lintPolicy(file: string, options: PolicyOptions): Promise<number> {
  const resolved = await resolveLocalPolicy(file, options)
  if (!resolved.ok) return printProblems(resolved)
  const built = resolved.extends.length === 0 ? '' : ` (extends ${resolved.extends.join(', ')})`
  print(`${file}: valid${built}`)
  for (const advice of adviseOn(resolved)) print(`  note: ${escapeLog(advice)}`)
  return 0
}

/** Things a valid policy would be better with. */
function adviseOn({ policy }: GoodPolicy): string[] {
  const rules = [
    ...policy.paths.map((rule) => ({ name: `path/${rule.id}`, rule })),
    ...policy.patterns.map((rule) => ({ name: `pattern/${rule.id}`, rule })),
    ...policy.commands.map((rule) => ({ name: `command/${rule.id}`, rule })),
  ]
  const onRules = rules.flatMap(({ name, rule }) => [
    ...(rule.example === null
      ? [`${name} has no example to prove that it matches what it should`]
      : []),
    ...(rule.reason === '' ? [`${name} has no reason for whoever it stops`] : []),
  ])
  return [
    ...adviseOnModes(policy),
    ...adviseOnTiers(policy),
    ...adviseOnExemptions(policy),
    ...onRules,
  ]
}

/** An exemption is for an account; whoever the gate is for must not be able to act as it. */
function adviseOnExemptions(policy: GoodPolicy['policy']): string[] {
  return findOpenExemptions(policy).map(({ actor, checks }) => {
    const why = isEveryWorkflow(actor)
      ? 'any workflow, also one on the branch of an agent, acts as that account'
      : 'that account is an agent'
    return `"exempt" spares ${actor} from ${checks.join(', ')}: ${why}, so it gets past them by itself`
  })
}

async function explain(file: string, options: PolicyOptions & { path?: string }): Promise<number> {
  const resolved = await resolveLocalPolicy(file, options)
  if (!resolved.ok) return printProblems(resolved)
  const lines =
    options.path === undefined
      ? explainPolicy(resolved)
      : explainPath(resolved.policy, options.path)
  print(lines.map(escapeLog).join('\n'))
  return 0
}

async function testPolicy(
  file: string,
  options: PolicyOptions & { examples?: string },
): Promise<number> {
  const resolved = await resolveLocalPolicy(file, options)
  if (!resolved.ok) return printProblems(resolved)
  const path = options.examples ?? file.replace(/(\.ya?ml)?$/, '.examples.yml')
  const run = runExamples(resolved.policy, readExamples(path))
  if ('problems' in run) {
    for (const problem of run.problems) print(`${path}: ${escapeLog(problem)}`)
    return 1
  }
  const failed = run.results.filter(({ failures }) => failures.length > 0)
  for (const { name, failures } of failed) {
    for (const failure of failures) print(`${escapeLog(name)}: ${escapeLog(failure)}`)
  }
  print(`${run.results.length - failed.length} of ${run.results.length} examples as expected`)
  // No example at all proves nothing.
  return failed.length === 0 && run.results.length > 0 ? 0 : 1
}

/** @throws CannotStart when there are none, with how to begin. */
function readExamples(path: string): Uint8Array {
  const bytes = readFileIfThere(path, 'examples file')
  if (bytes !== null) return bytes
  throw new CannotStart(
    `There are no examples at "${path}"; begin the file with "version: 1" and "examples:", a list of { name, change or command, expect } (docs/policy.md has one), or name another with --examples.`,
  )
}

function printProblems(resolved: Extract<ResolvedPolicy, { ok: false }>): number {
  for (const problem of resolved.problems) print(escapeLog(describePolicyProblem(problem)))
  return 1
}

/** A policy of a work tree, with everything it extends. @throws CannotStart when it cannot be read */
export async function resolveLocalPolicy(
  file: string,
  { repo }: PolicyOptions,
): Promise<ResolvedPolicy> {
  const path = file === POLICY_PATH ? join(repo, file) : file
  readNamedFile(path, 'policy')
  const inside = relative(resolve(repo), resolve(path))
  const files = await readPolicyFiles(readWorkTree(repo), inside)
  if (files.length === 0)
    throw new CannotStart(`The policy "${file}" cannot be read; check the path.`)
  return resolvePolicy(files)
}

/** The files of a work tree, for policies that are being written. */
function readWorkTree(root: string): FileReader {
  return {
    name: 'file',
    read: async (paths) => {
      const contents = new Map<string, Uint8Array>()
      for (const path of paths) {
        const bytes = readFileIfThere(join(root, path), 'policy')
        if (bytes !== null) contents.set(path, bytes)
      }
      return contents
    },
    list: async () => [],
  }
}
