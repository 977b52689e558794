import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Argument, type Command } from 'commander'
import { makeJsonSchema, SCHEMA_KINDS, type SchemaKind } from '../engine/json-schema/make.ts'
import { escapeTerminal } from '../reports/escape.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { note, print, writeReasonOf } from './io.ts'

/** Where a repository keeps its copies of the schemas, for editors. */
const SCHEMA_FOLDER = '.countersign/schema'

interface SchemaOptions {
  readonly output?: string
}

export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .summary('print the JSON Schema of policies, plans or decisions, for editors')
    .description(
      `Prints the JSON Schema of a format, by which editors complete keys and explain them.\nCopies in ${SCHEMA_FOLDER}/ are named by the plans that "plan new --output" writes.`,
    )
    .addArgument(new Argument('<format>', 'which format').choices(SCHEMA_KINDS))
    .option('--output <file>', 'write the schema to a file')
    .addHelpText(
      'after',
      `
A file says where its schema is in its first line, as seen from the file:
  # yaml-language-server: $schema=../schema/plan.schema.json

Examples:
  countersign schema policy
  countersign schema plan --output .countersign/schema/plan.schema.json
  countersign schema policy --output .countersign/schema/policy.schema.json`,
    )
    .action(async (kind: SchemaKind, { output }: SchemaOptions) => {
      const text = `${JSON.stringify(await makeJsonSchema(kind), null, 2)}\n`
      if (output === undefined) print(text)
      else writeSchema(output, text)
      process.exitCode = 0
    })
}

function writeSchema(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw new CannotStart(
      `The file "${path}" cannot be written (${writeReasonOf(error)}); choose another --output.`,
    )
  }
  note(`Wrote the schema to ${escapeTerminal(path)}.`)
}

/**
 * The line by which editors find the schema of a YAML file that is written at `file`; empty where the
 * repository has no copy of it, since a line that leads nowhere only makes editors complain.
 */
export function schemaLine(kind: SchemaKind, file: string, repo: string): string {
  const schema = join(repo, SCHEMA_FOLDER, `${kind}.schema.json`)
  if (!existsSync(schema)) return ''
  const path = relative(dirname(file), schema).replaceAll('\\', '/')
  return /[\s#]/.test(path) ? '' : `# yaml-language-server: $schema=${path}\n`
}
