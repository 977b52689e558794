import type { CodeownersError, PolicyFiles, SourceFile } from '../evidence.ts'

/**
 * What a server says about how the gate is set up in a repository. The settings are its
 * administrators'; file names, labels and the like may be anybody's who can write, so whoever prints
 * them escapes them. Nothing here is ever part of a verdict about a pull request.
 */
export interface DoctorFacts {
  /** `owner/name` */
  readonly repository: string
  /** GitHub's number of it, by which rulesets name it. */
  readonly repositoryId: number
  /** Whether anybody may fork it: always so in public, where nobody forbade it in private. */
  readonly allowsForks: boolean
  /** What the token of whoever asks may do here. */
  readonly access: Access
  readonly defaultBranch: string
  /** The commit of it that was read. */
  readonly tip: string
  /** The default branch first, then those that the policy says speak for themselves. */
  readonly branches: readonly BranchFacts[]
  readonly rulesets: ReadonlyMap<number, Reading<RulesetFacts>>
  /** Paths of the regular files on the default branch. */
  readonly paths: ReadonlySet<string>
  readonly workflows: Reading<readonly SourceFile[]>
  /** Whether the repository is the action itself, so that `uses: ./` is the gate. */
  readonly isOwnAction: boolean
  /** Where the policy was looked for; null: where the gate looks is put together at run time. */
  readonly policyPath: string | null
  readonly policy: PolicyFiles
  readonly codeowners: SourceFile | null
  readonly codeownersErrors: Reading<readonly CodeownersError[]>
  readonly labels: Reading<readonly string[]>
  readonly tokenDefaults: Reading<TokenDefaults>
  readonly environments: Reading<readonly EnvironmentFacts[]>
  /** Names of the secrets that every workflow of the repository can read. */
  readonly secrets: Reading<readonly string[]>
  /** The same, of those that its organisation shares with it. */
  readonly organizationSecrets: Reading<readonly string[]>
  /** By owner in lower case, such as `@acme/pay`: what it may do here. */
  readonly owners: ReadonlyMap<string, Reading<Access>>
  /** Who has published under the check's name on the newest open pull requests. */
  readonly publishers: Reading<readonly Publisher[]>
  /** Owners and approvers beyond those that were looked up. */
  readonly ownersLeft: number
}

/** Something that was asked for, or why nobody could say. */
export type Reading<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly cause: string }

export type Access = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin'

const ORDER: readonly Access[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin']

/** Whether one access includes another. */
export function isAtLeast(access: Access, wanted: Access): boolean {
  return ORDER.indexOf(access) >= ORDER.indexOf(wanted)
}

/** The access of that name; a role that the server invented counts as the least that it can be. */
export function toAccess(name: string): Access {
  const renamed = { pull: 'read', push: 'write' }[name] ?? name
  return ORDER.find((one) => one === renamed) ?? 'read'
}

export interface BranchFacts {
  /** A name, or an example of one where the policy gives a glob. */
  readonly name: string
  /** As the policy writes it; null for the default branch. */
  readonly glob: string | null
  readonly rules: Reading<readonly BranchRule[]>
  /** The older protection rules; null where there are none. */
  readonly protection: Reading<ClassicProtection | null>
}

/** An active rule of a ruleset. */
export interface BranchRule {
  /** Such as `required_status_checks`. */
  readonly type: string
  readonly rulesetId: number | null
  /** For `required_status_checks`. */
  readonly checks: readonly RequiredCheck[]
  readonly isStrict: boolean
  /** For `workflows`: those that have to pass. */
  readonly workflows: readonly RequiredWorkflow[]
}

/** A workflow that GitHub runs from where a ruleset says, whatever a branch holds. */
export interface RequiredWorkflow {
  readonly path: string
  /** The repository that holds it; null where GitHub does not say. */
  readonly repositoryId: number | null
  /** The branch or tag it is taken from, such as `refs/heads/main`; null: the default branch. */
  readonly ref: string | null
  /** The one commit it is taken from, if any, whatever the branch has become. */
  readonly sha: string | null
}

export interface RequiredCheck {
  readonly context: string
  /** The App it has to come from; null: any source. */
  readonly app: number | null
}

export interface ClassicProtection {
  readonly checks: readonly RequiredCheck[]
  readonly isStrict: boolean
  /** Null where the token does not see it. */
  readonly details: ClassicDetails | null
}

export interface ClassicDetails {
  readonly coversAdmins: boolean
  readonly requiresPull: boolean
  readonly allowsForcePush: boolean
  /** Who may push or merge without a pull request, by name. */
  readonly exempt: readonly string[]
}

export interface RulesetFacts {
  readonly name: string
  /** The organisation or repository it is set in. */
  readonly source: string
  /** Null where the token does not see them. */
  readonly bypass: readonly BypassActor[] | null
}

export interface BypassActor {
  /** `Integration`, `OrganizationAdmin`, `RepositoryRole`, `Team`, `DeployKey`, `User`. */
  readonly type: string
  readonly id: number | null
  /** `always`, `pull_request`, `exempt`. */
  readonly mode: string
}

/** Somebody who published a check run, or a commit status, under the check's name. */
export interface Publisher {
  readonly kind: 'check' | 'status'
  /** The App of a check run; null for a status. */
  readonly app: number | null
  /** The App's name, or the account's. */
  readonly name: string
  readonly pull: number
}

export interface TokenDefaults {
  readonly canWrite: boolean
  readonly canApprove: boolean
}

export interface EnvironmentFacts {
  readonly name: string
  readonly branches: EnvironmentBranches
}

/** Which branches may use an environment: any, the protected ones, or those of these patterns. */
export type EnvironmentBranches =
  | { readonly kind: 'any' }
  | { readonly kind: 'protected' }
  | { readonly kind: 'named'; readonly patterns: Reading<readonly BranchPattern[]> }

export interface BranchPattern {
  readonly name: string
  /** `branch` or `tag`. */
  readonly type: string
}
