import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Order, Outcome } from './action-host.ts'
import { type ActionResult, prepareRun, type RunActionOptions, readResults } from './run-action.ts'

/** A process that runs the action many times, one after the other, and spares its start and every wait. */
export interface ActionHost {
  run(options: RunActionOptions, hasty?: Order['hasty']): Promise<HostResult>
  close(): void
}

export type HostResult = Omit<ActionResult, 'stderr'> & Pick<Outcome, 'waits'>

export function openActionHost(): ActionHost {
  const dir = mkdtempSync(join(tmpdir(), 'action-host-'))
  const program = fileURLToPath(new URL('./action-host.js', import.meta.url))
  const child = fork(program, [], { execArgv: [], cwd: dir })
  // The same place every time, because the action's library remembers where its files are.
  const place = join(dir, 'run')
  return {
    run: async (options, hasty = null) => {
      rmSync(place, { recursive: true, force: true })
      mkdirSync(place)
      const { env } = prepareRun(place, options)
      const order: Order = { env, hasty }
      const answer = once(child, 'message')
      child.send(order)
      const [outcome] = (await answer) as [Outcome]
      return { ...outcome, ...readResults(place) }
    },
    close: () => {
      child.kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
