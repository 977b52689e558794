import { readFileSync } from 'node:fs'
import type { RepositoryName } from '../sources/github/reader.ts'

/** What the runner says of a run (GitHub documentation: Default environment variables). */
export interface RunnerContext {
  readonly eventName: string
  readonly payload: unknown
  readonly ref: string
  readonly repo: RepositoryName
  readonly apiUrl: string
  readonly serverUrl: string
  /** NaN when the runner does not say. */
  readonly runId: number
}

/**
 * Reads the event and where it happened. `@actions/github` says the same, and costs the start-up time of a
 * second client and of an HTTP library.
 * @throws Error when the event file is no JSON, or when it is not said which repository this is.
 */
export function readContext(env: NodeJS.ProcessEnv = process.env): RunnerContext {
  const [owner = '', repo = '', ...rest] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (owner === '' || repo === '' || rest.length > 0)
    throw new Error('GITHUB_REPOSITORY must name the repository as "owner/name".')
  return {
    eventName: env.GITHUB_EVENT_NAME ?? '',
    payload: readPayload(env.GITHUB_EVENT_PATH ?? ''),
    ref: env.GITHUB_REF ?? '',
    repo: { owner, repo },
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    runId: Number.parseInt(env.GITHUB_RUN_ID ?? '', 10),
  }
}

/** An empty payload names nothing, and every event but a schedule has to. */
function readPayload(path: string): unknown {
  if (path === '') return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Error('The event file that GITHUB_EVENT_PATH names cannot be read as JSON.')
  }
}
