import type { Level } from '../engine/finding.ts'
import type { OwnedPaths, Proposal, ProposedFinding } from '../engine/proposal.ts'
import { escapeLog } from './escape.ts'
import type { TerminalOptions } from './terminal.ts'
import { paint, type Style, wrap } from './terminal-text.ts'
import { count } from './verdict.ts'

/** Paths and places listed in one group; the JSON form has every one. */
const SHOWN = 25

const LEVELS: Readonly<Record<Level, Style>> = {
  deny: 'red',
  approve: 'yellow',
  warn: 'yellow',
  info: 'dim',
}

/** The proposal for a person at a terminal. All foreign text is escaped; the plan escapes its own. */
export function renderProposal(
  proposal: Proposal,
  preset: string,
  options: TerminalOptions,
): string {
  const sections = [
    renderSubject(proposal, options),
    renderOwners(proposal, options),
    renderRules(proposal, preset, options),
    renderPlan(proposal, options),
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function renderSubject({ subject, stats }: Proposal, { colour }: TerminalOptions): string[] {
  const { repository, pull_request, author, head_ref, base_ref, agent } = subject
  const name = escapeLog(`${repository}#${pull_request}`)
  const by = escapeLog(author ?? 'a deleted account')
  const branches = `${escapeLog(head_ref ?? '?')} into ${escapeLog(base_ref ?? '?')}`
  const range = `${subject.merge_base_sha.slice(0, 12)}..${subject.head_sha.slice(0, 12)}`
  return [
    paint(`${name} by ${by}, ${branches}`, ['bold'], colour),
    `Change  ${count(stats.files, 'file')}, +${stats.added} -${stats.removed}, ${range}`,
    `Agent   ${agent.is_agent ? `yes, by its ${agent.signals.join(', ')}` : 'no known sign of one'}`,
  ]
}

function renderOwners({ owners }: Proposal, { colour }: TerminalOptions): string[] {
  return [
    paint('Owners of what changed', ['bold'], colour),
    ...owners.flatMap((group) => renderGroup(group, colour)),
  ]
}

function renderGroup({ owners, paths }: OwnedPaths, colour: boolean): string[] {
  const names = owners.length === 0 ? 'nobody' : owners.map(escapeLog).join(' or ')
  return [`  ${names} (${count(paths.length, 'path')})`, ...listPlaces(paths, colour)]
}

function listPlaces(places: readonly string[], colour: boolean): string[] {
  const more = places.length - SHOWN
  return [
    ...places.slice(0, SHOWN).map((place) => `      ${paint(escapeLog(place), ['cyan'], colour)}`),
    ...(more > 0 ? [`      and ${more} more; --format json lists every one`] : []),
  ]
}

function renderRules({ findings }: Proposal, preset: string, options: TerminalOptions): string[] {
  const title = paint(
    `What the gate would say with the preset "${preset}"`,
    ['bold'],
    options.colour,
  )
  if (findings.length === 0) return [title, '  nothing: no protected path or pattern is touched']
  const groups = groupByRule(findings)
  return [title, ...[...groups.values()].flatMap((group) => renderRule(group, options))]
}

function groupByRule(findings: readonly ProposedFinding[]): Map<string, ProposedFinding[]> {
  const groups = new Map<string, ProposedFinding[]>()
  for (const finding of findings) {
    const key = `${finding.level} ${finding.rule}`
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return groups
}

function renderRule(group: readonly ProposedFinding[], options: TerminalOptions): string[] {
  const [first] = group
  if (first === undefined) return []
  const level = paint(first.level, [LEVELS[first.level]], options.colour)
  const width = options.width ?? 100
  const indent = { first: '    ', rest: '    ', width }
  const places = group.flatMap(({ path, line }) =>
    path === null ? [] : [line === null ? path : `${path}:${line}`],
  )
  return [
    `  ${escapeLog(first.rule)} ${level}`,
    ...wrap(escapeLog(first.message), indent),
    ...listPlaces(places, options.colour),
  ]
}

function renderPlan({ plan }: Proposal, { colour }: TerminalOptions): string[] {
  const title = paint('The plan it would have needed', ['bold'], colour)
  if (plan.text === null) {
    const reasons = plan.problems.slice(0, SHOWN).map((problem) => `  ${escapeLog(problem)}`)
    return [title, '  No plan can be written for it:', ...reasons]
  }
  return [
    title,
    '  Read it, put in the person who answers for it, and have it merged as .countersign/plans/ID.yml.',
    '',
    plan.text.trimEnd(),
  ]
}
