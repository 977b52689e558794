import type { Scene } from '../../scene.ts'

type Listed = Readonly<Record<string, unknown>> & { readonly patch?: string }

/** The forbidden line stands behind the header of a page. */
export function prepare({ server }: Scene): void {
  const change = (file: Listed) => ({ ...file, patch: cut(file.patch) })
  const rewrite = (body: unknown) => (body as readonly Listed[]).map(change)
  server.fault({ method: 'GET', path: /\/pulls\/7\/files/, respond: { rewrite } })
}

const HEADER = '--- a/docs/x.md\n+++ b/docs/x.md\n@@ -0,0 +1 @@\n'

function cut(patch?: string): string | undefined {
  return patch?.replace('+1,2 @@', '+1 @@').replace('\n+DROP', `\n${HEADER}+DROP`)
}
