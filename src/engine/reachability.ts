import type { RE2JS } from 're2js'

/** An instruction of a compiled RE2 program, as far as this file reads it. */
interface Instruction {
  readonly op: number
  readonly out: number
  readonly arg: number
  readonly runes: ArrayLike<number>
  matchRune(rune: number): boolean
}

const OP = {
  ALT: 1,
  ALT_MATCH: 2,
  EMPTY_WIDTH: 4,
  FAIL: 5,
  MATCH: 6,
  RUNE: 8,
  ANY: 10,
  ANY_NOT_NL: 11,
}
const ASSERT = { BEGIN_LINE: 1, END_LINE: 2, BEGIN_TEXT: 4, END_TEXT: 8 }
const NEWLINE = 10

/** Where a search through the program stands: what came before, and what an assertion demands next. */
interface State {
  readonly at: number
  readonly before: 'anything' | 'newline' | 'other'
  readonly next: 'anything' | 'newline' | 'end'
}

/**
 * Whether some text can lead the program from its start to a match. Line and text assertions are
 * followed exactly; word boundaries are taken as fulfillable. So `a$b` and an empty class are found
 * out, and an expression that can match is never called dead.
 */
export function canEverMatch(expression: RE2JS): boolean {
  const { prog } = expression.re2() as { prog: { start: number; inst: readonly Instruction[] } }
  const seen = new Set<string>()
  const queue: State[] = [{ at: prog.start, before: 'anything', next: 'anything' }]
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const key = `${state.at} ${state.before} ${state.next}`
    const instruction = prog.inst[state.at]
    if (seen.has(key) || instruction === undefined) continue
    seen.add(key)
    if (instruction.op === OP.MATCH) return true
    queue.push(...follow(state, instruction))
  }
  return false
}

function follow(state: State, instruction: Instruction): State[] {
  const { op, out, arg } = instruction
  if (op === OP.FAIL) return []
  if (op === OP.ALT || op === OP.ALT_MATCH)
    return [
      { ...state, at: out },
      { ...state, at: arg },
    ]
  if (op === OP.EMPTY_WIDTH) return assert(state, instruction)
  if (op < OP.RUNE) return [{ ...state, at: out }]
  return consume(state, instruction)
}

function assert(state: State, { arg, out }: Instruction): State[] {
  if ((arg & ASSERT.BEGIN_TEXT) !== 0 && state.before !== 'anything') return []
  if ((arg & ASSERT.BEGIN_LINE) !== 0 && state.before === 'other') return []
  if ((arg & ASSERT.END_TEXT) !== 0) return [{ ...state, at: out, next: 'end' }]
  if ((arg & ASSERT.END_LINE) !== 0 && state.next === 'anything') {
    return [{ ...state, at: out, next: 'newline' }]
  }
  return [{ ...state, at: out }]
}

function consume({ next }: State, instruction: Instruction): State[] {
  if (next === 'end') return []
  const { op, out, runes } = instruction
  const takesNewline = op === OP.ANY || (op < OP.ANY && instruction.matchRune(NEWLINE))
  const takesOther = op >= OP.ANY || holdsOther(runes)
  const states: State[] = []
  if (takesNewline) states.push({ at: out, before: 'newline', next: 'anything' })
  if (takesOther && next === 'anything') states.push({ at: out, before: 'other', next: 'anything' })
  return states
}

/** A class may hold a thousand ranges, and a program as many classes. */
function holdsOther(runes: ArrayLike<number>): boolean {
  for (let at = 0; at < runes.length; at += 1) if (runes[at] !== NEWLINE) return true
  return false
}
