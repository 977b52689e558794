import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff'
import type { KnownSign } from '../../engine/agent.ts'
import { escapeLog } from '../../reports/escape.ts'
import type { AgentFindings, Findings, ProposedFile, WorkflowFinding } from './findings.ts'
import { describeGates } from './gates.ts'
import { findTestWorkflows, isNamedLikeGate, testsChanges } from './propose.ts'
import { isQuotableName } from './quote.ts'

/** A line of the report: what, found to be what, known from where. */
type Row = readonly [topic: string, found: string, source: string]

/** What was found, a line each, with its source. Safe for terminals and logs. */
export function describeFindings(findings: Findings): string[] {
  const rows: Row[] = [
    describeBranch(findings),
    ...describeAgents(findings.agents),
    describeCodeowners(findings),
    ...describeRunners(findings),
    ...describeWorkflows(findings.workflows),
    ...describeGates(findings).map(([use, path]): Row => ['Taken for a gate', use, path]),
    ...findings.setUp.map((path): Row => ['Set up already', path, '']),
    ['Action', `${findings.action.repository}@${findings.action.commit}`, findings.action.source],
  ]
  const width = Math.max(...rows.map(([topic]) => topic.length)) + 2
  return rows.map(([topic, found, source], at) => {
    const isRepeated = rows[at - 1]?.[0] === topic
    const head = (isRepeated ? '' : topic).padEnd(width)
    return `  ${head}${escapeLog(found)}${source === '' ? '' : ` (${escapeLog(source)})`}`
  })
}

function describeBranch({ defaultBranch }: Findings): Row {
  return defaultBranch === null
    ? ['Default branch', 'not known', 'there is no origin/HEAD, main or master']
    : ['Default branch', defaultBranch.name, defaultBranch.source]
}

const MAX_SIGNS = 8

function describeAgents(agents: AgentFindings): Row[] {
  const { signs, settings, otherBots, dependencyBots, commits, isCut } = agents
  const looked = `${isCut ? 'the last ' : ''}${commits} commits`
  const shown = signs.slice(0, MAX_SIGNS).map(describeSign)
  const left = signs.length - shown.length
  const rows: Row[] = [
    ...shown,
    ...(left > 0 ? [['Agents at work', `and ${left} more signs`, ''] as const] : []),
    ...(settings.length > 0
      ? [['Agents at work', 'settings for agents', settings.join(', ')] as const]
      : []),
    ...(otherBots.length > 0
      ? [['Agents at work', otherBots.join(', '), 'bots that are on no shipped list'] as const]
      : []),
  ]
  const none: Row = ['Agents at work', 'no sign of any', looked]
  const bots = dependencyBots.map((bot): Row => ['Dependency bots', bot, looked])
  return [...(rows.length > 0 ? rows : [none]), ...bots]
}

function describeSign({ signal, sign, count, example }: KnownSign): Row {
  const what = signal === 'branch' ? 'branch' : 'commit'
  const shown = signal === 'branch' ? example : example.slice(0, 10)
  const plural = count === 1 ? what : `${what}${what === 'branch' ? 'es' : 's'}`
  return ['Agents at work', `${sign}: ${count} ${plural}`, `such as ${shown}`]
}

const MAX_OWNERS = 10

function describeCodeowners({ codeowners }: Findings): Row {
  if (codeowners === null) return ['Code owners', 'none', 'there is no CODEOWNERS file']
  const { owners, path } = codeowners
  const more = owners.length > MAX_OWNERS ? ` and ${owners.length - MAX_OWNERS} more` : ''
  const named = owners.length === 0 ? 'nobody is named' : owners.slice(0, MAX_OWNERS).join(', ')
  return ['Code owners', `${named}${more}`, path]
}

function describeRunners({ runners }: Findings): Row[] {
  if (runners.length === 0) return [['Test runner', 'none that is known here', '']]
  return runners.map(({ name, source }): Row => ['Test runner', name, source])
}

function describeWorkflows(workflows: readonly WorkflowFinding[]): Row[] {
  const tested = findTestWorkflows(workflows).map((workflow): Row => {
    const { name, path, testCommand, artifacts } = workflow
    const reports =
      artifacts.length === 0 ? 'uploads no test report' : `uploads ${artifacts.join(', ')}`
    return ['Tests in CI', `"${name}" runs "${(testCommand ?? '').slice(0, 60)}", ${reports}`, path]
  })
  const testing = workflows.filter(testsChanges)
  const unfit = testing.filter(({ name }) => !isQuotableName(name))
  const named = testing.filter((it) => isQuotableName(it.name) && isNamedLikeGate(it))
  const left = testing.length - tested.length - unfit.length - named.length
  const unreadable = workflows.filter(({ isUnreadable }) => isUnreadable)
  const none: Row = ['Tests in CI', 'no workflow that runs tests for changes', '.github/workflows']
  return [
    ...(tested.length > 0 ? tested : [none]),
    ...(left > 0 ? [['Left out', `${left} more that run tests`, ''] as const] : []),
    ...unfit.map(({ path }): Row => ['Left out', 'a name that cannot be waited for', path]),
    ...named.map(({ path }): Row => ['Left out', "the gate's own name; rename it", path]),
    ...unreadable.map(({ path }): Row => ['Left out', 'no YAML that can be read', path]),
  ]
}

/** The proposed files as additions to nothing, in the unified format; each line safe to print. */
export function renderDiff(files: readonly ProposedFile[], colour: boolean): string {
  return files.map((file) => renderAddition(file, colour)).join('\n')
}

function renderAddition({ path, text }: ProposedFile, colour: boolean): string {
  const patch = structuredPatch('/dev/null', `b/${path}`, '', text, '', '')
  const lines = formatPatch(patch, FILE_HEADERS_ONLY).trimEnd().split('\n')
  return lines.map((line) => paint(escapeLog(line), colour)).join('\n')
}

function paint(line: string, colour: boolean): string {
  if (!colour) return line
  if (/^(?:---|\+\+\+) /.test(line)) return `\u001b[1m${line}\u001b[0m`
  if (line.startsWith('@@')) return `\u001b[36m${line}\u001b[0m`
  return line.startsWith('+') ? `\u001b[32m${line}\u001b[0m` : line
}
