import type { Decision } from '../../engine/decision.ts'
import { TAKEN_OFF } from '../../engine/taken-off.ts'
import { takeRows } from '../fit.ts'
import { count } from '../verdict.ts'
import { cell, listSome, prose } from './parts.ts'

type Signing = NonNullable<Decision['signing']>
type Group = Signing['groups'][number]

/** Rows, and names in one of them; a large change can have an owner for every folder. */
const GROUPS_SHOWN = 10
const NAMES_SHOWN = 3
const NAME_BYTES = 200
const WHY_BYTES = 200
const ROWS_BYTES = 9_000

/** Who is still to sign comes first. */
const STATES: readonly Group['state'][] = ['nobody-can', 'waiting', 'unknown', 'signed']

/** Who has to sign, what for, and who has, as a table; empty where nothing asks for a signature. */
export function renderSigning({ signing }: Decision): string {
  if (signing === null) return ''
  const { people, groups } = signing
  const ordered = STATES.flatMap((state) => groups.filter((group) => group.state === state))
  const rows = ordered.slice(0, GROUPS_SHOWN).map((group) => renderGroup(group))
  const kept = takeRows(rows, ROWS_BYTES)
  const more = groups.length - kept.length
  const rest = more > 0 ? `\nand ${more} more; the decision record lists every one.\n` : ''
  const head = kept.length === 0 ? '' : '| Who | Signature |\n| --- | --- |\n'
  const body = kept.map((row) => `${row}\n`).join('')
  return `### Signatures\n\n${head}${body}${rest}${renderPeople(people)}\n`
}

function renderPeople(people: Signing['people']): string {
  if (people === null || people.needed < 2) return ''
  const { needed, signed } = people
  const so = signed === null ? '' : `; ${signed} ${signed === 1 ? 'has' : 'have'}`
  return `\n${needed} people have to sign in all${so}.\n`
}

function renderGroup(group: Group): string {
  return `| ${renderWho(group)} | ${renderState(group)} |`
}

function renderWho({ owners, asked_by: askedBy, path_count: paths }: Group): string {
  const who = owners.length === 0 ? 'Nobody owns it' : listSome(owners, name, NAMES_SHOWN, ' or ')
  const reasons = listSome(askedBy, nameReason, NAMES_SHOWN)
  const what = paths === 0 ? reasons : `${count(paths, 'file')}: ${reasons}`
  return `${who}<br>${what}`
}

function nameReason(reason: string): string {
  if (reason === 'codeowners') return 'code ownership'
  const [family, tier = ''] = reason.split('/', 2)
  return family === 'tier' ? `tier ${name(tier)}` : name(reason)
}

function renderState(group: Group): string {
  switch (group.state) {
    case 'signed':
      return listSome(group.signed_by, renderSigner, NAMES_SHOWN, '<br>')
    case 'nobody-can':
      return '⛔ **nobody can sign** as things are; the findings say what to change'
    case 'unknown':
      return '⏳ asked for on the pull request'
    case 'waiting':
      return `⏳ **waiting**: ${listWays(group)}`
  }
}

function renderSigner({ actor, why, at }: Group['signed_by'][number]): string {
  return `✅ signed by ${name(actor)}, ${formatTime(at)}: ${prose(why, WHY_BYTES)}`
}

/** `2026-11-20 12:00 UTC`; anything else is shown as it is. */
function formatTime(at: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/.exec(at) ?? []
  return day === undefined ? prose(at, WHY_BYTES) : `${day} ${minute} UTC`
}

function listWays({ labels, worn, outdated = [], reviews }: Group): string {
  const free = labels.filter((label) => !worn.includes(label))
  const stuck = worn.filter((label) => !outdated.includes(label))
  const ways = [
    free.length === 0 ? '' : `apply the label ${listSome(free, name, NAMES_SHOWN, ' or ')}`,
    outdated.length === 0
      ? ''
      : `look again and apply the label ${listSome(outdated, name, NAMES_SHOWN, ' or ')} (${TAKEN_OFF})`,
    stuck.length === 0
      ? ''
      : `take the label ${listSome(stuck, name, NAMES_SHOWN, ' or ')} off and apply it again`,
    reviews ? 'approve by a review' : '',
  ]
  return ways.filter((way) => way !== '').join(', or ')
}

function name(text: string): string {
  return cell(text, NAME_BYTES)
}
