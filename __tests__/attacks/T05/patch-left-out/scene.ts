import type { Scene } from '../../scene.ts'

/** GitHub leaves out the patch of a file that it finds too large. */
export function prepare({ server }: Scene): void {
  const leaveOut = ({ patch: _, ...file }: { readonly patch?: string }) => file
  const rewrite = (body: unknown) => (body as readonly { readonly patch?: string }[]).map(leaveOut)
  server.fault({ method: 'GET', path: /\/pulls\/7\/files/, respond: { rewrite } })
}
