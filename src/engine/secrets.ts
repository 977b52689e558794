import { RE2JS } from 're2js'

/**
 * Secrets by the shapes their issuers gave them, so that they can be found again. Text may be an
 * attacker's: expressions run in linear time (RE2), and none has a great "at most", which is hundreds
 * of states side by side and would hide a longer secret. What has no shape, such as a plain password,
 * is not found; that is why a chain stores hashes instead of inputs.
 */

interface SecretShape {
  /** What it is, as a noun with its article. */
  readonly name: string
  readonly expression: string
  /** What takes the place of a match. Nothing of it may match again. */
  readonly replacement?: string
}

const REDACTED = '[redacted]'
const KEY_END = '-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----'

/** An underscore before a token is a letter to `\\b`, and none to people. */
const SHAPES: readonly SecretShape[] = [
  {
    name: 'a private key',
    // Without its end the rest of the text may be the key.
    expression: `(?s)-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----.*?(?:${KEY_END}|\\z)`,
  },
  {
    name: 'a GitHub token',
    expression: '(?:\\b|_)gh[pousr]_[A-Za-z0-9]{36,}|(?:\\b|_)github_pat_[A-Za-z0-9_]{22,}',
  },
  {
    name: 'a GitLab token',
    expression: '(?:\\b|_)gl(?:pat|ptt|dt|rt|cbt|ft|imt|agent|soat)-[A-Za-z0-9_-]{20,}',
  },
  {
    name: 'a Slack token',
    expression:
      '(?:\\b|_)xox[abeoprs]-[A-Za-z0-9-]{10,}|(?:\\b|_)xapp-[0-9]-[A-Za-z0-9-]{10,}|hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,}',
  },
  { name: 'an AWS access key', expression: '(?:\\b|_)(?:AKIA|ASIA)[A-Z0-9]{16}\\b' },
  {
    name: 'a Google key',
    expression:
      '(?:\\b|_)AIza[A-Za-z0-9_-]{35}|(?:\\b|_)ya29\\.[A-Za-z0-9_-]{20,}|(?:\\b|_)GOCSPX-[A-Za-z0-9_-]{28}',
  },
  {
    name: 'a Stripe key',
    expression: '(?:\\b|_)[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|(?:\\b|_)whsec_[A-Za-z0-9]{24,}',
  },
  { name: 'an npm token', expression: '(?:\\b|_)npm_[A-Za-z0-9]{36}' },
  { name: 'an Anthropic key', expression: '(?:\\b|_)sk-ant-[A-Za-z0-9_-]{20,}' },
  {
    // One shape each: by itself an expression is only tried where its literal is.
    name: 'an OpenAI key',
    expression: '(?:\\b|_)sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{20,}',
  },
  { name: 'an OpenAI key', expression: '(?:\\b|_)sk-[A-Za-z0-9]{32,}' },
  {
    name: 'an OpenAI key',
    expression: '(?:\\b|_)sk-[A-Za-z0-9_-]*T3BlbkFJ[A-Za-z0-9_-]{10,}',
  },
  {
    name: 'a JSON Web Token',
    expression: '(?:\\b|_)eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}',
  },
  {
    name: 'a URL with a password',
    // A placeholder such as ${TOKEN}, <token> or *** is no secret.
    expression: '://[^\\s/:@]*:[^\\s/@$<{*\\[%][^\\s/@]*@',
    replacement: `://${REDACTED}@`,
  },
  {
    name: 'an authorization header',
    expression:
      '(?i)(?:\\b|_)authorization["\']?\\s{0,8}[:=]\\s{0,8}["\']?(?:bearer|basic|token)\\s{1,8}[a-z0-9._~+/=-]{8,}',
    replacement: `Authorization: ${REDACTED}`,
  },
]

/** Bytes of the shortest secret that any of the shapes can be. */
export const SHORTEST_SECRET = 6

/** A list of literals, so linear in any engine; more exact than the hints, and much cheaper than RE2. */
const PREFILTER =
  /-----BEGIN|gh[pousr]_|github_pat_|gl[a-z]{2,5}-|xox[abeoprs]-|xapp-|slack|A[KS]IA|AIza|ya29|GOCSPX|[sr]k_|whsec_|npm_|sk-|eyJ|:\/\/|authorization/i

let compiled: readonly RE2JS[] | null = null

/** Compiled when first needed: most runs never are. */
function expressions(): readonly RE2JS[] {
  compiled ??= SHAPES.map(({ expression }) => RE2JS.compile(expression))
  return compiled
}

/** What secret a text holds, such as `a GitHub token`; null when it holds none of a known shape. */
export function findSecretIn(text: string): string | null {
  if (!PREFILTER.test(text)) return null
  const found = expressions().findIndex((expression) => expression.test(text))
  return SHAPES[found]?.name ?? null
}

/** The text with `[redacted]` in the place of every secret of a known shape. */
export function redactSecrets(text: string): string {
  if (!PREFILTER.test(text)) return text
  return expressions().reduce(
    (rest, expression, index) =>
      expression.matcher(rest).replaceAll(SHAPES[index]?.replacement ?? REDACTED),
    text,
  )
}
