import { type Call, forbidden, notFound, type Reply } from './http.ts'
import type { RepoState } from './world.ts'

export interface Route {
  readonly method: string
  readonly pattern: RegExp
  handle(call: Call, parameters: readonly string[]): Promise<Reply> | Reply
}

type Handler = (call: Call, ...parameters: string[]) => Promise<Reply> | Reply
type RepoHandler = (call: Call, repo: RepoState, ...parameters: string[]) => Promise<Reply> | Reply

/** A route; `{name}` stands for one segment of the path and `{*}` for any number of them. */
export function route(method: string, path: string, handler: Handler): Route {
  const source = path
    .replace(/[.]/g, '\\.')
    .replace(/\{\*\}/g, '(.+)')
    .replace(/\{\w+\}/g, '([^/]+)')
  return {
    method,
    pattern: new RegExp(`^${source}$`),
    handle: (call, parameters) => handler(call, ...parameters),
  }
}

/** A route below `/repos/{owner}/{name}`; 404 for a repository the server does not have. */
export function repoRoute(method: string, path: string, handler: RepoHandler): Route {
  return route(method, `/repos/{owner}/{name}${path}`, (call, owner, name, ...parameters) => {
    const repo = call.world.repos.get(`${owner}/${name}`)
    if (repo === undefined) throw notFound()
    return handler(call, repo, ...parameters)
  })
}

/** Answers with the first route that fits; a read-only token writes nowhere. */
export async function dispatch(routes: readonly Route[], call: Call): Promise<Reply> {
  for (const { method, pattern, handle } of routes) {
    const found = method === call.method ? pattern.exec(call.path) : null
    if (found === null) continue
    const isWrite = method !== 'GET' && call.path !== '/graphql'
    if (isWrite && call.grant.write === false) throw forbidden()
    return handle(call, found.slice(1).map(decodeSegment))
  }
  throw notFound()
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw notFound()
  }
}
