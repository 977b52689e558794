import { measureCommonEnds } from '../text/common-ends.ts'
import { isLfsPointer } from '../text/decode.ts'
import { foldForNeeds, isOrdinaryPath, meetsNeed, type Need } from '../text/need.ts'
import { spellText } from '../text/normalise.ts'
import { CONTEXT_LINES } from '../text/segments.ts'
import type { ToolAction } from './action.ts'
import type { CertainScope, Prefilter } from './prefilter.ts'

/**
 * Whether a tool call is certainly neither denied nor asked about. False says nothing: then the rules
 * themselves have to be tried. Anything out of the ordinary in a name or a text is left to them.
 */
export function isCertainlyAllowed(prefilter: Prefilter, action: ToolAction): boolean {
  const { category, command } = action
  if (command !== null && !isCertainCommand(prefilter.commands, command)) return false
  if (!action.paths.every(isCertainPath)) return false
  if (category === 'file_read') return action.paths.every(isCertainRead)
  return category !== 'file_write' || isCertainWrite(prefilter, action)

  function isCertainRead(path: string): boolean {
    const lower = path.toLowerCase()
    return !prefilter.reads.some((need) => meetsNeed(need, lower))
  }
}

const PRINTABLE = /^[\x20-\x7e\n\t]*$/

function isCertainCommand(needs: readonly Need[], command: string): boolean {
  if (!PRINTABLE.test(command)) return false
  const spellings = spellText(command)
  if (!spellings.every((text) => PRINTABLE.test(text))) return false
  const folded = spellings.map(foldForNeeds)
  return !needs.some((need) => meetsAny(need, folded))
}

/** Git's own names, which checks of their own look at. */
const PECULIAR = /(?:^|\/)(?:\.git(?:\/|$|attributes|[. ])|\.countersign|gi[t7][^/]*~)/i

function isCertainPath(path: string): boolean {
  return isOrdinaryPath(path) && !PECULIAR.test(path)
}

function isCertainWrite(prefilter: Prefilter, { paths, before, after }: ToolAction): boolean {
  if (before !== null && !before.mode.startsWith('100')) return false
  const texts = after === null ? null : changedTexts(before?.bytes ?? null, after)
  if (texts === null) return false
  const event = before === null ? 'added' : 'modified'
  return paths.every((path) => {
    const lower = path.toLowerCase()
    return (
      isCertainlyInScope(prefilter.scope, path) &&
      !prefilter.writes.some(({ on, need }) => on.includes(event) && meetsNeed(need, lower)) &&
      !prefilter.patterns.some(
        (rule) =>
          meetsNeed(rule.path, lower) &&
          ((rule.in !== 'removed' && meetsAny(rule.text, texts.after)) ||
            (rule.in !== 'added' && meetsAny(rule.text, texts.before))),
      )
    )
  })
}

function meetsAny(need: Need, spellings: readonly string[]): boolean {
  return spellings.some((text) => meetsNeed(need, text))
}

function isCertainlyInScope(scope: CertainScope | null, path: string): boolean {
  if (scope === null) return true
  return (
    scope.files.includes(path) ||
    scope.folders.some((folder) => path.startsWith(folder) && path.length > folder.length)
  )
}

interface ChangedTexts {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/**
 * The lines around everything that changed, folded and in both spellings that are scanned; null for text that is not plainly ASCII, or stands in for other content. Never less than what the scanner looks at.
 */
function changedTexts(before: Uint8Array | null, after: Uint8Array): ChangedTexts | null {
  const [old, now] = [readPlain(before), readPlain(after)]
  if (old === null || now === null) return null
  const [left, right] = [linesOf(old), linesOf(now)]
  const { start, end } = measureCommonEnds(left, right)
  const cut = (lines: readonly string[]) =>
    `${lines.slice(Math.max(0, start - CONTEXT_LINES), lines.length - end + CONTEXT_LINES).join('')}\n`
  const [oldSpellings, newSpellings] = [spell(cut(left)), spell(cut(right))]
  if (oldSpellings === null || newSpellings === null) return null
  return { before: oldSpellings, after: newSpellings }
}

function spell(text: string): string[] | null {
  const spellings = spellText(text)
  return spellings.every((one) => PRINTABLE.test(one)) ? spellings.map(foldForNeeds) : null
}

/** With their line ends, so that equal lines are equal bytes. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function readPlain(bytes: Uint8Array | null): string | null {
  if (bytes === null) return ''
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return PRINTABLE.test(text) && !isLfsPointer(text) ? text : null
}
