import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from '../../sources/cannot-start.ts'
import { readCloneOrigin } from '../../sources/git/recent-history.ts'
import type { ActionPin } from './findings.ts'

/**
 * To be replaced by hand. The account is longer than GitHub allows, so nobody can ever register it and
 * have their code run by those who forgot.
 */
const PLACEHOLDER: ActionPin = {
  repository: 'OWNER-OF-THE-COUNTERSIGN-ACTION-GOES-HERE/countersign',
  commit: 'COMMIT',
  source: 'not known here; name it with --action',
  isPlaceholder: true,
}

/** What a workflow names that nobody completed. */
export const PLACEHOLDER_USE = `${PLACEHOLDER.repository}@${PLACEHOLDER.commit}`

const NAMED = /^([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+)@([0-9a-f]{40})$/i

/**
 * The action that `--action` names. A tag or branch is refused: whoever can move it changes the gate.
 * @throws CannotStart when it is not of the form OWNER/REPOSITORY@COMMIT
 */
export function parseAction(named: string): ActionPin {
  const [, repository, commit] = NAMED.exec(named) ?? []
  if (repository === undefined || commit === undefined) {
    throw new CannotStart(
      `"${named}" names no action by commit; write --action OWNER/countersign@ and the 40 hex digits of the commit.`,
    )
  }
  return { repository, commit: commit.toLowerCase(), source: '--action', isPlaceholder: false }
}

/**
 * The action that the running command line belongs to: origin and commit of the clone whose `dist/` it
 * runs from.
 * @param script the file that Node was started with
 */
export async function findOwnAction(script: string): Promise<ActionPin> {
  const folder = findDelivery(script)
  const origin = folder === null ? null : await readCloneOrigin(folder)
  // Delivered inside of another repository, that one's origin and commit are not the action's.
  if (origin === null || origin.root !== folder || !/^[0-9a-f]{40}$/.test(origin.commit)) {
    return PLACEHOLDER
  }
  const doubt = origin.isPublished ? '' : '; push it first, no branch of origin is known to hold it'
  return {
    repository: origin.repository,
    commit: origin.commit,
    source: `origin and commit of the clone that runs this${doubt}`,
    isPlaceholder: false,
  }
}

/** The folder that holds `dist/cli/index.js`; null when the script is not that. */
function findDelivery(script: string): string | null {
  try {
    const file = realpathSync(script)
    const folder = dirname(dirname(dirname(file)))
    return file === join(folder, 'dist', 'cli', 'index.js') ? folder : null
  } catch {
    return null
  }
}
