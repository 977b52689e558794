import type { Decision } from '../../engine/decision.ts'
import { TAKEN_OFF } from '../../engine/taken-off.ts'
import { count } from '../verdict.ts'
import { html, type Markup, type Part } from './markup.ts'
import { badge, code, listCodes, type Mark, table } from './parts.ts'

const ROWS_SHOWN = 200

type Signing = NonNullable<Decision['signing']>
type Group = Signing['groups'][number]

const STATES: Readonly<Record<Group['state'], readonly [Mark, string]>> = {
  signed: ['good', 'signed'],
  waiting: ['caution', 'waiting'],
  'nobody-can': ['bad', 'nobody can sign'],
  unknown: ['quiet', 'asked for on the pull request'],
}

/** Who has to sign, and every signature that was found; null where nothing asks for one and none is. */
export function renderSignatures({ signing, approvals }: Decision): Markup | null {
  const asked = signing === null || signing.groups.length === 0 ? null : renderAsked(signing)
  const found = approvals.length === 0 ? null : renderFound(approvals)
  return asked === null && found === null ? null : html`${asked}${found}`
}

function renderAsked({ people, groups }: Signing): Markup {
  const shown = groups.slice(0, ROWS_SHOWN)
  const rows = table({
    caption: `${count(groups.length, 'group')}, of each of which one person signs`,
    columns: [{ name: 'Who' }, { name: 'For' }, { name: 'State' }, { name: 'How' }],
    rows: shown.map((group) => [
      group.owners.length === 0 ? 'nobody owns it' : listCodes(group.owners),
      html`${group.path_count === 0 ? '' : `${count(group.path_count, 'file')}: `}${listCodes(group.asked_by)}`,
      badge(...STATES[group.state]),
      describeWay(group),
    ]),
    more: groups.length - shown.length,
  })
  return html`${rows}${describePeople(people)}`
}

function describePeople(people: Signing['people']): Markup | null {
  if (people === null || people.needed < 2) return null
  const so =
    people.signed === null ? '' : `; ${people.signed} ${people.signed === 1 ? 'has' : 'have'}`
  return html`<p>${people.needed} people have to sign in all${so}.</p>`
}

function describeWay({
  state,
  signed_by: signers,
  labels,
  worn,
  outdated = [],
  reviews,
}: Group): Part {
  if (state === 'signed') return listCodes(signers.map(({ actor }) => actor))
  if (state === 'nobody-can') return 'see the findings'
  const free = labels.filter((label) => !worn.includes(label))
  const stuck = worn.filter((label) => !outdated.includes(label))
  const ways: Part[] = [
    ...(free.length === 0 ? [] : [html`the label ${listCodes(free)}`]),
    ...(outdated.length === 0
      ? []
      : [html`the label ${listCodes(outdated)}, applied again (${TAKEN_OFF})`]),
    ...(stuck.length === 0
      ? []
      : [html`the label ${listCodes(stuck)}, taken off and applied again`]),
    ...(reviews ? ['an approving review'] : []),
  ]
  return ways.map((way, at) => html`${at === 0 ? '' : ', or '}${way}`)
}

function renderFound(approvals: Decision['approvals']): Markup {
  const shown = approvals.slice(0, ROWS_SHOWN)
  return table({
    caption: count(approvals.length, 'signature'),
    columns: [
      { name: 'Who' },
      { name: 'Signed for' },
      { name: 'Result' },
      { name: 'Why' },
      { name: 'When' },
    ],
    rows: shown.map((approval) => [
      code(approval.actor),
      listCodes(approval.for),
      approval.counted ? badge('good', 'counted') : badge('quiet', 'not counted'),
      approval.why,
      approval.at ?? 'unknown',
    ]),
    more: approvals.length - shown.length,
  })
}
