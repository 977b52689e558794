import type { Scene } from '../../scene.ts'

/** The other plan does not have what is changed here. */
export function prepare({ server }: Scene): void {
  const edit = () => server.editBody(7, 'Plan: .countersign/plans/PAY-200.yml')
  server.onRequest(/^GET .*\/pulls\/7\/files/, edit, { times: 1, when: 'after' })
}
