import { type Call, ok, type Reply } from './http.ts'
import { route } from './route.ts'

/** The one question the gate asks in GraphQL: when an issue's text was last edited. */
export const GRAPHQL_ROUTES = [route('POST', '/graphql', answerQuery)]

const KNOWN =
  /repository\(owner: \$owner, name: \$repo\) \{ issue\(number: \$number\) \{ lastEditedAt \} \}/

/** GraphQL answers 200 and puts what went wrong into the body. */
function answerQuery({ body, world }: Call): Reply {
  if (!KNOWN.test(String(body.query))) return fail('The test server does not know this query')
  const { owner, repo, number } = (body.variables ?? {}) as Readonly<Record<string, unknown>>
  const found = world.repos.get(`${owner}/${repo}`)
  const issue = found?.pulls.has(Number(number)) ? undefined : found?.issues.get(Number(number))
  if (issue === undefined)
    return fail(`Could not resolve to an Issue with the number of ${number}.`)
  return ok({ data: { repository: { issue: { lastEditedAt: issue.lastEditedAt } } } })
}

function fail(message: string): Reply {
  return ok({ data: { repository: { issue: null } }, errors: [{ type: 'NOT_FOUND', message }] })
}
