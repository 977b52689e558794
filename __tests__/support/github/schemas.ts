import type { components } from '@octokit/openapi-types'

/** GitHub's own description of its answers; whatever the server sends is checked against it by the compiler. */
export type Schemas = components['schemas']

export type User = Schemas['simple-user']
export type App = NonNullable<Schemas['integration']>
export type Repository = Schemas['repository']
export type Commit = Schemas['commit']
export type GitCommit = Schemas['git-commit']
export type DiffEntry = Schemas['diff-entry']
export type Comment = Schemas['issue-comment']
export type CheckRun = Schemas['check-run']
export type Activity = Schemas['activity']
export type Review = Schemas['pull-request-review']
export type TreeAnswer = Schemas['git-tree']

/**
 * A pull request as it is really served: the schema says that the head's repository is always
 * there, but it is null once the fork was deleted, and so is its owner.
 */
export type PullSimple = Omit<Schemas['pull-request-simple'], 'head'> & { head: PullHead }
export type Pull = Omit<Schemas['pull-request'], 'head'> & { head: PullHead }

export interface PullHead {
  label: string
  ref: string
  sha: string
  repo: Repository | null
  user: User | null
}

/** The part of a schema that the server fills in, for answers nobody reads completely. */
export type Part<Name extends keyof Schemas, Key extends keyof NonNullable<Schemas[Name]>> = Pick<
  NonNullable<Schemas[Name]>,
  Key
>
