import type { Command } from 'commander'
import type { Defect } from '../../engine/chain/defects.ts'
import {
  type Attachment,
  type AttachReport,
  attachChains,
  type Outcome,
} from '../../recorder/attach.ts'
import { LockLost } from '../../recorder/lock.ts'
import { escapeTerminal } from '../../reports/escape.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { Unreadable } from '../../sources/unreadable.ts'
import { note, print } from '../io.ts'
import { describeDefect } from './read.ts'

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
      '\nExit codes: 0 attached, 1 nothing to attach or nothing that can be used, 2 could not start.\n\nExample:\n  countersign audit attach && git commit -m "Retry failed webhooks"',
    )
    .action(async (options: { readonly repo: string }) => {
      process.exitCode = report(await attach(options.repo))
    })
}

async function attach(repo: string): Promise<AttachReport> {
  try {
    return await attachChains(repo, () => new Date())
  } catch (error) {
    const isExplained = error instanceof LockLost || error instanceof Unreadable
    throw isExplained ? new CannotStart(`Nothing was attached: ${error.message}.`) : error
  }
}

function report({ branch, attachments }: AttachReport): number {
  for (const line of attachments.flatMap(describe)) print(escapeTerminal(line))
  if (attachments.some(({ outcome }) => outcome === 'attached')) {
    print('Commit what was staged together with the work, then push.')
    print(
      'If a hook changes files while you commit, as formatters do, attach again and amend the commit.',
    )
    return 0
  }
  note(escapeTerminal(explainNothing(branch, new Set(attachments.map(({ outcome }) => outcome)))))
  return 1
}

function explainNothing(branch: string | null, outcomes: ReadonlySet<Outcome['outcome']>): string {
  if (outcomes.has('damaged') || outcomes.has('foreign'))
    return 'Nothing was attached: what was recorded here cannot be used, for the reasons above.'
  if (outcomes.has('left out'))
    return 'Nothing to attach: no recorded work is on this branch now; see above.'
  if (outcomes.has('already merged'))
    return 'Nothing to attach: what was recorded here is merged already; new work begins a new chain.'
  const where = branch === null ? 'without a branch' : `on the branch "${branch}"`
  return `Nothing to attach: no agent's session was recorded ${where} in this work tree. See "docs/hooks.md" for how to install the hooks.`
}

/** In a line or several. */
function describe(attachment: Attachment): string[] {
  const { chain } = attachment
  switch (attachment.outcome) {
    case 'attached':
      return [describeAttached(attachment)]
    case 'already merged':
      return [`${attachment.path} is on the default branch already and is not attached again.`]
    case 'damaged':
      return [
        `The chain ${chain} is damaged and not attached: ${attachment.cause}. It stays in the git directory for whoever looks into it.`,
        ...listDefects(attachment.defects),
      ]
    case 'foreign':
      return [
        `The chain ${chain} is not attached: the gate would find it foreign, because ${attachment.cause}.`,
      ]
    case 'left out':
      return [
        `The chain ${chain} is not attached: its session is over, and no file is as it recorded it on this branch. It is of earlier work under the same branch name.`,
      ]
  }
}

function describeAttached({
  path,
  records,
  isSealStale,
}: Extract<Attachment, { readonly outcome: 'attached' }>): string {
  const attached = `Attached ${path} (${records} records).`
  return isSealStale
    ? `${attached} Its seal is for the copy before: seal it again with "countersign audit seal ${path} --key KEY", or delete the seal.`
    : attached
}

const SHOWN = 3

function listDefects(defects: readonly Defect[]): string[] {
  const more = defects.length > SHOWN ? [`  and ${defects.length - SHOWN} more defects`] : []
  const secret = defects.some(({ rule }) => rule === 'audit/secret')
    ? ['  Change the secret, keep it out of names, and do the work again in a new session.']
    : []
  const listed = defects.slice(0, SHOWN).map((defect) => `  ${describeDefect(defect)}`)
  return [...listed, ...more, ...secret]
}
