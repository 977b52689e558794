import {
  type Advice,
  advise,
  cannotRead,
  cannotTell,
  type DoctorCheck,
  good,
  problem,
} from '../advice.ts'
import { findSecrets, listExpressions } from '../expressions.ts'
import type { BranchPattern, EnvironmentFacts } from '../facts.ts'
import type { Gate } from '../gates.ts'
import type { Setup } from '../setup.ts'
import type { Job, Use } from '../workflow-file.ts'

/** Whether an agent's branch could read what the gate signs in with. */
export const secrets: DoctorCheck = {
  id: 'secrets',
  title: 'Are the secrets of the gate out of reach?',
  run(setup) {
    const jobs = new Set(setup.gates.map(({ job }) => job))
    const found = [
      ...[...jobs].flatMap((job) => judgeJob(setup, job)),
      ...setup.gates.flatMap(judgeToken),
    ]
    return found.length > 0 || jobs.size === 0 ? found : [good('The gate uses no secrets.')]
  },
}

const MOVE =
  'Store it as a secret of an environment whose deployment branches are the default branch only, and name that environment in the job.'

function judgeJob(setup: Setup, job: Job): readonly Advice[] {
  const { id, secrets: used, environment } = job
  const hidden = listHidden(job)
  const doubts = hidden.map((how) => doubtSecrets(id, how))
  const names = [...used.names, ...(hidden.length > 0 ? ['whatever secrets it finds'] : [])].join(
    ', ',
  )
  if (names === '') return []
  if (environment === null)
    return [
      problem(
        `The job "${id}" uses ${names} without an environment, where every workflow on any branch can read the same.`,
        MOVE,
      ),
      ...doubts,
    ]
  return [...judgeCopies(setup, used.names), judgeEnvironment(setup, environment, names), ...doubts]
}

function listHidden({ secrets: { opaque }, inherits }: Job): string[] {
  return [...opaque, ...(inherits ? ['secrets: inherit'] : [])]
}

function doubtSecrets(id: string, how: string): Advice {
  return cannotTell(
    `The job "${id}" reads secrets by "${how}", which does not say which.`,
    'Name each secret that it needs plainly, as "secrets.NAME".',
  )
}

const WORKFLOW_TOKENS = ['github.token', 'secrets.github_token']

/** A token that comes from nowhere that was seen was not judged. Its text is not repeated: it may be the token. */
function judgeToken({ job, use, step }: Gate): readonly Advice[] {
  const token = use.with.get('github-token') ?? ''
  const from = listExpressions(token).join(' and ')
  if (step === null || token === '' || WORKFLOW_TOKENS.includes(from)) return []
  if (from === '')
    return [
      problem(
        `The job "${job.id}" has a token in its file, for everybody to read.`,
        'Revoke it, and take one from a secret of an environment.',
      ),
    ]
  return mayComeFromSecret(job, use)
    ? []
    : [
        cannotTell(
          `The job "${job.id}" signs in with ${from}, and no secret was seen that this could come from.`,
          'See that no workflow on another branch can get that token in the same way.',
        ),
      ]
}

/** Inputs that take secrets of their own, which make no token to publish with. */
const OTHER_INPUTS = ['team-token', 'slack-webhook', 'webhook', 'webhook-secret']

function mayComeFromSecret(job: Job, use: Use): boolean {
  const others = findSecrets(OTHER_INPUTS.map((name) => use.with.get(name))).names
  return listHidden(job).length > 0 || job.secrets.names.some((name) => !others.includes(name))
}

/** A copy that lies open makes the closed one worthless. */
function judgeCopies(
  { secrets: own, organizationSecrets: shared }: Setup,
  used: readonly string[],
): readonly Advice[] {
  return [
    ...judgeOpen(own, used, {
      kind: 'repository secret',
      right: 'Use a token with "Secrets: read", of an administrator.',
      remedy: 'Delete the repository secret, and renew the key: it may have been read.',
    }),
    ...judgeOpen(shared, used, {
      kind: 'organisation secret',
      right:
        'Use a token with "Secrets: read", of an administrator; or see under Settings > Secrets > Actions what the organisation shares.',
      remedy:
        'Take this repository off the organisation secret, or delete it, and renew the key: it may have been read.',
    }),
  ]
}

/** A kind of secret that lies open to all workflows, and what to do about a copy of the gate's there. */
interface OpenKind {
  readonly kind: string
  readonly right: string
  readonly remedy: string
}

function judgeOpen(
  open: Setup['secrets'],
  used: readonly string[],
  { kind, right, remedy }: OpenKind,
): readonly Advice[] {
  if (!open.known) return [cannotRead(`The names of the ${kind}s`, open, right)]
  const copies = used.filter((name) => open.value.includes(name))
  return copies.map((name) =>
    problem(
      `${name} is ${withArticle(kind)} as well, which every workflow on any branch can read.`,
      remedy,
    ),
  )
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

function judgeEnvironment(
  { environments, defaultBranch }: Setup,
  name: string,
  names: string,
): Advice {
  if (name.includes('${{'))
    return advise(
      `The environment "${name}" is put together at run time and was not looked at.`,
      'Name it plainly.',
    )
  if (!environments.known)
    return cannotRead(
      `The environment "${name}"`,
      environments,
      'Use a token with "Actions: read".',
    )
  const found = environments.value.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (found === undefined)
    return problem(
      `There is no environment "${name}": GitHub makes one that every branch may use.`,
      MOVE,
    )
  return judgeBranches(found, names, defaultBranch)
}

const ONLY_DEFAULT =
  'Under Settings > Environments, choose "Selected branches and tags" and name the default branch only.'

function judgeBranches(
  { name, branches }: EnvironmentFacts,
  names: string,
  defaultBranch: string,
): Advice {
  if (branches.kind === 'any')
    return problem(
      `Every branch may use the environment "${name}", and so read ${names}.`,
      ONLY_DEFAULT,
    )
  if (branches.kind === 'protected')
    return advise(
      `Every protected branch may use the environment "${name}": whoever can have one protected reads ${names}.`,
      ONLY_DEFAULT,
    )
  const { patterns } = branches
  if (!patterns.known)
    return cannotRead(
      `The branches of the environment "${name}"`,
      patterns,
      'Use a token with "Actions: read".',
    )
  const others = patterns.value.filter((pattern) => !isDefault(pattern, defaultBranch))
  if (others.length > 0) {
    const which = others.map(({ name: pattern }) => `"${pattern}"`).join(', ')
    return problem(
      `The environment "${name}" admits ${which} beside ${defaultBranch}: a branch or tag so named reads ${names}.`,
      ONLY_DEFAULT,
    )
  }
  return patterns.value.length === 0
    ? advise(
        `The environment "${name}" admits no branch at all, so the gate cannot use it.`,
        ONLY_DEFAULT,
      )
    : good(`Only ${defaultBranch} may use the environment "${name}" with ${names}.`)
}

function isDefault({ name, type }: BranchPattern, defaultBranch: string): boolean {
  return type === 'branch' && name === defaultBranch
}
