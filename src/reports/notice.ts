import type { Decision, Waiting } from '../engine/decision.ts'
import type { Finding } from '../engine/finding.ts'
import { sha256 } from '../engine/hash.ts'
import { makeVisible } from './escape.ts'
import { clipEnd, clipMiddle, escapeWithin } from './fit.ts'
import { acceptUrl, type ReportLinks } from './links.ts'
import { planNextSteps } from './next-steps.ts'
import { describeEffect, formatHeadline, orderFindings } from './verdict.ts'
import { describeWaitingFor } from './waiting.ts'

/** What people are told of: something was blocked, overridden, or has waited too long for them. */
export interface Notice {
  readonly event: 'block' | 'override' | 'waiting'
  readonly decision: Decision
  readonly links: ReportLinks
  /** When it is sent. */
  readonly at: Date
  /** The report that told of this head last (ISO 8601), which makes this one new; null: none did. */
  readonly after: string | null
}

/** The body of a plain webhook, version 1: public interface, described in docs/notifications.md. */
export interface NoticePayload {
  readonly version: 1
  readonly event: Notice['event']
  /** The same for the same news, so that a receiver can pass over one that it has. */
  readonly id: string
  readonly sent_at: string
  readonly repository: string | null
  readonly pull_request: number | null
  readonly url: string | null
  readonly head_sha: string
  readonly author: string | null
  readonly conclusion: string
  readonly mode: string
  readonly headline: string
  readonly digest: string
  readonly findings: readonly {
    readonly rule: string
    readonly level: string
    readonly path: string | null
    readonly line: number | null
    readonly message: string
    readonly remedy: string
  }[]
  /** How many blocking findings are not listed. */
  readonly more: number
  readonly waiting: Decision['waiting'] | null
  readonly run_url: string | null
}

const FINDINGS_SENT = 10
/** Characters of one text. */
const TEXT_LENGTH = 500

/** Texts are bounded, and what cannot be seen is spelled out: the author of the change wrote much of it. */
export function toPayload(notice: Notice): NoticePayload {
  const { event, decision, links, at } = notice
  const { subject, conclusion, digest, waiting } = decision
  const stops = listStops(decision)
  return {
    version: 1,
    event,
    id: identify(notice),
    sent_at: at.toISOString(),
    repository: subject.repository === null ? null : show(subject.repository),
    pull_request: subject.pull_request,
    url: linkToPull(notice),
    head_sha: show(subject.head_sha),
    author: subject.author === null ? null : show(subject.author),
    conclusion: show(conclusion),
    mode: show(decision.mode),
    headline: show(formatHeadline(decision)),
    digest: show(digest),
    findings: stops.slice(0, FINDINGS_SENT).map(({ rule, level, path, line, message, remedy }) => ({
      rule: show(rule),
      level: show(level),
      path: path === null ? null : show(path),
      line,
      message: show(message),
      remedy: show(remedy),
    })),
    more: Math.max(0, stops.length - FINDINGS_SENT),
    waiting: waiting === undefined ? null : showWaiting(waiting),
    run_url: links.run === null ? null : acceptUrl(links.run),
  }
}

/** What blocks, or was set aside; findings of checks that are not enforced are no news. */
function listStops(decision: Decision): readonly Finding[] {
  return orderFindings(decision).filter((finding) =>
    ['blocks', 'set aside'].includes(describeEffect(decision, finding)),
  )
}

/** The same for the same news, also when two runs tell it at once; other news after another report. */
function identify({ event, decision, after }: Notice): string {
  const { subject, conclusion, waiting } = decision
  const { repository, pull_request, head_sha } = subject
  const steps = event === 'waiting' ? [waiting?.since, waiting?.steps] : []
  return sha256(
    JSON.stringify([event, repository, pull_request, head_sha, conclusion, steps, after]),
  ).slice(0, 32)
}

function show(text: string): string {
  return clipEnd(makeVisible(text), TEXT_LENGTH)
}

/** Owners are named as CODEOWNERS and the policy write them. */
function showWaiting({ since, for: people, ...steps }: Waiting): Waiting {
  return { since: show(since), for: people.map(show), ...steps }
}

