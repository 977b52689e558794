import type { Scene } from '../../scene.ts'

/** The other base stands where this one does, so the diff stays the same. */
export function prepare({ repo, server, now }: Scene): void {
  repo.git('branch', 'release', 'main')
  server.updatePull(7, { base: 'release' })
  const actor = { login: 'acme-coder[bot]', type: 'Bot' } as const
  server.addEvent(7, { event: 'base_ref_changed', actor, app: null, at: now() })
}
