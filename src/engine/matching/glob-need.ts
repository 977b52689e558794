import { minimatch } from 'minimatch'
import { type Need, needAll, needAny } from '../text/need.ts'

const OPTIONS = { dot: true, nonegate: true, nocomment: true, platform: 'linux' } as const
const PLAIN = /^[\x21-\x7e]+$/
/** Folding drops dots and spaces at the end of a segment; such a glob is left to the matcher. */
const FOLDS_AWAY = /[. ](?:\/|$)/
/** Any other class is left to the matcher, too: only it knows where one with brackets or escapes ends. */
const CLASS = /\[[!^]?[\w.-]+\]/g
const EXTENDED = /[@!?*+]\(/
/** Wildcards, classes and escapes: whatever stands between them is matched as it is written. */
const WILD = /\*+|\?|\[[^\]]+\]|\\./

/**
 * What an ordinary path (`isOrdinaryPath`), in lower case, must hold for one of the globs to restrict it. The
 * gate leaves rules untried by it: where the end of a wildcard is in doubt, nothing is needed.
 */
export function needOfGlobs(globs: readonly string[]): Need {
  return needAny(globs.flatMap(expandBraces).map(needOfGlob))
}

function expandBraces(glob: string): string[] {
  return minimatch.braceExpand(glob, OPTIONS)
}

function needOfGlob(glob: string): Need {
  if (!PLAIN.test(glob) || FOLDS_AWAY.test(glob)) return true
  if (glob.replace(CLASS, '').includes('[')) return true
  const lower = glob.toLowerCase()
  const extended = lower.search(EXTENDED)
  const literal = extended < 0 ? lower : lower.slice(0, extended)
  const runs = literal.split(WILD)
  const last = runs.pop() ?? ''
  const end: Need = extended < 0 ? needEnd(last) : needRun(last)
  return needAll([...runs.map(needRun), end])
}

/** A `/` beside a `**` may stand for nothing at all. */
function needRun(run: string): Need {
  const text = trimSlashes(run)
  return text === '' ? true : text
}

function needEnd(run: string): Need {
  const text = trimSlashes(run)
  return text === '' ? true : { ends: text }
}

function trimSlashes(run: string): string {
  return run.replace(/^\/+|\/+$/g, '')
}
