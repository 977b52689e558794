/** Where a repository keeps what the gate reads, and what a label of its own begins with. */

export const POLICY_PATH = '.github/countersign.yml'

export const PLANS_FOLDER = '.countersign/plans'

export const AUDIT_FOLDER = '.countersign/audit'

/** Where GitHub looks for code owners, first found wins (GitHub documentation: About code owners). */
export const CODEOWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const

/** What the label begins with by which an owner accepts a criterion: `accepted/<id>` (docs/plan.md). */
export const ACCEPTED = 'accepted/'
