import type { Scene } from '../../scene.ts'

/** A megabyte of nothing, before and behind. */
export function prepare({ push }: Scene): void {
  const nothing = '\n'.repeat(500_001)
  push({ 'docs/notes.txt': `${nothing}DROP TABLE orders;\n${nothing}` })
}
