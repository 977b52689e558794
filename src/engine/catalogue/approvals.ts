import { type RulePage, softenBy } from './page.ts'

const RELAX = softenBy('approvals')
const DOUBTFUL = 'deny; info where nothing is missing'

/** Whether the right people have signed for exactly this change. */
export const APPROVAL_PAGES: readonly RulePage[] = [
  {
    rule: 'approval/missing',
    when: 'A group of owners of changed files, or the approvers of a tier, have not signed.',
    protects: 'Whoever answers for a file has seen what becomes of it.',
    steps: [
      'Code owner: look at the change; apply the label that the finding names, or approve by a review.',
    ],
    relax: `\`approvals.codeowners: false\` asks for no owner of each file; \`approvals.tiers\` says who else has to sign. ${RELAX}`,
    related: ['approval/insufficient', 'approval/stale', 'approval/no-owner'],
    example: {
      level: 'deny',
      evidence: {
        owners: ['@alice', '@acme/payments'],
        paths: ['payments/a.ts'],
        path_count: 1,
        labels: ['countersigned'],
        reviews: true,
      },
    },
  },
  {
    rule: 'approval/insufficient',
    when: 'Fewer distinct people have signed than `minimum` asks for; it says so when there are not as many who could.',
    protects: 'Two pairs of eyes are two people.',
    steps: [
      'Code owner: one more owner of a changed file has to sign, by an approving review or a label of their own.',
      'Maintainer: where there are too few who could, name more owners in CODEOWNERS.',
    ],
    relax: `Lower \`approvals.minimum\`, or the \`minimum\` of the tier. ${RELAX}`,
    related: ['approval/missing', 'approval/not-independent'],
    example: { level: 'deny', evidence: { signed: 1, minimum: 2, tier: 'high' } },
  },
  {
    rule: 'approval/not-owner',
    levels: 'deny; info where nothing is missing, and for reviews by strangers',
    when: 'Somebody signed who owns nothing that changed.',
    protects: 'A signature by whoever happens to be able to set a label is none.',
    steps: ['Code owner: an owner of the changed files has to sign.'],
    relax: `CODEOWNERS on the base branch says who owns what; \`approvers\` of a tier or of a \`paths\` rule may sign, too. ${RELAX}`,
    related: ['approval/missing', 'approval/no-owner', 'approval/unresolved-team'],
    example: {
      level: 'deny',
      evidence: {
        actor: 'trudy',
        via: 'label',
        name: 'countersigned',
        why: 'owns nothing that changed',
      },
    },
  },
  {
    rule: 'approval/not-independent',
    levels: DOUBTFUL,
    when: 'Who signed, or everybody who could (as owners or for a tier), had a part in the change.',
    protects: 'Nobody countersigns their own work, nor that of the agent they sent.',
    causes: [
      'Whoever signed opened the pull request, pushed to it, or is named by a commit as author, committer or co-author.',
      'Everybody who could sign had such a part, so nobody can.',
    ],
    steps: [
      'Code owner: somebody who had no part in the change has to sign.',
      'Maintainer: where nobody else can, name another owner or approver on the base branch.',
    ],
    relax: `\`approvals.independence\` lists what is asked for: \`not-author\`, \`not-pusher\`, \`not-committer\`, \`not-bot\`. ${RELAX}`,
    related: ['approval/bot', 'approval/missing'],
    example: {
      level: 'deny',
      evidence: { owners: ['@alice'], paths: ['src/a.ts'], path_count: 1, nobody: true },
    },
  },
  {
    rule: 'approval/bot',
    levels: DOUBTFUL,
    when: 'A bot, an agent, an App on behalf of somebody or a deleted account signed.',
    protects:
      'A countersignature is a person’s. An agent that can label its own work would approve it.',
    steps: ['Code owner: a person has to sign, with their own account.'],
    relax: 'Nothing relaxes it: bots and Apps never sign.',
    related: ['approval/not-independent', 'approval/not-owner'],
    example: {
      level: 'deny',
      evidence: {
        actor: 'acme-coder[bot]',
        via: 'label',
        name: 'countersigned',
        why: 'is not a person, or an account that no longer exists',
      },
    },
  },
  {
    rule: 'approval/stale',
    levels: DOUBTFUL,
    when: 'A signature was for something else: an earlier head, another base, plan or diff, a state nobody can name, or before the gate had reported.',
    protects: 'A signature is for what the person had before them. A push afterwards has none.',
    causes: [
      'The branch moved after it, and the change is not the same any more.',
      'Base, plan or diff is another one than the gate had reported on.',
      'Nobody can say where the branch stood then, or both happened in one second.',
      'It was given before the gate had reported, and `after_report` is true.',
      'The review was dismissed, or asked for changes since.',
    ],
    steps: [
      'Code owner: look at the change as it is now; apply the label again, or approve again. The gate takes a label for an earlier state off where it may; take it off yourself where it is still there.',
    ],
    relax: `\`approvals.carry_over: identical-patch\` keeps a signature over a clean rebase; \`after_report: false\` asks for no earlier report. ${RELAX}`,
    related: ['approval/missing', 'plan/stale-approval'],
    example: {
      level: 'deny',
      evidence: {
        actor: 'alice',
        via: 'label',
        name: 'countersigned',
        problem: 'stale',
        why: 'signed for an earlier state of the change',
      },
    },
  },
  {
    rule: 'approval/unresolved-team',
    when: 'Somebody signed, and nobody can say whether they are in the team.',
    protects: '"Cannot be seen" is not "is a member".',
    steps: [
      'Maintainer: give the gate a `team-token` that can read the team, or list its people under `teams` in the policy.',
    ],
    relax: `\`teams\` in the policy says who is in it where GitHub does not. ${RELAX}`,
    related: ['approval/not-owner', 'approval/missing'],
    example: { level: 'deny', evidence: { unresolved: ['@acme/payments'] } },
  },
  {
    rule: 'approval/no-owner',
    when: 'Nobody owns a changed path and nobody else has to sign for it, or its owners are given by e-mail only.',
    protects: 'A file that is nobody’s would be the one through which everything goes.',
    causes: [
      'There is no CODEOWNERS file on the base branch, or one above 3 MB, which GitHub does not load.',
      'No line of it names an owner for the path.',
      'It names the owners by e-mail address only, or accounts that do not exist.',
    ],
    steps: [
      'Maintainer: name its owners in CODEOWNERS on the base branch, as `@login` or `@organisation/team`.',
      'Maintainer: or let a tier or a `paths` rule name somebody who signs for it.',
    ],
    relax: `\`approvals.codeowners: false\` asks for no owner. ${RELAX}`,
    related: ['approval/codeowners-error', 'approval/missing'],
    example: { level: 'deny', path: 'free/a.ts' },
  },
  {
    rule: 'approval/codeowners-error',
    when: 'A signature is missing, and CODEOWNERS has lines that GitHub skips.',
    protects: 'Whoever is missed among the owners may stand in a line that does not count.',
    steps: ['Maintainer: open CODEOWNERS on GitHub, which marks what is wrong with its lines.'],
    relax: 'It never blocks.',
    related: ['approval/no-owner', 'approval/missing'],
    example: { level: 'info', evidence: { lines: ['12'], line_count: 1 } },
  },
  {
    rule: 'approval/unknown',
    levels: 'deny; info in a local check',
    when: 'A label is there without an event; or a local check without facts.',
    protects: 'A label that nobody is known to have applied may be anybody’s.',
    causes: [
      'The label is on the pull request, and no event says who applied it.',
      'A local check was not given `--approvals`, so it knows of no signature.',
    ],
    steps: [
      'Code owner: take the label off and apply it again.',
      'Nobody: in a local check there is nothing to do; the pull request will ask for the approvals.',
    ],
    relax: RELAX,
    related: ['approval/stale', 'approval/missing'],
    example: { level: 'deny', evidence: { name: 'countersigned' } },
  },
  {
    rule: 'override/used',
    when: 'Somebody whom the policy names has set the block aside.',
    protects: 'An emergency must not be stopped by the gate, and must not go unseen either.',
    steps: ['Maintainer: go through the findings afterwards; all of them still stand.'],
    relax: 'It never blocks. `override` in the policy says who may do it, and with which label.',
    related: ['override/invalid'],
    example: { level: 'warn', evidence: { actor: 'oscar', reason: 'Payments are down.' } },
  },
  {
    rule: 'override/invalid',
    when: 'The override label is there and does not hold.',
    protects: 'Whoever may not override, or gives no reason, has not overridden.',
    causes: [
      'Whoever applied it is not among `override.approvers`, or is no person.',
      'It is for an earlier head, or for other work than was reported on.',
      'No reason was given in a comment after the last push, or the comment was edited.',
    ],
    steps: [
      'Maintainer: see the policy for who may override, and how; then take the label off and apply it again.',
    ],
    relax: '`override` in the policy says who may, and whether a reason is needed.',
    related: ['override/used', 'approval/stale'],
    example: {
      level: 'warn',
      evidence: {
        actor: 'oscar',
        cause: 'oscar has given no reason in an unedited comment after the last push',
      },
    },
  },
]
