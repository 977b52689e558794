import type { Scene } from '../../scene.ts'

/** On the other base, which is behind, the same branch also brings a workflow. */
export function prepare({ server, repo, branch }: Scene): void {
  repo.git('branch', 'release', 'main')
  repo.git('switch', '--quiet', 'main')
  repo.write('.github/workflows/nightly.yml', 'on: schedule\n')
  repo.commit('A workflow that release does not have', { branch: 'main' })
  repo.git('switch', '--quiet', branch)
  repo.git('rebase', '--quiet', 'main')
  const retarget = () => server.updatePull(7, { base: 'release' })
  server.onRequest(/^GET .*\/pulls\/7\/files/, retarget, { times: 1, when: 'after' })
}
