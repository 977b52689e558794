import { POLICY_PATH } from '../../engine/places.ts'
import type { ActionPin, WorkflowFinding } from './findings.ts'
import { GATE_NAME, SIGNAL_NAME } from './findings.ts'
import { asComment, quote, toNamePattern } from './quote.ts'

/** The action that makes a token of a GitHub App, by the commit of its release. */
const APP_TOKEN_ACTION =
  'actions/create-github-app-token@1b10c78c7865c340bc4f6099eb2f838309f1e8c3 # v3.1.1'

/** Keeps the decision record, by the commit of its release; the documents show the same pin. */
const UPLOAD_ACTION = 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1'

/**
 * The gate's workflow. The README shows the same; a test holds them together.
 * @param ci workflows whose end brings test results
 */
export function renderGateWorkflow(
  action: ActionPin,
  branch: string | null,
  ci: readonly WorkflowFinding[],
): string {
  const names = new Set([...ci.map(({ name }) => toNamePattern(name)), SIGNAL_NAME])
  return `# The merge gate for pull requests of coding agents. It needs this file and ${POLICY_PATH}
# on the default branch; documents: ${documentAt(action, 'README.md')}
name: ${GATE_NAME}

on:
  # GitHub takes this file from the default branch, so a pull request cannot change what judges it.
  pull_request_target:
    types: [opened, reopened, synchronize, edited, ready_for_review, labeled, unlabeled]
  merge_group:
  # Looks again when test results or a review are there. These are names of workflows: rename both.
  workflow_run:
    workflows:
${[...names].map((name) => `      - ${quote(name)}`).join('\n')}
    types: [completed]
  # A comment "/countersign" asks for another look.
  issue_comment:
    types: [created]
  # Where plans are kept in issues: looks again when one is approved there.
  # issues:
  #   types: [labeled, unlabeled]
  # Looks at every open pull request once a day, for plans that expire.
  # schedule:
  #   - cron: "17 4 * * *"

permissions: {}

jobs:
  # Do not name the job like the check, "countersign": a job is a check as well, and this one is green
  # whatever the verdict.
  judge:
    name: Judge the pull request
    if: >-
      \${{ github.event_name != 'issue_comment' ||
      (github.event.issue.pull_request && startsWith(github.event.comment.body, '/countersign')) }}
    # Of the job, not of the workflow: a mere comment must not push a judgement out of the queue.
    concurrency:
      group: countersign-\${{ github.event.pull_request.number || github.event.issue.number || github.run_id }}
    runs-on: ubuntu-latest
    timeout-minutes: 15
${describeEnvironment(branch)}
    permissions:
      contents: read
      pull-requests: write
      checks: write
      issues: read
      actions: read
    # There is no checkout, and none belongs here: what a pull request wrote is read as data, never run.
    steps:
${describeApp(action)}
      - uses: ${action.repository}@${action.commit}
        id: gate
        with:
          # The published check "countersign" is the one to require; a red job would outlive a later pass.
          fail-on-block: false
          # github-token: \${{ steps.app.outputs.token }}
${describeArchive(action)}
`
}

/** Without a record, a run was about no pull request or broke off, and there is nothing to keep. */
function describeArchive(action: ActionPin): string {
  return `      # Keeps the decision record with its run. Artifacts expire; audits that look further back need a copy
      # elsewhere: ${documentAt(action, 'docs/auditors.md#where-records-are-kept')}
      - uses: ${UPLOAD_ACTION}
        if: \${{ always() && steps.gate.outputs.decision != '' }}
        with:
          name: countersign-decision-\${{ github.run_id }}-\${{ github.run_attempt }}
          path: \${{ steps.gate.outputs.decision }}
          retention-days: 90
          if-no-files-found: error`
}

function describeEnvironment(branch: string | null): string {
  const only = branch === null ? 'the default branch' : `"${asComment(branch)}"`
  return `    # For the App below: an environment named "countersign" with one secret, the App's key, and with
    # ${only} as its only deployment branch, so that no other branch can read the key.
    # Merge groups run on branches of their own and are not admitted; leave "merge_group" out then.
    # environment: countersign`
}

function describeApp(action: ActionPin): string {
  return `      # As it stands, any workflow on any branch can publish a check of the same name. That is enough to
      # observe. To enforce, publish with a GitHub App of your own: take the "# " away from this step,
      # "environment" and "github-token", and require the check from that App. The App may write checks and
      # pull requests and read contents, issues and actions; to be a "team-token" too, members of the
      # organisation.
      # ${documentAt(action, 'docs/security-model.md#the-check-itself')}
      # - uses: ${APP_TOKEN_ACTION}
      #   id: app
      #   with:
      #     client-id: CLIENT_ID
      #     private-key: \${{ secrets.COUNTERSIGN_PRIVATE_KEY }}`
}

/** A document of exactly the version in use. */
export function documentAt({ repository, commit }: ActionPin, path: string): string {
  return `https://github.com/${repository}/blob/${commit}/${path}`
}

/** The workflow whose end tells the gate about a review. */
export function renderSignalWorkflow(): string {
  return `# Does nothing. Its end tells the gate, in countersign.yml, that somebody reviewed a pull request.
#
# For reviews GitHub runs the copy of a workflow that the pull request brings, which nobody can trust to
# judge. So the gate waits for this one to finish, and runs from the default branch itself. What a pull
# request changes here can at most hide a review until somebody comments "/countersign".
name: ${SIGNAL_NAME}

on:
  pull_request_review:
    types: [submitted, edited, dismissed]

permissions: {}

jobs:
  signal:
    name: A review was given
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    steps:
      - run: echo "The gate looks again when this has ended."
`
}
