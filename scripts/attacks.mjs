// Runs the attacks in __tests__/attacks against the naive gate, the built action and the built command
// line, and prints what each made of them. Exits 1 when one of them is not what the case expects.
import { availableParallelism } from 'node:os'
import { styleText } from 'node:util'
import { build, readArguments, refuse } from './command.mjs'

const USAGE = `npm run attacks [-- --row ROW]

Runs every attack of __tests__/attacks, or those of one row of the threats, T1 to T25.
dist/ is attacked as it is: run "npm run package" first.
`

const { values } = readArguments(USAGE, { options: { row: { type: 'string' } } })
build()
const { readAttackFolders, toRowFolder } = await import(
  '../build/__tests__/attacks/attack-folders.js'
)
const { runAttack } = await import('../build/__tests__/attacks/run-attack.js')
const folders = readAttackFolders(values.row && toRowFolder(values.row))
if (folders.length === 0) refuse(USAGE, `There is no row "${values.row}".`)

const hasColour = process.stdout.isTTY && !process.env.NO_COLOR
const HEAD = ['', 'row and attack', 'naive', 'GitHub', 'git', 'rule that blocked']
const WIDTHS = [1, Math.max(...folders.map(({ name }) => name.length)), 5, 6, 5]

printLine(HEAD)
const outcomes = await runAll(folders)
const wrong = outcomes.filter(({ differences }) => differences.length > 0)
console.log(`\n${folders.length} cases, ${wrong.length} not as expected.`)
process.exitCode = wrong.length === 0 ? 0 : 1

/** As many at once as there are cores, each printed once all before it are. */
async function runAll(all) {
  const outcomes = []
  let next = 0
  let printed = 0
  const work = async () => {
    while (next < all.length) {
      const at = next
      next += 1
      outcomes[at] = await tryAttack(all[at])
      for (; outcomes[printed] !== undefined; printed += 1) printOutcome(outcomes[printed])
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return outcomes
}

/** A case that cannot be run is one that is not as expected. */
async function tryAttack(folder) {
  try {
    return await runAttack(folder)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const nothing = { naive: null, github: null, git: null, tool: null }
    return { folder, ...nothing, differences: [why] }
  }
}

function printOutcome({ folder, naive, github, git, tool, differences }) {
  const isRight = differences.length === 0
  const rules = [github, git, tool].flatMap((result) => result?.rules ?? [])
  const { rule } = folder.attack.expect ?? {}
  const shown = rules.includes(rule) ? rule : [...new Set(rules)].join(', ')
  printLine(
    [
      isRight ? '✓' : '✗',
      folder.name,
      naive ?? folder.attack.naive?.verdict ?? '–',
      github?.conclusion ?? '–',
      git?.conclusion ?? '–',
      tool === null ? shown : `${shown} (${folder.attack.tool}: ${tool.conclusion})`.trim(),
    ],
    isRight ? 'reset' : 'red',
  )
  for (const difference of differences) console.log(paint('red', `   ${difference}`))
}

function printLine(cells, colour = 'bold') {
  const line = cells.map(
    (cell, at) => cell + ' '.repeat(Math.max(0, (WIDTHS[at] ?? 0) - cell.length)),
  )
  console.log(paint(colour, line.join('  ').trimEnd()))
}

function paint(colour, text) {
  return hasColour ? styleText(colour, text) : text
}
