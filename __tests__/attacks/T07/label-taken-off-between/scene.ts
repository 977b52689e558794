import type { Scene } from '../../scene.ts'

/** The owner thinks better of it while the gate reads. */
export function prepare({ server, unlabel }: Scene): void {
  const takeBack = () => unlabel('countersigned', 'alice')
  server.onRequest(/^GET .*\/pulls\/7\/files/, takeBack, { times: 1, when: 'after' })
}
