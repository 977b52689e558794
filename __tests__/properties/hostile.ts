import fc from 'fast-check'
import { ATTACKS } from '../reports/decisions.ts'

/** Names and text as an attacker would choose them. */

const PIECES = [
  ...[
    'a',
    'B',
    'src',
    'é',
    'e\u0301',
    'ß',
    'ſ',
    'İ',
    'ı',
    'ﬁ',
    'Ａ',
    'а',
    '\u200b',
    '\u202e',
    '\ufeff',
  ],
  ...[
    '.',
    '..',
    ' ',
    '…',
    '~',
    '-',
    '_',
    '*',
    '?',
    '[',
    ']',
    '{',
    '}',
    '!',
    '#',
    '@',
    '\\',
    '|',
    '`',
  ],
  ...[
    '\0',
    '\n',
    '\r',
    '\t',
    '\x1b[31m',
    '"',
    "'",
    '$',
    '%2e',
    '<b>',
    '::error::x',
    '##[x]',
    ':',
    ';',
  ],
  ...['\ud800', '\ufffd', '😀', '__proto__', 'constructor', 'CON', '.git', '.GIT', 'node_modules'],
]

/** UTF-16 code units of every kind, lone surrogates among them. `fc.string` of all code points takes seconds to set up. */
export function anyString(maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.nat(0xff), fc.nat(0xffff))
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units))
}

/** One name between two slashes. */
export const segment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('src', 'a.ts', 'docs', 'b.sql', '.github', 'é.md') },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 })
      .map((it) => it.join('')),
  },
  { weight: 1, arbitrary: anyString(12) },
)

/** Paths that the gate itself reads or guards. */
export const KNOWN_PATHS = [
  '.github/countersign.yml',
  '.github/CODEOWNERS',
  'CODEOWNERS',
  '.gitattributes',
  'sub/.gitattributes',
  '.countersign/plans/P-1.yml',
  '.countersign/plans/P-2.yml',
  '.countersign/audit/6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90.jsonl',
  '.countersign/audit/6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90.dsse.json',
  '.countersign/audit/6F1C2F0A-5B1E-4C8E-9A53-0D2F6C1B7E90.jsonl',
  '.countersign/audit/notes.txt',
  'src/a.ts',
  'SRC/A.ts',
  'keys/k.pem',
]

export const path = fc.oneof(
  fc.constantFrom(...KNOWN_PATHS),
  fc.array(segment, { minLength: 1, maxLength: 4 }).map((names) => names.join('/')),
)

/** Words that try to be more than words. */
export const text = fc.oneof(
  fc.constantFrom('', ...ATTACKS),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...ATTACKS)), { maxLength: 6 })
    .map((it) => it.join(' ')),
  anyString(40),
)

/** What a file may hold, on either side. */
export const content: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom(
    '',
    'x\n',
    'x',
    'DROP TABLE a;\n',
    'DROP\nTABLE a;',
    'y\u202e\n',
    '* filter=x\n',
    '* text\n* diff=y\n',
    '\0',
    '\r\n',
    '\ufeffx\n',
    '../../etc/passwd',
    'version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 1\n',
    'version: 1\n',
    `-----BEGIN PRIVATE KEY-----\n`,
  ),
  fc.uint8Array({ maxLength: 60 }),
  fc.array(text, { maxLength: 5 }).map((lines) => lines.join('\n')),
)

export const mode = fc.constantFrom(
  '100644',
  '100644',
  '100755',
  '120000',
  '160000',
  '040000',
  '100600',
)
