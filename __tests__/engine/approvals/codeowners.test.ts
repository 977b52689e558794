import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  findOwnerRule,
  ownersOf,
  parseCodeowners,
} from '../../../src/engine/approvals/codeowners.ts'
import { endInTime } from '../../support/end-in-time.ts'

const parse = (text: string) => parseCodeowners(new TextEncoder().encode(text))
const owners = (text: string, path: string) => ownersOf(parse(text), path).join(' ')
const matches = (pattern: string, path: string) => owners(`${pattern} @o`, path) === '@o'

/** The file that GitHub's page "About code owners" explains, in its order. */
const DOCUMENTED = `
# This is a comment.
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/*  docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/ @octocat
/apps/github
`

describe('the documented file', () => {
  test.each<[string, string]>([
    ['README.md', '@global-owner1 @global-owner2'],
    ['src/deep/down/Makefile', '@global-owner1 @global-owner2'],
    ['.github/workflows/ci.yml', '@global-owner1 @global-owner2'],
    ['index.js', '@js-owner'],
    ['src/index.js', '@js-owner'],
    ['src/index.jsx', '@global-owner1 @global-owner2'],
    ['cmd/main.go', 'docs@example.com'],
    ['notes.txt', '@octo-org/octocats'],
    ['build/logs', '@octocat'],
    ['other/apps/a/b.c', '@octocat'],
    ['docs/getting-started.md', '@doctocat'],
    ['docs/build-app/troubleshooting.md', '@doctocat'],
    ['scripts/run.sh', '@doctocat @octocat'],
    ['scripts/logs/today', '@octocat'],
    ['deeply/nested/logs/a/b', '@octocat'],
    ['logs/a', '@octocat'],
    ['blogs/a', '@global-owner1 @global-owner2'],
    ['apps/web/index.js', '@octocat'],
    ['apps/github/index.js', ''],
    ['apps/github/deep/down/index.js', ''],
    ['apps/github', ''],
    ['apps/github2/a', '@octocat'],
  ])('%s: %s', (path, expected) => {
    expect(owners(DOCUMENTED, path)).toBe(expected)
  })

  test('holds no invalid line', () => {
    expect(parse(DOCUMENTED).invalidLines).toEqual([])
  })

  test('a folder with an owner of its own inside another', () => {
    const text = '/apps/ @octocat\n/apps/github @doctocat\n'
    expect(owners(text, 'apps/a')).toBe('@octocat')
    expect(owners(text, 'apps/github/a')).toBe('@doctocat')
  })
})

describe('patterns', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['foo', ['foo', 'foo/a', 'x/foo', 'x/foo/a'], ['foo.txt', 'xfoo', 'x/foo.txt']],
    ['/foo', ['foo', 'foo/a/b'], ['fool', 'x/foo', 'x/foo/a']],
    ['foo/', ['foo/a', 'foo/a/b', 'x/foo/a'], ['foo', 'x/foo', 'xfoo/a']],
    ['/foo/', ['foo/a', 'foo/a/b'], ['foo', 'x/foo/a']],
    ['foo/bar', ['foo/bar', 'foo/bar/a'], ['x/foo/bar', 'foo/bart', 'foo/x/bar']],
    ['foo/bar/', ['foo/bar/a'], ['foo/bar', 'x/foo/bar/a']],
    ['docs/*', ['docs/a', 'docs/.a'], ['docs', 'docs/a/b', 'x/docs/a']],
    ['/*', ['a', '.env'], ['a/b']],
    ['*', ['a', 'a/b', '.a/.b'], []],
    ['/f*', ['foo', 'f', 'foo/a/b'], ['x/foo', 'xf']],
    ['foo/*.txt', ['foo/a.txt', 'foo/.txt'], ['foo/a/b.txt', 'x/foo/a.txt']],
    ['foo/*/baz', ['foo/a/baz', 'foo/a/baz/b'], ['foo/baz', 'foo/a/b/baz']],
    ['*/', ['a/b', 'a/b/c'], ['a']],
    ['/*/', ['a/b', 'a/b/c'], ['a']],
    ['f?o', ['foo', 'x/f-o'], ['fo', 'fooo', 'f/o']],
    ['a?b', ['a🦊b'], ['ab', 'a🦊🦊b']],
    ['f\\*o', ['f*o'], ['foo', 'f\\*o']],
    ['f\\?o', ['f?o'], ['foo']],
    ['**', ['a', 'a/b'], []],
    ['/**', ['a', 'a/b'], []],
    ['**/', ['a/b'], ['a']],
    ['**/logs', ['logs', 'logs/a', 'a/b/logs/c'], ['blogs/a']],
    ['**/a/b', ['a/b', 'x/y/a/b/c'], ['a/x/b']],
    ['foo/**', ['foo/a', 'foo/a/b'], ['foo', 'x/foo/a']],
    ['foo/**/bar', ['foo/bar', 'foo/a/bar', 'foo/a/b/bar/c'], ['foo/abar', 'x/foo/bar']],
    ['foo/**/*', ['foo/a', 'foo/a/b'], ['foo']],
    ['a**z', ['az', 'a-z', 'x/a-z/b'], ['a/z']],
    ['a\\ b/', ['a b/c'], ['a', 'b/c', 'a\\ b/c']],
    ['a\\\tb', ['a\tb'], ['a', 'b']],
    ['(app)/{a,b}/$x^+|.ts', ['(app)/{a,b}/$x^+|.ts'], ['app/a/x.ts', '(app)/a/$x^+|.ts']],
    ['a!b', ['a!b'], ['a']],
    ['\\!a', ['!a'], ['a', '\\!a']],
    ['c\\#', ['c#'], ['c']],
    ['src/c#/', ['src/c#/a'], ['src/c']],
    ['@types/', ['@types/a'], ['types/a']],
    ['Docs/', ['Docs/a'], ['docs/a', 'DOCS/a']],
    ['caf\u00e9', ['caf\u00e9'], ['cafe\u0301']],
    ['a\u00a0b', ['a\u00a0b'], ['a b', 'a']],
    ['.', [], ['a', '.a']],
    ['./a', [], ['a']],
  ])('%s', (pattern, matching, others) => {
    expect(parse(`${pattern} @o`).invalidLines).toEqual([])
    expect(matching.filter((path) => !matches(pattern, path))).toEqual([])
    expect(others.filter((path) => matches(pattern, path))).toEqual([])
  })
})

