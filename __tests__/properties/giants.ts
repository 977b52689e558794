import { READERS, type Reader } from './readers.ts'

/** Inputs that a grammar makes as large as asked for: what exhausts a reader that is not linear. */
export interface Giant {
  readonly reader: string
  readonly name: string
  /** Of about this many bytes. */
  readonly make: (size: number) => string
}

/** As many of the pieces as fill the size; each gets its number. */
function fill(size: number, piece: (at: number) => string): string {
  const length = Math.max(1, piece(10_000).length)
  return Array.from({ length: Math.max(1, Math.floor(size / length)) }, (_, at) => piece(at)).join(
    '',
  )
}

const repeat = (text: string) => (size: number) =>
  text.repeat(Math.max(1, Math.floor(size / text.length)))
const RECORD = '{"record":{"v":1},"record_hash":"'

const shapes: Readonly<Record<string, Readonly<Record<string, (size: number) => string>>>> = {
  'a policy': {
    'one nesting in another': (size) => `a: ${repeat('[')(size)}`,
    'open braces': repeat('{'),
    'many keys': (size) => fill(size, (at) => `k${at}: 1\n`),
    'keys that are nested': (size) => fill(Math.sqrt(size), (at) => `${' '.repeat(at)}k:\n`),
    'many aliases': (size) => `a: &a [x]\nb: [${repeat('*a,')(size)}]`,
    'anchors of anchors': (size) =>
      fill(size, (at) => `a${at}: &a${at} [*a${at - 1},*a${at - 1}]\n`),
    'a long line': (size) => `version: ${repeat('x')(size)}`,
    'a text that never ends': (size) => `a: "${repeat('\\"')(size)}`,
    'a block of spaces': (size) => `a: |\n${repeat(' \n')(size)}`,
    'many rules': (size) =>
      `version: 1\npaths:\n${fill(Math.min(size, 20_000), (at) => `  - { id: r${at}, match: ["a${at}/**"], decision: deny }\n`)}`,
    'many documents': repeat('---\n'),
    comments: repeat('#\n'),
  },
  'a plan': {
    'many entries': (size) =>
      `version: 1\nid: P\ntitle: T\nowner: "@a"\nexpires: "2026-12-31"\nscope:\n  may:\n${fill(Math.min(size, 30_000), (at) => `    - "a${at}/**"\n`)}`,
  },
  'a workflow': {
    'many aliases': (size) => `a: &a [x]\nb: [${repeat('*a,')(size)}]`,
    'open expressions': (size) => `on: "${repeat('${{')(size)}"`,
  },
  'an issue': {
    fences: repeat('```yaml countersign-plan\n'),
    comments: repeat('<!--'),
    references: (size) => fill(size, (at) => `Plan: #${at + 1}\n`),
  },
  'a report': {
    'nested suites': (size) => repeat('<testsuite>')(size),
    'entities that never end': (size) => `<testsuite name="${repeat('&amp')(size)}"/>`,
    'a DOCTYPE': (size) => `<!DOCTYPE a [${repeat('<!ENTITY b "c">')(size)}]><a/>`,
    attributes: (size) => `<testsuite ${fill(size, (at) => `a${at}="" `)}/>`,
    'a comment that never ends': (size) => `<!--${repeat('-')(size)}`,
    'nested lists': (size) => `{"testResults":${repeat('[')(size)}`,
    keys: (size) => `{"testResults":{${fill(size, (at) => `"k${at}":0,`)}"z":0}}`,
    'nested subtests': (size) =>
      `TAP version 14\n${fill(Math.sqrt(size), (at) => `${'    '.repeat(at)}# Subtest: a\n`)}`,
    points: (size) => fill(size, (at) => `ok ${at} - a\n`),
    'go events': (size) => fill(size, (at) => `{"Action":"run","Package":"p","Test":"T${at}"}\n`),
    'one go test in many': (size) =>
      `{"Action":"run","Package":"p","Test":"${repeat('T/')(size)}"}\n`,
  },
  'a chain': {
    'line feeds': repeat('\n'),
    'records of nothing': repeat(`${RECORD}"}\n`),
    'one record': (size) => `{"record":{"a":${repeat('[')(size)}`,
    'a text of escapes': (size) => `{"record":{"a":"${repeat('\\u0041')(size)}"}`,
    'many keys': (size) =>
      `{"record":{${fill(size, (at) => `"k${at}":0,`)}"z":0},"record_hash":""}\n`,
    'bytes that are no text': repeat('\u00ff'),
  },
  'a seal': {
    'many signatures': (size) =>
      `{"payload":"","payloadType":"","signatures":[${repeat('{"sig":""},')(size)}]}`,
  },
  CODEOWNERS: {
    stars: (size) => `${repeat('*a')(Math.min(size, 20_000))} @a\n`,
    'folders of stars': (size) => `${repeat('**/')(Math.min(size, 20_000))}x @a\n`,
    'many lines': (size) => fill(size, (at) => `/a${at}/*b @a\n`),
    owners: (size) => `* ${fill(size, (at) => `@a${at} `)}\n`,
    'a mail without end': (size) => `* a@${repeat('a.')(size)}@\n`,
    backslashes: repeat('\\'),
  },
  'a patch': {
    hunks: (size) => fill(size, (at) => `@@ -${at * 2 + 1} +${at * 2 + 1} @@\n-a\n+b\n`),
    headers: (size) => `@@ -1 +1 @@${repeat(' @@')(size)}`,
    'one added line': (size) => `@@ -1,0 +1 @@\n+${repeat('x')(size)}`,
    marks: (size) => `@@ -1,9 +1,9 @@\n${repeat('\\ No newline at end of file\n')(size)}`,
  },
  'two sides of a file': {
    'lines that differ': (size) => fill(size, (at) => `${(at * 7919) % 9973}\n`),
    'one line': repeat('a'),
  },
  'a comment of ours': {
    ids: (size) =>
      `<!-- countersign:gate -->\n<!-- countersign:state 1 [${'c'.repeat(40)} block path/x=${repeat(`${'a'.repeat(16)},`)(size)}] [] -->\n`,
  },
  'a decision record': {
    lists: (size) => `{"version":1,"checks":${repeat('[')(size)}`,
    'escaped keys': (size) => `{${fill(size, (at) => `"\\u0061${at}":0,`)}"z":0}`,
  },
  "a hook's input": {
    words: (size) => `{"hook_event_name":"PreToolUse","x":"${repeat('\\n')(size)}"}`,
    lists: repeat('['),
  },
  "an agent's patch": {
    files: (size) => `*** Begin Patch\n${repeat('*** Update File: a\n@@\n-b\n+c\n')(size)}`,
    spaces: repeat(' \n'),
  },
}

export const GIANTS: readonly Giant[] = Object.entries(shapes).flatMap(([reader, makers]) =>
  Object.entries(makers).map(([name, make]) => ({ reader, name, make })),
)

export function readerOf({ reader }: Giant): Reader {
  const found = READERS.find(({ name }) => name === reader)
  if (found === undefined) throw new Error(`there is no reader of ${reader}`)
  return found
}
