/**
 * Evidence that could not be read. Every source throws this and nothing else for it, and every entry
 * turns it into a block with an `evidence/incomplete` finding.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  /** What is missing, such as `the file list`. */
  readonly missing: string

  constructor(missing: string, cause: string) {
    super(cause)
    this.missing = missing
  }
}
