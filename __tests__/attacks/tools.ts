import { runCliBeside } from '../cli/run-cli-beside.ts'
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
