import { join } from 'node:path'
import type { Conclusion } from '../../src/engine/decision.ts'
import {
  CASES_ROOT,
  type CaseOptions,
  type CaseWorld,
  listFolders,
  readCaseWorld,
} from '../support/cases/case-world.ts'

/** `case.json` of a golden case: it also says what to expect when the folder's name does not. */
interface GoldenOptions extends CaseOptions {
  /** The rule the case is about; by default the one its folder is named after. */
  readonly rule?: string
  /** Whether that rule is among the findings; by default in every case but the honest ones. */
  readonly finds?: boolean
  /** By default `block`; `pass` for the honest ones. */
  readonly conclusion?: Conclusion
}

export interface CaseFolder extends CaseWorld {
  /** `scope-outside-plan/one-file-more`. */
  readonly name: string
  readonly dir: string
  readonly rule: string
  readonly finds: boolean
  readonly conclusion: Conclusion
}

/** Every golden case, in the order of the folders. */
export function readCaseFolders(): CaseFolder[] {
  return listFolders(CASES_ROOT)
    .filter((folder) => folder !== 'shared')
    .flatMap((folder) =>
      listFolders(join(CASES_ROOT, folder)).map((name) => readCase(folder, name)),
    )
}

function readCase(ruleFolder: string, name: string): CaseFolder {
  const dir = join(CASES_ROOT, ruleFolder, name)
  const world = readCaseWorld(dir)
  const options: GoldenOptions = world.options
  const isHonest = name.startsWith('honest')
  return {
    ...world,
    name: `${ruleFolder}/${name}`,
    dir,
    rule: options.rule ?? ruleFolder.replace('-', '/'),
    finds: options.finds ?? !isHonest,
    conclusion: options.conclusion ?? (isHonest ? 'pass' : 'block'),
  }
}
