// The licences of what the bundles carry: one text for people, and a refusal of what nobody agreed to.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Licences that ask for no more than their own text beside the code. A new one is for a person to add. */
const PERMITTED = '0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 ISC MIT PSF-2.0'.split(
  ' ',
)

const TITLE =
  'What the bundles in this folder carry besides our own code, and the licences it comes with.\nMade by scripts/bundle.mjs. Do not edit.\n'

/** Packages whose archive has no licence file, with the text that their repository has. */
const ELSEWHERE = 'scripts/bundle/licenses'

/**
 * The text of `dist/licenses.txt`.
 * @param packages with `name`, `version`, `license` and `folder`
 * @throws Error for a licence that is not permitted or has no text.
 */
export function renderLicenses(packages) {
  return [TITLE, ...packages.map(renderPackage)].join('\n')
}

function renderPackage({ name, version, license, folder }) {
  if (!PERMITTED.includes(license))
    throw new Error(`${name} ${version} has the licence "${license}", which is not permitted`)
  return `${'='.repeat(80)}\n${name} ${version}: ${license}\n\n${readTexts(name, folder)}\n`
}

/** Licence and notice, for Apache-2.0 asks for both. */
function readTexts(name, folder) {
  const files = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file))
    .sort()
    .map((file) => `${folder}/${file}`)
  const elsewhere = `${ELSEWHERE}/${name.replace('/', '+')}.txt`
  if (files.length === 0 && existsSync(elsewhere)) files.push(elsewhere)
  if (files.length === 0) throw new Error(`${name} brings no licence text; put it in ${elsewhere}`)
  return files.map((file) => readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trim()).join('\n\n')
}

/** What a text of `renderLicenses` is about, as `name@version`. */
export function listLicensed(text) {
  const heads = text.matchAll(/^={80}\n(\S+) (\S+): \S+$/gm)
  return [...heads].map(([, name, version]) => `${name}@${version}`)
}
