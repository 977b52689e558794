import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Decision } from '../engine/decision.ts'
import { renderTerminal } from '../reports/terminal.ts'
import { checkRepository } from './check.ts'
import { type DemoRepository, HIJACKED_RULES, makeDemoRepository } from './demo-repository.ts'
import { note, print, terminalWidth, wantsColour } from './io.ts'

/** The demo's plan must not expire under the reader. */
const NOW = new Date('2026-11-20T12:00:00Z')

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .summary('see a hijacked change blocked and explained, then mended and passing')
    .description(
      "Builds a throw-away git repository with an agent's pull request that goes beyond its plan,\nshows how it is blocked and explained, mends it, and shows it passing.",
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 both verdicts came out as they should, 1 one did not.\n\nExample:\n  countersign demo',
    )
    .action(async () => {
      process.exitCode = await runDemo()
    })
}

async function runDemo(): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'countersign-demo-'))
  try {
    const repository = makeDemoRepository(directory)
    return await tellStory(repository)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function tellStory(repository: DemoRepository): Promise<number> {
  heading('A human approved this plan, on the main branch')
  print(repository.plan)
  heading('An agent opened a pull request for it. A text it read on the way had other ideas')
  print(repository.describeChange())
  heading('countersign check --base main --head claude/pay-142-retry')
  const blocked = await judge(repository)
  show(blocked)

  repository.mend()
  heading('The agent reads the explanation and takes out what was not in the plan')
  print(repository.describeChange())
  heading('countersign check --base main --head claude/pay-142-retry')
  const passing = await judge(repository)
  show(passing)
  return verify(blocked, passing)
}

function judge({ directory, branch }: DemoRepository): Promise<Decision> {
  return checkRepository({ repo: directory, base: 'main', head: branch, now: NOW })
}

/** The demo holds itself to what it claims. */
function verify(blocked: Decision, passing: Decision): number {
  const rules = new Set(blocked.findings.map((finding) => finding.rule))
  const missed = HIJACKED_RULES.filter((rule) => !rules.has(rule))
  if (blocked.conclusion === 'block' && missed.length === 0 && passing.conclusion === 'pass')
    return 0
  note(
    `The demo did not come out as it should: ${blocked.conclusion}, then ${passing.conclusion}; not found: ${missed.join(', ') || 'nothing'}.`,
  )
  return 1
}

function show(decision: Decision): void {
  print(renderTerminal(decision, { colour: wantsColour(), width: terminalWidth() }))
}

function heading(text: string): void {
  const line = wantsColour() ? `\u001b[1m${text}\u001b[0m` : text
  print(`\n── ${line}\n`)
}