describe('the line that counts', () => {
  test('is the last one that matches, however little it says', () => {
    expect(owners('/src/a.ts @a\n/src/ @b\n* @c', 'src/a.ts')).toBe('@c')
    expect(owners('* @c\n/src/ @b\n/src/a.ts @a', 'src/a.ts')).toBe('@a')
  })

  test('may give a path to nobody, and a later one may give it back', () => {
    expect(owners('* @a\nvendor/', 'vendor/x')).toBe('')
    expect(owners('* @a\nvendor/\nvendor/own/ @b', 'vendor/own/x')).toBe('@b')
  })

  test('is none where nothing matches, or nothing is there', () => {
    expect(owners('/src/ @a', 'lib/a')).toBe('')
    expect(owners('', 'a')).toBe('')
  })
})

describe('invalid lines are skipped, and the line before them counts', () => {
  test.each<[string, string]>([
    ['negation', '!a.txt @x'],
    ['a character range', '[a-z].txt @x'],
    ['a lone bracket', 'a].txt @x'],
    ['an escaped comment', '\\#a.txt @x'],
    ['three stars', '***/a.txt @x'],
    ['a backslash at the end', 'a.txt\\'],
    ['an escaped slash', 'x\\/a.txt @x'],
    ['an empty folder name', '//a.txt @x'],
    ['the root, which matches nothing', '/ @x'],
    ['an owner without an at sign', 'a.txt x'],
    ['an owner behind something else', 'a.txt x@o'],
    ['an owner with an at sign only', 'a.txt @'],
    ['an e-mail address without a domain', 'a.txt docs@'],
    ['an e-mail address with half a domain', 'a.txt docs@example.'],
    ['a list with commas', 'a.txt @x, @y'],
    ['one bad owner among good ones', 'a.txt @x nobody @y'],
    ['a team of a team', 'a.txt @x/y/z'],
    ['an invisible character in an owner', 'a.txt @x\u200b'],
    ['a comment glued to an owner', 'a.txt @x#because'],
  ])('%s', (_name, line) => {
    const parsed = parse(`* @o\n${line}\n`)
    expect(parsed.invalidLines).toEqual([2])
    for (const path of ['a.txt', '#a.txt', '!a.txt', 'x/a.txt', '[a-z].txt']) {
      expect(ownersOf(parsed, path)).toEqual(['@o'])
    }
  })
})

