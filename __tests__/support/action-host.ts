import { runToEnd } from '../../src/action/run.ts'
import { PATIENCE, type Patience } from '../../src/github-client.ts'

/**
 * Runs the action again and again in this process, each time in another environment, and never waits: times to
 * sleep are only written down. Started by `run-often.ts`.
 */

/** What to run. */
export interface Order {
  readonly env: Readonly<Record<string, string>>
  /** Which requests are given up at once: the first `times` that fit, as `METHOD /path?query`. */
  readonly hasty: { readonly pattern: string; readonly times: number } | null
}

/** What came of it. */
export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  /** Milliseconds, in the order in which they were asked for. */
  readonly waits: readonly number[]
}

/** Milliseconds after which a request that nobody will answer is given up. */
const HASTE = 40

let printed: string[] = []
process.stdout.write = (text: string | Uint8Array): boolean => {
  printed.push(String(text))
  return true
}

process.on('message', async ({ env, hasty }: Order) => {
  printed = []
  enter(env)
  const waits: number[] = []
  const exitCode = await runToEnd(makePatience(waits, hasty))
  const outcome: Outcome = { exitCode, stdout: printed.join(''), waits }
  process.send?.(outcome)
})

/** From here on this is the environment. */
function enter(env: Order['env']): void {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
}

function makePatience(waits: number[], hasty: Order['hasty']): Patience {
  let left = hasty?.times ?? 0
  return {
    ...PATIENCE,
    sleep: async (milliseconds) => {
      waits.push(milliseconds)
    },
    deadline: (milliseconds, request) => {
      const isHasty = left > 0 && describe(request).search(hasty?.pattern ?? '') === 0
      if (isHasty) left -= 1
      return AbortSignal.timeout(isHasty ? HASTE : milliseconds)
    },
  }
}

/** A request as it goes out, from its route and its parameters. */
function describe(request: { readonly method: string; readonly url: string }): string {
  const parameters = new Map(Object.entries(request))
  const take = (name: string) => {
    const value = String(parameters.get(name))
    parameters.delete(name)
    return encodeURIComponent(value)
  }
  const path = request.url.replace(/\{(\w+)\}/g, (_whole, name) => take(name))
  const query = [...parameters].map(([name, value]) => `${name}=${value}`).join('&')
  return `${request.method} ${path}?${query}`
}
