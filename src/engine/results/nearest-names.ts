import { fold } from '../matching/fold.ts'
import { SEPARATOR } from './report.ts'

/**
 * Which of many names was probably meant. The names are an attacker's and may be two hundred
 * thousand, so the work is linear in them: groups of three characters that both have, and no
 * distance between any two names.
 */

const SHOWN = 3
/** Characters of a name, from its end, that are looked at. */
const MAX_COMPARED = 300
const MIN_LIKENESS = 0.4

/** Finds the names most like one that was looked for, the likest first; at most three. */
export type FindNearest = (wanted: string) => string[]

interface Candidate {
  readonly name: string
  readonly likeness: number
}

/** @param names full names, in any order and number */
export function nearestNames(wanted: string, names: Iterable<string>): string[] {
  return openNearest(names)(wanted)
}

/** The same for several names that are looked for among the same ones: these are folded only once. */
export function openNearest(names: Iterable<string>): FindNearest {
  let folded: (readonly [name: string, folded: string])[] | null = null
  return (wanted) => {
    folded ??= [...new Set(names)].map((name) => [name, foldName(name)] as const)
    const sought = foldName(wanted)
    const rate = openRater(sought)
    const parts = countParts(sought)
    let best: Candidate[] = []
    for (const [name, text] of folded) {
      const likeness = rate(tailOf(text, parts))
      if (likeness >= MIN_LIKENESS) best = addCandidate(best, { name, likeness })
    }
    return best.map(({ name }) => name)
  }
}

/** Whether the two are one to the eye: by case, composition, look-alike letters, invisible ones or spaces. */
export function looksAlike(wanted: string, name: string): boolean {
  const sought = foldName(wanted)
  return tailOf(foldName(name), countParts(sought)) === sought
}

function addCandidate(best: Candidate[], candidate: Candidate): Candidate[] {
  const last = best[SHOWN - 1]
  if (last !== undefined && compareCandidates(last, candidate) <= 0) return best
  return [...best, candidate].sort(compareCandidates).slice(0, SHOWN)
}

/** An order without ties, so that the order of the names does not matter. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return b.likeness - a.likeness || (a.name < b.name ? -1 : 1)
}

/** A name, or its end, in one spelling; the separators stay. */
function foldName(name: string): string {
  const end = name.length > MAX_COMPARED ? name.slice(-MAX_COMPARED) : name
  return end
    .split(SEPARATOR)
    .map((part) => fold(part).replace(/\s+/g, ' ').trim())
    .join(SEPARATOR)
}

function countParts(folded: string): number {
  return folded.split(SEPARATOR).length
}

/** As many parts as the wanted name has: a plan may leave the first ones out. */
function tailOf(folded: string, parts: number): string {
  let at = folded.length
  for (let left = parts; left > 0; left -= 1) {
    at = folded.lastIndexOf(SEPARATOR, at - 1)
    if (at <= 0) return folded
  }
  return folded.slice(at + SEPARATOR.length)
}

const BUCKETS = 1 << 16

/** Rates texts by Dice's coefficient, from 0 to 1, over the groups of three characters in them. */
function openRater(sought: string): (text: string) => number {
  const wanted = new Uint8Array(BUCKETS)
  const seen = new Uint32Array(BUCKETS)
  let round = 0
  const count = (text: string, visit: (bucket: number) => void) => {
    round += 1
    let distinct = 0
    for (let at = -2; at < text.length; at += 1) {
      const bucket = bucketOf(text, at)
      if (seen[bucket] === round) continue
      seen[bucket] = round
      distinct += 1
      visit(bucket)
    }
    return distinct
  }
  const total = count(sought, (bucket) => {
    wanted[bucket] = 1
  })
  return (text) => {
    let shared = 0
    const distinct = count(text, (bucket) => {
      shared += wanted[bucket] ?? 0
    })
    return (2 * shared) / (total + distinct)
  }
}

/** The group of three characters from here; beyond the ends there are blanks. */
function bucketOf(text: string, at: number): number {
  const code = (index: number) => (index >= 0 && index < text.length ? text.charCodeAt(index) : 0)
  return (Math.imul(code(at), 31 * 31) + Math.imul(code(at + 1), 31) + code(at + 2)) & (BUCKETS - 1)
}
