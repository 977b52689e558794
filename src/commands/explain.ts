import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { findOwnRule, listOwnRules, type OwnRule } from '../engine/catalogue/describe-page.ts'
import { familyOf, findPage, RULE_PAGES, suggestRules } from '../engine/catalogue/index.ts'
import type { RulePage } from '../engine/catalogue/page.ts'
import { POLICY_PATH } from '../engine/places.ts'
import type { Policy } from '../engine/policy/policy.ts'
import { PRESET_NAMES, resolvePolicy } from '../engine/policy/resolve.ts'
import { escapeLog } from '../reports/escape.ts'
import { encodeJson } from '../reports/json.ts'
import {
  type PageOptions,
  renderListMarkdown,
  renderListText,
  renderPageMarkdown,
  renderPageText,
  toPageRecord,
} from '../reports/rule-page.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { note, print, terminalWidth, wantsColour } from './io.ts'
import { resolveLocalPolicy } from './policy.ts'

interface ExplainOptions {
  readonly repo: string
  readonly policy?: string
  readonly format: 'text' | 'markdown' | 'json'
}

export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .summary('say what a rule means, why it is there, and how to get past it')
    .description(
      'Says what a rule means: what it protects, when it is found, what to do, how to relax it.\nWithout a rule, lists all of them. A rule of a policy, such as pattern/github-token, is looked up in the\npolicy of the work tree, else in the presets.',
    )
    .argument('[rule]', 'the name that a report gives, such as scope/outside-plan')
    .option('--repo <dir>', 'the work tree whose policy is looked up', '.')
    .option('--policy <file>', 'another policy to look rules up in')
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 explained, 2 there is no such rule.

Examples:
  countersign explain
  countersign explain scope/outside-plan
  countersign explain pattern/github-token
  countersign explain approval/stale --format markdown`,
    )
    .action(async (rule: string | undefined, options: ExplainOptions) => {
      print(rule === undefined ? renderList(options) : await explainRule(rule, options))
      process.exitCode = 0
    })
}

function renderList({ format }: ExplainOptions): string {
  if (format === 'json') return encodeJson(RULE_PAGES.map((page) => toPageRecord(page, [])))
  return format === 'markdown' ? `# Rules\n\n${renderListMarkdown()}` : renderListText(terminal())
}

async function explainRule(rule: string, options: ExplainOptions): Promise<string> {
  const page = findPage(rule)
  if (page === null) throw new CannotStart(describeUnknown(rule, suggestRules(rule)))
  const isSingle = familyOf(page) !== null && /\/[^<]/.test(rule)
  const own = isSingle ? await lookUp(rule, page, options) : []
  if (options.format === 'json') return encodeJson(toPageRecord(page, own))
  if (options.format === 'markdown') return renderPageMarkdown(page, own)
  return renderPageText(page, own, terminal())
}

function describeUnknown(rule: string, nearest: readonly string[]): string {
  const hint = nearest.length === 0 ? '' : ` Did you mean ${nearest.join(', ')}?`
  return `There is no rule "${rule}".${hint} "countersign explain" lists all of them.`
}

function terminal(): PageOptions {
  return { colour: wantsColour(), width: Math.min(terminalWidth(), 100) }
}

interface KnownPolicy {
  readonly policy: Policy
  readonly source: string
}

/** A rule as the policy at hand has it, else as each preset does. */
async function lookUp(rule: string, page: RulePage, options: ExplainOptions): Promise<OwnRule[]> {
  const policies = [...(await readPolicyAtHand(options)), ...readPresets()]
  const found = policies.flatMap(({ policy, source }) => findOwnRule(rule, policy, source) ?? [])
  if (found.length > 0) return hasOwn(found, policies) ? found.slice(0, 1) : found
  const names = policies.flatMap(({ policy }) => listOwnRules(page, policy))
  const nearest = suggestRules(rule, names).filter((name) => names.includes(name))
  const hint = nearest.length === 0 ? '' : ` Similar: ${nearest.join(', ')}.`
  note(
    escapeLog(
      `Neither the policy at hand nor a preset has the rule "${rule}"; this is what all of its kind do.${hint}`,
    ),
  )
  return []
}

/** Whether the policy at hand, which comes first, has the rule: what holds here says more than presets. */
function hasOwn(found: readonly OwnRule[], [first]: readonly KnownPolicy[]): boolean {
  return found[0]?.source === first?.source && !first?.source.startsWith(PRESET)
}

/** A policy that was named has to be there and valid; the usual one is used when it is. */
async function readPolicyAtHand({ repo, policy: file }: ExplainOptions): Promise<KnownPolicy[]> {
  if (file === undefined && !existsSync(join(repo, POLICY_PATH))) return []
  const resolved = await resolveLocalPolicy(file ?? POLICY_PATH, { repo })
  if (resolved.ok) return [{ policy: resolved.policy, source: resolved.source }]
  if (file !== undefined)
    throw new CannotStart(`The policy "${file}" is not valid; "countersign policy lint" says why.`)
  note('The policy of this work tree is not valid, so only the presets are looked at.')
  return []
}

const PRESET = 'the preset '

function readPresets(): KnownPolicy[] {
  return PRESET_NAMES.flatMap((name) => {
    const bytes = new TextEncoder().encode(`version: 1\nextends: ${name}\n`)
    const resolved = resolvePolicy([{ source: name, path: name, bytes }])
    return resolved.ok ? [{ policy: resolved.policy, source: `${PRESET}${name}` }] : []
  })
}
