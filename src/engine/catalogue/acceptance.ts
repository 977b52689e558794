import { type RulePage, softenBy } from './page.ts'

const RELAX = `\`acceptance.required: false\` asks for no results. ${softenBy('acceptance')}`
const CI = '.github/workflows/ci.yml'

/** Whether the plan's criteria are met by tests that really ran on this head. */
export const ACCEPTANCE_PAGES: readonly RulePage[] = [
  {
    rule: 'acceptance/no-results',
    when: 'A criterion names tests, and there is no result to read: no run on the head, no artifact, no report, no test that ran; or the plan has no criterion at all.',
    protects: 'A test that did not run has shown nothing.',
    causes: [
      'The workflow has not run on the head, or is still running.',
      'Its run left no artifact of that name, or the artifact has expired.',
      'The artifact holds no test report, or a report without a test that ran.',
      'GitHub does not show the runs, because the job of the gate lacks `actions: read`.',
      'The policy names no workflow, or the plan no criterion.',
      'A local check was given no `--results`.',
    ],
    steps: [
      'Author: let the workflow run on the present head; the gate looks again when it has finished.',
      'Author: locally, run the tests and name their reports with `--results FILE`.',
      'Maintainer: see that the workflow uploads the reports under the name in `acceptance.results`.',
    ],
    relax: RELAX,
    related: ['acceptance/missing-test', 'acceptance/stale', 'acceptance/malformed'],
    example: {
      level: 'deny',
      evidence: { workflow: CI, artifact: 'test-results*', cause: 'still running' },
    },
  },
  {
    rule: 'acceptance/malformed',
    when: 'A test report is truncated, malformed, too large, of no known format, or its totals disagree with its tests.',
    protects: 'A report that was cut short or touched up may hide the test that failed.',
    causes: [
      'The file is cut short, or not of its format.',
      'Its totals are not those of the tests it lists.',
      'It is of no format that the gate knows, often because a shell wrote the output of a runner into it.',
      'It is too large, or an XML file with a DOCTYPE.',
    ],
    steps: [
      'Author: let the runner write the report itself, such as with `--outputFile FILE`, and run the tests again.',
      'Author: `countersign plan lint PLAN --results FILE` reads it the same way.',
    ],
    relax: RELAX,
    related: ['acceptance/no-results', 'acceptance/duplicate'],
    example: {
      level: 'deny',
      evidence: {
        report: 'test-results/junit.xml',
        cause: 'inconsistent',
        detail: 'line 3: a suite states 9 tests and lists 10',
      },
    },
  },
  {
    rule: 'acceptance/stale',
    when: 'Test results are of another commit than the head, or nothing says that they are of the head.',
    protects: 'Tests that passed before the last push say nothing about what it brought.',
    steps: [
      'Author: let the workflow run on the present head.',
      'Maintainer: use the input `results` only in a workflow whose event names the commit.',
    ],
    relax: RELAX,
    related: ['acceptance/no-results', 'acceptance/untrusted-workflow'],
    example: {
      level: 'deny',
      evidence: { workflow: CI, artifact: 'test-results', cause: 'another commit' },
    },
  },
  {
    rule: 'acceptance/untrusted-workflow',
    when: 'The workflow that made the results differs between base and head, or its run may have tested something else: it was started for another pull request of the branch, or before the base was changed.',
    protects: 'An agent that can change the workflow can have it write whatever report it likes.',
    causes: [
      'This change alters the workflow.',
      'The base branch has changed it since the branch left it, or has no such workflow.',
      'The run was started for another pull request of the branch, or before the base was changed.',
    ],
    steps: [
      'Author: take the change to the workflow out of this pull request and have it merged on its own first.',
      'Author: if the base moved on, update the branch and let the tests run again.',
    ],
    relax: `\`acceptance.results\` names the workflows that count. ${RELAX}`,
    related: ['acceptance/guard-changed', 'acceptance/stale'],
    example: { level: 'deny', evidence: { workflow: CI, cause: 'changed' } },
  },
  {
    rule: 'acceptance/guard-changed',
    when: 'A file that the policy names as a guard of the tests changes.',
    protects: 'A test configuration decides which tests run and what counts as passing.',
    steps: ['Owner of this path: see whether the tests still prove what they did, and approve.'],
    relax: `\`guard\` under \`acceptance.results\` lists these files. ${softenBy('acceptance')}`,
    related: ['acceptance/untrusted-workflow', 'path/<id>'],
    example: { level: 'approve', path: 'jest.config.mjs', evidence: { workflow: CI } },
  },
  {
    rule: 'acceptance/missing-test',
    when: 'A test that a criterion names is in no report; names that only look like it do not count.',
    protects:
      'The plan says which test proves the work. Another one, however alike, was not agreed to.',
    causes: [
      'No report lists the test.',
      'A report lists a test whose name only looks the same: other case, other spaces, look-alike letters.',
    ],
    steps: [
      'Author: write the test under exactly this name and let it run.',
      'Plan owner: or correct the name in the plan, and have the plan approved again.',
    ],
    relax: RELAX,
    related: ['acceptance/no-results', 'acceptance/duplicate', 'acceptance/skipped'],
    example: {
      level: 'deny',
      evidence: {
        criterion: 'AC1',
        test: 'retries three times',
        cause: 'not in any report',
        nearest: ['webhooks/retry › retries 3 times'],
      },
    },
  },
  {
    rule: 'acceptance/failed',
    when: 'A named test failed, passed only when it was tried again, or ended in an unknown way, in any report; the run failed outside its tests, or did not succeed.',
    protects: 'What was agreed to be true is not, or not always.',
    causes: [
      'The test failed in at least one report.',
      'It passed only at a second try.',
      'It ended in a way that the gate does not know.',
      'The run failed outside of its tests, so results may be missing.',
    ],
    steps: ['Author: make it pass at the first try, wherever its results come from.'],
    relax: RELAX,
    related: ['acceptance/skipped', 'acceptance/missing-test'],
    example: {
      level: 'deny',
      evidence: {
        criterion: 'AC1',
        test: 'retries three times',
        tests: ['webhooks/retry › retries three times'],
        test_count: 1,
        reports: ['node-20/jest.json'],
        causes: ['flaky'],
      },
    },
  },
  {
    rule: 'acceptance/skipped',
    when: 'A named test was skipped or is still to be written, in any report.',
    protects: 'A skipped test is green in every summary and has shown nothing.',
    steps: ['Author: let the test run and pass wherever its results come from.'],
    relax: RELAX,
    related: ['acceptance/failed', 'acceptance/missing-test'],
    example: {
      level: 'deny',
      evidence: {
        criterion: 'AC1',
        test: 'retries three times',
        tests: ['webhooks/retry › retries three times'],
        test_count: 1,
        reports: ['windows/jest.json'],
        causes: ['skipped'],
      },
    },
  },
  {
    rule: 'acceptance/duplicate',
    when: "A name is the end of several tests' names, one report lists the test more than once, or a run left two artifacts of one name.",
    protects: 'Of two tests with one name the green one would be shown.',
    causes: [
      'The name in the plan is the end of several names.',
      'One report lists the test more than once.',
      'A run left two artifacts of one name.',
    ],
    steps: [
      'Plan owner: give the full name of the test that is meant.',
      'Author: give every test, and every artifact, a name of its own.',
    ],
    relax: RELAX,
    related: ['acceptance/missing-test', 'acceptance/malformed'],
    example: {
      level: 'deny',
      evidence: {
        criterion: 'AC1',
        test: 'retries three times',
        cause: 'ambiguous',
        tests: ['mails › retries three times', 'webhooks/retry › retries three times'],
        test_count: 2,
        reports: ['jest.json'],
      },
    },
  },
  {
    rule: 'acceptance/always-green',
    when: 'A named test passes on the base commit too, where tests have to be red before they are green.',
    protects: 'A test that passes without the change does not test the change.',
    steps: ['Author: write a test that fails on the base and passes with the change.'],
    relax: `\`acceptance.red_green: false\` does not compare with the base. ${softenBy('acceptance')}`,
    related: ['acceptance/no-base-report', 'acceptance/failed'],
    example: {
      level: 'deny',
      evidence: {
        criterion: 'AC1',
        test: 'retries three times',
        tests: ['webhooks/retry › retries three times'],
        test_count: 1,
        reports: ['base/jest.json'],
        causes: ['passed'],
      },
    },
  },
  {
    rule: 'acceptance/no-base-report',
    when: 'Tests have to be red before they are green, and what a finished run left of the base commit cannot be read completely.',
    protects: 'Whether a test was red on the base can be told only from a report of the base.',
    steps: [
      'Maintainer: let the workflow run the tests on the base commit too, and keep its report.',
    ],
    relax: `\`acceptance.red_green: false\` does not compare with the base. ${softenBy('acceptance')}`,
    related: ['acceptance/always-green', 'acceptance/no-results'],
    example: { level: 'deny', evidence: { cause: 'there is none' } },
  },
  {
    rule: 'acceptance/not-accepted',
    levels: 'deny; info in a local check',
    when: 'A criterion with `manual: true` has no label `accepted/<id>` by an owner, or one that does not count.',
    protects: 'What no test can show, a person has to have looked at.',
    causes: [
      'Nobody has applied the label.',
      'Whoever applied it is no owner, had a part in the change, or applied it to an earlier state.',
    ],
    steps: [
      'Code owner: see whether the criterion is met, and apply the label if it is.',
      'Code owner: a label that does not count has to come off first.',
    ],
    relax: RELAX,
    related: ['approval/missing', 'approval/stale'],
    example: {
      level: 'deny',
      evidence: {
        criterion: 'AC2',
        text: 'The runbook explains the new alert.',
        label: 'accepted/AC2',
      },
    },
  },
]
