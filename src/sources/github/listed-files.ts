import { Unreadable } from '../unreadable.ts'
import type { GitHubReader } from './reader.ts'
import type { ListedFile, Pull } from './schemas.ts'

/** GitHub lists at most 3,000 files of a pull request (REST documentation: List pull requests files). */
const MAX_LISTED_FILES = 3000
const FILES_PER_PAGE = 100

/** GitHub's own list of the changed files, all pages side by side. @throws Unreadable when it is not whole. */
export async function readListedFiles(reader: GitHubReader, pull: Pull): Promise<ListedFile[]> {
  const what = 'the list of changed files'
  if (pull.changed_files > MAX_LISTED_FILES) {
    throw new Unreadable(
      what,
      `${pull.changed_files} files change and GitHub lists ${MAX_LISTED_FILES}; split the change`,
    )
  }
  const pages = Math.ceil(pull.changed_files / FILES_PER_PAGE)
  const numbers = Array.from({ length: pages }, (_, at) => at + 1)
  const files = (
    await Promise.all(numbers.map((page) => reader.filePage(pull.number, page)))
  ).flat()
  if (files.length !== pull.changed_files) {
    throw new Unreadable(what, `GitHub gave ${files.length} of ${pull.changed_files}`)
  }
  return files
}
