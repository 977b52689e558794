import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'

/**
 * What the runner and the action tell each other: the event and inputs through the environment, outputs
 * and the summary through files, words and masks through lines on stdout. GitHub documents all of it
 * ("Workflow commands for GitHub Actions", "Variables reference"). The toolkit's packages say it too, and
 * bring an HTTP stack of a megabyte that nothing here would use.
 */

/** The run as the runner describes it. */
export interface RunnerContext {
  readonly eventName: string
  readonly payload: unknown
  readonly ref: string
  readonly repo: { readonly owner: string; readonly repo: string }
  /** NaN where there is none. */
  readonly runId: number
  readonly serverUrl: string
  readonly apiUrl: string
}

/** @throws Error when the event or the repository is not there to be read. */
export function readContext(): RunnerContext {
  return {
    eventName: readVariable('GITHUB_EVENT_NAME'),
    payload: readPayload(readVariable('GITHUB_EVENT_PATH')),
    ref: readVariable('GITHUB_REF'),
    repo: readRepository(readVariable('GITHUB_REPOSITORY')),
    runId: Number.parseInt(readVariable('GITHUB_RUN_ID'), 10),
    serverUrl: readVariable('GITHUB_SERVER_URL') || 'https://github.com',
    apiUrl: readVariable('GITHUB_API_URL') || 'https://api.github.com',
  }
}

function readVariable(name: string): string {
  return process.env[name] ?? ''
}

/** The message of a parser would quote the payload, which holds what anybody wrote. */
function readPayload(path: string): unknown {
  if (path === '') throw new Error('The runner names no event: GITHUB_EVENT_PATH is empty.')
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Error('The event that GITHUB_EVENT_PATH names cannot be read.')
  }
}

function readRepository(name: string): RunnerContext['repo'] {
  const [owner = '', repo = '', ...rest] = name.split('/')
  if (owner === '' || repo === '' || rest.length > 0)
    throw new Error('GITHUB_REPOSITORY must be "owner/name".')
  return { owner, repo }
}

/** The value of an input without the blanks around it; empty when it is absent. */
export function getInput(name: string): string {
  return readVariable(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`).trim()
}

/** An input set to the empty text is a choice; one that is absent is not. */
export function isGiven(name: string): boolean {
  return process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] !== undefined
}

/** A line of the log. The caller has escaped what in it could be taken for a command. */
export function info(message: string): void {
  process.stdout.write(`${message}\n`)
}

/** A line of the log that the runner also shows as an annotation, or, for `debug`, on demand. */
export function say(level: 'debug' | 'notice' | 'warning' | 'error', message: string): void {
  info(`::${level}::${escapeCommand(message)}`)
}

/** From now on the runner writes stars where the value would stand in a log. */
export function setSecret(value: string): void {
  info(`::add-mask::${escapeCommand(value)}`)
}

/** Keeps a command on its one line. */
function escapeCommand(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/**
 * Sets an output for later steps. No value can end its own block, whatever lines it has: the line that
 * does is made up after it.
 * @throws Error when the runner gives no file for it.
 */
export function setOutput(name: string, value: string): void {
  const end = `end_${randomUUID()}`
  appendTo('GITHUB_OUTPUT', `${name}<<${end}\n${value}\n${end}\n`)
}

/** @throws Error when the runner gives no file for it. */
export function addSummary(text: string): void {
  appendTo('GITHUB_STEP_SUMMARY', `${text}\n`)
}

function appendTo(variable: string, text: string): void {
  const path = readVariable(variable)
  if (path === '') throw new Error(`The runner gives no file for ${variable}.`)
  appendFileSync(path, text)
}
