import type { Scene } from '../../scene.ts'

/** The attacker may push branches; only the default branch is protected. */
export function prepare({ repo, branch }: Scene): void {
  repo.git('switch', '--quiet', '--force-create', 'lax', 'main')
  repo.write('.github/countersign.yml', 'version: 1\nmode: observe\n')
  repo.commit('No rules here', { branch: 'lax' })
  repo.git('switch', '--quiet', branch)
}
