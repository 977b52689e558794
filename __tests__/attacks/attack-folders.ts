import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import {
  type CaseWorld,
  listFolders,
  readCaseWorld,
  readJson,
} from '../support/cases/case-world.ts'
import { type GitHubSide, GitHubSideSchema } from './github-side.ts'

/** The attacks as they lie in folders; `__tests__/attacks/README.md` describes them. */

export const ATTACKS_ROOT = join(process.cwd(), '__tests__', 'attacks')

const Sentence = v.pipe(v.string(), v.nonEmpty())

/** What the naive gate does: lets it pass, blocks it, or prints what it must not. */
const NaiveVerdict = v.picklist(['pass', 'block', 'leak'])

const AttackSchema = v.strictObject({
  /** What the attacker does, in one plain sentence. */
  title: Sentence,
  /** Worked out by running it, unless a `because` says why it cannot be. */
  naive: v.optional(
    v.union([NaiveVerdict, v.strictObject({ verdict: NaiveVerdict, because: Sentence })]),
  ),
  expect: v.optional(
    v.strictObject({
      /** One that blocks; none where the change passes and only what is shown matters. */
      rule: v.optional(Sentence),
      conclusion: v.optional(v.picklist(['block', 'pass']), 'block'),
    }),
  ),
  /** Texts that stand nowhere in what is printed and published. */
  never: v.optional(v.array(Sentence), []),
  /** Markup that stands nowhere on a page; a terminal and a log may show it. */
  never_published: v.optional(v.array(Sentence), []),
  /** The only source at which it can happen. */
  only: v.optional(v.picklist(['github', 'git'])),
  /** Attacks another tool than the gate; `scene.ts` runs it. */
  tool: v.optional(v.picklist(['hook', 'doctor', 'audit'])),
  /** Why it runs at one source or tool only. */
  because: v.optional(Sentence),
})

export type Attack = v.InferOutput<typeof AttackSchema>
export type NaiveResult = v.InferOutput<typeof NaiveVerdict>

export interface AttackFolder {
  /** `T12/label-by-a-bot`. */
  readonly name: string
  /** `T12`. */
  readonly row: string
  readonly dir: string
  readonly isHonest: boolean
  readonly attack: Attack
  readonly world: CaseWorld
  readonly github: GitHubSide
  /** Where the code of its scene is once it is built, from this folder; null when there is none. */
  readonly scene: string | null
}

/** The files of a case; anything else in its folder is a mistake. */
const FILES = [
  'attack.json',
  'github.json',
  'scene.ts',
  'case.json',
  'policy.yml',
  'plan.yml',
  'base',
  'change.diff',
  'change.json',
  'chain.json',
  'results',
  'upstream.diff',
]

/** Every attack and honest twin, row by row, or those of one row. @throws Error for a folder that is not one. */
export function readAttackFolders(onlyRow?: string): AttackFolder[] {
  return listRows()
    .filter((row) => onlyRow === undefined || row === onlyRow)
    .flatMap((row) => listFolders(join(ATTACKS_ROOT, row)).map((name) => readAttack(row, name)))
}

/** `T01` for `T1` and `1`, as the folder of a row is called. */
export function toRowFolder(row: string): string {
  return row.replace(/^T?(\d{1,2})$/i, (_, number: string) => `T${number.padStart(2, '0')}`)
}

function listRows(): string[] {
  const folders = listFolders(ATTACKS_ROOT).filter((name) => name !== 'naive')
  const strange = folders.find((name) => !/^T(0[1-9]|1\d|2[0-5])$/.test(name))
  if (strange !== undefined) throw new Error(`${strange} is no row of the threats`)
  return folders
}

function readAttack(row: string, name: string): AttackFolder {
  const dir = join(ATTACKS_ROOT, row, name)
  const place = `${row}/${name}`
  const isHonest = name.startsWith('honest')
  const strange = readdirSync(dir).filter((file) => !FILES.includes(file))
  if (strange.length > 0) throw new Error(`${place}: ${strange.join(', ')} means nothing here`)
  const attack = parseAttack(readJson(join(dir, 'attack.json')), isHonest, `${place}/attack.json`)
  return {
    name: place,
    row,
    dir,
    isHonest,
    attack,
    world: readCaseWorld(dir),
    github: parse(
      GitHubSideSchema,
      readJson(join(dir, 'github.json')) ?? {},
      `${place}/github.json`,
    ),
    scene: existsSync(join(dir, 'scene.ts')) ? `./${place}/scene.js` : null,
  }
}

/** What `attack.json` holds. @throws Error naming the place and the first mistake. */
export function parseAttack(data: unknown, isHonest: boolean, place: string): Attack {
  const attack = parse(AttackSchema, data, place)
  const problem = findProblem(attack, isHonest)
  if (problem !== null) throw new Error(`${place}: ${problem}`)
  return attack
}

/** What a schema cannot say. */
function findProblem(
  { expect, naive, only, tool, because }: Attack,
  isHonest: boolean,
): string | null {
  if (isHonest && (expect !== undefined || naive !== undefined)) {
    return 'an honest twin passes; it has no "expect" and no "naive"'
  }
  if (!isHonest && expect === undefined) return 'an attack needs "expect"'
  if (expect !== undefined && (expect.conclusion === 'block') !== (expect.rule !== undefined)) {
    return '"expect" names the rule that blocks, or says that the conclusion is "pass"'
  }
  if (!isHonest && naive === undefined) return 'an attack needs "naive"'
  if ((only !== undefined || tool !== undefined) !== (because !== undefined)) {
    return '"only" and "tool" need a "because", and nothing else does'
  }
  return null
}

function parse<T>(schema: v.GenericSchema<unknown, T>, data: unknown, place: string): T {
  const result = v.safeParse(schema, data)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`${place}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
}
