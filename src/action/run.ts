import * as core from '@actions/core'
import { makeGitHubClient, toGitHubApi } from '../github-client.ts'
import { escapeLog } from '../reports/escape.ts'
import { makeReader } from '../sources/github/reader.ts'
import { readContext } from './context.ts'
import { readInputs } from './inputs.ts'
import { findTargets } from './targets.ts'

/** What a run came to: whether the step has to fail. */
export interface RunResult {
  readonly failed: boolean
}

/**
 * Runs the gate for the event at hand: finds the pull requests and has them judged. Most events of a busy
 * repository are about none, so what judging takes is loaded only then.
 * @throws Error when it cannot even be said what to judge (inputs, event, token).
 */
export async function runGate(): Promise<RunResult> {
  const inputs = readInputs()
  for (const token of [inputs.token, inputs.teamToken]) if (token !== '') core.setSecret(token)
  const context = readContext()
  const client = makeGitHubClient(inputs.token, context.apiUrl)
  const reader = makeReader(toGitHubApi(client), context.repo)
  const targets = await findTargets(context.eventName, context.payload, reader, inputs.pullRequest)
  if (targets.kind === 'nothing') {
    core.notice(escapeLog(`Nothing to judge: ${targets.why}.`))
    return { failed: false }
  }
  const { judgeTargets } = await import('./judge-targets.ts')
  return judgeTargets({ inputs, context, client, reader, targets })
}
