import * as core from '@actions/core'
import { runGate } from './action/run.ts'
import { renderError } from './reports/error-text.ts'
import { escapeLog } from './reports/escape.ts'

// Until a verdict says otherwise this run has failed: also when it stops without an exception.
process.exitCode = 1

try {
  const { failed } = await runGate()
  process.exitCode = failed ? 1 : 0
} catch (error) {
  // What is thrown may quote the pull request, and need not be an Error.
  const message = error instanceof Error ? error.message : 'something that is no error was thrown'
  core.error(escapeLog(`Countersign could not decide: ${message}`))
  core.debug(renderError(error))
}
