import { each, ISSUE, type Outcome, PULL, REPO, type Row, SAME } from './row.ts'

const unread = (words: string): Outcome => ({
  becomes: 'block',
  rule: 'evidence/incomplete',
  words,
})
const blocks = (rule: string, words: string): Outcome => ({ becomes: 'block', rule, words })

const WITHHELD = blocks('acceptance/no-results', 'GitHub did not show')
const withheld = each(['forbidden', 'missing'], WITHHELD)
const gone = each(['missing', 'conflict', 'refused'], SAME)

/** What a verdict is made of. */
export const READS: readonly Row[] = [
  {
    request: `GET ${PULL}`,
    use: 'the pull request itself, and whether it moved meanwhile',
    scene: 'whole',
    fails: unread('pull request #7'),
  },
  {
    request: `GET ${REPO}/git/ref/{ref}`,
    use: 'the tip of the base, which policy and owners are read at',
    scene: 'whole',
    fails: unread('the tip of main'),
  },
  {
    request: `GET ${PULL}/files`,
    use: 'the changed files as GitHub lists them',
    scene: 'whole',
    fails: unread('the list of changed files'),
  },
  {
    request: `GET ${REPO}/git/trees/{tree_sha}`,
    use: 'the changed files as the commits have them',
    scene: 'whole',
    fails: unread('the tree of'),
  },
  {
    request: `GET ${REPO}/git/blobs/{file_sha}`,
    use: 'policy, owners, plans, and contents that no patch shows',
    scene: 'whole',
    fails: unread('the content of'),
  },
  {
    request: `GET ${REPO}/tarball/{ref}`,
    use: 'many contents at once; without it they are asked for one by one',
    scene: 'unpatched',
    bytes: true,
    fails: SAME,
  },
  {
    request: `GET ${REPO}/compare/{basehead}`,
    use: 'the commits, and where they leave the base',
    scene: 'whole',
    fails: unread('the comparison of base and head'),
  },
  {
    request: `GET ${REPO}/git/commits/{commit_sha}`,
    use: 'what merging would really do',
    scene: 'whole',
    fails: unread('commit'),
  },
  {
    request: `GET ${REPO}/activity`,
    use: 'where the branch stood when a label was applied; without it only reviews of the head count',
    scene: 'whole',
    fails: SAME,
  },
  {
    request: `GET ${REPO}/activity`,
    use: 'the same, where a label is all there is',
    scene: 'signed',
    fails: blocks('approval/stale', 'alice'),
  },
  {
    request: `GET ${ISSUE}/7/events`,
    use: 'who labelled when',
    scene: 'whole',
    fails: unread('the events of #7'),
  },
  {
    request: `GET ${PULL}/reviews`,
    use: 'who approved which commit',
    scene: 'whole',
    fails: unread('the reviews of #7'),
  },
  {
    request: `GET ${ISSUE}/9`,
    use: 'the plan in an issue',
    scene: 'whole',
    fails: unread('issue #9'),
  },
  {
    request: `GET ${ISSUE}/9/events`,
    use: 'who approved the plan in an issue',
    scene: 'whole',
    fails: unread('the events of #9'),
  },
  {
    request: 'POST /graphql',
    use: 'when the issue was last edited; unknown counts as since it was approved',
    scene: 'whole',
    fails: blocks('plan/stale-approval', 'edit'),
    repeatable: true,
  },
  {
    request: `GET ${REPO}/commits/{ref}/check-runs`,
    use: 'what the gate reported before somebody signed; of a head that is gone, or that may not be asked about, nothing',
    scene: 'whole',
    fails: unread('the check runs of'),
    but: { ...gone, forbidden: SAME },
  },
  {
    request: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
    only: 'GET /orgs/acme/teams/pay/memberships/carol',
    use: 'whether who signed is a member; 404 is how GitHub says no',
    scene: 'whole',
    fails: blocks('approval/unresolved-team', '@acme/pay'),
    but: { missing: blocks('approval/missing', '@acme/pay') },
  },
  {
    request: 'GET /orgs/{org}/teams/{team_slug}',
    use: 'whether the token can see a team whose members are all said not to be any',
    scene: 'team',
    fails: blocks('approval/unresolved-team', '@acme/ops'),
  },
  {
    request: `GET ${REPO}/codeowners/errors`,
    use: 'which lines of CODEOWNERS GitHub skips; 404 from servers without the list',
    scene: 'whole',
    fails: unread('the errors in CODEOWNERS'),
    but: { missing: SAME },
  },
  {
    request: `GET ${REPO}/actions/runs`,
    use: 'the runs that tested the head',
    scene: 'whole',
    fails: unread('the workflow runs of'),
    but: withheld,
  },
  {
    request: `GET ${REPO}/actions/runs/{run_id}/artifacts`,
    use: 'what a run left',
    scene: 'whole',
    fails: unread('the artifacts of run 501'),
    but: withheld,
  },
  {
    request: `GET ${REPO}/actions/artifacts/{artifact_id}/{archive_format}`,
    use: 'where a report can be downloaded',
    bytes: true,
    scene: 'whole',
    fails: unread('artifact'),
    but: {
      ...withheld,
      ...each(['strange', 'page'], blocks('acceptance/malformed', 'its digest differs')),
    },
  },
  {
    request: 'GET /_storage/{id}',
    use: 'the report itself, from the storage that the answer before names',
    bytes: true,
    scene: 'whole',
    fails: unread('artifact'),
    but: {
      ...withheld,
      ...each(['strange', 'page'], blocks('acceptance/malformed', 'its digest differs')),
    },
  },
  {
    request: `GET ${REPO}/pulls?head={owner}:{branch}`,
    use: 'whether a run may belong to another pull request',
    scene: 'whole',
    fails: unread('the pull requests of the branch'),
  },
  {
    request: `GET ${REPO}/commits/{commit_sha}/pulls`,
    use: 'who shares the head; the open pull requests tell it as well',
    scene: 'whole',
    fails: SAME,
  },
  {
    request: `GET ${REPO}/pulls?state=open`,
    use: 'the same, when the commit does not tell',
    scene: 'unlisted',
    fails: unread('the open pull requests'),
  },
  {
    request: `GET ${ISSUE}/7/comments`,
    use: 'the reason for an override',
    scene: 'override',
    fails: unread('the comments of #7'),
  },
  {
    request: `GET ${REPO}/commits/{commit_sha}/pulls`,
    use: 'the pull request of a finished workflow; the open ones tell it as well',
    scene: 'woken',
    fails: SAME,
  },
  {
    request: `GET ${REPO}/pulls?state=open`,
    use: 'which pull requests to judge on a schedule',
    scene: 'sweep',
    fails: { becomes: 'nothing', words: 'it could not read the open pull requests' },
  },
  {
    request: `GET ${REPO}/compare/{basehead}`,
    use: 'the commits of a merge group',
    scene: 'queue',
    fails: unread('the comparison of base and head'),
  },
  {
    request: `GET ${REPO}/commits/{commit_sha}/pulls`,
    use: 'the members of a merge group',
    scene: 'queue',
    fails: unread('the pull requests of'),
  },
  {
    request: `GET ${PULL}`,
    use: 'a member of a merge group',
    scene: 'queue',
    fails: unread('pull request #7'),
  },
  {
    request: `GET ${REPO}/git/trees/{tree_sha}`,
    use: 'what each step of a merge group does',
    scene: 'queue',
    fails: unread('the tree of'),
  },
]
