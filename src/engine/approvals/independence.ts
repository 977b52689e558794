import { KNOWN_AGENTS } from '../agent.ts'
import type { Evidence } from '../evidence.ts'
import type { ApprovalsPolicy } from '../policy/policy.ts'
import { isAmong } from './roster.ts'
import { isSameWork } from './standing.ts'

/** Why a person may not sign for this change. */
export type Dependence = 'author' | 'pusher' | 'committer' | 'agent'

/** Who has a part in the change. Commits are forgeable, which can only shut somebody out. */
export interface Participants {
  readonly authors: readonly string[]
  readonly pushers: readonly string[]
  readonly committers: readonly string[]
}

export function findParticipants(evidence: Evidence, proven: ReadonlySet<string>): Participants {
  const facts = evidence.facts ?? []
  const openers = facts.filter((fact) => fact.kind === 'opened').map((fact) => fact.actor)
  return {
    authors: [...openers, ...(evidence.author === null ? [] : [evidence.author.login])],
    pushers: findPushers(evidence, proven),
    committers: findCommitters(evidence, proven),
  }
}

/**
 * Everyone who moved the head ref, except by a move that left the effective patch as it was: a clean
 * rebase or an update from the base changes nothing that would have to be signed for.
 */
function findPushers(evidence: Evidence, proven: ReadonlySet<string>): string[] {
  return findMoves(evidence, proven).flatMap(({ move, isUpdate }) => (isUpdate ? [] : [move.actor]))
}

/** The moves of the head ref, each with whether it left the effective patch as it was. */
function findMoves(evidence: Evidence, proven: ReadonlySet<string>) {
  const moves = (evidence.facts ?? []).filter((fact) => fact.kind === 'push')
  return moves.map((move, at) => {
    const before = moves[at - 1]?.head_sha ?? ''
    return { move, isUpdate: isSameWork(evidence, before, move.head_sha, proven) }
  })
}

const LOGIN = /^[A-Za-z0-9][A-Za-z0-9-]*(?:\[bot\])?$/
const CO_AUTHOR = /^[ \t]*co-authored-by:.*<(?:\d+\+)?([^@<>\s]+)@users\.noreply\.github\.com>/gim

/**
 * Authors, committers and co-authors by login. A merge that only updated the branch is no work of its
 * own; any other one may hold changes that neither of its parents has.
 */
function findCommitters(evidence: Evidence, proven: ReadonlySet<string>): string[] {
  const updates = new Set(
    findMoves(evidence, proven).flatMap(({ move, isUpdate }) => (isUpdate ? [move.head_sha] : [])),
  )
  return evidence.commits.flatMap(({ sha, people, message, isMerge }) => {
    const coAuthors = [...message.matchAll(CO_AUTHOR)].flatMap((match) => match[1] ?? [])
    const isUpdate = isMerge && updates.has(sha)
    return isUpdate ? coAuthors : [...people.filter((person) => LOGIN.test(person)), ...coAuthors]
  })
}

/** What ties a person to the change in a way the policy does not accept; null when they are free to sign. */
export function findDependence(
  login: string,
  participants: Participants,
  independence: ApprovalsPolicy['independence'],
  agents: readonly string[],
): Dependence | null {
  const demands = new Set(independence)
  if (demands.has('not-author') && isAmong(login, participants.authors)) return 'author'
  if (demands.has('not-pusher') && isAmong(login, participants.pushers)) return 'pusher'
  if (demands.has('not-committer') && isAmong(login, participants.committers)) return 'committer'
  const known = [...KNOWN_AGENTS.authors, ...agents]
  return demands.has('not-bot') && isAmong(login, known) ? 'agent' : null
}
