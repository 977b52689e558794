import type { Scene } from '../../scene.ts'

type Listed = Readonly<Record<string, unknown>> & { readonly patch?: string }

/** The header counts two of three lines. */
export function prepare({ server }: Scene): void {
  const change = (file: Listed) => ({ ...file, patch: file.patch?.replace(',3 @@', ',2 @@') })
  const rewrite = (body: unknown) => (body as readonly Listed[]).map(change)
  server.fault({ method: 'GET', path: /\/pulls\/7\/files/, respond: { rewrite } })
}
