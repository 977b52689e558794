import { OUTDATED } from '../approvals/signatures.ts'
import type { BareFinding, FindingEvidence } from '../finding.ts'
import { TAKEN_OFF } from '../taken-off.ts'
import { join, listAll, SHOWN, text } from './facts.ts'
import type { Words } from './index.ts'

/** The catalogue's entries for acceptance criteria and the test reports that meet them. */
export const ACCEPTANCE_WORDING: Readonly<Record<string, (finding: BareFinding) => Words>> = {
  'acceptance/no-results': ({ evidence }) => noResults(evidence),
  'acceptance/malformed': ({ evidence }) => malformed(evidence),
  'acceptance/stale': ({ evidence }) => stale(evidence),
  'acceptance/untrusted-workflow': ({ evidence }) => untrusted(evidence),
  'acceptance/guard-changed': ({ evidence }) => ({
    message: `This file decides how the tests of ${text(evidence, 'workflow')} run, and this change alters it.`,
    remedy: 'Owner of this path: see whether the tests still prove what they did, and approve.',
  }),
  'acceptance/missing-test': ({ evidence }) => missing(evidence),
  'acceptance/failed': ({ evidence }) => failed(evidence),
  'acceptance/skipped': ({ evidence }) => ({
    message: `${subject(evidence)} ${howItWasSkipped(evidence)}${where(evidence)}.`,
    remedy:
      'Author: let the test run and pass wherever its results come from; a skipped test meets no criterion.',
  }),
  'acceptance/duplicate': ({ evidence }) =>
    evidence?.cause === 'two artifacts of one name'
      ? {
          message: `The run of ${text(evidence, 'workflow')} left two artifacts of one name ("${text(evidence, 'artifact')}"), so nobody can say which counts.`,
          remedy: 'Author: give every artifact a name of its own, and run the workflow again.',
        }
      : evidence?.cause === 'ambiguous'
        ? {
            message: `${subject(evidence)} is the end of several names: ${tests(evidence)}.`,
            remedy: 'Plan owner: give the full name of the test that is meant.',
          }
        : {
            message: `${subject(evidence)} is listed more than once in one report${fullNames(evidence)}${where(evidence)}.`,
            remedy:
              'Author: give every test a name of its own, and write one report for each run of the tests.',
          },
  'acceptance/always-green': ({ evidence }) => ({
    message: `${subject(evidence)} passes without this change too${where(evidence)}, so it does not show that the change works.`,
    remedy: 'Author: write a test that fails on the base and passes with the change.',
  }),
  'acceptance/no-base-report': ({ evidence }) => ({
    message: `Whether the tests fail without this change cannot be told from a report of the base: ${text(evidence, 'cause')}.`,
    remedy:
      'Maintainer: let the workflow run the tests on the base commit too and keep its report.',
  }),
  'acceptance/not-accepted': ({ evidence }) => notAccepted(evidence),
}

/** Why no report can be made out is mostly that a shell wrote the file, with all that was printed. */
function malformed(evidence: FindingEvidence | undefined): Words {
  const isAmongNoise = evidence?.cause === 'unknown-format' || evidence?.cause === 'malformed'
  const how = isAmongNoise
    ? 'let the runner write the report itself, such as with "--outputFile FILE" in place of "> FILE 2>&1"'
    : 'run the tests again so that the runner writes the whole report'
  return {
    message: `The test report ${text(evidence, 'report')} cannot be relied on: ${text(evidence, 'detail')}.`,
    remedy: `Author: ${how}; "countersign plan lint --results FILE" reads it the same way.`,
  }
}

function notAccepted(evidence: FindingEvidence | undefined): Words {
  const criterion = `the criterion ${text(evidence, 'criterion')}: ${text(evidence, 'text')}`
  const label = `the label "${text(evidence, 'label')}"`
  if (evidence?.why === undefined) {
    return {
      message: `Nobody has accepted ${criterion}`,
      remedy: `Code owner: see whether it is met, and apply ${label} if it is.`,
    }
  }
  const who = evidence.actor === '' ? 'somebody' : text(evidence, 'actor')
  return {
    message: `The label "${text(evidence, 'label')}" by ${who} does not count, because ${who} ${text(evidence, 'why')}. Nobody has accepted ${criterion}`,
    remedy: OUTDATED.has(evidence.problem)
      ? `Code owner: see whether it is still met, and apply ${label} again if it is; ${TAKEN_OFF}.`
      : `Code owner: see whether it is met; if it is, take ${label} off and apply it again.`,
  }
}

