import type { CheckId } from './decision.ts'
import type { Evidence } from './evidence.ts'
import type { Policy } from './policy/policy.ts'

/**
 * The checks that are switched off for this change, each with the reason. An exemption holds only
 * when the author and everyone who pushed the head branch are listed in it; when the pushers are not
 * known, nobody is exempt.
 */
export function exemptChecks(policy: Policy, { author, facts }: Evidence): Map<CheckId, string> {
  const pushers = (facts ?? []).flatMap((fact) => (fact.kind === 'push' ? [fact.actor] : []))
  const opener = author?.login ?? facts?.find((fact) => fact.kind === 'opened')?.actor
  if (opener === undefined || pushers.length === 0) return new Map()
  const people = [opener, ...pushers].map((login) => login.toLowerCase())
  const holding = policy.exempt.filter(({ actors }) => {
    const listed = new Set(actors.map((login) => login.toLowerCase()))
    return people.every((login) => listed.has(login))
  })
  return new Map(
    holding.flatMap(({ checks }) =>
      checks.map((check) => [check, `exempt: opened and pushed by ${opener}`] as const),
    ),
  )
}
