import type { ActionPin, Findings, WorkflowFinding } from './findings.ts'
import { documentAt } from './gate-workflow.ts'
import { quote } from './quote.ts'

const MAX_TEAMS = 10

/**
 * The first policy: it observes. What comes after it stands below as comments, each of them valid once
 * the "# " before it is gone.
 */
export function renderPolicy(findings: Findings, ci: readonly WorkflowFinding[]): string {
  const { action } = findings
  const steps = [
    describeTeams(findings),
    describeAgents(findings),
    describeExemptions(findings),
    describeAcceptance(action, ci),
    describeStandard(),
  ].filter((step) => step.length > 0)
  return `${pinnedSchemaLine(action, 'policy')}
# What the gate asks of a pull request, read from the protected branch and never from the pull request.
# "countersign policy explain" says it in words. All keys: ${documentAt(action, 'docs/policy.md')}
version: 1

# "standard" to the letter, but nothing is stopped yet: each finding says what it would block. It judges
# pull requests of agents; "applies_to: all" reports on everybody's.
extends: observe

# Next steps, each on its own: take the "# " away, then run "countersign policy lint".
#
${steps.map((step) => step.map((line) => (line === '' ? '#' : `# ${line}`)).join('\n')).join('\n#\n')}
`
}

/** The line by which editors find the format of a file: the schema of exactly the version in use. */
export function pinnedSchemaLine(
  { repository, commit }: ActionPin,
  name: 'policy' | 'plan',
): string {
  const path = `policies/schema/${name}.schema.json`
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${repository}/${commit}/${path}`
}

type Lines = readonly string[]

function describeTeams({ codeowners }: Findings): Lines {
  const owners = codeowners?.owners ?? []
  const teams = owners.filter((owner) => /^@[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(owner))
  const named = teams.length > 0 ? teams.slice(0, MAX_TEAMS) : ['@organisation/team']
  return [
    'Who is in the teams that own files, where the gate has no "team-token" to ask with:',
    '',
    'teams:',
    // No login looks like this, so the policy is not valid before somebody writes names.
    ...named.map((team) => `  ${quote(team)}: [<login>, <login>]`),
  ]
}

function describeAgents({ agents }: Findings): Lines {
  const found = agents.otherBots.length > 0
  const authors = found ? agents.otherBots : ['your-agent[bot]']
  return [
    found
      ? 'Bots with commits here that are none of the known agents. List those that write code:'
      : 'Agents that are not on the shipped list:',
    '',
    'agents:',
    `  authors: [${authors.map(quote).join(', ')}]`,
  ]
}

function describeExemptions({ agents }: Findings): Lines {
  if (agents.dependencyBots.length === 0) return []
  return [
    'Updates of dependencies need no plan when nobody else pushed to them:',
    '',
    'exempt:',
    `  - actors: [${agents.dependencyBots.map(quote).join(', ')}]`,
    '    checks: [plan, scope, audit, acceptance]',
  ]
}

function describeAcceptance(action: ActionPin, ci: readonly WorkflowFinding[]): Lines {
  const results = ci.flatMap(({ path, artifacts }) =>
    artifacts.map((artifact) => [
      `    - workflow: ${quote(path)}`,
      `      artifact: ${quote(artifact)}`,
    ]),
  )
  const [first] = ci
  const wanted = [
    `    - workflow: ${quote(first?.path ?? '.github/workflows/ci.yml')}`,
    `      artifact: "test-results*"`,
  ]
  return [
    results.length > 0
      ? "Where the tests' reports are, for plans whose criteria name tests:"
      : "Where the tests' reports are, once a workflow uploads them, for plans whose criteria name tests:",
    documentAt(action, 'docs/acceptance.md'),
    '',
    'acceptance:',
    '  required: true',
    '  results:',
    ...(results.length > 0 ? results.flat() : wanted),
  ]
}

function describeStandard(): Lines {
  return [
    'When what is reported is right, replace "observe" above by "standard": what was reported, blocks.',
  ]
}
