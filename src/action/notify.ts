import * as core from '@actions/core'
import * as v from 'valibot'
import { pickReported } from '../engine/approvals/work.ts'
import type { ReportFact } from '../engine/evidence.ts'
import { findLastTold, findNews } from '../engine/notice.ts'
import type { Verdict } from '../gate/judge.ts'
import type { ReportLinks } from '../reports/links.ts'
import { type Notice, toPayload, toSlackMessage } from '../reports/notice.ts'
import { readPastReports } from '../sources/github/past-reports.ts'
import type { GitHubReader } from '../sources/github/reader.ts'
import type { Inputs, NotifyInputs } from './inputs.ts'
import type { Published } from './publish.ts'
import { acceptReceiver, postNotice, signBody } from './send-notice.ts'

/** Where news go, and what is asked before they do. */
export interface Notifier {
  readonly receivers: readonly Receiver[]
  /** Why nothing can be sent to somebody who was named, as sentences. */
  readonly problems: readonly string[]
  readonly checkName: string
  readonly now: Date
}

interface Receiver {
  /** How the summary calls it: the address is a secret. */
  readonly name: string
  send(notice: Notice): Promise<string | null>
}

export interface RunContext {
  readonly eventName: string
  readonly payload: unknown
  readonly ref: string
  readonly now: Date
}

/** Null when nobody is to be told anything, or when this run is one that an author could have written. */
export function openNotifier(
  { notify, checkName }: Pick<Inputs, 'notify' | 'checkName'>,
  context: RunContext,
): Notifier | null {
  hideSecrets(notify)
  if (notify.slackWebhook === '' && notify.webhook === '') return null
  if (!isTrustedRun(context)) {
    core.info(
      'No notifications are sent: this event runs a workflow that its author may have changed.',
    )
    return null
  }
  const { receivers, problems } = findReceivers(notify)
  if (checkName === '') {
    return { receivers: [], problems: [NO_MEMORY], checkName, now: context.now }
  }
  return { receivers, problems, checkName, now: context.now }
}

const NO_MEMORY =
  'No notifications are sent: without a "check-name" nothing remembers what people were told already.'

/** Each part of an address would do to post there. */
function hideSecrets({ slackWebhook, webhook, webhookSecret }: NotifyInputs): void {
  for (const address of [slackWebhook, webhook].filter((text) => text !== '')) {
    core.setSecret(address)
    const { pathname, search } = URL.canParse(address)
      ? new URL(address)
      : { pathname: '', search: '' }
    for (const part of [pathname, search]) if (part.length > 8) core.setSecret(part)
  }
  if (webhookSecret !== '') core.setSecret(webhookSecret)
}

/** Events for which GitHub takes the workflow from the default branch, whatever the change brings. */
const TRUSTED_EVENTS = [
  'pull_request_target',
  'workflow_run',
  'issues',
  'issue_comment',
  'schedule',
] as const

const DispatchEvent = v.object({ repository: v.object({ default_branch: v.string() }) })

/**
 * Whether this run's workflow is the default branch's own. A dispatch may be on any branch, and then it runs
 * what stands there. An allow-list: an event that nobody has thought of sends nothing.
 */
export function isTrustedRun({ eventName, payload, ref }: Omit<RunContext, 'now'>): boolean {
  if (eventName === 'workflow_dispatch') {
    return v.is(DispatchEvent, payload) && ref === `refs/heads/${payload.repository.default_branch}`
  }
  return TRUSTED_EVENTS.some((name) => name === eventName)
}

function findReceivers({ slackWebhook, webhook, webhookSecret }: NotifyInputs): {
  receivers: Receiver[]
  problems: string[]
} {
  const slack = acceptReceiver(slackWebhook)
  const plain = acceptReceiver(webhook)
  const problems = [
    ...(slackWebhook !== '' && slack === null ? [describeBadAddress('slack-webhook')] : []),
    ...(webhook !== '' && plain === null ? [describeBadAddress('webhook')] : []),
  ]
  const receivers: Receiver[] = [
    ...(slack === null ? [] : [{ name: 'Slack', send: (it: Notice) => sendToSlack(slack, it) }]),
    ...(plain === null
      ? []
      : [{ name: 'the webhook', send: (it: Notice) => sendToWebhook(plain, webhookSecret, it) }]),
  ]
  return { receivers, problems }
}

function describeBadAddress(input: string): string {
  return `Nothing is sent to the input "${input}": it must be an address that begins with https:// and has no user name or password in it.`
}

function sendToSlack(url: URL, notice: Notice): Promise<string | null> {
  return postNotice(url, JSON.stringify(toSlackMessage(notice)), {})
}

