import { runFor } from '../../../e2e/gate.ts'
import type { ActionResult } from '../../../support/run-action.ts'
import type { Scene } from '../../scene.ts'

/** A base without rules, and the branch once more. */
export function prepare({ repo, server, branch }: Scene): void {
  repo.git('switch', '--quiet', '--create', 'lax', 'main')
  repo.write('.github/countersign.yml', 'version: 1\nmode: observe\n')
  repo.commit('No rules here', { branch: 'lax' })
  repo.git('switch', '--quiet', branch)
  server.openPull({ number: 8, head: branch, base: 'lax' })
}

/** The run is about the second one. */
export function judge({ repo, server, dispose }: Scene): Promise<ActionResult> {
  return runFor({ repo, server, dispose }, 'pull_request_target', 'pull_request', 'opened', {
    number: 8,
  })
}