describe('what a file may look like', () => {
  test.each<[string, string]>([
    ['CRLF line ends', '* @a\r\nx @b\r\n'],
    ['no line end at the end', '* @a\nx @b'],
    ['tabs and many blanks', '*\t@a\n  x \t\t @b  \n'],
    ['a byte order mark', '\uFEFFx @b'],
    ['comments of every kind', '# x @c\n   # x @c\nx @b # @c\nx @b #@c\n#x @c'],
  ])('%s', (_name, text) => {
    expect(parse(text).invalidLines).toEqual([])
    expect(owners(text, 'x')).toBe('@b')
  })

  test('a byte order mark does not hide the first line', () => {
    expect(owners('\uFEFF* @a', 'x')).toBe('@a')
  })

  test('owners of every kind, as they are written', () => {
    const text = 'x @Some-One @org/the_team.x @name_corp first.last+tag@mail.example.com'
    expect(ownersOf(parse(text), 'x')).toEqual([
      '@Some-One',
      '@org/the_team.x',
      '@name_corp',
      'first.last+tag@mail.example.com',
    ])
  })

  test('anything at all: it never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, path) => {
        expect(Array.isArray(ownersOf(parseCodeowners(bytes), path))).toBe(true)
      }),
    )
    const odd = fc.string({ unit: fc.constantFrom(...'ab*?/\\!#[] @.\t\r\n\u2028🦊') })
    fc.assert(
      fc.property(odd, odd, (text, path) => {
        expect(Array.isArray(owners(text, path).split(' '))).toBe(true)
      }),
    )
  })
})

const pattern = fc
  .array(fc.constantFrom('a', 'b', '*', '**', '?', 'a*', '*b', 'a?b', '*a*b'), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((names) =>
    fc.constantFrom(
      names.join('/'),
      `/${names.join('/')}`,
      `${names.join('/')}/`,
      `/${names.join('/')}/`,
    ),
  )
const path = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'aab', 'aXb'), { minLength: 1, maxLength: 5 })
  .map((names) => names.join('/'))

describe('held against slow readings of the same rules', () => {
  test('agrees with a reading that tries everything', () => {
    fc.assert(
      fc.property(pattern, path, (written, name) => {
        expect(matches(written, name)).toBe(isMatchedSlowly(written, name))
      }),
      { numRuns: 3_000 },
    )
  })

  test('agrees with git itself, but for the folder that GitHub keeps shut', () => {
    const pairs = fc
      .sample(fc.tuple(pattern, path), 500)
      .filter(([written]) => !(/\/\*$/.test(written) && written !== '**/*'))
    expect(pairs.map(([written, name]) => [written, name, matches(written, name)])).toEqual(
      askGit(pairs).map((answer, at) => [...(pairs[at] ?? []), answer]),
    )
  })
})

/** The rules as the documentation says them: the path, or a folder it lies in, is what is named. */
function isMatchedSlowly(written: string, name: string): boolean {
  const names = name.split('/')
  const folders = names.slice(1).map((_, at) => names.slice(0, at + 1))
  const named = written.replace(/^\/|\/$/g, '').split('/')
  const isAnchored = written.startsWith('/') || named.length > 1
  const wanted = isAnchored ? named : ['**', ...named]
  const isOnlyInside = isAnchored && named.at(-1) === '*'
  const candidates = written.endsWith('/') ? folders : isOnlyInside ? [names] : [...folders, names]
  return candidates.some((candidate) => fits(wanted, candidate))
}

function fits(wanted: readonly string[], names: readonly string[]): boolean {
  const [first, ...rest] = wanted
  if (first === undefined) return names.length === 0
  if (first === '**') {
    if (rest.length === 0) return names.length > 0
    return fits(rest, names) || (names.length > 0 && fits(wanted, names.slice(1)))
  }
  const expression = new RegExp(`^${first.replaceAll('*', '.*').replaceAll('?', '.')}$`)
  return names[0] !== undefined && expression.test(names[0]) && fits(rest, names.slice(1))
}

