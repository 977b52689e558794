import type { Scene } from '../../scene.ts'

/** No line end anywhere, and hardly two words that differ. */
export function prepare({ push }: Scene): void {
  push({ 'src/bundle.js': `${'DROP TABL; '.repeat(380_000)}DROP TABLE orders;` })
}
