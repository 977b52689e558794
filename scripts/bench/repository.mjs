// Repositories of any size in a moment, by `git fast-import`.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { env } from './measure.mjs'

/** Lines of a file, and bytes of each: 8 KB together, like most source files. */
const LINES = 160

/**
 * A repository whose branch `work` changes every one of its files.
 * @param rewritten whether every line differs, instead of one in the middle
 * @returns its directory
 */
export function makeRepository(folder, { files, rewritten = false }) {
  const directory = join(folder, `${files}${rewritten ? '-rewritten' : ''}`)
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', directory], { env })
  const importing = [
    beginCommit('main'),
    ...listFiles(files, (at) => edit(at, 'old', rewritten)),
    beginCommit('work', 'from refs/heads/main\n'),
    ...listFiles(files, (at) => edit(at, 'new', rewritten)),
  ]
  execFileSync('git', ['-C', directory, 'fast-import', '--quiet'], {
    env,
    input: importing.join(''),
    maxBuffer: 2 ** 30,
  })
  return directory
}

function listFiles(files, write) {
  return Array.from({ length: files }, (_, at) =>
    writeFile(`src/module${at % 40}/file${at}.ts`, write(at)),
  )
}

function beginCommit(branch, from = '') {
  return `commit refs/heads/${branch}\ncommitter Bench <bench@example.com> 1700000000 +0000\ndata 0\n${from}`
}

function writeFile(path, text) {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
}

function edit(at, word, rewritten) {
  const lines = Array.from({ length: LINES }, (_, line) =>
    rewritten
      ? `const ${word}${line} = compute(${at}, ${line}, "text")`
      : `const value${line} = compute(${at}, ${line}, "some text")`,
  )
  lines[LINES / 2] = `const ${word}${at} = compute(${at})`
  return `${lines.join('\n')}\n`
}