/** Whether git would ignore each path by its pattern. Each pattern has a folder of its own. */
function askGit(pairs: readonly (readonly [string, string])[]): boolean[] {
  const dir = mkdtempSync(join(tmpdir(), 'codeowners-'))
  try {
    spawnSync('git', ['init', '--quiet', dir])
    for (const [at, [written]] of pairs.entries()) {
      mkdirSync(join(dir, `${at}`))
      writeFileSync(join(dir, `${at}`, '.gitignore'), `${written}\n`)
    }
    const input = pairs.map(([, name], at) => `${at}/${name}\0`).join('')
    const { stdout } = spawnSync('git', ['check-ignore', '--no-index', '-z', '--stdin'], {
      cwd: dir,
      input,
      encoding: 'utf8',
    })
    const ignored = new Set(stdout.split('\0'))
    return pairs.map(([, name], at) => ignored.has(`${at}/${name}`))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

describe('paths and files made to slow it down', () => {
  const deep = 'a/'.repeat(2_000)
  const long = 'a'.repeat(4_000)
  test.each<[string, string, string]>([
    ['many open ends', '**/a/**/a/**/a/**/a/**/a/**/b @o', `${deep}c`],
    ['many stars in a name', `${'*a'.repeat(40)}*b @o`, long],
    ['many question marks', `${'?*'.repeat(40)}b @o`, long],
    ['an endless owner', `x ${'a@b.'.repeat(50_000)}`, 'x'],
    ['an endless blank', `x${' '.repeat(500_000)}y`, 'x'],
    ['endless backslashes', `${'\\'.repeat(500_000)} @o`, 'x'],
  ])('%s', (_name, text, name) => {
    expect(endInTime(() => owners(text, name))).toBe('')
  })

  test('a large file and a large change', () => {
    const lines = Array.from({ length: 5_000 }, (_, at) =>
      at % 5 === 0 ? `*.ext${at} @o` : `/packages/p${at}/src/ @o`,
    )
    const codeowners = parse(lines.join('\n'))
    const paths = Array.from({ length: 1_000 }, (_, at) => `other/folder/src/deep/file${at}.ts`)
    expect(endInTime(() => paths.flatMap((path) => ownersOf(codeowners, path)))).toHaveLength(0)
  })
})

describe('what GitHub finds wrong', () => {
  const text = '* @alice\n/pay/ @bob @carol @acme/pay\n/web/ @bob\n'
  type GivenError = readonly [line: number, column: number, kind: string]
  const parseWith = (...errors: readonly GivenError[]) =>
    parseCodeowners(
      new TextEncoder().encode(text),
      errors.map(([line, column, kind]) => ({ line, column, kind })),
    )
  const ownersWith = (path: string, ...errors: readonly GivenError[]) =>
    ownersOf(parseWith(...errors), path)

  test('an account it does not know owns nothing there, and others still do', () => {
    const error = [2, 7, 'Unknown owner'] as const
    expect(ownersWith('pay/a.ts', error)).toEqual(['@carol', '@acme/pay'])
    expect(ownersWith('web/a.ts', error)).toEqual(['@bob'])
    expect(findOwnerRule(parseWith(error), 'pay/a.ts')?.unknown).toEqual(['@bob'])
  })

  test('which one it is, the column says, from its first character to its last', () => {
    const left = (column: number) => ownersWith('pay/a.ts', [2, column, 'Unknown owner'])
    expect([left(7), left(10)]).toEqual([
      ['@carol', '@acme/pay'],
      ['@carol', '@acme/pay'],
    ])
    expect([left(12), left(17)]).toEqual([
      ['@bob', '@acme/pay'],
      ['@bob', '@acme/pay'],
    ])
    for (const between of [1, 6, 11, 18]) expect(left(between)).toEqual(['@acme/pay'])
  })

  test('an e-mail address is nobody whom GitHub knows by login', () => {
    const codeowners = parseCodeowners(new TextEncoder().encode('* a@example.com @bob\n'), [
      { line: 1, column: 90, kind: 'Unknown owner' },
    ])
    expect(ownersOf(codeowners, 'x')).toEqual(['a@example.com'])
  })

  test('where it does not say which one, nobody on the line is left but teams', () => {
    expect(ownersWith('pay/a.ts', [2, 90, 'Unknown owner'])).toEqual(['@acme/pay'])
  })

  test('on a line that is not ASCII the column names nobody for sure, so nobody is left but teams', () => {
    const ownersAt = (folder: string, column: number) => {
      const codeowners = parseCodeowners(
        new TextEncoder().encode(`/${folder}/ @bob @carol @acme/pay\n`),
        [{ line: 1, column, kind: 'Unknown owner' }],
      )
      return ownersOf(codeowners, `${folder}/a.ts`)
    }
    // @bob by characters; by bytes it would be @carol.
    expect(ownersAt('übergrößen', 14)).toEqual(['@acme/pay'])
    expect(ownersAt('oversizes1', 14)).toEqual(['@carol', '@acme/pay'])
  })

  test('a line whose only owner is unknown gives the path to nobody, not to an earlier line', () => {
    expect(ownersWith('web/a.ts', [3, 7, 'Unknown owner'])).toEqual([])
  })

  test('a team stays: its members are asked for by themselves', () => {
    expect(ownersWith('pay/a.ts', [2, 19, 'Unknown owner'])).toEqual([
      '@bob',
      '@carol',
      '@acme/pay',
    ])
  })

  test.each(['Invalid owner', 'Invalid pattern', 'something new'])(
    'a line with "%s" is skipped, as GitHub skips it',
    (kind) => {
      expect(ownersWith('pay/a.ts', [2, 1, kind])).toEqual(['@alice'])
      expect(parseWith([2, 1, kind]).invalidLines).toEqual([2])
    },
  )
})

test('a file over 3 MB is not loaded', () => {
  const line = '* @alice\n'
  const fits = line.repeat(Math.floor((3 * 1024 * 1024) / line.length))
  expect(parse(fits).isTooLarge).toBe(false)
  const codeowners = parse(fits + line)
  expect(codeowners.isTooLarge).toBe(true)
  expect(ownersOf(codeowners, 'a.ts')).toEqual([])
})
