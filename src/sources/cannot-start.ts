/**
 * Nothing could be judged: exit code 2, which is never a pass. The message is one plain sentence that
 * names the input and the fix; it may be shown as it is.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
