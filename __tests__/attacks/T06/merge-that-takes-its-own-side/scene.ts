import type { Scene } from '../../scene.ts'

/** The base mends the guard; the merge of it is made with the old one. */
export function prepare({ repo, branch, pushed }: Scene): void {
  repo.write('src/guard/roles.py', 'ROLES = ["owner"]\n')
  const fix = repo.commit('Mend the guard', { branch: 'main' })
  repo.write('docs/work.md', 'x\n')
  repo.commit('Merge the base', { branch, merge: [fix] })
  pushed()
}
