import type fc from 'fast-check'
import { ctrf, GO, JUNIT, jest, jestTest, TAP } from '../engine/results/make-reports.ts'
import { bend } from './bend.ts'

/** Test reports of every format, and what can be made of them by cutting and pasting. */
export const REPORTS: readonly string[] = [
  JUNIT,
  TAP,
  '1..2\nok 1 - a # SKIP\nok 2 - retries # TODO later\n',
  '# s\n    1..1\n    ok 1 - b\nok 1 - s\n1..1\n',
  GO,
  jest({ tests: [jestTest('a'), jestTest('b', { status: 'failed' })] }),
  ctrf([{ name: 'a', status: 'passed', suite: ['s'] }]),
]

export const REPORT_TOKENS: readonly string[] = [
  ...[
    'ok 1 - x\n',
    'not ok 2 - y\n',
    '1..1\n',
    '    ',
    '# SKIP',
    '# TODO',
    '  ---\n',
    '  ...\n',
    'Bail out!\n',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    '\\u0061',
    ',',
    ':',
    'null',
    '1e999',
    '"status":"passed"',
    '\0',
    '\ufeff',
  ],
  ...[
    '</testsuite>',
    '<failure/>',
    '<testsuite>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
    '&#x1F600;',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml version="1.1"?>',
    '{"Action":"pass"}\n',
    'TAP version 14\n',
  ],
  ...[
    '{"Action":"fail","Package":"p","Test":"T/a"}\n',
    'tests="99999999999999999999"',
    '\r\n',
    '\u2028',
  ],
]

export const reportBytes: fc.Arbitrary<Uint8Array> = bend(REPORTS, REPORT_TOKENS)
