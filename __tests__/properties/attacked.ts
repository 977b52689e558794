import fc from 'fast-check'
import type { Decision } from '../../src/engine/decision.ts'
import { makeAttacked, makeBlocked, makeProven } from '../reports/decisions.ts'
import { anyString } from './hostile.ts'

/** Decisions in which every word that the engine has not chosen itself is an attacker's. */

/** Stands in everything an attacker wrote; nothing of ours holds it. */
export const CANARY = 'zq9'

const LURES = [
  ...[
    '@acme',
    '@zq9',
    '@acme/security',
    '#9',
    'GH-9',
    'acme/shop#9',
    'https://evil.example/zq9',
    'www.evil.example',
  ],
  ...[
    'mallory@evil.example',
    'ftp://evil.example',
    '![x](https://evil.example)',
    '[x](https://evil.example)',
  ],
  ...[
    '[x]: https://evil.example',
    '[x]',
    '[^1]',
    '<https://evil.example>',
    '<img src=x>',
    '<a href=//x>',
    '</details>',
  ],
  ...[
    '<details open>',
    '</code>',
    '<!--',
    '-->',
    '<!-- countersign:gate -->',
    '<script>',
    '</td>',
    '<wbr',
    '&lt;b&gt;',
  ],
  ...[
    '&#64;acme',
    '&commat;acme',
    '&#x40;acme',
    '`',
    '``',
    '```\n',
    '~~~',
    '|',
    '\\',
    '\\`',
    '**',
    '__',
    '~~',
    '*',
    '_',
  ],
  ...[
    '# ',
    '## x\n',
    '> ',
    '- ',
    '1. ',
    '1) ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\u2028',
    '===\n',
    '---\n',
    '$x$',
  ],
  ...[
    '::error::',
    '::set-output name=a::b',
    '##[error]',
    '##[',
    '::',
    '\x1b[31m',
    '\x1b]8;;x\x07',
    '\x9b31m',
    '\x00',
    '\x7f',
  ],
  ...[
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udc00',
    'e\u0301\u0301\u0301\u0301\u0301',
    '"',
    "'",
    '&',
    '<',
    '>',
    ']',
    '(',
    ')',
  ],
  ...[
    'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
    'a'.repeat(64),
    'a'.repeat(300),
    ':tada:',
    '<!channel>',
    '<@U1>',
    ']]>',
    '{{x}}',
  ],
]

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LURES) },
  { weight: 2, arbitrary: fc.constantFrom(CANARY, ' ', 'src/', 'a.ts') },
  { weight: 1, arbitrary: anyString(8) },
)

export const lure: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(''))

/** What only the engine or the server writes, by key; ids and times have their form. */
const OWN = new Set([
  ...[
    'version',
    'conclusion',
    'mode',
    'level',
    'status',
    'state',
    'id',
    'assurance',
    'digest',
    'patch',
    'sha256',
    'head',
  ],
  ...[
    'base_sha',
    'merge_base_sha',
    'head_sha',
    'judged_at',
    'head_at',
    'repository',
    'at',
    'since',
    'url',
  ],
])

/** A decision, and the same with all foreign words replaced. */
export const attacked: fc.Arbitrary<Decision> = fc
  .tuple(
    fc.constantFrom(
      makeBlocked(),
      makeAttacked(),
      makeProven(),
      makeBlocked({ conclusion: 'override' }),
    ),
    fc.array(lure, { minLength: 1, maxLength: 12 }),
  )
  .map(([decision, lures]) => {
    let next = 0
    const take = () => `${lures[next++ % lures.length]}${CANARY}`
    return replaceWords(decision, '', take) as Decision
  })

function replaceWords(value: unknown, key: string, take: () => string): unknown {
  if (typeof value === 'string') return OWN.has(key) ? value : take()
  if (Array.isArray(value)) return value.map((item) => replaceWords(item, key, take))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    replaceWords(item, name, take),
  ])
  return Object.fromEntries(entries)
}
