// Refuses a release that is not what its tag says. Reads the repository it is run in.
//   node scripts/release/check-tag.mjs TAG --on REF [--notes FILE]
// The tag is "v" and the version of package.json and lock file; CHANGELOG.md has that version with its
// day; and the commit is part of REF, so that what is released was reviewed like everything else there.
// Prints the changes, or writes them to FILE.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { on: { type: 'string' }, notes: { type: 'string' } },
})

try {
  const notes = checkRelease(positionals[0] ?? '', values.on ?? '')
  if (values.notes === undefined) process.stdout.write(notes)
  else writeFileSync(values.notes, notes)
} catch (error) {
  console.error(`This is no release: ${error.message}`)
  process.exitCode = 1
}

/** What CHANGELOG.md says of the release. */
function checkRelease(tag, branch) {
  const version = /^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/.exec(tag)?.[1]
  if (version === undefined) throw new Error(`"${tag}" is not "v" and a version`)
  for (const file of ['package.json', 'package-lock.json']) {
    const { version: stated } = JSON.parse(readFileSync(file, 'utf8'))
    if (stated !== version) throw new Error(`${file} says ${stated}, the tag ${version}`)
  }
  const notes = readNotes(readFileSync('CHANGELOG.md', 'utf8'), version)
  checkReviewed(tag, branch)
  return notes
}

function readNotes(changelog, version) {
  const [head, ...lines] = changelog
    .split(/^(?=## )/m)
    .map((section) => section.split('\n'))
    .find(([first]) => first.startsWith(`## [${version}] `)) ?? ['']
  if (head === '') throw new Error(`CHANGELOG.md has no "## [${version}] - YYYY-MM-DD"`)
  if (!/ - \d{4}-\d\d-\d\d$/.test(head)) throw new Error(`CHANGELOG.md gives no day in "${head}"`)
  const notes = lines.join('\n').trim()
  if (notes === '') throw new Error(`CHANGELOG.md says nothing under "${head}"`)
  return `${notes}\n`
}

/** Git's own answer, for the tag as it is here: it must be the commit that is checked out. */
function checkReviewed(tag, branch) {
  const commitOf = (name) => git('rev-parse', '--verify', '--quiet', `${name}^{commit}`)
  const commit = commitOf(`refs/tags/${tag}`)
  if (commit === null) throw new Error(`there is no tag ${tag}`)
  if (commit !== commitOf('HEAD')) throw new Error(`${tag} is not the commit that is checked out`)
  if (branch === '' || commitOf(branch) === null) throw new Error(`there is no branch "${branch}"`)
  if (git('merge-base', '--is-ancestor', commit, branch) === null)
    throw new Error(`${tag} is not on ${branch}`)
}

/** Null when git says no. */
function git(...args) {
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}
