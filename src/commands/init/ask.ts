import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** Asks a question once. Only "y" or "yes" is a yes; the end of the input and Ctrl-C are a no. */
export function askYes(
  question: string,
  { input, output }: { readonly input: Readable; readonly output: Writable },
): Promise<boolean> {
  const lines = createInterface({ input, output })
  return new Promise((resolve) => {
    lines.on('close', () => resolve(false))
    lines.question(`${question} [y/N] `, (answer) => {
      resolve(/^\s*y(?:es)?\s*$/i.test(answer))
      lines.close()
    })
  })
}
