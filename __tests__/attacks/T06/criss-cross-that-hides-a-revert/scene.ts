import type { Scene } from '../../scene.ts'

const FIX = { 'src/guard/roles.py': 'ROLES = ["owner"]\n' }
const WORK = { 'docs/work.md': 'x\n' }
/** Which of several merge bases git takes goes by dates that the committer writes. */
const LONG_AGO = '2001-01-01T00:00:00Z'

/** The base mends the guard; merges go both ways, and the last one quietly has the old guard. */
export function prepare({ repo, branch, pushed }: Scene): void {
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) repo.write(path, text)
  }
  write(WORK)
  const work = repo.commit('Work', { branch })
  write(FIX)
  const fix = repo.commit('Mend the guard', { branch: 'main', date: LONG_AGO })
  write(WORK)
  repo.commit('Merge the work', { branch: 'main', merge: [work] })
  write({ 'docs/more.md': 'y\n' })
  repo.commit('Merge the base', { branch, merge: [fix] })
  pushed()
}
