import type { Reading } from '../../../engine/doctor/facts.ts'
import { Unreadable } from '../../unreadable.ts'

/** Asks for something that need not be there, or that the token may not see. */
export async function attempt<T>(answer: Promise<T>): Promise<Reading<T>> {
  try {
    return { known: true, value: await answer }
  } catch (error) {
    if (error instanceof Unreadable) return { known: false, cause: error.message }
    throw error
  }
}

/** Changes what is known; what is not stays unknown. */
export function mapReading<T, R>(reading: Reading<T>, convert: (value: T) => R): Reading<R> {
  return reading.known ? { known: true, value: convert(reading.value) } : reading
}
