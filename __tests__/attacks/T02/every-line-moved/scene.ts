import type { Scene } from '../../scene.ts'

const COUNT = 6_000

/** No two lines are equal, and none stays where it was. */
export function prepare({ advance, push, repo, branch }: Scene): void {
  const lines = Array.from({ length: COUNT }, (_, at) => `row ${at}`)
  advance({ 'docs/rows.txt': `${lines.join('\n')}\n` })
  repo.git('switch', '--quiet', branch)
  repo.git('rebase', '--quiet', 'main')
  push({ 'docs/rows.txt': `${lines.toReversed().join('\n')}\nDROP TABLE orders;\n` })
}
