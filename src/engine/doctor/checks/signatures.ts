import type { Policy } from '../../policy/policy.ts'
import { type Advice, advise, type DoctorCheck, good } from '../advice.ts'

/** What an agent with write access could do about signatures. */
export const signatures: DoctorCheck = {
  id: 'signatures',
  title: 'Can an agent sign, or take a signature back?',
  run({ rules }) {
    if (rules?.approvals == null) return []
    const { independence, reviews: areReviews } = rules.approvals
    const required = ['not-author', 'not-pusher', 'not-committer', 'not-bot'] as const
    const missing = required.filter((rule) => !independence.includes(rule))
    return [
      ...(missing.length === 0
        ? [good('It cannot sign: bots, authors, pushers and committers never count.')]
        : missing.map((rule) => adviseIndependence(rule))),
      good(
        `It can ${areReviews ? 'dismiss a review or ' : ''}take a label off, as everybody with write access can. That blocks, and never passes anything.`,
      ),
      ...judgePeopleTokens(rules),
    ]
  },
}

function adviseIndependence(rule: string): Advice {
  return advise(
    `The policy leaves out "${rule}", so such a person's signature counts.`,
    `Add "${rule}" to "approvals.independence".`,
  )
}

/** An App that acts for a person reviews as that person, and a review does not say so. */
function judgePeopleTokens({ approvals }: Policy): readonly Advice[] {
  return approvals?.reviews === true
    ? [
        advise(
          "An agent that holds an owner's own token could review as that owner.",
          'Give owners\' tokens to no agent; or set "reviews: false" with a label such as "countersigned/{owner}".',
        ),
      ]
    : []
}
