import type { Scene } from '../../scene.ts'

/** Half a page more than a page. */
export function prepare({ push }: Scene): void {
  const pages = Array.from({ length: 150 }, (_, at) => [`docs/${at}.md`, 'x\n'])
  push(Object.fromEntries(pages))
}
