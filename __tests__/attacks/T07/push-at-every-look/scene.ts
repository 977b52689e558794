import type { Scene } from '../../scene.ts'

/** Every reading of the file list is followed by another push. */
export function prepare({ server, push }: Scene): void {
  let round = 0
  const again = () => {
    round += 1
    push({ 'src/webhooks/retry.py': `ATTEMPTS = ${round}\n` })
  }
  server.onRequest(/^GET .*\/pulls\/7\/files/, again, { when: 'after' })
}
