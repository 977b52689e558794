import { readFileSync } from 'node:fs'
import { ChainLost, followLines, recoverTail } from './chain-file.ts'
import type { Place } from './place.ts'
import { readBranch } from './refs.ts'
import { follow } from './session.ts'
import { chainFile, type SessionState } from './state.ts'

/**
 * The state of a chain whose own was lost, by reading the chain once from its beginning; null when it
 * is not whole: such a chain is left as it is and never continued. Which branch it was on is not known,
 * so it is taken for one of the present branch: too much evidence does no harm.
 */
export function restoreState(place: Place, chain: string): SessionState | null {
  const path = chainFile(place, chain)
  try {
    const { records, end } = followLines(path, null, readFileSync(path, 'utf8'))
    const [first] = records
    if (first?.genesis === undefined || first.role === undefined || first.chain !== chain)
      return null
    recoverTail(path, end)
    const blank: SessionState = {
      v: 1,
      session: first.role.session_id,
      chain,
      role: first.role,
      genesis: first.genesis,
      ...end,
      branch: readBranch(place),
      attached: false,
      closed: false,
      hasNews: false,
      reminded: true,
      open: {},
      turn: 0,
      done: [],
      indexStamp: '',
      time: first.ts,
    }
    return { ...records.reduce(follow, blank), ...end }
  } catch (error) {
    if (error instanceof ChainLost) return null
    throw error
  }
}
