import { NOT_RELAXED, RELAX_BY_PATH, type RulePage } from './page.ts'

/** Whether the change could be read, and whether there is a policy to judge it by. */
export const EVIDENCE_PAGES: readonly RulePage[] = [
  {
    rule: 'evidence/incomplete',
    when: 'Anything a verdict needs is missing, truncated or unreadable, or nothing changed at all.',
    protects:
      'A verdict on half of a change is worth nothing: whatever was not read may be what should have been stopped.',
    causes: [
      'GitHub lists fewer files than change, or cuts a tree, a page or an answer short.',
      'GitHub refuses, is over its rate limit, or answers with errors after a few tries.',
      'A blob, a commit or the policy is not in the local clone.',
      'The members of a merge group cannot be found, or do not explain what the group does.',
      'Nothing changes between base and head.',
    ],
    steps: [
      'Author: run the gate again with a `/countersign` comment. If the change is larger than GitHub lists, split it.',
      'Maintainer: look at the cause that the finding names. `403` means a missing permission of the job, such as `contents: read` or `actions: read`.',
      'Author: in a local check, run `git fetch`, or clone without `--depth` and `--filter`.',
    ],
    relax: NOT_RELAXED,
    related: ['evidence/disagreement', 'evidence/head-moved'],
    example: {
      level: 'deny',
      evidence: {
        missing: 'the list of changed files',
        cause: '3200 files change and GitHub lists 3000; split the change',
      },
    },
  },
  {
    rule: 'evidence/head-moved',
    when: 'Head, base, labels or description changed between reading and publishing, three times in a row.',
    protects:
      'A verdict is for one state of the pull request. A push between reading and publishing would get the verdict of the state before.',
    steps: [
      'Author: wait until the last push is through; the gate runs again for every push by itself.',
      'Maintainer: if a bot keeps editing the pull request, let it do so once.',
    ],
    relax: NOT_RELAXED,
    related: ['evidence/incomplete', 'approval/stale'],
    example: { level: 'deny' },
  },
  {
    rule: 'evidence/ambiguous-base',
    when: 'There is more than one merge base, or merging would change more than the diff shows.',
    protects:
      'With several merge bases the diff that people read can leave out a change that merging makes, such as a silent revert.',
    causes: [
      'The branch and its base have more than one merge base (a criss-cross merge).',
      'The merge, tried out, changes paths that the diff does not list.',
    ],
    steps: ['Author: rebase the branch onto the base branch, or merge the base branch into it.'],
    relax: NOT_RELAXED,
    related: ['evidence/disagreement', 'evidence/incomplete'],
    example: { level: 'deny', evidence: { merge_bases: ['1f0c…', '9be2…'] } },
  },
  {
    rule: 'evidence/unsafe-name',
    levels: 'deny, or what a `paths` rule says',
    when: 'A file name has control, format or undecodable characters, or a segment that git refuses.',
    protects:
      'A name that is shown otherwise than it is lets one file pass for another, in the review and in every rule about paths.',
    steps: ['Author: rename the file with visible characters in valid UTF-8.'],
    relax: RELAX_BY_PATH,
    related: ['pattern/invisible', 'path/<id>'],
    example: { level: 'deny', path: 'a', evidence: { name: '`src/a\\u{202E}ts.exe`' } },
  },
  {
    rule: 'evidence/disagreement',
    when: "GitHub's list of files and the git trees do not say the same.",
    protects:
      'The gate reads the change in two ways. Where they differ, one of them is wrong, and a file could be judged as another one.',
    steps: [
      'Author: push again, or run the gate again with a `/countersign` comment.',
      'Maintainer: if the views still disagree, look at the file that is named in both of them.',
    ],
    relax: NOT_RELAXED,
    related: ['evidence/incomplete', 'evidence/ambiguous-base'],
    example: { level: 'deny', evidence: { cause: 'changed in the trees, but not listed' } },
  },
  {
    rule: 'evidence/tampered',
    levels: 'deny, or what a `paths` rule says',
    when: 'A chain, a seal or the plan in force that is on the base branch is changed or deleted.',
    protects:
      'What an earlier change was merged with is its record. Whoever could rewrite it could rewrite what was approved.',
    steps: [
      'Author: restore the file from the base branch.',
      'Plan owner: to change a plan, merge the new one first, in a pull request of its own.',
    ],
    relax: `${RELAX_BY_PATH} Old evidence is tidied up that way, with an approval.`,
    related: ['audit/foreign', 'plan/stale-approval'],
    example: { level: 'deny' },
  },
  {
    rule: 'policy/missing',
    levels: 'deny; approve where the change adds a policy and nothing else',
    when: 'The base branch has no policy, or the change removes it.',
    protects: 'Without a policy nothing says what is allowed, and not-allowed is the default.',
    causes: [
      'There is no file at the path that the gate was given, on the base branch.',
      'The change deletes or renames the policy.',
    ],
    steps: [
      'Maintainer: merge a policy first. `extends: observe` is a start that blocks nothing; `countersign init` writes one.',
      'Owner of the policy file: approve the pull request that adds it; it needs nothing else.',
      'Author: if the change removed the policy, restore it.',
    ],
    relax: 'Nothing relaxes it. `mode: observe` in a policy is the way not to be stopped.',
    related: ['policy/invalid', 'policy/changed'],
    example: { level: 'deny', path: '.github/countersign.yml', evidence: {} },
  },
  {
    rule: 'policy/changed',
    when: 'The change touches a file that the policy extends.',
    protects:
      'Such a file may have any name, so no rule about paths can be counted on to guard it, and it is part of the policy.',
    steps: [
      'Owner of the policy file: read what the new rules let through that the old ones did not, and approve.',
      'Author: run `countersign policy lint` and `countersign policy test` on the new policy first.',
    ],
    relax: 'Nothing relaxes it: who changes the rules needs the owners of the rules.',
    related: ['policy/invalid', 'path/<id>'],
    example: { level: 'approve', path: 'policies/organisation.yml' },
  },
  {
    rule: 'policy/invalid',
    levels: 'deny; approve for a repair',
    when: 'The policy on the base branch is not valid, or the change would make it so. A change of that file alone that mends it needs only its owners.',
    protects:
      'A rule with a mistake in it is one that does not hold. The gate stops rather than guess what was meant.',
    causes: [
      'The policy on the base branch, or one that it extends, has a mistake; the finding names file, line and column.',
      'The change would leave an invalid policy behind.',
      'A `paths`, `patterns` or `commands` rule does not match its own `example`, or can never match.',
    ],
    steps: [
      'Author: run `countersign policy lint` on the file and mend what it lists.',
      "Maintainer: mend a broken base in a pull request that changes nothing else; that one needs only its owners' approval.",
    ],
    relax: 'Nothing relaxes it.',
    related: ['policy/missing', 'policy/changed'],
    example: {
      level: 'deny',
      evidence: { problems: ['line 3, column 7: must be one of: observe, warn, enforce'] },
    },
  },
]
