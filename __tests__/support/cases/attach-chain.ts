import { sha256 } from '../../../src/engine/hash.ts'
import { chainPath, sealChain, sealPath, writeChain } from '../chain.ts'
import type { TestRepo } from '../repo.ts'
import type { CaseChain, ChainStep } from './case-world.ts'

/** Commits the chain of a case on top of its change, as `countersign audit attach` would have. */
export function attachChain(repo: TestRepo, chain: CaseChain): void {
  repo.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git')
  const text = record(repo, chain)
  const path = chainPath(chain.id)
  repo.write(path, tamper(text, chain))
  if (chain.seal !== undefined) repo.write(sealPath(chain.id), sealChain(text, path, chain.seal))
  repo.commit('Attach the audit chain')
}

function record(repo: TestRepo, { id, genesis, steps }: CaseChain): string {
  const policy = repo.gitBytes(['cat-file', 'blob', 'main:.github/countersign.yml'])
  const origin = { base_sha: repo.git('rev-parse', 'main'), policy_sha256: sha256(policy) }
  const writer = writeChain({ ...origin, ...genesis, ...(id && { id }) })
  for (const step of steps) {
    const { tool, input, rule } = step
    const blobs = blobsOf(repo, step)
    const action = { ...(tool && { tool }), ...(input && { input }), ...(rule && { rule }), blobs }
    if (step.act !== undefined) writer.act(action)
    else if (step.deny !== undefined) writer.deny(action)
    else writer.end()
  }
  return writer.text()
}

function blobsOf(repo: TestRepo, { act, deny, blob }: ChainStep): Record<string, string | null> {
  const paths = act ?? deny ?? []
  return Object.fromEntries(paths.map((path) => [path, blob ?? blobAtHead(repo, path)]))
}

function blobAtHead(repo: TestRepo, path: string): string | null {
  const listed = repo.git('ls-tree', 'HEAD', '--', path)
  return /^\d+ \w+ (\w+)/.exec(listed)?.[1] ?? null
}

function tamper(text: string, { replace, without = [] }: CaseChain): string {
  const lines = text.trimEnd().split('\n')
  const edited = lines.map((line, at) =>
    replace?.line === at + 1 ? line.replace(replace.words, replace.by) : line,
  )
  return `${edited.filter((_, at) => !without.includes(at + 1)).join('\n')}\n`
}
