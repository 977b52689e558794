import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Decision } from '../../src/engine/decision.ts'
import { runCliBeside } from '../cli/run-cli-beside.ts'
import { NUMBER } from '../e2e/desk.ts'
import { readWorkflowCommands } from '../support/file-commands.ts'
import type { StoredCheckRun } from '../support/github/world.ts'
import type { ActionResult } from '../support/run-action.ts'
import type { AttackFolder, NaiveResult } from './attack-folders.ts'
import { compare, type Results, type SourceResult } from './compare.ts'
import { judgeNaively } from './naive/gate.ts'
import { lookNaively } from './naive/look.ts'
import { openScene, type Scene, type SceneModule, type ToolResult } from './scene.ts'

export interface Outcome extends Results {
  readonly folder: AttackFolder
  /** Where any of it is not what the case expects, in words; none: all is well. */
  readonly differences: readonly string[]
}

const NOON = '2026-11-21T12:00:00Z'

/** What the gate itself may tell the runner. */
const OWN_COMMANDS = ['add-mask', 'debug', 'notice', 'warning', 'error']

const SCENE_EXPORTS = ['prepare', 'judge', 'run']

/** Runs a case against the naive gate, both sources or its tool, and compares. */
export async function runAttack(folder: AttackFolder): Promise<Outcome> {
  const module = await loadScene(folder)
  const scene = await openScene(folder, module)
  try {
    const { only, tool } = folder.attack
    const asks = (source: 'github' | 'git') =>
      tool === undefined && (only === undefined || only === source)
    // The action comes last: while it runs, the world may change.
    const results = {
      naive: runNaive(scene),
      tool: tool === undefined ? null : await runTool(scene, module),
      git: asks('git') ? await checkClone(scene) : null,
      github: asks('github') ? await runAction(scene, module) : null,
    }
    return { folder, ...results, differences: compare(folder, results) }
  } finally {
    await scene.dispose()
  }
}

async function loadScene({ name, scene, attack }: AttackFolder): Promise<SceneModule> {
  const module: SceneModule = scene === null ? {} : await import(scene)
  const strange = Object.keys(module).filter((key) => !SCENE_EXPORTS.includes(key))
  if (strange.length > 0) throw new Error(`${name}/scene.ts exports ${strange.join(', ')}`)
  if ((module.run !== undefined) !== (attack.tool !== undefined)) {
    throw new Error(`${name}: "tool" in attack.json and "run" in scene.ts go together`)
  }
  return module
}

function runNaive(scene: Scene): NaiveResult | null {
  const { naive, never, never_published } = scene.folder.attack
  if (scene.folder.isHonest || naive === undefined || typeof naive === 'object') return null
  const { verdict, printed } = judgeNaively(lookNaively(scene))
  return [...never, ...never_published].some((text) => printed.includes(text)) ? 'leak' : verdict
}

function runTool(scene: Scene, { run }: SceneModule): Promise<ToolResult> {
  if (run === undefined) throw new Error(`${scene.folder.name}: scene.ts exports no "run"`)
  return run(scene)
}

/** `countersign check`; where it matters what is printed, in the formats that people read as well. */
async function checkClone(scene: Scene): Promise<SourceResult> {
  const args = listCheckArguments(scene)
  const { stdout, stderr, code } = await runCliBeside([...args, '--format', 'json'])
  if (stdout === '') throw new Error(`check printed no decision: ${stderr}`)
  const { never, never_published } = scene.folder.attack
  const print = async (format: string) => {
    const printed = await runCliBeside([...args, '--format', format])
    return printed.stdout + printed.stderr
  }
  const text = never.length === 0 ? '' : await print('text')
  const published = never.length + never_published.length === 0 ? '' : await print('markdown')
  const shown = [stderr, text, published].join('\n')
  return { ...readDecision(JSON.parse(stdout)), exitCode: code, shown, published }
}

function listCheckArguments({ repo, branch, folder, facts, head }: Scene): string[] {
  const { options, results } = folder.world
  const given = options.facts?.map((fact) =>
    fact.head_sha === 'HEAD' ? { ...fact, head_sha: head() } : fact,
  )
  const approvals = join(repo.dir, '.git', 'facts.json')
  writeFileSync(approvals, JSON.stringify(given ?? facts))
  const reports = [...(results?.keys() ?? [])].map((name) => join(folder.dir, 'results', name))
  return [
    ...['check', '--repo', repo.dir, '--base', 'main', '--head', branch],
    ...['--approvals', approvals, '--now', options.now ?? NOON],
    ...(options.plan === undefined ? [] : ['--plan', options.plan]),
    ...(reports.length === 0 ? [] : ['--results', ...reports]),
  ]
}

async function runAction(scene: Scene, { judge }: SceneModule): Promise<SourceResult> {
  const before = scene.server.checkRuns(scene.head()).length
  const { inputs } = scene.folder.github
  const result = await (judge === undefined ? scene.judge({ inputs }) : judge(scene))
  const published = scene.server.checkRuns(scene.head()).slice(before)
  const decision = result.decision as Decision | null
  if (decision === null) throw new Error(`no decision: ${result.stdout}${result.stderr}`)
  const read = readDecision(decision)
  const greens = published.filter(({ conclusion }) => conclusion === 'success')
  const onPages = [result.summary, listComments(scene), listPublished(published)].join('\n')
  const isForged = read.conclusion === 'block' && greens.length > 0
  return {
    ...read,
    conclusion: isForged ? 'block, published as a success' : read.conclusion,
    exitCode: result.exitCode,
    shown: `${listPrinted(result)}\n${onPages}`,
    published: onPages,
  }
}

function listPrinted({ stdout, stderr, summary, outputs, files }: ActionResult): string {
  const foreign = readWorkflowCommands(stdout)
    .filter(({ command }) => !OWN_COMMANDS.includes(command))
    .map(({ command }) => `the runner obeys ${command}`)
  const { markdown = '' } = files
  return [stdout, stderr, summary, ...Object.values(outputs), markdown, ...foreign].join('\n')
}

function listPublished(runs: readonly StoredCheckRun[]): string {
  const texts = runs.flatMap(({ title, summary, text, annotations }) => [
    ...[title, summary, text],
    ...annotations.flatMap((annotation) => [annotation.title, annotation.message]),
  ])
  return texts.join('\n')
}

function listComments({ server }: Scene): string {
  return server
    .comments(NUMBER)
    .map(({ body }) => body)
    .join('\n')
}

function readDecision({ conclusion, findings }: Decision) {
  const blocking = findings.filter((finding) => finding.blocking)
  return { conclusion, rules: [...new Set(blocking.map(({ rule }) => rule))] }
}
