/** What honest people write in each format, and what formats are made of or have been broken by. */

export const YAML_TOKENS = [
  ...[
    '\n',
    '  ',
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|\n',
    '>\n',
    '&a ',
    '*a',
    '<<: *a',
    '!!js/x ',
    '? ',
  ],
  ...[
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    '#',
    '\t',
    '\0',
    '\ufeff',
    '\u2028',
    '0x1',
    '1e999',
    '~',
    'null',
    'yes',
    '\\u',
  ],
  ...[
    'version: 1\n',
    'extends: strict\n',
    'paths:\n',
    'match: ["**"]',
    '__proto__: 1\n',
    'decision: deny\n',
    '(a+)+$',
  ],
  ...[
    '{1..9999}',
    '[a-',
    '\\p{L}',
    'scope: {}\n',
    'must: ["{a,b}{a,b}"]\n',
    'tests: []\n',
    '- {',
    'x: &x [*x]\n',
  ],
]
export const JSON_TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\\u0000',
    '\\ud800',
    'null',
    'true',
    '1e999',
    '-0',
    '0.1',
    '\n',
    ' ',
  ],
  ...[
    '"__proto__":1,',
    '"record":',
    '"record_hash":"',
    '"files":{}',
    '"seq":0',
    '\0',
    '\ufeff',
    '99999999999999999',
  ],
]
export const OWNERS =
  '# all\n* @alice @acme/team\n/docs/** mail@example.com\n*.ts @bob\nsrc/*/x? @carol # why\n\\#a @d\n/a\\ b/ @e\n'
export const PATCH =
  '@@ -1,3 +1,3 @@ f\n a\n-b\n+c\n d\n@@ -9 +9,0 @@\n-x\n\\ No newline at end of file'
export const HOOK = JSON.stringify({
  hook_event_name: 'PreToolUse',
  session_id: 's',
  cwd: '/w',
  tool_name: 'Edit',
  tool_input: { file_path: 'a', old_string: 'b', new_string: 'c' },
})
export const APPLY =
  '*** Begin Patch\n*** Update File: a\n@@\n-b\n+c\n*** Add File: d\n+e\n*** Delete File: f\n*** End Patch\n'
export const ISSUE = 'Plan: #1\n\n```yaml countersign-plan\nversion: 1\n```\n'
export const WORKFLOW = `on:
  pull_request_target: { types: [opened] }
jobs:
  a:
    runs-on: x
    if: \${{ a }}
    steps:
      - uses: a/b@v1
        with: { x: "\${{ secrets.A }}" }
      - run: echo
`
