import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openWorkTree } from '../../../src/commands/init/work-tree.ts'
import { writeFiles } from '../../../src/commands/init/write.ts'

let folder: string
let root: string
let outside: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-write-')))
  root = join(folder, 'repository')
  outside = join(folder, 'outside')
  mkdirSync(root)
  mkdirSync(outside)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (...paths: readonly string[]) =>
  writeFiles(
    openWorkTree(root),
    paths.map((path) => ({ path, text: 'new\n', purpose: 'a test' })),
  )
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('files', () => {
  test('are written with the folders they need', () => {
    write('.github/workflows/a.yml', '.github/b.yml', 'c')
    expect([read('.github/workflows/a.yml'), read('.github/b.yml'), read('c')]).toEqual([
      'new\n',
      'new\n',
      'new\n',
    ])
    expect(lstatSync(join(root, 'c')).mode & 0o111).toBe(0)
  })

  test('are never overwritten', () => {
    writeFileSync(join(root, 'a'), 'mine\n')
    expect(() => write('a')).toThrow('"a" cannot be written (something is there now)')
    expect(read('a')).toBe('mine\n')
  })

  test('before one that cannot be written are there', () => {
    mkdirSync(join(root, 'b'))
    expect(() => write('a', 'b', 'c')).toThrow('"b" cannot be written')
    expect([existsSync(join(root, 'a')), existsSync(join(root, 'c'))]).toEqual([true, false])
  })
})

describe('links', () => {
  test('in the place of a folder are not passed', () => {
    symlinkSync(outside, join(root, '.github'))
    expect(() => write('.github/a.yml')).toThrow('".github" is a symbolic link')
    expect(existsSync(join(outside, 'a.yml'))).toBe(false)
  })

  test('deeper down are not either', () => {
    mkdirSync(join(root, '.github'))
    symlinkSync(outside, join(root, '.github', 'workflows'))
    expect(() => write('.github/workflows/a.yml')).toThrow('".github/workflows" is a symbolic link')
    expect(existsSync(join(outside, 'a.yml'))).toBe(false)
  })

  test('in the place of a file are not written through, though they lead to nothing', () => {
    symlinkSync(join(outside, 'a.yml'), join(root, 'a.yml'))
    expect(() => write('a.yml')).toThrow('cannot be written')
    expect(existsSync(join(outside, 'a.yml'))).toBe(false)
  })
})

describe('what is at a path', () => {
  const inspect = (path: string) => openWorkTree(root).inspect(path)

  test('is told without following links', () => {
    writeFileSync(join(root, 'file'), '')
    symlinkSync('file', join(root, 'link'))
    mkdirSync(join(root, 'folder'))
    expect(inspect('file')).toEqual({ kind: 'taken', what: 'a file' })
    expect(inspect('link')).toEqual({ kind: 'taken', what: 'a symbolic link' })
    expect(inspect('folder')).toEqual({ kind: 'taken', what: 'a folder' })
    expect(inspect('folder/x/y')).toEqual({ kind: 'free' })
    expect(inspect('file/x')).toEqual({ kind: 'obstructed', by: 'file', what: 'a file' })
    expect(inspect('link/x')).toMatchObject({ kind: 'obstructed', by: 'link' })
  })

  test('is read only where it is a file of a usual size', () => {
    const tree = openWorkTree(root)
    writeFileSync(join(outside, 'secret'), 'secret')
    symlinkSync(join(outside, 'secret'), join(root, 'package.json'))
    symlinkSync(outside, join(root, 'linked'))
    writeFileSync(join(root, 'large'), 'x'.repeat(600_000))
    writeFileSync(join(root, 'honest'), 'text')
    expect(tree.read('honest')).toBe('text')
    const refused = ['package.json', 'linked/secret', 'large', 'nothing', '.']
    expect(refused.map((path) => tree.read(path))).toEqual(refused.map(() => null))
    expect(tree.list('linked')).toEqual([])
  })
})
