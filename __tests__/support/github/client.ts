import { Octokit } from '@octokit/rest'

/** A plain client of the server, which does not log. */
export function connect(url: string, token: string): Octokit {
  const silent = () => undefined
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  return new Octokit({ baseUrl: url, auth: token, log })
}

/** The status a request failed with; null when it did not fail. */
export async function statusOf(request: Promise<unknown>): Promise<number | null> {
  try {
    await request
    return null
  } catch (error) {
    return (error as { readonly status?: number }).status ?? 0
  }
}
