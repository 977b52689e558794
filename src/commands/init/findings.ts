import type { KnownSign } from '../../engine/agent.ts'
import { PLANS_FOLDER } from '../../engine/places.ts'

/**
 * What `init` knows of a repository before it proposes anything. All text in it was written by whoever
 * may push there: it is quoted where it enters a file and escaped where it is shown.
 */
export interface Findings {
  /** `owner/name` from `remote.origin.url`. */
  readonly repository: string | null
  readonly defaultBranch: { readonly name: string; readonly source: string } | null
  readonly agents: AgentFindings
  readonly codeowners: CodeownersFinding | null
  readonly runners: readonly Runner[]
  readonly workflows: readonly WorkflowFinding[]
  /** Paths of what an earlier set-up left, sorted. */
  readonly setUp: readonly string[]
  /** `@login` of who sets it up; null when nobody said. */
  readonly owner: string | null
  readonly action: ActionPin
}

export interface AgentFindings {
  readonly signs: readonly KnownSign[]
  /** Files that steer agents, such as `CLAUDE.md`. */
  readonly settings: readonly string[]
  /** Logins of bots that the shipped list does not know, such as `acme-coder[bot]`. */
  readonly otherBots: readonly string[]
  /** Logins of the well-known bots that only update dependencies. */
  readonly dependencyBots: readonly string[]
  /** How many commits were looked at, and whether there are more. */
  readonly commits: number
  readonly isCut: boolean
}

export interface CodeownersFinding {
  readonly path: string
  /** `@login`, `@organisation/team` or an address, sorted. */
  readonly owners: readonly string[]
}

/** A test runner, and the file that names it. */
export interface Runner {
  readonly name: string
  readonly source: string
}

export interface WorkflowFinding {
  readonly path: string
  /** What GitHub calls it: its `name`, or its path where it has none. */
  readonly name: string
  /** Whether it runs for pull requests or pushes. */
  readonly isForChanges: boolean
  /** The first command in it that runs tests. */
  readonly testCommand: string | null
  /** Names of artifacts that look like test reports, as globs. */
  readonly artifacts: readonly string[]
  /** It stands where the gate does, or uses an action of its name. */
  readonly isGate: boolean
  /** The actions of the gate's name that it uses, as `owner/countersign@ref`; the author's words. */
  readonly gateUses: readonly string[]
  /** The workflows whose end it waits for, as it names them. */
  readonly waitsFor: readonly string[]
  /** It could not be read as a workflow. */
  readonly isUnreadable: boolean
}

/** Which action the workflow uses. */
export interface ActionPin {
  /** `owner/countersign` */
  readonly repository: string
  /** 40 hex digits, or the placeholder. */
  readonly commit: string
  /** Where this is known from, in words. */
  readonly source: string
  readonly isPlaceholder: boolean
}

/** A file that `init` would write. */
export interface ProposedFile {
  /** From the top of the work tree. */
  readonly path: string
  readonly text: string
  /** What it is for, in a few words. */
  readonly purpose: string
}

export const GATE_PATH = '.github/workflows/countersign.yml'
export const SIGNAL_PATH = '.github/workflows/countersign-signal.yml'
export const PLAN_PATH = `${PLANS_FOLDER}/set-up-countersign.yml`
/** The branches of the two steps that the first plan is for. */
export const SET_UP_BRANCH = 'countersign-set-up'
export const ENFORCE_BRANCH = 'countersign-enforce'
export const SETTINGS_PATH = '.claude/settings.json'
/** What the gate's workflow is called. */
export const GATE_NAME = 'Countersign'
/** By this name the gate's workflow waits for the signal. */
export const SIGNAL_NAME = 'Countersign signal'
