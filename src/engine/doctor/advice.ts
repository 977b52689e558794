import type { Reading } from './facts.ts'
import type { Setup } from './setup.ts'

/** One thing to know about how the gate is set up. */
export interface Advice {
  /** `good`: nothing to do. `unknown`: could not be read or told, and `fix` says what would let it. */
  readonly level: AdviceLevel
  readonly message: string
  readonly fix: string | null
}

export type AdviceLevel = 'good' | 'advice' | 'problem' | 'unknown'

/** One question about a set-up: pure, and in one list (`index.ts`). */
export interface DoctorCheck {
  /** A word that scripts can rely on. */
  readonly id: string
  /** The question as a person would ask it. */
  readonly title: string
  run(setup: Setup): readonly Advice[]
}

export function good(message: string): Advice {
  return { level: 'good', message, fix: null }
}

export function advise(message: string, fix: string): Advice {
  return { level: 'advice', message, fix }
}

export function problem(message: string, fix: string): Advice {
  return { level: 'problem', message, fix }
}

/** What was not recognised, so that neither good nor bad can be said of it. */
export function cannotTell(message: string, fix: string): Advice {
  return { level: 'unknown', message, fix }
}

/** What could not be read, why, and the right that would let it. */
export function cannotRead(
  what: string,
  reading: Extract<Reading<unknown>, { known: false }>,
  right: string,
): Advice {
  const message = `${what} could not be read: ${reading.cause}.`
  return { level: 'unknown', message, fix: right }
}

/** A problem where the policy blocks; as long as it only observes or warns, advice. */
export function weigh({ isBinding }: Setup, message: string, fix: string): Advice {
  return isBinding ? problem(message, fix) : advise(message, fix)
}

/** `a, b and 3 more`, each in quotes. */
export function listNames(names: readonly string[], limit = 5): string {
  const shown = names.slice(0, limit).map((name) => `"${name}"`)
  const more = names.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
