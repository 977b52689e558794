import type { Scene } from '../../scene.ts'

/** The base mends the guard; the branch takes it over. */
export function prepare({ repo, branch, pushed }: Scene): void {
  repo.write('src/guard/roles.py', 'ROLES = ["owner"]\n')
  const fix = repo.commit('Mend the guard', { branch: 'main' })
  repo.write('src/guard/roles.py', 'ROLES = ["owner"]\n')
  repo.write('docs/work.md', 'x\n')
  repo.commit('Merge the base', { branch, merge: [fix] })
  pushed()
}
