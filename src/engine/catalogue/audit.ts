import { CHAIN, type RulePage, softenBy } from './page.ts'

const RELAX = softenBy('audit')
const AGAIN =
  'Author: attach the chain again from where it was recorded: `countersign audit attach`.'
const LOOK = 'Author: `countersign audit verify FILE` names every defect with its line.'
const TRUTH =
  'A record that can be edited afterwards records nothing. Each line is bound to the one before it.'

/** Whether the audit chains are whole, whose they are, and what they explain. */
export const AUDIT_PAGES: readonly RulePage[] = [
  {
    rule: 'audit/missing',
    when: '`audit.required` is true, and the change brings no chain.',
    protects: 'Without a record nobody can say afterwards what the agent did to get here.',
    steps: [
      'Author: run `countersign audit attach` where the agent worked, and commit the chain with the work.',
      'Maintainer: see that the agent runs with the hooks; `countersign doctor` says so.',
    ],
    relax: `\`audit.required: false\`: a chain that is there is judged all the same. ${RELAX}`,
    related: ['audit/unexplained-change', 'audit/truncated'],
    example: { level: 'deny' },
  },
  {
    rule: 'audit/malformed',
    when: 'A line of a chain is not one canonical record of it, or the file cannot be read.',
    protects: 'Bytes that two readers take for two things have one hash and two meanings.',
    causes: [
      'A line is not canonical JSON: other spaces, another order of keys, a key twice.',
      'A record has a key, or a value, that the format does not know.',
      'The file is too large, not plain, or not UTF-8.',
    ],
    steps: [AGAIN, LOOK],
    relax: RELAX,
    related: ['audit/record-hash', 'audit/truncated'],
    example: {
      level: 'deny',
      path: CHAIN,
      evidence: { line: 12, cause: 'it is not canonical JSON of a record and its hash' },
    },
  },
  {
    rule: 'audit/record-hash',
    when: 'A record does not have the hash that is stored with it.',
    protects: TRUTH,
    steps: [AGAIN, LOOK],
    relax: RELAX,
    related: ['audit/broken-link', 'audit/malformed'],
    example: {
      level: 'deny',
      path: CHAIN,
      evidence: { line: 12, cause: 'its hash is another one' },
    },
  },
  {
    rule: 'audit/broken-link',
    when: 'A record does not link to the one before, or the first one to its genesis.',
    protects: `${TRUTH} A record that is taken out or put in leaves a link that does not fit.`,
    steps: [AGAIN, LOOK],
    relax: RELAX,
    related: ['audit/record-hash', 'audit/sequence'],
    example: {
      level: 'deny',
      path: CHAIN,
      evidence: { line: 12, cause: 'it does not link to the record before' },
    },
  },
  {
    rule: 'audit/sequence',
    when: 'Records are out of order, repeated or without their beginning; a result has no open intent; the clock goes back.',
    protects: 'An order that cannot have happened is a chain that was put together.',
    causes: [
      'A number does not follow the one before.',
      'A record is of another chain, or the chain does not begin with its start.',
      'A result belongs to no intent that is open.',
      'A time is earlier than the one before it.',
    ],
    steps: [AGAIN, LOOK],
    relax: RELAX,
    related: ['audit/broken-link', 'audit/truncated'],
    example: {
      level: 'deny',
      path: CHAIN,
      evidence: { line: 12, cause: 'its number does not follow' },
    },
  },
  {
    rule: 'audit/truncated',
    when: 'A chain is empty, its last line is cut off, or it ends neither with the session nor with a checkpoint of the files.',
    protects: 'What an agent would rather not show is what it did last.',
    steps: [
      'Author: run `countersign audit attach` again, which writes the end, and commit the whole file.',
      LOOK,
    ],
    relax: RELAX,
    related: ['audit/missing', 'audit/sequence'],
    example: {
      level: 'deny',
      path: CHAIN,
      evidence: { line: 12, cause: 'the session has no end' },
    },
  },
  {
    rule: 'audit/foreign',
    when: 'A chain is of another repository, starts at a commit that is not on the base, or is on the base branch already.',
    protects: 'The record of other work, however clean, proves nothing about this one.',
    causes: [
      'It names another repository.',
      'It starts at a commit that is not the merge base or an ancestor of it.',
      'The same chain came with an earlier change.',
    ],
    steps: [
      'Author: attach the chain that was recorded for this repository and branch, and take this one out.',
      'Author: after a rebase onto a rewritten base, let the session be done again.',
    ],
    relax: RELAX,
    related: ['audit/policy-mismatch', 'evidence/tampered'],
    example: { level: 'deny', path: CHAIN, evidence: { cause: 'another repository' } },
  },
  {
    rule: 'audit/policy-mismatch',
    levels: 'deny; approve',
    when: 'A chain was recorded under another policy than stands where it starts; or (approve) some of its actions were judged by yet another one.',
    protects: 'Actions that were allowed by a laxer policy were not allowed by this one.',
    steps: [
      'Author: let the agent work with the policy of the base branch (`git fetch`), and attach the chain of that session.',
      'Code owner: with `approve`, sign if the work may stand as it was judged then.',
    ],
    relax: RELAX,
    related: ['audit/foreign', 'audit/denied-action'],
    example: {
      level: 'deny',
      path: CHAIN,
      evidence: { cause: 'its policy is not the one that stands where it starts' },
    },
  },
  {
    rule: 'audit/unsealed',
    when: '`audit.assurance` is `signed`, and a chain has no seal.',
    protects:
      'Who can write a chain can write another one. A seal by a key that the agent does not hold says that this is the one that was recorded.',
    steps: [
      'Maintainer: have the recorder seal it with `countersign audit seal`, with a key that the agent cannot reach.',
    ],
    relax: `\`audit.assurance: unanchored\` asks for no seal. ${RELAX}`,
    related: ['audit/bad-seal', 'audit/missing'],
    example: { level: 'deny', path: CHAIN },
  },
  {
    rule: 'audit/bad-seal',
    when: 'A seal does not hold: no signer of the policy, a bad signature, or another chain, plan, repository or base.',
    protects: 'A seal that does not hold is an attempt to make one, at every level of assurance.',
    causes: [
      'No signer of `audit.signers` made it, or its signature is wrong.',
      'It is for another chain, or the chain was changed since.',
      'It names another repository, base or plan.',
    ],
    steps: [
      'Maintainer: find out who made this seal.',
      'Maintainer: then seal the chain again with `countersign audit seal`, or take the seal out.',
    ],
    relax: `\`audit.signers\` lists whose seals hold. ${RELAX}`,
    related: ['audit/unsealed', 'audit/record-hash'],
    example: {
      level: 'deny',
      path: CHAIN.replace('.jsonl', '.dsse.json'),
      evidence: { cause: 'the chain was changed after it was sealed' },
    },
  },
  {
    rule: 'audit/unexplained-change',
    levels: 'as `audit.unexplained` says',
    when: 'No action in any chain left this file behind.',
    protects: 'Work that no record explains was done by somebody, and nobody says by whom.',
    causes: [
      'A person changed the file by hand.',
      'The agent changed it in a session whose chain is not attached.',
      'Something changed it after the session, such as a merge.',
    ],
    steps: [
      'Author: attach the chain of the session that changed it.',
      'Code owner: with `approve`, look at the file and sign for it.',
    ],
    relax: `\`audit.unexplained: approve\` lets an owner answer for it, \`warn\` only tells. ${RELAX}`,
    related: ['audit/content-mismatch', 'audit/missing'],
    example: {
      level: 'approve',
      path: 'docs/webhooks.md',
      evidence: { actual: '4aa8fe2a9d6c1f0b' },
    },
  },
  {
    rule: 'audit/content-mismatch',
    levels: 'as `audit.unexplained` says',
    when: 'The last action on this file, or the session as a whole, left other content or another mode than it has at head.',
    protects: 'What is to be merged is not what the agent was seen doing.',
    steps: [
      'Author: find out what changed it after the session: a formatter, a merge, a hand.',
      'Author: attach again after the last change: `countersign audit attach`.',
      'Code owner: with `approve`, look at the file and sign for it.',
    ],
    relax: `\`audit.unexplained: approve\` lets an owner answer for it, \`warn\` only tells. ${RELAX}`,
    related: ['audit/unexplained-change', 'audit/truncated'],
    example: {
      level: 'approve',
      path: 'docs/webhooks.md',
      evidence: { recorded: 'd670460b4b4aece5', actual: '4aa8fe2a9d6c1f0b' },
    },
  },
  {
    rule: 'audit/denied-action',
    levels:
      'as `audit.denied_actions` says; at most `approve` or `warn` where it was allowed later',
    when: 'An action that the policy refused was done with the same input afterwards, in the same chain or in another one.',
    protects: 'A refusal that can be passed by is none.',
    steps: [
      'Maintainer: find out how the refusal was passed by, and whether what was done has to be undone.',
    ],
    relax: `\`audit.denied_actions: approve\` lets an owner answer for it, \`warn\` only tells. ${RELAX}`,
    related: ['command/<id>', 'audit/policy-mismatch'],
    example: {
      level: 'deny',
      path: CHAIN,
      evidence: { tool: 'Bash', denied_by: 'command/force-push', line: 12, done_line: 15 },
    },
  },
  {
    rule: 'audit/secret',
    when: 'A record holds a secret in clear.',
    protects: 'A chain is committed: whatever stands in it is published with the work.',
    steps: [
      'Author: revoke the secret first; then take the chain out of the branch and its history.',
      'Maintainer: see why the recorder stored it, and set `audit.prompts: hashed`.',
    ],
    relax: RELAX,
    related: ['pattern/<id>', 'audit/malformed'],
    example: {
      level: 'deny',
      path: CHAIN,
      evidence: { line: 12, cause: 'it holds a GitHub token in clear' },
    },
  },
  {
    rule: 'command/<id>',
    levels: "the rule's `decision`",
    when: 'A command that a rule denies was done all the same, as a chain shows.',
    protects:
      'What the rule says in its `reason`. Agent hooks refuse the command before it runs; the gate finds it in the record when they were passed by.',
    causes: [
      'An agent hook refuses, or asks about, a command before it runs.',
      'A chain shows that a command which the policy denies was run.',
    ],
    steps: [
      'Author: reach the goal another way, or ask the person you work for.',
      'Maintainer: if it was run, find out how the refusal was passed by, and what has to be undone.',
    ],
    relax: `Name the rule by its \`id\` under \`commands\` and give it another \`decision\`. ${RELAX}`,
    related: ['audit/denied-action', 'path/<id>'],
    example: {
      rule: 'command/force-push',
      level: 'deny',
      path: CHAIN,
      reason: 'Rewrites shared history.',
    },
  },
]
