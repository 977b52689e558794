/**
 * Text without the secrets in it, for what is kept or shown. Finds what looks like a credential by its
 * form; what has no form of its own, such as a password in a sentence, stays.
 */
export function redactSecrets(text: string): string {
  return SHAPES.reduce((redacted, shape) => redacted.replace(shape, '[redacted]'), text)
}

const SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,20000}?(?:-----END [A-Z0-9 ]{0,40}-----|$)/g,
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[\w-]{16,64})/g,
  /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /(?<![A-Za-z0-9])(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,255}/g,
  /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,255}/g,
  /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{30,64}/g,
  /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{30,40}/g,
  /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{0,1000}/g,
  /(?<=:\/\/[^\s/:@]{0,100}:)[^\s/@]{1,200}(?=@)/g,
  /(?<=\b(?:password|passwd|secret|token|api[-_]?key|access[-_]?key|authorization)["']?\s{0,3}[:=]\s{0,3}["']?(?:bearer\s{1,3})?)[^\s"']{6,500}/gi,
]
