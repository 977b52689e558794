/** Colour and line breaks: the only control sequences a terminal report contains. */

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const

export type Style = keyof typeof CODES

/** Text in the given styles; unchanged without colour. */
export function paint(text: string, styles: readonly Style[], colour: boolean): string {
  if (!colour) return text
  return `\x1b[${styles.map((style) => CODES[style]).join(';')}m${text}\x1b[0m`
}

export interface WrapOptions {
  /** What the first line starts with. */
  readonly first: string
  /** What every further line starts with. */
  readonly rest: string
  /** Columns, prefix included. */
  readonly width: number
}

/** Breaks text between words; a word longer than the line stands alone, so paths stay whole. */
export function wrap(text: string, { first, rest, width }: WrapOptions): readonly string[] {
  const lines: string[] = []
  let line = first
  let prefix = first
  for (const word of text.split(' ')) {
    const gap = line === prefix ? '' : ' '
    if (gap !== '' && line.length + gap.length + word.length > width) {
      lines.push(line)
      line = rest + word
      prefix = rest
    } else {
      line += gap + word
    }
  }
  return [...lines, line]
}
