import type { Scene } from '../../scene.ts'

/** As programs write them, and as people do. */
export function prepare({ push }: Scene): void {
  push({
    'src/bundle.js': `${'var a=function(b){return b};'.repeat(18_000)}\n`,
    'docs/notes.txt': `Cleaning\n${'a'.repeat(60)}!\n`,
  })
}
