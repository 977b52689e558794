import { PLAN, type RulePage, softenBy } from './page.ts'

const PLAN_RELAX = `\`plan.required: false\` asks for no plan. ${softenBy('plan')}`

/** Whether an approved plan stands behind the change, and whether the change stays inside it. */
export const PLAN_PAGES: readonly RulePage[] = [
  {
    rule: 'plan/missing',
    when: 'The policy requires a plan and none was found, or the one named is not usable.',
    protects:
      'A plan is what a person agreed to before the work. Without one nobody has said what the agent was to do.',
    causes: [
      'No plan on the base branch fits, and the description names none.',
      'The description names a plan that is not there, or from a source that the policy does not list.',
    ],
    steps: [
      'Author: run `countersign plan new`, and have the plan merged on the base branch or approved by label.',
      'Author: name it in the description, as `Plan: .countersign/plans/ID.yml` or `Plan: #ISSUE`.',
    ],
    relax: PLAN_RELAX,
    related: ['plan/unapproved', 'plan/branch-mismatch', 'plan/expired'],
    example: { level: 'deny', evidence: {} },
  },
  {
    rule: 'plan/invalid',
    when: 'A candidate plan has mistakes and no other plan fits.',
    protects: 'A plan that cannot be read bounds nothing.',
    steps: ['Author: run `countersign plan lint` on the file and mend what it lists.'],
    relax: PLAN_RELAX,
    related: ['plan/missing', 'policy/invalid'],
    example: {
      level: 'deny',
      evidence: { problems: ['line 7, column 10: is not a date of the calendar'] },
    },
  },
  {
    rule: 'plan/unapproved',
    when: 'The plan is from an issue or from the pull request itself, and nobody entitled has approved it by label.',
    protects:
      'An agent can write a plan that allows everything. It counts once a person who may say so has approved exactly this text.',
    causes: [
      'Nobody has applied the approval label.',
      'Whoever applied it is a bot, had a part in the change, or is no approver.',
      'Who applied it cannot be seen.',
    ],
    steps: [
      'Plan approver: read the plan and apply the approval label to the pull request, or to the issue that holds it.',
      'Author: to try it out locally, `countersign check --plan FILE`.',
    ],
    relax: `\`plan.approvers\` and \`plan.approval_label\` say who approves and how; \`plan.sources: [base]\` takes plans from the base branch only. ${softenBy('plan')}`,
    related: ['plan/stale-approval', 'plan/missing'],
    example: {
      level: 'deny',
      evidence: { ...PLAN, label: 'plan-approved', cause: 'nobody has applied the label' },
    },
  },
  {
    rule: 'plan/stale-approval',
    when: 'The approved plan or its issue was edited since, or the base was changed.',
    protects:
      'An approval is for a text. Whoever edits the text afterwards has no approval for it.',
    causes: [
      'The plan in the pull request was changed after the label was applied.',
      'The issue was edited after it was labelled, or nobody can say whether it was.',
      'The pull request was given another base since.',
    ],
    steps: [
      'Plan approver: read the plan again, take the label off and apply it anew.',
      'Author: restore the plan that was approved.',
    ],
    relax: softenBy('plan'),
    related: ['plan/unapproved', 'approval/stale'],
    example: {
      level: 'deny',
      evidence: {
        ...PLAN,
        label: 'plan-approved',
        cause: 'the plan was changed after it was approved',
      },
    },
  },
  {
    rule: 'plan/expired',
    when: 'The last day of the plan has passed: of the one that is named, or of all that would fit.',
    protects: 'An old plan must not be a standing permission for work that nobody remembers.',
    steps: [
      'Plan owner: merge the plan with a new `expires`, or a new plan.',
      'Author: for other work, run `countersign plan new` and have that plan approved.',
    ],
    relax: PLAN_RELAX,
    related: ['plan/missing', 'plan/branch-mismatch'],
    example: { level: 'deny', evidence: { ...PLAN, expires: '2026-11-19' } },
  },
  {
    rule: 'plan/branch-mismatch',
    when: 'The plan that is named, or every plan there is, is for another branch or another base.',
    protects: 'A plan that was approved for one piece of work must not be used for another.',
    steps: [
      'Author: run `countersign plan new` for this work and have that plan approved.',
      'Author: where the plan is for this very work, use the branch that it names.',
      'Plan owner: or write a plan whose `branch` and `base` name this one.',
    ],
    relax: 'A plan without `branch` fits every branch, and one without `base` every base.',
    related: ['plan/missing', 'plan/ambiguous'],
    example: {
      level: 'deny',
      evidence: {
        ...PLAN,
        branch: 'claude/pay-142*',
        base: 'main',
        actual_branches: ['claude/other'],
        actual_base: 'main',
      },
    },
  },
  {
    rule: 'plan/ambiguous',
    when: 'Several plans fit, or the description names several.',
    protects: 'Of two plans an agent would be judged by the wider one, which nobody meant for it.',
    steps: [
      'Author: name one of them in the description, as `Plan: PATH`; locally, with `--plan PATH`.',
      'Plan owner: give each plan a `branch` of its own.',
    ],
    relax: PLAN_RELAX,
    related: ['plan/branch-mismatch', 'plan/missing'],
    example: {
      level: 'deny',
      evidence: { candidates: ['.countersign/plans/A.yml', '.countersign/plans/B.yml'] },
    },
  },
  {
    rule: 'scope/outside-plan',
    when: 'A changed path, or either name of a renamed one, is in neither `must` nor `may`.',
    protects:
      'What was approved is the plan. A file that it does not name is one that nobody agreed to have changed.',
    steps: [
      'Author: take the file out of this change.',
      'Plan owner: or name it under `scope.may` in the plan, and have the plan approved again.',
    ],
    relax: `Without a plan there is no scope: \`plan.required: false\`. ${softenBy('scope')}`,
    related: ['scope/must-untouched', 'path/<id>', 'plan/missing'],
    example: { level: 'deny', evidence: PLAN },
  },
  {
    rule: 'scope/must-untouched',
    when: 'Nothing that matches an entry of `must` changed.',
    protects: 'A change that leaves out what it was for, such as its test, is not the planned one.',
    steps: [
      'Author: make the planned change.',
      'Plan owner: or take the entry out of `scope.must`, and have the plan approved again.',
    ],
    relax: softenBy('scope'),
    related: ['scope/outside-plan', 'acceptance/missing-test'],
    example: { level: 'deny', evidence: { ...PLAN, entry: 'src/webhooks/retry.ts' } },
  },
]
