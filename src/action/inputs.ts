import * as core from '@actions/core'
import { POLICY_PATH } from '../engine/places.ts'

/** The action's inputs, typed and checked. */
export interface Inputs {
  readonly token: string
  readonly teamToken: string
  readonly policyPath: string
  /** From the `pull-request` input; null: the event says which. */
  readonly pullRequest: number | null
  /** Empty: publish no check run. */
  readonly checkName: string
  readonly failOnBlock: boolean
  readonly comment: boolean
  /** Globs of report files, one a line; empty: results are read from artifacts. */
  readonly results: readonly string[]
  readonly notify: NotifyInputs
}

/** Where news go, and what proves that they are ours; each empty when it is not given. Secrets. */
export interface NotifyInputs {
  readonly slackWebhook: string
  readonly webhook: string
  readonly webhookSecret: string
}

/** @throws Error naming the input and what it should be. */
export function readInputs(): Inputs {
  return {
    token: core.getInput('github-token', { required: true }),
    teamToken: core.getInput('team-token'),
    policyPath: readPolicyPath(),
    pullRequest: readNumber('pull-request'),
    checkName: isGiven('check-name') ? core.getInput('check-name') : 'countersign',
    failOnBlock: readFlag('fail-on-block'),
    comment: readFlag('comment'),
    results: core.getMultilineInput('results').filter((line) => line !== ''),
    notify: {
      slackWebhook: core.getInput('slack-webhook'),
      webhook: core.getInput('webhook'),
      webhookSecret: core.getInput('webhook-secret'),
    },
  }
}

function readPolicyPath(): string {
  const path = core.getInput('policy') || POLICY_PATH
  if (/^\.{0,2}\/|(^|\/)\.\.(\/|$)/.test(path)) {
    throw new Error(
      `The input "policy" must be a path from the repository root, without "./" or "..".`,
    )
  }
  return path
}

function readNumber(name: string): number | null {
  const text = core.getInput(name)
  if (text === '') return null
  if (!/^[1-9]\d{0,9}$/.test(text))
    throw new Error(`The input "${name}" must be a pull request's number.`)
  return Number(text)
}

function readFlag(name: string): boolean {
  const text = core.getInput(name).toLowerCase()
  if (text === '' || text === 'true') return true
  if (text === 'false') return false
  throw new Error(`The input "${name}" must be "true" or "false".`)
}

/** An input set to the empty text is a choice; one that is absent is not. */
function isGiven(name: string): boolean {
  return process.env[`INPUT_${name.toUpperCase()}`] !== undefined
}
