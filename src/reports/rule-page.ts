import {
  describeKind,
  describeParts,
  type OwnRule,
  type PagePart,
  sayExample,
} from '../engine/catalogue/describe-page.ts'
import { groupPages } from '../engine/catalogue/index.ts'
import type { RulePage } from '../engine/catalogue/page.ts'
import { codeSpan, escapeLog, escapeMarkdown } from './escape.ts'
import { paint, wrap } from './terminal-text.ts'

/** How pages are shown on a terminal. */
export interface PageOptions {
  readonly colour: boolean
  /** Columns. */
  readonly width: number
}

/** The file of a rule's page under `docs/rules/`: `scope-outside-plan.md`, `path.md` for a family. */
export function pageFileOf({ rule }: RulePage): string {
  return `${rule.replace(/\/<id>$/, '').replaceAll('/', '-')}.md`
}

/** A rule's page for a terminal. The texts of a policy's own rule are escaped; the rest is ours. */
export function renderPageText(
  page: RulePage,
  own: readonly OwnRule[],
  options: PageOptions,
): string {
  const { check, levels } = describeKind(page)
  const head = [
    `${paint(own[0]?.name ?? page.rule, ['bold'], options.colour)}  (check: ${check})`,
    '',
    ...wrapAt(toPlain(page.when), '  ', options),
    ...wrapAt(`Level: ${toPlain(levels)}`, '  ', options),
  ]
  const parts = describeParts(page).map((part) => renderPart(part, options))
  return [head, ...own.map((rule) => renderOwnText(rule, options)), ...parts]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function renderPart({ title, lines, isList }: PagePart, options: PageOptions): readonly string[] {
  const first = isList ? '  - ' : '  '
  const rest = isList ? '    ' : '  '
  return [
    paint(title, ['bold'], options.colour),
    ...lines.flatMap((line) => wrap(toPlain(line), { first, rest, width: options.width })),
  ]
}

function renderOwnText(own: OwnRule, options: PageOptions): readonly string[] {
  return [
    paint(`In ${escapeLog(own.source)}`, ['bold'], options.colour),
    ...listOwnFacts(own).flatMap(([name, value]) =>
      wrapAt(`${name}: ${escapeLog(value)}`, '  ', options),
    ),
  ]
}

function listOwnFacts({ decision, reason, matches, approvers }: OwnRule): [string, string][] {
  const facts: [string, string][] = [
    ['Decision', decision],
    ['Reason', reason],
    ['Matches', matches],
    ['Approvers', approvers.join(', ')],
  ]
  return facts.filter(([, value]) => value !== '')
}

function wrapAt(text: string, indent: string, { width }: PageOptions): readonly string[] {
  return wrap(text, { first: indent, rest: indent, width })
}

/** Our own Markdown as plain words: links by their text, code without its marks. */
export function toPlain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')
}

/** A rule's page as Markdown. `linkTo` gives the address of another rule's page; null: none. */
export function renderPageMarkdown(
  page: RulePage,
  own: readonly OwnRule[] = [],
  linkTo: (rule: string) => string | null = () => null,
): string {
  const { check, levels } = describeKind(page)
  const parts = describeParts(page).map(({ title, lines, isList }) => {
    const shown = lines.map((line) => (title === 'Related' ? linkRule(line, linkTo) : line))
    const body = isList ? shown.map((line) => `- ${line}`).join('\n') : shown.join('\n\n')
    return `## ${title}\n\n${body}\n`
  })
  const head = `# \`${page.rule}\`\n\n${page.when}\n\nCheck: \`${check}\`. Level: ${levels}.\n`
  return [head, ...own.map(renderOwnMarkdown), ...parts].join('\n')
}

function linkRule(line: string, linkTo: (rule: string) => string | null): string {
  const address = linkTo(line.replaceAll('`', ''))
  return address === null ? line : `[${line}](${address})`
}

function renderOwnMarkdown(own: OwnRule): string {
  const rows = listOwnFacts(own).map(
    ([name, value]) => `- ${name}: ${name === 'Matches' ? codeSpan(value) : escapeMarkdown(value)}`,
  )
  return `## ${codeSpan(own.name)} in ${escapeMarkdown(own.source)}\n\n${rows.join('\n')}\n`
}

/** A rule's page as data: the same parts under fixed keys. */
export function toPageRecord(page: RulePage, own: readonly OwnRule[]): object {
  const { check, levels } = describeKind(page)
  const { rule, when, protects, causes, steps, relax, related } = page
  return {
    rule,
    check,
    levels,
    when,
    protects,
    causes: causes ?? [when],
    steps: steps.map((step) => {
      const at = step.indexOf(': ')
      return { who: step.slice(0, at), what: step.slice(at + 2) }
    }),
    relax,
    related,
    says: sayExample(page),
    own,
  }
}

/** Every rule in one line, by check. */
export function renderListText(options: PageOptions): string {
  const groups = [...groupPages()].map(([check, pages]) => [
    paint(check, ['bold'], options.colour),
    ...pages.flatMap((page) =>
      wrap(toPlain(page.when), {
        first: `  ${page.rule.padEnd(30)}`,
        rest: ' '.repeat(32),
        width: options.width,
      }),
    ),
  ])
  return groups.map((lines) => lines.join('\n')).join('\n\n')
}

/** The same as Markdown, a table for each check. */
export function renderListMarkdown(linkTo: (rule: string) => string | null = () => null): string {
  const groups = [...groupPages()].map(([check, pages]) => {
    const rows = pages.map(
      (page) =>
        `| ${linkRule(`\`${page.rule}\``, linkTo)} | ${describeKind(page).levels.replaceAll('|', '\\|')} | ${page.when.replaceAll('|', '\\|')} |`,
    )
    return `## ${check}\n\n| Rule | Level | When |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return groups.join('\n')
}
