import type { Scene } from '../../scene.ts'

/** Each file is a warning; one of them, in the middle of the alphabet, is a block. */
export function prepare({ push }: Scene): void {
  const files = Array.from(
    { length: 500 },
    (_, at) => [`src/webhooks/a${at}.py`, 'x = 1\n'] as const,
  )
  push(Object.fromEntries(files))
}
