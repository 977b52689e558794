import { createGitHub, type GitHubServer } from '../support/github-server.ts'
import { createRepo, type TestRepo } from '../support/repo.ts'

/** A shop with a policy and a plan on `main`, an agent's branch `claude/pay-142`, and a server for it. */
export interface Shop {
  readonly repo: TestRepo
  readonly server: GitHubServer
  dispose(): Promise<void>
}

export const POLICY = `version: 1
applies_to: all
plan: { required: true }
paths:
  - { id: workflows, match: [".github/workflows/**"], decision: deny, reason: Workflows run with secrets. }
patterns:
  - { id: drop-table, match: '\\bDROP\\s+TABLE\\b', flags: i, decision: deny, reason: Destroys data., example: DROP TABLE x }
limits: { changed_files: 50 }
`

export const PLAN = `version: 1
id: PAY-142
title: Retry failed payment webhooks
owner: "@alice"
expires: "2099-12-31"
scope: { must: [src/retry.ts], may: ["src/**"] }
`

/** Makes the base commit; \`files\` adds to it or replaces parts of it. */
export async function openShop(files: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const repo = createRepo()
  const base = {
    '.github/countersign.yml': POLICY,
    '.countersign/plans/PAY-142.yml': PLAN,
    'src/send.ts': 'export const send = 1\n',
    ...files,
  }
  for (const [path, text] of Object.entries(base)) repo.write(path, text)
  repo.commit('Base')
  const server = await createGitHub({ repos: { 'acme/shop': { dir: repo.dir } } })
  return {
    repo,
    server,
    dispose: async () => {
      await server.close()
      repo.dispose()
    },
  }
}

/** Commits files on a branch off main; the branch is created when it is new. */
export function commitOn(
  repo: TestRepo,
  branch: string,
  files: Readonly<Record<string, string>>,
): string {
  for (const [path, text] of Object.entries(files)) repo.write(path, text)
  return repo.commit(`Change ${Object.keys(files).join(', ')}`, { branch })
}

export const PLANNED = { 'src/retry.ts': 'export const retries = 3\n' }
