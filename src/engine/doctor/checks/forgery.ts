import {
  type Advice,
  advise,
  cannotRead,
  type DoctorCheck,
  good,
  problem,
  weigh,
} from '../advice.ts'
import type { Publisher } from '../facts.ts'
import { mayUseWorkflowToken, placeOf } from '../gates.ts'
import { isNowhereRequired } from '../required-gate.ts'
import { GITHUB_ACTIONS_APP, listRequirements, type Requirement, type Setup } from '../setup.ts'
import type { Job, Workflow } from '../workflow-file.ts'

/**
 * Who else could publish a check of that name (threat T24). A token's rights are no defence: a workflow
 * on the agent's own branch says itself which rights it wants.
 */
export const forgery: DoctorCheck = {
  id: 'forgery',
  title: 'Can the check be forged?',
  run(setup) {
    const requirements = setup.branches.flatMap((branch) => listRequirements(setup, branch))
    const named = setup.parsed.flatMap((workflow) => findNamesakes(setup, workflow))
    return [
      ...judgeSources(setup, requirements),
      ...(isNowhereRequired(setup) ? foresee(setup) : []),
      ...named,
      ...judgePublishers(setup, requirements),
    ]
  },
}

const OWN_APP =
  'Publish with a GitHub App of its own ("github-token:"), keep its key in an environment that only the default branch may use, and require the check from that App; or use a required workflow (docs/security-model.md).'

/** Of several rules for one branch all have to be met, so the strictest counts. */
function judgeSources(setup: Setup, requirements: readonly Requirement[]): readonly Advice[] {
  const branches = [...new Set(requirements.map(({ branch }) => branch))]
  return branches.map((branch) => {
    const apps = requirements.filter((it) => it.branch === branch).map(({ app }) => app)
    const own = apps.find((app) => app !== null && app !== GITHUB_ACTIONS_APP)
    if (own !== undefined) return good(`On ${branch} only the App ${own} can satisfy the check.`)
    return apps.includes(GITHUB_ACTIONS_APP)
      ? weigh(
          setup,
          `On ${branch} the check may come from "GitHub Actions" (App ${GITHUB_ACTIONS_APP}): any workflow on any branch, an agent's too, can publish one with its own token.`,
          OWN_APP,
        )
      : weigh(
          setup,
          `On ${branch} the check may come from any source: any workflow, and anybody who may write here, can publish a check or a status of that name.`,
          OWN_APP,
        )
  })
}

/** What would hold if the check were required as it is published now. */
function foresee(setup: Setup): readonly Advice[] {
  const gates = setup.gates.filter(({ step }) => step !== null)
  const open = gates.find(mayUseWorkflowToken)
  if (setup.checkName === null || gates.length === 0) return []
  return open === undefined
    ? [
        advise(
          'Nothing was seen to require the check yet. Required from the App that the gate signs in as, only that App could satisfy it; required from any source, everybody who may write here could.',
          'Choose that App as the source when you require the check, not "any source".',
        ),
      ]
    : [
        weigh(
          setup,
          `Nothing was seen to require the check yet, and requiring it would not be enough: ${placeOf(open)}, publishes it with the token of the workflow, so any workflow on any branch, an agent's too, could publish the same.`,
          OWN_APP,
        ),
      ]
}

const SEE_PUBLISHED =
  'Use a token with the repository permissions "Checks: read" and "Commit statuses: read".'

/** What was really published tells whether the rule can be met, and whether somebody else tries to meet it. */
function judgePublishers(setup: Setup, requirements: readonly Requirement[]): readonly Advice[] {
  const { publishers, checkName } = setup
  if (checkName === null) return []
  if (!publishers.known)
    return [cannotRead(`What was published as "${checkName}"`, publishers, SEE_PUBLISHED)]
  const seen = [
    ...new Map(publishers.value.map((it) => [`${it.kind} ${it.app} ${it.name}`, it])).values(),
  ]
  const wanted = new Set(requirements.flatMap(({ app }) => app ?? []))
  const statuses = seen.filter(({ kind }) => kind === 'status')
  const apps = seen.filter(({ kind }) => kind === 'check')
  const foreign = wanted.size === 0 ? [] : apps.filter(({ app }) => !wanted.has(app ?? 0))
  const isUnmet = apps.length > 0 && foreign.length === apps.length
  return [
    ...statuses.map(({ name, pull }) =>
      problem(
        `${name} set a commit status "${checkName}" on #${pull}; the gate never sets any.`,
        'Find out what set it: an imitation counts where the check may come from any source.',
      ),
    ),
    ...foreign.map((publisher) => judgeForeign(publisher, checkName, isUnmet)),
    ...(apps.length > 1 && wanted.size === 0 ? [adviseSeveral(apps, checkName)] : []),
  ]
}

function judgeForeign({ app, name, pull }: Publisher, checkName: string, isUnmet: boolean): Advice {
  const message = `The App ${name} (${app}) published a check "${checkName}" on #${pull}, and it is required from another one.`
  return isUnmet
    ? problem(
        message,
        app === GITHUB_ACTIONS_APP
          ? 'If that is the gate, let it publish as the App that is required ("github-token:"). Do not require the check from "GitHub Actions", which every workflow is.'
          : 'If that is the gate, require the check from this App: as it is, nothing can be merged.',
      )
    : advise(message, 'It counts for nothing; find out what published it.')
}

function adviseSeveral(apps: readonly Publisher[], checkName: string): Advice {
  const names = apps.map(({ name, app }) => `${name} (${app})`).join(', ')
  return advise(
    `Several Apps published a check "${checkName}": ${names}.`,
    'Require it from the one that the gate uses, if that is an App of its own and not "GitHub Actions".',
  )
}

/** A job is a check run, too, and one that is skipped counts as a success. */
function findNamesakes({ checkName }: Setup, { path, jobs }: Workflow): readonly Advice[] {
  const namesakes = jobs.filter((job) => isNamesake(job, checkName))
  return namesakes.map(({ id }) =>
    problem(
      `The job "${id}" of ${path} has the name of the check, so it is a check run of that name, green whatever the verdict.`,
      'Give the job another name.',
    ),
  )
}

function isNamesake({ name, call }: Job, checkName: string | null): boolean {
  return call === null && name === checkName
}
