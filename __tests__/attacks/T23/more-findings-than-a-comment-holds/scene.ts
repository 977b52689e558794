import type { Scene } from '../../scene.ts'

/** Findings of a quarter of a megabyte. */
export function prepare({ push }: Scene): void {
  const name = (at: number) => `docs/${'long-name-'.repeat(18)}/${at}.md`
  const files = Array.from({ length: 600 }, (_, at) => [name(at), 'BLOCK_ME\n'] as const)
  push(Object.fromEntries(files))
}
