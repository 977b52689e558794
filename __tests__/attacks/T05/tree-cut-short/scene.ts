import type { Scene } from '../../scene.ts'

/** Every tree is said to be a part of one. */
export function prepare({ server }: Scene): void {
  const rewrite = (body: unknown) => ({ ...(body as object), truncated: true })
  server.fault({ method: 'GET', path: /\/git\/trees\//, respond: { rewrite } })
}
