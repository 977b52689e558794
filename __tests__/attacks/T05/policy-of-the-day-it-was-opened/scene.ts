import { runFor } from '../../../e2e/gate.ts'
import type { Scene } from '../../scene.ts'

let then = ''

/** The base has moved on since; GitHub still names the commit of that day. */
export function prepare({ server, repo, branch, advance }: Scene): void {
  then = repo.git('rev-parse', 'main')
  advance({
    '.github/countersign.yml': `version: 1
applies_to: all
paths:
  - { id: migrations, match: ["migrations/**"], decision: deny, example: migrations/1.sql }
`,
  })
  repo.git('switch', '--quiet', branch)
  server.updatePull(7, { baseSha: then })
}

/** The event, too, says what was true when the pull request was opened. */
export function judge({ repo, server }: Scene) {
  const shop = { repo, server, dispose: async () => undefined }
  return runFor(shop, 'pull_request_target', 'pull_request', 'synchronize', {
    number: 7,
    baseSha: then,
  })
}
