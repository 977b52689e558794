import type { Diagnosis } from '../../src/engine/doctor/index.ts'
import { runCliBeside } from '../cli/run-cli-beside.ts'
import { addSettings, type Settings } from '../support/github/settings.ts'
import type { Scene, ToolResult } from './scene.ts'

/** `countersign audit verify` on the chains of the branch: `run` of a scene that attacks it. */
export async function verifyChains({ repo, branch }: Scene): Promise<ToolResult> {
  const chains = repo.git('ls-tree', '-r', '--name-only', branch, '.countersign/audit/')
  const paths = chains.split('\n').filter((path) => path.endsWith('.jsonl'))
  const { stdout, stderr, code } = await runCliBeside(['audit', 'verify', ...paths], {
    cwd: repo.dir,
  })
  const rules = [...stdout.matchAll(/^ {2}line \d+ {2}(audit\/[a-z-]+)/gm)].map(([, rule]) => rule)
  return {
    rules: [...new Set(rules.flatMap((rule) => rule ?? []))],
    conclusion: code === 0 ? 'pass' : 'block',
    printed: stdout + stderr,
  }
}

/**
 * `countersign doctor` on how the check is required: `run` of a scene whose ruleset wants it from this App, or from
 * anybody (null). Only what is said of requiring and forging counts; the rest of a set-up is no attack.
 */
export function diagnoseRequirement(app: number | null): (scene: Scene) => Promise<ToolResult> {
  return async ({ server, repo }) => {
    addSettings(server, requireCheck(app))
    const { stdout, stderr } = await runCliBeside(['doctor', 'acme/shop', '--format', 'json'], {
      cwd: repo.dir,
      env: { GITHUB_API_URL: server.url, GH_TOKEN: server.token },
    })
    if (stdout === '') throw new Error(`doctor printed nothing: ${stderr}`)
    const { sections } = JSON.parse(stdout) as Diagnosis
    const asked = sections.filter(({ id }) => id === 'required' || id === 'forgery')
    const rules = asked
      .filter(({ advice }) => advice.some(({ level }) => level === 'problem'))
      .map(({ id }) => id)
    return { rules, conclusion: rules.length === 0 ? 'pass' : 'block', printed: stdout + stderr }
  }
}

function requireCheck(app: number | null): Settings {
  const check = { context: 'countersign', ...(app !== null && { integration_id: app }) }
  const parameters = {
    strict_required_status_checks_policy: false,
    required_status_checks: [check],
  }
  return {
    rules: { main: [{ type: 'required_status_checks', ruleset_id: 42, parameters }] },
    rulesets: { 42: { id: 42, name: 'protect main', enforcement: 'active', bypass_actors: [] } },
    environments: [
      {
        name: 'merge-gate',
        deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
      },
    ],
    branchPolicies: { 'merge-gate': [{ id: 1, name: 'main', type: 'branch' }] },
  }
}
