import { escapeLog } from './escape.ts'

/** Where something was thrown, for a debug log. It may quote the pull request, and need not be an Error. */
export function renderError(error: unknown): string {
  return escapeLog(error instanceof Error ? (error.stack ?? error.message) : typeof error)
}
