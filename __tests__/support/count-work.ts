import { Session } from 'node:inspector'

/** What V8 tells of a script's blocks (Chrome DevTools Protocol, Profiler domain). */
interface Coverage {
  readonly result: readonly {
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}

/**
 * How many blocks of JavaScript run: a measure of work that is the same on a busy machine. What happens within
 * regular expressions and built-in functions is not counted.
 */
export function countWork(run: () => void): number {
  const session = new Session()
  session.connect()
  try {
    session.post('Profiler.enable')
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    run()
    let blocks = 0
    session.post('Profiler.takePreciseCoverage', (error: Error | null, coverage?: Coverage) => {
      if (error !== null || coverage === undefined)
        throw new Error('V8 does not count', { cause: error })
      blocks = sum(coverage)
    })
    return blocks
  } finally {
    session.disconnect()
  }
}

function sum({ result }: Coverage): number {
  const ranges = result.flatMap(({ functions }) => functions.flatMap((it) => it.ranges))
  return ranges.reduce((total, { count }) => total + count, 0)
}
