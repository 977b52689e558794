import type { Scene } from '../../scene.ts'

interface Listed {
  readonly filename: string
}

/** The list is one file short. */
export function prepare({ server }: Scene): void {
  const rewrite = (body: unknown) => {
    const files = body as readonly Listed[]
    return files.filter(({ filename }) => !filename.startsWith('.github/'))
  }
  server.fault({ method: 'GET', path: /\/pulls\/7\/files/, respond: { rewrite } })
}
