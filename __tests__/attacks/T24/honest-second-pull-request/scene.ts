import type { Scene } from '../../scene.ts'

/** The same rules there, and the same change. */
export function prepare({ repo, server, branch }: Scene): void {
  repo.git('branch', 'release', 'main')
  server.openPull({ number: 8, head: branch, base: 'release' })
}
