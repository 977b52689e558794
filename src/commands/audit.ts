import type { Command } from 'commander'
import { addAuditAttachCommand } from './audit/attach.ts'
import { addQuery } from './audit/query.ts'
import { addSeal } from './audit/seal.ts'
import { addShow } from './audit/show.ts'
import { addVerify } from './audit/verify.ts'

/** One line for each sub-command; every one that reads chains does so through `audit/read.ts`. */
export function addAuditCommands(program: Command): void {
  const audit = program
    .command('audit')
    .description('attach, verify, search, show and seal audit chains')
    .addHelpText(
      'after',
      `
Examples:
  countersign audit attach
  countersign audit verify .countersign/audit/*.jsonl`,
    )
  addAuditAttachCommand(audit)
  addVerify(audit)
  addQuery(audit)
  addShow(audit)
  addSeal(audit)
}
