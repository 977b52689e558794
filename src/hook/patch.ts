/** A file that a patch changes, with the lines it puts there. */
export interface PatchedFile {
  readonly path: string
  readonly added: string
}

const ENVELOPE = /^\*\*\* (?:Add|Update|Delete) File: (.+)$/
const MOVE = /^\*\*\* Move to: (.+)$/
const OLD_NAME = /^--- (.+)$/
const NEW_NAME = /^\+\+\+ (.+)$/
const RENAMED = /^(?:rename|copy) (?:from|to) (.+)$/

/**
 * The files that a patch changes, in the envelope form (`*** Update File: p`) or as a unified diff. Of a
 * file that is moved, both names count.
 */
export function patchedFiles(text: string): PatchedFile[] {
  const lines = text.split(/\r?\n/)
  const files: { names: string[]; added: string[] }[] = []
  for (const [at, line] of lines.entries()) {
    const begun = namesAt(lines, at)
    const moved = MOVE.exec(line)?.[1]
    if (begun !== null) files.push({ names: begun, added: [] })
    else if (moved !== undefined) files.at(-1)?.names.push(moved.trim())
    else if (isAdded(lines, at)) files.at(-1)?.added.push(line.slice(1))
  }
  return files.flatMap(({ names, added }) =>
    names.map((path) => ({ path, added: added.join('\n') })),
  )
}

/** The names of the file whose part of the patch begins at a line; null at any other line. */
function namesAt(lines: readonly string[], at: number): string[] | null {
  const line = lines[at] ?? ''
  const named = ENVELOPE.exec(line)?.[1] ?? RENAMED.exec(line)?.[1]
  if (named !== undefined) return [cleanName(named)]
  const after = NEW_NAME.exec(line)?.[1]
  if (after === undefined) return null
  const before = OLD_NAME.exec(lines[at - 1] ?? '')?.[1]
  // A line that was added may begin with two more plus signs; a header follows the old name.
  if (before === undefined) return null
  const names = [before, after].map(cleanDiffName).filter((name) => name !== '/dev/null')
  return [...new Set(names)]
}

function isAdded(lines: readonly string[], at: number): boolean {
  return lines[at]?.startsWith('+') === true && namesAt(lines, at) === null
}

/** `git diff` puts `a/` and `b/` before names, other tools a tab and a time behind. */
function cleanDiffName(name: string): string {
  return cleanName(name.split('\t')[0] ?? '').replace(/^[abciow]\//, '')
}

function cleanName(name: string): string {
  return name.trim().replace(/^"(.*)"$/, '$1')
}
