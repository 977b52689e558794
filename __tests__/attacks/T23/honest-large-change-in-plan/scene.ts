import type { Scene } from '../../scene.ts'

/** A large change, all of it planned. */
export function prepare({ push }: Scene): void {
  const files = Array.from(
    { length: 300 },
    (_, at) => [`src/webhooks/a${at}.py`, 'x = 1\n'] as const,
  )
  push(Object.fromEntries(files))
}
