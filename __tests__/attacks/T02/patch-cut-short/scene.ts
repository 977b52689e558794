import type { Scene } from '../../scene.ts'

type Listed = Readonly<Record<string, unknown>> & { readonly patch?: string }

/** The patch ends before its last line. */
export function prepare({ server }: Scene): void {
  const change = (file: Listed) => ({ ...file, patch: file.patch?.replace(/\n\+DROP.*/, '') })
  const rewrite = (body: unknown) => (body as readonly Listed[]).map(change)
  server.fault({ method: 'GET', path: /\/pulls\/7\/files/, respond: { rewrite } })
}
