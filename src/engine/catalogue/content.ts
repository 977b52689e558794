import { RELAX_BY_PATH, type RulePage, softenBy } from './page.ts'

/** What the change contains: protected paths, blocked text, kinds of files, size. */
export const CONTENT_PAGES: readonly RulePage[] = [
  {
    rule: 'path/<id>',
    levels: "the rule's `decision`",
    when: 'A `paths` rule of the policy matches.',
    protects:
      'What the rule says in its `reason`: files that steer later runs, hold keys, or that only some people may change.',
    steps: [
      'Author: with `deny`, take the file out of this change.',
      'Code owner: with `approve`, look at what it does and sign; the rule names who may.',
    ],
    relax: `Name the rule by its \`id\` under \`paths\` and give it another \`decision\`, \`approvers\` or \`match\`. ${softenBy('paths')}`,
    related: ['scope/outside-plan', 'change/executable', 'approval/missing'],
    example: {
      rule: 'path/control-plane',
      level: 'approve',
      reason: "The rule's `reason`, as the policy words it.",
      approvers: ['@acme/security'],
    },
  },
  {
    rule: 'pattern/<id>',
    levels: "the rule's `decision`",
    when: 'A `patterns` rule of the policy matches changed text.',
    protects:
      'What the rule says in its `reason`: secrets, destructive statements, code that hides what it does.',
    causes: [
      'The text as written matches.',
      'The text matches once Unicode forms, invisible characters, escapes and continued lines are undone.',
      'A file was renamed to where the rule applies, so all of it is scanned.',
    ],
    steps: [
      'Author: take the matched text out. If it is a secret, revoke it as well: it has been pushed.',
      'Code owner: with `approve`, look at the line and sign.',
    ],
    relax: `Name the rule by its \`id\` under \`patterns\` and give it another \`decision\` or \`paths\`. ${softenBy('patterns')}`,
    related: ['pattern/unscannable', 'pattern/invisible', 'audit/secret'],
    example: {
      rule: 'pattern/drop-table',
      level: 'deny',
      reason: "The rule's `reason`, as the policy words it.",
    },
  },
  {
    rule: 'pattern/unscannable',
    levels: 'deny where a deny pattern applies to the path, else warn',
    when: 'Changed content is binary, not UTF-8 or UTF-16, a Git LFS pointer, too large or unreadable.',
    protects: 'What cannot be scanned is never called clean: a key in an archive is a key.',
    causes: [
      'The content is binary.',
      'It is neither UTF-8 nor UTF-16.',
      'It only points to content in Git LFS.',
      'It is too large to be scanned.',
      'It could not be read.',
    ],
    steps: [
      'Author: add it as plain UTF-8 text, or leave it out.',
      'Maintainer: for files that have to be binary, such as pictures, add a `paths` rule that says who may approve them.',
    ],
    relax: RELAX_BY_PATH,
    related: ['pattern/<id>', 'limit/blob', 'change/git-attributes'],
    example: { level: 'deny', evidence: { cause: 'lfs-pointer' } },
  },
  {
    rule: 'pattern/invisible',
    levels: 'deny, or what a `paths` rule says',
    when: 'An added line holds a bidirectional control, zero-width or filler character.',
    protects: 'Such characters make code read otherwise than it runs, and words match no pattern.',
    steps: ['Author: remove the character, or write it as an escape.'],
    relax: RELAX_BY_PATH,
    related: ['evidence/unsafe-name', 'pattern/<id>'],
    example: { level: 'deny', evidence: { character: 'U+202E' } },
  },
  {
    rule: 'change/symlink',
    levels: 'deny, or what a `paths` rule says',
    when: 'A symbolic link is added or changed.',
    protects: 'A link can lead out of the folder it is in, or make one file stand for another.',
    steps: [
      'Author: use a regular file.',
      'Maintainer: or add a `paths` rule that names this link.',
    ],
    relax: RELAX_BY_PATH,
    related: ['change/submodule', 'path/<id>'],
    example: { level: 'deny' },
  },
  {
    rule: 'change/submodule',
    levels: 'deny, or what a `paths` rule says',
    when: 'A submodule is added, changed or removed.',
    protects:
      'A submodule is code of another repository: one changed line brings in what no diff shows.',
    steps: [
      'Author: leave the submodule alone.',
      'Maintainer: or add a `paths` rule that names it, with somebody to approve it.',
    ],
    relax: RELAX_BY_PATH,
    related: ['change/symlink', 'path/<id>'],
    example: { level: 'deny' },
  },
  {
    rule: 'change/executable',
    levels: 'warn, or what a `paths` rule says',
    when: 'A file gains the executable bit, or is new with it.',
    protects: 'A file that can be run is looked at otherwise than one that is only read.',
    steps: [
      'Reviewer: see whether it is meant to be run.',
      'Author: clear the bit unless it is meant: `git update-index --chmod=-x FILE`.',
    ],
    relax: `It never blocks by itself. ${RELAX_BY_PATH}`,
    related: ['path/<id>', 'change/symlink'],
    example: { level: 'warn' },
  },
  {
    rule: 'change/git-attributes',
    levels: 'deny, or what a `paths` rule says',
    when: 'An attribute line changes that decides what a checkout contains.',
    protects:
      'With `filter`, `working-tree-encoding` or `ident` a checkout holds other bytes than the ones that were reviewed.',
    steps: [
      'Author: remove these attributes.',
      'Maintainer: or add a `paths` rule that names this `.gitattributes` file.',
    ],
    relax: RELAX_BY_PATH,
    related: ['pattern/unscannable', 'path/<id>'],
    example: { level: 'deny', evidence: { attributes: ['filter', 'working-tree-encoding'] } },
  },
  {
    rule: 'limit/files',
    when: 'More files change than `limits.changed_files`.',
    protects: 'Nobody reads a change of a thousand files, and a signature for it says little.',
    steps: ['Author: split the change into pull requests that people can read.'],
    relax: `Raise \`limits.changed_files\`, or leave it out. ${softenBy('limits')}`,
    related: ['limit/lines', 'limit/blob'],
    example: { level: 'deny', evidence: { actual: 412, limit: 300 } },
  },
  {
    rule: 'limit/lines',
    when: 'More lines are added and removed than `limits.changed_lines`.',
    protects: 'Nobody reads a change of ten thousand lines, and a signature for it says little.',
    steps: ['Author: split the change into pull requests that people can read.'],
    relax: `Raise \`limits.changed_lines\`, or leave it out. ${softenBy('limits')}`,
    related: ['limit/files', 'limit/blob'],
    example: { level: 'deny', evidence: { actual: 9120, limit: 8000 } },
  },
  {
    rule: 'limit/blob',
    when: 'A file at head is larger than `limits.blob_bytes`, or nobody can say how large it is.',
    protects: 'A large file stays in the history for good, and what is in it is hard to look at.',
    steps: ['Author: make the file smaller, or keep it out of the repository.'],
    relax: `Raise \`limits.blob_bytes\`, or leave it out. ${softenBy('limits')}`,
    related: ['limit/files', 'pattern/unscannable'],
    example: { level: 'deny', evidence: { actual: 7340032, limit: 5000000 } },
  },
]
