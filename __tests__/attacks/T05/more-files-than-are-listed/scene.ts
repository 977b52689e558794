import type { Scene } from '../../scene.ts'

const LISTED = 3000

/** A server lists files by name, and this name comes last. */
export function prepare({ push }: Scene): void {
  const pages = Array.from({ length: LISTED }, (_, at) => [`.a/${at}.md`, 'x\n'])
  push({ ...Object.fromEntries(pages), '.github/workflows/zz.yml': 'on: push\n' })
}