function stale(evidence: FindingEvidence | undefined): Words {
  return evidence?.input === undefined
    ? {
        message: `The artifact "${text(evidence, 'artifact')}" of ${text(evidence, 'workflow')} is of another commit than the present head.`,
        remedy: 'Author: let the workflow run on the present head.',
      }
    : {
        message: `The event that started this run does not say that the files of the input "${text(evidence, 'input')}" are of the present head commit.`,
        remedy:
          'Maintainer: use that input in a workflow for pull_request_target, workflow_run or merge_group, whose event names the commit; or let the gate read artifacts.',
      }
}

function untrusted(evidence: FindingEvidence | undefined): Words {
  const workflow = text(evidence, 'workflow')
  switch (evidence?.cause) {
    case 'absent':
      return {
        message: `Test results of ${workflow} prove nothing here: the base branch has no such workflow.`,
        remedy:
          'Maintainer: name a workflow of the base branch in the policy, or merge this one on its own first.',
      }
    case 'outdated':
      return {
        message: `Test results of ${workflow} prove nothing here: the base branch has changed it since this branch left it.`,
        remedy: 'Author: update the branch from its base, and let the tests run again.',
      }
    case 'another base':
    case 'another pull request':
      return {
        message: `The run of ${workflow} on this commit proves nothing here: ${describeDoubt(evidence)}.`,
        remedy:
          'Author: leave only this pull request open on the branch and push a commit, so that the workflow runs for this one; if the other one had another base, open this one from a branch of its own.',
      }
    default:
      return {
        message: `Test results of ${workflow} prove nothing here: this change alters it.`,
        remedy:
          'Author: take the change to the workflow out of this pull request and have it merged on its own first.',
      }
  }
}

function describeDoubt(evidence: FindingEvidence): string {
  return evidence.cause === 'another base'
    ? 'it was started before the base branch was changed'
    : `it may have been started for pull request #${text(evidence, 'other')}, which has the same branch`
}

function noResults(evidence: FindingEvidence | undefined): Words {
  switch (evidence?.cause) {
    case 'the plan has no criteria':
      return {
        message: 'The policy requires acceptance criteria, and there are none to meet.',
        remedy: 'Plan owner: say in the plan, under "acceptance", when the work is done.',
      }
    case 'local check':
      return {
        message: 'No test results were given, so no criterion is known to be met.',
        remedy: 'Author: run the tests and name their reports with "--results FILE".',
      }
    case 'no source':
      return {
        message: 'The policy requires test results and does not say which workflow writes them.',
        remedy: 'Maintainer: name workflow and artifact under "acceptance.results" in the policy.',
      }
    case 'no run':
      return {
        message: `${text(evidence, 'workflow')} has not run on the present head commit.`,
        remedy: 'Author: let the workflow run; the gate looks again when it has finished.',
      }
    case 'still running':
      return {
        message: `${text(evidence, 'workflow')} is still running on the present head commit.`,
        remedy: 'Nobody has to do anything; the gate looks again when it has finished.',
      }
    case 'no artifact':
      return {
        message: `The run of ${text(evidence, 'workflow')} left no artifact named "${text(evidence, 'artifact')}".`,
        remedy: 'Author: see in its log why the test reports were not uploaded, and run it again.',
      }
    case 'withheld':
      return {
        message: `GitHub did not show what the runs of ${text(evidence, 'workflow')} left on the commit.`,
        remedy:
          'Maintainer: give the job of the gate "permissions: actions: read"; if it has that, run the workflow again.',
      }
    case 'expired':
      return {
        message: `The artifact "${text(evidence, 'artifact')}" of ${text(evidence, 'workflow')} has expired.`,
        remedy: 'Author: run the workflow again on the present head.',
      }
    case 'no report':
      return {
        message:
          evidence?.workflow === undefined
            ? 'There is no test report, so no criterion is known to be met.'
            : `The artifact "${text(evidence, 'artifact')}" of ${text(evidence, 'workflow')} holds no test report.`,
        remedy: 'Author: let the tests run on the present head and have them write a report.',
      }
    case 'no file':
      return {
        message: `No file matches "${text(evidence, 'artifact')}", so no criterion is known to be met.`,
        remedy:
          'Maintainer: see that an earlier step of the job writes the reports, and the input "results".',
      }
    case 'no-tests':
      return {
        message: `The test report ${text(evidence, 'report')} lists no test that ran.`,
        remedy: 'Author: see why no test ran, and run the workflow again.',
      }
    default:
      return {
        message: 'There are no test results, so no criterion is known to be met.',
        remedy: 'Author: let the tests run on the present head and have them write a report.',
      }
  }
}