function linkToPull({ decision, links }: Notice): string | null {
  const { repository, pull_request: number } = decision.subject
  if (links.server === null || repository === null || number === null) return null
  return acceptUrl(`${links.server}/${repository}/pull/${number}`)
}

/** A message of Slack's Block Kit, for an incoming webhook. */
export interface SlackMessage {
  /** What a notification on a phone shows. */
  readonly text: string
  readonly blocks: readonly object[]
}

const STEPS_SHOWN = 5
const FINDINGS_SHOWN = 5
/** Slack refuses a section above 3,000 characters. */
const SECTION_LENGTH = 2_900
const WORDS_BYTES = 350
const NAME_BYTES = 150

const TITLES: Readonly<Record<Notice['event'], string>> = {
  block: 'Blocked',
  override: 'Passed by emergency override',
  waiting: 'Waiting for a signature',
}

/** The news for a channel: what, where, why, and the next step for whom. Nobody is mentioned by it. */
export function toSlackMessage(notice: Notice): SlackMessage {
  const { decision, links, event } = notice
  const title = `*${TITLES[event]}* ${nameSubject(notice)}`
  const stops = listStops(decision)
  const found = stops.slice(0, FINDINGS_SHOWN).map(describeFinding)
  const more = stops.length > found.length ? [`and ${stops.length - found.length} more`] : []
  const steps = planNextSteps(decision).flatMap(({ who, steps: own }) =>
    own.map(({ remedy }) => `• ${escapeSlack(who)}: ${words(remedy)}`),
  )
  const run = links.run === null ? null : acceptUrl(links.run)
  const context = [
    `Head \`${escapeSlack(decision.subject.head_sha.slice(0, 12))}\``,
    ...(run === null ? [] : [`<${escapeSlack(run)}|The run>`]),
  ]
  return {
    text: escapeSlack(`${TITLES[event]}: ${plainSubject(notice)}, ${formatHeadline(decision)}`),
    blocks: [
      section([title, escapeSlack(tellWhy(notice))]),
      ...(found.length === 0 ? [] : [section([...found, ...more])]),
      ...(steps.length === 0 ? [] : [section(['*Next*', ...steps.slice(0, STEPS_SHOWN)])]),
      { type: 'context', elements: [mrkdwn(context.join('  ·  '))] },
    ],
  }
}

function tellWhy({ event, decision }: Notice): string {
  return event === 'waiting' && decision.waiting !== undefined
    ? describeWaitingFor(decision.waiting)
    : formatHeadline(decision)
}

function describeFinding({ rule, path, line: at, message }: Finding): string {
  const place = path === null ? '' : ` ${name(path)}${at === null ? '' : `:${at}`}`
  return `• \`${name(rule)}\`${place}: ${words(message)}`
}

/** `verbatim` keeps Slack from making links and channel names of what the author wrote. */
function mrkdwn(text: string): object {
  return { type: 'mrkdwn', text, verbatim: true }
}

function section(lines: readonly string[]): object {
  return { type: 'section', text: mrkdwn(clipEnd(lines.join('\n'), SECTION_LENGTH)) }
}

function words(text: string): string {
  return escapeWithin(text, WORDS_BYTES, escapeSlack)
}

function name(text: string): string {
  return escapeWithin(text, NAME_BYTES, escapeSlack, clipMiddle)
}

function nameSubject(notice: Notice): string {
  const url = linkToPull(notice)
  const name = escapeSlack(plainSubject(notice))
  return url === null ? name : `<${escapeSlack(url)}|${name}>`
}

function plainSubject({ decision }: Notice): string {
  const { repository, pull_request: number } = decision.subject
  return `${repository ?? 'this repository'}${number === null ? '' : `#${number}`}`
}

/**
 * Text for Slack: the three characters that its documentation asks for ("Formatting text for app
 * surfaces"), without which `<!channel>` in a file name would call everybody. One line.
 */
export function escapeSlack(text: string): string {
  return makeVisible(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
