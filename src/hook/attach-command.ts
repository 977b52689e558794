import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join } from 'node:path'

/**
 * A command that attaches the record here: the short one where it is installed, else with the path of
 * the command line that was delivered with this hook, as a plugin puts nothing on the path.
 * @param searchPath the directories of `PATH`
 * @param hook the file of the running hook
 */
export function findAttachCommand(searchPath: string, hook: string): string {
  const script = findScript(hook)
  if (script === null || isInstalled(searchPath)) return 'countersign audit attach'
  return `node "${script}" audit attach`
}

function findScript(hook: string): string | null {
  if (!existsSync(hook)) return null
  const script = join(dirname(realpathSync(hook)), '..', 'cli', 'index.js')
  return existsSync(script) ? script : null
}

const NAMES = process.platform === 'win32' ? ['countersign.cmd'] : ['countersign']

/** A relative directory is another one for whoever runs the command. */
function isInstalled(searchPath: string): boolean {
  const folders = searchPath.split(delimiter).filter(isAbsolute)
  return folders.some((folder) => NAMES.some((name) => isExecutable(join(folder, name))))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
