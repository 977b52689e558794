import * as core from '@actions/core'
import { makeGitHubClient, PATIENCE, type Patience, toGitHubApi } from '../github-client.ts'
import { renderError } from '../reports/error-text.ts'
import { escapeLog } from '../reports/escape.ts'
import { makeReader } from '../sources/github/reader.ts'
import { Unreadable } from '../sources/unreadable.ts'
import { readContext } from './context.ts'
import { readInputs } from './inputs.ts'
import { findTargets } from './targets.ts'

/** What a run came to: whether the step has to fail. */
export interface RunResult {
  readonly failed: boolean
}

/** Runs the gate for the event at hand; the exit code. Whatever is thrown fails, and is told in one line. */
export async function runToEnd(patience: Patience = PATIENCE): Promise<number> {
  try {
    const { failed } = await runGate(patience)
    return failed ? 1 : 0
  } catch (error) {
    core.error(escapeLog(`Countersign could not decide: ${explainFailure(error)}`))
    core.debug(renderError(error))
    return 1
  }
}

/** What is thrown may quote the pull request, and need not be an Error. */
function explainFailure(error: unknown): string {
  if (error instanceof Unreadable) return `it could not read ${error.missing}: ${error.message}.`
  return error instanceof Error ? error.message : 'something that is no error was thrown'
}

/**
 * Finds the pull requests of the event and has them judged. Most events of a busy repository are about none, so
 * what judging takes is loaded only then.
 * @throws Error when it cannot even be said what to judge (inputs, event, token).
 */
async function runGate(patience: Patience): Promise<RunResult> {
  const inputs = readInputs()
  for (const token of [inputs.token, inputs.teamToken]) if (token !== '') core.setSecret(token)
  const context = readContext()
  const client = makeGitHubClient(inputs.token, context.apiUrl, patience)
  const reader = makeReader(toGitHubApi(client), context.repo)
  const targets = await findTargets(context.eventName, context.payload, reader, inputs.pullRequest)
  if (targets.kind === 'nothing') {
    core.notice(escapeLog(`Nothing to judge: ${targets.why}.`))
    return { failed: false }
  }
  const { judgeTargets } = await import('./judge-targets.ts')
  return judgeTargets({ inputs, context, client, reader, targets, patience })
}