function missing(evidence: FindingEvidence | undefined): Words {
  const nearest = join(listAll(evidence, 'nearest'), '; ')
  const message = `${subject(evidence)} is in no test report`
  if (evidence?.cause === 'only a look-alike') {
    return {
      message: `${message}; what is there only looks like it: ${nearest}.`,
      remedy: 'Author: name the test exactly as the plan does, character for character.',
    }
  }
  return {
    message: nearest === '' ? `${message}.` : `${message}. Similar names: ${nearest}.`,
    remedy:
      'Author: write the test under exactly this name and let it run, or ask for the plan to be corrected and approved again.',
  }
}

function failed(evidence: FindingEvidence | undefined): Words {
  if (evidence?.cause === 'run') {
    return {
      message: `The run of ${text(evidence, 'workflow')} did not succeed (${text(evidence, 'ended')}), so results may be missing.`,
      remedy: 'Author: see the log of that run, mend what failed, and run it again.',
    }
  }
  if (evidence?.cause === 'run-failed') {
    return {
      message: `The run that wrote the test report ${text(evidence, 'report')} failed outside its tests: ${text(evidence, 'detail')}.`,
      remedy: 'Author: see the log of that run, mend what broke it, and run the tests again.',
    }
  }
  return {
    message: `${subject(evidence)} did not pass: ${tests(evidence)} ${howItFailed(evidence)}${where(evidence)}.`,
    remedy: 'Author: make it pass at the first try, wherever its results come from.',
  }
}

function howItWasSkipped(evidence: FindingEvidence | undefined): string {
  return join(listAll(evidence, 'causes')) === 'todo'
    ? `did not pass: ${tests(evidence)} is still to be written, or is expected to fail`
    : `did not run: ${tests(evidence)} was skipped`
}

const FAILURES: Readonly<Record<string, string>> = {
  failed: 'failed',
  flaky: 'passed only when it was tried again',
  unknown: 'ended in a way that the gate does not know',
}

function howItFailed(evidence: FindingEvidence | undefined): string {
  const causes = evidence?.causes
  if (!Array.isArray(causes)) return 'failed'
  return causes.map((cause) => FAILURES[String(cause)] ?? 'failed').join(', or ')
}

/** `The test "a › b" of criterion AC1` */
function subject(evidence: FindingEvidence | undefined): string {
  return `The test "${text(evidence, 'test')}" of criterion ${text(evidence, 'criterion')}`
}

/** The full names; `it` where they say no more than the plan. */
function tests(evidence: FindingEvidence | undefined): string {
  const names = evidence?.tests
  if (!Array.isArray(names) || (names.length === 1 && names[0] === evidence?.test)) return 'it'
  const count = Number(evidence?.test_count ?? names.length)
  const shown = names.slice(0, SHOWN).map((name) => `"${name}"`)
  return `${shown.join(', ')}${count > shown.length ? ` and ${count - shown.length} more` : ''}`
}

/** `: "a › b"`, and nothing where the plan says as much. */
function fullNames(evidence: FindingEvidence | undefined): string {
  const names = tests(evidence)
  return names === 'it' ? '' : `: ${names}`
}

function where(evidence: FindingEvidence | undefined): string {
  const reports = join(listAll(evidence, 'reports'))
  return reports === '' ? '' : ` (${reports})`
}
