import type { Expression } from '../matching/expression.ts'
import { type Token, tokenise } from './expression-tokens.ts'
import { type Need, needAll, needAny } from './need.ts'

/**
 * What a text, folded by `foldForNeeds`, must hold for the expression to match in it. Case is left out
 * of account throughout, and whatever is not plainly understood is taken for "anything", so that a
 * need may ask too little and never too much.
 */
export function needOfExpression({ match }: Expression): Need {
  const tokens = tokenise(match)
  if (tokens === null) return true
  const reading = { tokens, at: 0 }
  const whole = readAlternatives(reading)
  return reading.at < tokens.length ? true : needOfPart(whole)
}

/** What is known of a part of an expression: all texts it can stand for, or else what it needs. */
type Part = { readonly exact: readonly string[] } | { readonly need: Need }

interface Reading {
  readonly tokens: readonly Token[]
  at: number
}

const ANYTHING: Part = { need: true }
const NOTHING: Part = { exact: [''] }
/** More texts than this are not told apart. */
const MAX_EXACT = 24
/** Texts that are at least so long are not made longer. */
const LONG_ENOUGH = 32

function readAlternatives(reading: Reading): Part {
  const alternatives = [readSequence(reading)]
  while (reading.tokens[reading.at]?.kind === 'or') {
    reading.at += 1
    alternatives.push(readSequence(reading))
  }
  return oneOf(alternatives)
}

function readSequence(reading: Reading): Part {
  const parts: Part[] = []
  for (
    let token = reading.tokens[reading.at];
    token !== undefined;
    token = reading.tokens[reading.at]
  ) {
    if (token.kind === 'or' || token.kind === 'close') break
    reading.at += 1
    parts.push(...readRepeated(readAtom(token, reading), reading))
  }
  return inSequence(parts)
}

function readAtom(token: Token, reading: Reading): Part {
  if (token.kind === 'text') return { exact: token.members }
  if (token.kind === 'nothing') return NOTHING
  if (token.kind !== 'open') return ANYTHING
  const group = readAlternatives(reading)
  if (reading.tokens[reading.at]?.kind === 'close') reading.at += 1
  return group
}

/**
 * A part as often as it has to be there at least, and then whatever more of it there may be. More of it
 * ends as it began, so what follows stands next to it as well.
 */
function readRepeated(part: Part, reading: Reading): Part[] {
  const token = reading.tokens[reading.at]
  if (token?.kind !== 'repeat') return [part]
  reading.at += 1
  const { least, most } = token
  if (least === 0) return [most === 1 ? oneOf([part, NOTHING]) : ANYTHING]
  const copies = new Array<Part>(Math.min(least, MAX_EXACT)).fill(part)
  return least === most && least <= MAX_EXACT ? copies : [...copies, ANYTHING, ...copies]
}

function oneOf(parts: readonly Part[]): Part {
  const exact: string[] = []
  for (const part of parts) if ('exact' in part) exact.push(...part.exact)
  const isExact = parts.every((part) => 'exact' in part)
  if (isExact && exact.length <= MAX_EXACT) return { exact: [...new Set(exact)] }
  return { need: needAny(parts.map(needOfPart)) }
}

/** Parts that are known to the letter are joined with what stands before them as long as possible. */
function inSequence(parts: readonly Part[]): Part {
  const needs: Need[] = []
  let run: readonly string[] = ['']
  let isExact = true
  const endRun = (next: readonly string[]) => {
    needs.push(needOfTexts(run))
    run = next
    isExact = false
  }
  for (const part of parts) {
    if ('need' in part) {
      endRun([''])
      needs.push(part.need)
    } else if (isEnough(run) || run.length * part.exact.length > MAX_EXACT) endRun(part.exact)
    else run = run.flatMap((start) => part.exact.map((end) => start + end))
  }
  return isExact ? { exact: run } : { need: needAll([...needs, needOfTexts(run)]) }
}

function isEnough(run: readonly string[]): boolean {
  return run.some((text) => text.length >= LONG_ENOUGH)
}

function needOfPart(part: Part): Need {
  return 'exact' in part ? needOfTexts(part.exact) : part.need
}

/** One of the texts. Those that hold another one say nothing that the other does not. */
function needOfTexts(texts: readonly string[]): Need {
  if (texts.includes('')) return true
  return needAny(texts.filter((text) => !texts.some((it) => it !== text && text.includes(it))))
}
