import type { AttackFolder, NaiveResult } from './attack-folders.ts'
import type { ToolResult } from './scene.ts'

/** What one gate made of a case. */
export interface SourceResult {
  readonly conclusion: string
  /** The rules that block, each once. */
  readonly rules: readonly string[]
  readonly exitCode: number | null
  /** All that people can see of it. */
  readonly shown: string
  /** The part of it that is Markdown. */
  readonly published: string
}

/** What everybody made of a case; null where one was not asked. */
export interface Results {
  readonly naive: NaiveResult | null
  readonly github: SourceResult | null
  readonly git: SourceResult | null
  readonly tool: ToolResult | null
}

/** Where results are not what the case expects, in words. */
export function compare(folder: AttackFolder, { naive, github, git, tool }: Results): string[] {
  const { attack, isHonest } = folder
  const compareNaive =
    naive === null || naive === attack.naive
      ? []
      : [`the naive gate: ${naive}, expected ${attack.naive}`]
  const gates = { 'the action': github, 'the check': git }
  return [
    ...(isHonest ? [] : compareNaive),
    ...Object.entries(gates).flatMap(([name, result]) =>
      result === null ? [] : compareGate(folder, name, result),
    ),
    ...(tool === null ? [] : compareVerdict(folder, 'the tool', tool)),
    ...(tool === null ? [] : compareShown(folder, 'the tool', tool.printed ?? '')),
  ]
}

function compareGate(folder: AttackFolder, name: string, result: SourceResult): string[] {
  const code = result.conclusion === 'pass' ? 0 : 1
  return [
    ...compareVerdict(folder, name, result),
    ...(result.exitCode === code ? [] : [`${name}: exit ${result.exitCode}, expected ${code}`]),
    ...compareShown(folder, name, result.shown),
    ...listLeaks(folder.attack.never_published, name, result.published),
  ]
}

function compareVerdict(
  { attack, isHonest }: AttackFolder,
  name: string,
  { conclusion, rules }: Pick<SourceResult, 'conclusion' | 'rules'>,
): string[] {
  const expected = attack.expect?.conclusion ?? 'pass'
  const wanted = isHonest ? null : (attack.expect?.rule ?? null)
  const found = rules.length === 0 ? 'no rule' : rules.join(', ')
  return [
    ...(conclusion === expected ? [] : [`${name}: ${conclusion}, expected ${expected} (${found})`]),
    ...(wanted === null || rules.includes(wanted)
      ? []
      : [`${name}: ${found} blocks, expected ${wanted}`]),
    ...(isHonest && rules.length > 0 ? [`${name}: ${found} blocks an honest change`] : []),
  ]
}

function compareShown({ attack }: AttackFolder, name: string, shown: string): string[] {
  const obeyed = /^the runner obeys .*/m.exec(shown)
  return [
    ...listLeaks(attack.never, name, shown),
    ...(obeyed === null ? [] : [`${name}: ${obeyed[0]}`]),
  ]
}

function listLeaks(texts: readonly string[], name: string, shown: string): string[] {
  return texts
    .filter((text) => shown.includes(text))
    .map((text) => `${name}: shows ${JSON.stringify(text)}`)
}
