import fc from 'fast-check'

/**
 * How often and from where properties are tried. The suite is the same every time; `npm run fuzz` tries
 * other inputs, and more of them, until something falls.
 */

/** Which inputs a property meets must not be chance in the suite. */
const USUAL_SEED = 20_261_121
const SEED = readNumber('FUZZ_SEED', USUAL_SEED)

/** How many times as often as in the suite. */
const FACTOR = readNumber('FUZZ_RUNS', 1)

/** Tries a property `runs` times in the suite. @throws Error that names the seed and the smallest counterexample. */
export function tryProperty<T>(property: fc.IProperty<T>, runs: number): void {
  fc.assert(property, { seed: SEED, numRuns: runs * FACTOR })
}

/** Likewise, for what answers later. */
export function tryAsyncProperty<T>(property: fc.IAsyncProperty<T>, runs: number): Promise<void> {
  return fc.assert(property, { seed: SEED, numRuns: runs * FACTOR })
}

/** Some inputs, the same ones every time, to see that a property meets what it is about. */
export function sample<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { seed: USUAL_SEED, numRuns: count })
}

function readNumber(name: string, usual: number): number {
  const value = Number(process.env[name] || usual)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be a whole number`)
  return value
}
