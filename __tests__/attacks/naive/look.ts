import type { Scene } from '../scene.ts'
import type { NaiveChange } from './gate.ts'

/** What a naive gate looks at in a scene: text of git, and the labels and reviews that are there now. */
export function lookNaively({ repo, server, branch, folder, facts }: Scene): NaiveChange {
  const show = (path: string) => repo.gitBytes(['show', `${branch}:${path}`]).toString()
  const plans = list(repo.git('ls-tree', '--name-only', 'main', '.countersign/plans/'))
  const plan = folder.world.options.plan ?? plans[0]
  return {
    diff: repo.gitBytes(['diff', `main...${branch}`]).toString(),
    files: list(repo.git('ls-tree', '-r', '--name-only', branch)),
    read: show,
    policy: repo.git('show', 'main:.github/countersign.yml'),
    plan: plan === undefined ? null : repo.git('show', `main:${plan}`),
    title: folder.github.title,
    labels: server.labels(7),
    hasApproval: facts.some((fact) => fact.kind === 'review' && fact.state === 'APPROVED'),
    reports: [...(folder.world.results?.values() ?? [])].map((bytes) =>
      Buffer.from(bytes).toString(),
    ),
  }
}

function list(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
