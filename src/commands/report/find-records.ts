import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../../sources/cannot-start.ts'
import { reasonOf } from '../io.ts'

/** More names than this in one run are a mistake, such as naming the root of a disk. */
const MOST_FILES = 1_000_000

/** A file to read, and whether it was named itself: one that was has to be readable. */
export interface RecordFile {
  readonly path: string
  readonly isNamed: boolean
}

/**
 * The files to read: those that are named, and every `.json` file below a directory that is named, sorted.
 * Links in a directory are not followed as directories: they could lead out of it, or round in it for ever.
 * @throws CannotStart when something that is named is not there, or a directory cannot be read or holds too much.
 */
export function findRecords(paths: readonly string[]): readonly RecordFile[] {
  const files = new Map<string, RecordFile>()
  for (const path of paths) {
    const isNamed = !isDirectory(path)
    for (const found of isNamed ? [path] : listDirectory(path)) {
      files.set(found, { path: found, isNamed: isNamed || files.get(found)?.isNamed === true })
    }
  }
  return [...files.values()]
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    throw new CannotStart(
      `The decision record "${path}" cannot be read (${reasonOf(error)}); check the path.`,
    )
  }
}

function listDirectory(path: string): readonly string[] {
  const found: string[] = []
  const waiting = [path]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of readEntries(next)) {
      if (entry.isDirectory()) waiting.push(join(next, entry.name))
      else if (entry.name.endsWith('.json')) found.push(join(next, entry.name))
    }
    if (found.length > MOST_FILES) {
      throw new CannotStart(
        `The directory "${path}" holds more than ${MOST_FILES} files; name a smaller one.`,
      )
    }
  }
  return found.sort()
}

/** A directory that cannot be read would leave records out unseen, so nothing is reported at all. */
function readEntries(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    throw new CannotStart(
      `The directory "${path}" cannot be read (${reasonOf(error)}); check its permissions.`,
    )
  }
}
