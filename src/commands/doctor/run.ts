import { type Diagnosis, diagnose } from '../../engine/doctor/index.ts'
import { renderDiagnosis } from '../../reports/doctor.ts'
import { encodeJson } from '../../reports/json.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { readOriginAddress } from '../../sources/git/origin-address.ts'
import { readSetupFacts } from '../../sources/github/setup/read-setup.ts'
import { Unreadable } from '../../sources/unreadable.ts'
import type { DoctorOptions } from '../doctor.ts'
import { terminalStyle, writeResult } from '../format.ts'
import { parseRepositoryTarget, type RepositoryTarget, resolvePlace } from '../github-place.ts'
import { openSession, readFirst, refuseUsedUpLimit, type Session } from '../github-session.ts'

/** Diagnoses one repository; the exit code. @throws CannotStart */
export async function runDoctor(text: string | undefined, options: DoctorOptions): Promise<number> {
  const target = text === undefined ? await findTarget(options.repo) : parseRepositoryTarget(text)
  const session = openSession(
    resolvePlace(target.host, process.env),
    `${target.owner}/${target.repo}`,
  )
  try {
    const diagnosis = await examine(session, target, options)
    session.progress.stop()
    writeResult(render(diagnosis, options), options.output, 'diagnosis')
    return diagnosis.counts.problem > 0 ? 1 : 0
  } finally {
    session.progress.stop()
  }
}

async function findTarget(directory: string): Promise<RepositoryTarget> {
  const { host, repository } = await readOriginAddress(directory)
  return { ...parseRepositoryTarget(repository), host }
}

async function examine(
  session: Session,
  { owner, repo }: RepositoryTarget,
  options: DoctorOptions,
): Promise<Diagnosis> {
  const { api, teams, place } = session
  const repository = { owner, repo }
  const policyPath = options.policyPath ?? null
  const checkName = options.checkName ?? null
  const hasToken = place.token !== ''
  const request = { api, teams, repository, hasToken, policyPath, checkName }
  const facts = await readFirst(session, `${owner}/${repo}`, () => readSetupFacts(request)).catch(
    (error: unknown) => {
      if (!(error instanceof Unreadable)) throw error
      throw new CannotStart(`${owner}/${repo} cannot be read: ${error.missing}: ${error.message}.`)
    },
  )
  // Half of what there is to see would look like a worse set-up, or a better one.
  refuseUsedUpLimit(session)
  return diagnose(facts, checkName)
}

function render(diagnosis: Diagnosis, { format, output }: DoctorOptions): string {
  if (format === 'json') return encodeJson(diagnosis)
  return renderDiagnosis(diagnosis, terminalStyle(output !== undefined))
}
