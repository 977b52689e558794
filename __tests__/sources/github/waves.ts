import { setImmediate } from 'node:timers/promises'
import type { GitHubApi } from '../../../src/sources/github/ask.ts'

/** Requests in the rounds in which they had to be made: each round waits for all of the one before. */
export interface WaveCounter {
  readonly waves: readonly (readonly string[])[]
  watch(api: GitHubApi): GitHubApi
}

/** Turns of the event loop without a new request after which a round counts as complete. */
const QUIET_TURNS = 5

type Send = () => Promise<() => void>

export function countWaves(): WaveCounter {
  const waves: string[][] = []
  let waiting: { readonly name: string; readonly send: Send }[] = []

  async function sendTogether(): Promise<void> {
    for (let quiet = 0, seen = -1; quiet < QUIET_TURNS; quiet += 1) {
      if (waiting.length !== seen) quiet = 0
      seen = waiting.length
      await setImmediate()
    }
    const wave = waiting
    waiting = []
    waves.push(wave.map(({ name }) => name))
    const deliveries = await Promise.all(wave.map(({ send }) => send()))
    for (const deliver of deliveries) deliver()
  }

  function join<T>(name: string, ask: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const send: Send = () =>
        ask().then(
          (answer) => () => resolve(answer),
          (error: unknown) => () => reject(error),
        )
      waiting.push({ name, send })
      if (waiting.length === 1) sendTogether().catch(reject)
    })
  }

  return {
    waves,
    watch: (api) => ({
      get: (route, parameters) => join(route, () => api.get(route, parameters)),
      download: (route, parameters, maxBytes) =>
        join(route, () => api.download(route, parameters, maxBytes)),
      graphql: (query, variables) => join('graphql', () => api.graphql(query, variables)),
    }),
  }
}
