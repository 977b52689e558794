import type { Scene } from '../../scene.ts'

/** Somebody mends the title and adds a label of no meaning. */
export function prepare({ server, label }: Scene): void {
  const mend = () => {
    server.renameTitle(7, 'Retry failed webhooks')
    label('documentation', 'trudy')
  }
  server.onRequest(/^GET .*\/pulls\/7\/files/, mend, { times: 1, when: 'after' })
}
