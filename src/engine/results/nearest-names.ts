import { fold } from '../fold.ts'
import { SEPARATOR } from './report.ts'

/**
 * Which of many names was probably meant. The names are an attacker's and may be a hundred thousand,
 * so the work is linear in them: shared groups of three letters, and no distance between any two.
 */

const SHOWN = 3
/** Letters of a name that are looked at. */
const MAX_COMPARED = 300
const MIN_LIKENESS = 0.4

/** Finds the names most like one that was looked for, the likest first; at most three. */
export type FindNearest = (wanted: string) => string[]

/** @param names full names, in any order and number */
export function nearestNames(wanted: string, names: Iterable<string>): string[] {
  return openNearest(names)(wanted)
}

/** The same for several names that are looked for among the same ones: these are folded only once. */
export function openNearest(names: Iterable<string>): FindNearest {
  let folded: { name: string; parts: string[] }[] | null = null
  return (wanted) => {
    folded ??= [...new Set(names)].map((name) => ({ name, parts: foldParts(name) }))
    const sought = foldParts(wanted)
    const grams = new Set(gramsOf(sought.join(SEPARATOR)))
    return folded
      .map(({ name, parts }) => ({ name, likeness: rate(grams, tailOf(parts, sought.length)) }))
      .filter(({ likeness }) => likeness >= MIN_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
      .slice(0, SHOWN)
      .map(({ name }) => name)
  }
}

/** Whether the two are one to the eye: by case, composition, look-alike letters, invisible ones or spaces. */
export function looksAlike(wanted: string, name: string): boolean {
  const sought = foldParts(wanted)
  return tailOf(foldParts(name), sought.length) === sought.join(SEPARATOR)
}

/** The parts of a name, or of its end, in one spelling. */
function foldParts(name: string): string[] {
  return name
    .slice(-MAX_COMPARED)
    .split(SEPARATOR)
    .map((part) => fold(part).replace(/\s+/g, ' ').trim())
}

/** As many parts as the wanted name has: a plan may leave the first ones out. */
function tailOf(parts: readonly string[], count: number): string {
  return parts.slice(-count).join(SEPARATOR)
}

function gramsOf(text: string): string[] {
  const padded = `  ${text} `
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
}

/** Dice's coefficient, from 0 to 1. */
function rate(sought: ReadonlySet<string>, text: string): number {
  const grams = new Set(gramsOf(text))
  let shared = 0
  for (const gram of grams) if (sought.has(gram)) shared += 1
  return (2 * shared) / (sought.size + grams.size)
}
