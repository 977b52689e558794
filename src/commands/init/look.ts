import { parseCodeowners } from '../../engine/approvals/codeowners.ts'
import { CODEOWNERS_PATHS, PLANS_FOLDER, POLICY_PATH } from '../../engine/places.ts'
import type { History } from '../../sources/git/recent-history.ts'
import { findAgents } from './agents.ts'
import {
  type ActionPin,
  type CodeownersFinding,
  type Findings,
  GATE_PATH,
  SETTINGS_PATH,
  SIGNAL_PATH,
  type WorkflowFinding,
} from './findings.ts'
import { isOwnGate } from './gates.ts'
import { findRunners } from './runners.ts'
import type { WorkTree } from './work-tree.ts'
import { findWorkflows } from './workflows.ts'

/** Puts together what history and work tree show. Reads files, never through a link. */
export function lookAround(
  history: History,
  tree: WorkTree,
  { action, owner }: { readonly action: ActionPin; readonly owner: string | null },
): Findings {
  const workflows = findWorkflows(tree)
  return {
    repository: history.repository,
    defaultBranch: history.defaultBranch,
    agents: findAgents(history, tree),
    codeowners: findCodeowners(tree),
    runners: findRunners(tree),
    workflows,
    setUp: findSetUp(tree, workflows, action),
    owner: owner ?? toOwner(history.githubUser),
    action,
  }
}

function toOwner(login: string | null): string | null {
  return login !== null && /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(login) ? `@${login}` : null
}

/** The file that GitHub would take: the first of the three places. */
function findCodeowners(tree: WorkTree): CodeownersFinding | null {
  const path = CODEOWNERS_PATHS.find((it) => tree.inspect(it).kind === 'taken')
  if (path === undefined) return null
  const { rules } = parseCodeowners(new TextEncoder().encode(tree.read(path) ?? ''))
  return { path, owners: [...new Set(rules.flatMap(({ owners }) => owners))].sort() }
}

function findSetUp(
  tree: WorkTree,
  workflows: readonly WorkflowFinding[],
  action: ActionPin,
): string[] {
  const fixed = [POLICY_PATH, GATE_PATH, SIGNAL_PATH].filter((path) => tree.read(path) !== null)
  const gates = workflows.filter((it) => isOwnGate(it, action)).map(({ path }) => path)
  const plans = tree.list(PLANS_FOLDER).filter((name) => /\.ya?ml$/.test(name))
  const hooks = mentionsHooks(tree.read(SETTINGS_PATH)) ? [SETTINGS_PATH] : []
  const found = [...fixed, ...gates, ...plans.map((name) => `${PLANS_FOLDER}/${name}`), ...hooks]
  return [...new Set(found)].sort()
}

/** Whether Claude Code's settings start the hooks, as a plugin or by a command. */
function mentionsHooks(settings: string | null): boolean {
  return settings !== null && /"countersign@|countersign-hook|dist\/hook\/index\.js/.test(settings)
}
