import { runFor } from '../../../e2e/gate.ts'
import type { ActionResult } from '../../../support/run-action.ts'
import type { Scene } from '../../scene.ts'

/** The payload is that of the label, from before the push. */
export function judge({ repo, server, dispose, head }: Scene): Promise<ActionResult> {
  const signed = repo.git('rev-parse', `${head()}^`)
  const overrides = { number: 7, headSha: signed }
  return runFor(
    { repo, server, dispose },
    'pull_request_target',
    'pull_request',
    'labeled',
    overrides,
  )
}
