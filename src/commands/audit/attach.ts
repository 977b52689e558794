import type { Command } from 'commander'
import { type Attachment, type AttachReport, attachChains } from '../../recorder/attach.ts'
import { ChainLost } from '../../recorder/chain-file.ts'
import { LockLost } from '../../recorder/lock.ts'
import { escapeTerminal } from '../../reports/escape.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { Unreadable } from '../../sources/unreadable.ts'
import { note, print } from '../io.ts'

/** Registers `audit attach` in the group of audit commands. */
export function addAuditAttachCommand(audit: Command): void {
  audit
    .command('attach')
    .summary("copy this branch's audit chains into the work tree, staged")
    .description(
      'Copies every chain that agents recorded on the current branch of this work tree to\n.countersign/audit/, complete up to now, and stages it. Commit it together with the work.\nAttaching again extends the copies; a chain that is merged already is left alone.',
    )
    .option('--repo <dir>', 'a directory in the work tree', '.')
    .addHelpText(
      'after',
      '\nExit codes: 0 attached, 1 nothing to attach, 2 could not start.\n\nExample:\n  countersign audit attach && git commit -m "Retry failed webhooks"',
    )
    .action(async (options: { readonly repo: string }) => {
      process.exitCode = report(await attach(options.repo))
    })
}

async function attach(repo: string): Promise<AttachReport> {
  try {
    return await attachChains(repo, () => new Date())
  } catch (error) {
    const isExplained =
      error instanceof LockLost || error instanceof ChainLost || error instanceof Unreadable
    throw isExplained ? new CannotStart(`Nothing was attached: ${error.message}.`) : error
  }
}

function report({ branch, attachments }: AttachReport): number {
  for (const attachment of attachments) print(escapeTerminal(describe(attachment)))
  if (attachments.some(({ outcome }) => outcome === 'attached')) {
    print('Commit what was staged together with the work, then push.')
    return 0
  }
  const where = branch === null ? 'without a branch' : `on the branch "${branch}"`
  note(
    escapeTerminal(
      attachments.some(({ outcome }) => outcome === 'already merged')
        ? 'Nothing to attach: what was recorded here is merged already; new work begins a new chain.'
        : `Nothing to attach: no agent's session was recorded ${where} in this work tree. See "docs/hooks.md" for how to install the hooks.`,
    ),
  )
  return 1
}

function describe({ chain, path, records, outcome }: Attachment): string {
  switch (outcome) {
    case 'attached':
      return `Attached ${path} (${records} records).`
    case 'already merged':
      return `${path} is on the default branch already and is not attached again.`
    case 'damaged':
      return `The chain ${chain} is not whole and is not attached; it stays in the git directory for whoever looks into it.`
  }
}