function sendToWebhook(url: URL, secret: string, notice: Notice): Promise<string | null> {
  const payload = toPayload(notice)
  const body = JSON.stringify(payload)
  const signature = secret === '' ? {} : { 'x-countersign-signature-256': signBody(body, secret) }
  const headers = { 'x-countersign-event': payload.event, 'x-countersign-delivery': payload.id }
  return postNotice(url, body, { ...headers, ...signature })
}

/** What was reported before, by pull request; null where nobody can say. */
export type KnownReports = ReadonlyMap<number, readonly ReportFact[] | null>

/** Reads what was reported on the head so far. Before publishing: afterwards nothing would be new. */
export async function recallReports(
  notifier: Notifier | null,
  reader: GitHubReader,
  { evaluations, headSha, commentable }: Verdict,
): Promise<KnownReports> {
  if (notifier === null || notifier.receivers.length === 0 || !commentable) return new Map()
  const { checkName } = notifier
  const known = new Map<number, readonly ReportFact[] | null>()
  for (const { number } of evaluations) {
    const request = { number, heads: [headSha], checkName, mustFollow: true }
    known.set(number, await readPastReports(reader, request).catch(() => null))
  }
  return known
}

/**
 * The pull requests that people are told of: those of which it is known what was said before, as many as a report can
 * keep. One that no report remembers would be told of with every look, and anybody can ask for a look.
 */
export function pickTold({ evaluations }: Verdict, known: KnownReports): ReadonlySet<number> {
  const conclusions = evaluations.flatMap(({ number, decision }) =>
    known.get(number) == null ? [] : [[number, decision.conclusion] as const],
  )
  return new Set(pickReported(new Map(conclusions)).keys())
}

export interface News {
  readonly verdict: Verdict
  readonly told: ReadonlySet<number>
  readonly published: Published
  readonly known: KnownReports
  readonly links: ReportLinks
}

/**
 * Tells people what is new, once it is published. What could not be told comes back as sentences: it never
 * changes a verdict. Merge groups are silent, since their members have been told of.
 */
export async function tellNews(
  notifier: Notifier | null,
  { verdict, published, known, told, links }: News,
): Promise<string[]> {
  if (notifier === null || !verdict.commentable) return []
  // Without a record of this run the next one would tell the same again.
  if (!published.checked || published.appSlug === null)
    return [...notifier.problems, ...(hasNews(verdict, told) ? [UNRECORDED] : [])]
  const author = `${published.appSlug}[bot]`
  const failures: string[] = []
  for (const { number, decision, notifyOn } of verdict.evaluations) {
    if (!told.has(number)) continue
    const last = findLastTold(known.get(number) ?? [], author)
    for (const event of findNews(decision, last, notifyOn)) {
      failures.push(
        ...(await tellAll(notifier, {
          event,
          decision,
          links,
          at: notifier.now,
          after: last?.at ?? null,
        })),
      )
    }
  }
  return [...notifier.problems, ...describeUntold(verdict, known, told), ...failures]
}

/** Whether anything would be told if nothing had been told before. */
function hasNews({ evaluations }: Verdict, told: ReadonlySet<number>): boolean {
  return evaluations.some(
    ({ number, decision, notifyOn }) =>
      told.has(number) && findNews(decision, null, notifyOn).length > 0,
  )
}

const UNRECORDED =
  'Nobody was notified: no check run of this run remembers what was told, so the next run would tell the same again.'

/** That somebody was left out because several pull requests have one head, as one sentence. */
function describeUntold(
  { evaluations, headSha }: Verdict,
  known: KnownReports,
  told: ReadonlySet<number>,
): string[] {
  const left = evaluations.filter(
    ({ number, decision, notifyOn }) =>
      known.get(number) != null &&
      !told.has(number) &&
      findNews(decision, null, notifyOn).length > 0,
  )
  if (left.length === 0) return []
  const names = left.slice(0, UNTOLD_NAMED).map(({ number }) => `#${number}`)
  const more = left.length > names.length ? ` and ${left.length - names.length} more` : ''
  return [
    `Nobody was notified of ${names.join(', ')}${more}: of the pull requests with the head ${headSha.slice(0, 12)} a report remembers ${told.size}. Close those that are not needed.`,
  ]
}

const UNTOLD_NAMED = 5

async function tellAll({ receivers }: Notifier, notice: Notice): Promise<string[]> {
  const told = receivers.map(async ({ name, send }) => {
    const why = await send(notice)
    return why === null ? [] : [`Countersign could not notify ${name}: ${why}.`]
  })
  return (await Promise.all(told)).flat()
}
