/** What editors show for each key of a plan. */
export const PLAN_KEYS: Readonly<Record<string, string>> = {
  version: 'The version of this format: 1.',
  id: 'The name of the plan, such as PAY-142.',
  title: 'What the plan is for, in a few words.',
  owner: 'The accountable person, as "@login".',
  risk: 'low, medium, high or critical; the policy may ask more people to sign for more risk.',
  base: 'The branch that the change is to be merged into. Left out: any.',
  branch: 'A glob on the branch that the work is done on. Left out: any.',
  expires: 'The last day, in UTC, on which the plan holds.',
  scope: 'What may change. Nothing else may.',
  'scope.must': 'Paths or globs, of which each has to match at least one changed file.',
  'scope.may': 'Paths or globs that may change as well.',
  acceptance: 'When the work is done.',
  'acceptance.id': 'The name of the criterion, such as AC1.',
  'acceptance.criterion': 'What has to be true, in words.',
  'acceptance.tests': 'The tests that show it: full names, the ends of names, or globs.',
  'acceptance.manual': 'true: a code owner accepts it with the label "accepted/ID".',
}
