import type { Scene } from '../../scene.ts'

interface Listed {
  readonly filename: string
}

/** In the place of the workflow stands a page. */
export function prepare({ server }: Scene): void {
  const rewrite = (body: unknown) => {
    const files = body as readonly Listed[]
    const rename = (file: Listed) => ({
      ...file,
      filename: file.filename.replace('.github', 'docs'),
    })
    return files.map(rename)
  }
  server.fault({ method: 'GET', path: /\/pulls\/7\/files/, respond: { rewrite } })
}
