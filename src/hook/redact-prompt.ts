import { RE2JS } from 're2js'
import { redactSecrets } from '../engine/secrets.ts'
import { wellFormed } from '../engine/text/well-formed.ts'

const WORDS =
  'password|passwd|passphrase|pwd|secret|token|credentials?|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key'
const VALUE = `(?:"[^"\\n]*"?|'[^'\\n]*'?|[^\\s"']+)`

/**
 * Values without a shape of their own, known by what stands before them. Linear (RE2): whoever prompts
 * may be anybody.
 */
const ASSIGNMENTS = [
  `((?i)(?:${WORDS})[\\w.-]{0,64}["'\`]?\\s{0,8}(?:[:=]|\\sis\\s)\\s{0,8})${VALUE}`,
  `((?i)(?:^|\\s)--?[\\w-]{0,64}(?:${WORDS})\\s{1,8})${VALUE}`,
  `((?:^|\\s)(?:-u|--user|--proxy-user)[\\s=]{0,8}["']?[^\\s:"']{1,256}:)[^\\s"']+`,
  `(?i)(\\b(?:basic|bearer)\\s{1,8})[a-z0-9._~+/=-]{12,}`,
].map((expression) => RE2JS.compile(expression))

/** Longer prompts are kept in part. */
const MAX_PROMPT = 10_000

/** The text of a prompt without secrets of known shapes and without what is assigned to a secret's name. */
export function redactPrompt(prompt: string): string {
  const known = redactSecrets(prompt).slice(0, MAX_PROMPT)
  return wellFormed(
    ASSIGNMENTS.reduce(
      (text, expression) => expression.matcher(text).replaceAll('$1[redacted]'),
      known,
    ),
  )
}
