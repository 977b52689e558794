import { foldPath } from './matching/fold.ts'

/**
 * The changed files that the engine reads itself, from the first byte to the last, instead of only
 * scanning what changed. Spellings are folded: a file system may take one for the other.
 */

const POLICY_LIKE = /^\.github\/countersign[^/]*\.ya?ml$/
/** `.gitattributes`, and the short names under which NTFS finds the same file. */
const ATTRIBUTES_NAME = /^(?:\.gitattributes|gitatt~[1-4]|gi7d29~[0-9a-f])$/

/**
 * Whether `ChangedFile.content` must be set for the path: attributes, everything under
 * `.countersign/`, and policy files, among them the given ones.
 */
export function isReadWhole(path: string, policyPaths: readonly string[] = []): boolean {
  const folded = foldPath(path)
  return (
    policyPaths.includes(path) ||
    folded.startsWith('.countersign/') ||
    POLICY_LIKE.test(folded) ||
    isAttributesFile(path)
  )
}

/** Whether some file system takes the path for a `.gitattributes` file. */
export function isAttributesFile(path: string): boolean {
  const folded = foldPath(path)
  return ATTRIBUTES_NAME.test(folded.slice(folded.lastIndexOf('/') + 1))
}
