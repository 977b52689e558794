import type { Scene } from '../../scene.ts'

/** The file list is read; then the branch moves. */
export function prepare({ server, push }: Scene): void {
  const evil = () => push({ '.github/workflows/evil.yml': 'on: push\n' })
  server.onRequest(/^GET .*\/pulls\/7\/files/, evil, { times: 1, when: 'after' })
}
