import type { TeamReading } from '../evidence.ts'

/** Whether a person stands for an owner; `unknown` when nobody could say who the owner is. */
export type Roster = (login: string, owner: string) => boolean | 'unknown'

/**
 * Makes the answer to "is this person that owner": users by login, teams by what GitHub said of the
 * people who signed, else by the policy's own `teams` map. An owner given by e-mail is unknown: no
 * server fact ties an address to an account.
 */
export function makeRoster(
  teams: ReadonlyMap<string, TeamReading>,
  written: Readonly<Record<string, readonly string[]>>,
): Roster {
  const byName = new Map(
    Object.entries(written).map(([team, people]) => [team.toLowerCase(), people]),
  )
  return (login, owner) => {
    const wanted = owner.toLowerCase()
    if (!wanted.startsWith('@')) return 'unknown'
    if (!wanted.includes('/')) return wanted === `@${login.toLowerCase()}`
    const read = teams.get(wanted)
    const members = read === undefined || read === 'unreadable' ? byName.get(wanted) : read.members
    return members === undefined ? 'unknown' : isAmong(login, members)
  }
}

export function isAmong(login: string, people: readonly string[]): boolean {
  const wanted = login.toLowerCase()
  return wanted !== '' && people.some((person) => person.toLowerCase() === wanted)
}
