import { FORMLESS } from './kinds.ts'
import { each, ISSUE, REPO, type Row, SAME, warns } from './row.ts'

/** What a verdict is published by. */
export const WRITES: readonly Row[] = [
  {
    request: `POST ${REPO}/check-runs`,
    use: 'the verdict, when it is a pass',
    scene: 'whole',
    fails: warns('publish the check run "countersign"'),
    repeatable: true,
  },
  {
    request: `POST ${REPO}/check-runs`,
    use: 'the verdict, when it blocks: the step fails, whatever "fail-on-block" says',
    scene: 'blocked',
    fails: { becomes: 'same', warns: 'publish the check run "countersign"', fails: true },
    repeatable: true,
  },
  {
    request: `PATCH ${REPO}/check-runs/{check_run_id}`,
    use: 'annotations that did not fit into one request',
    scene: 'noted',
    fails: warns('annotate every line'),
  },
  {
    request: `GET ${ISSUE}/7/comments`,
    use: "the gate's own comment, to bring it up to date",
    scene: 'whole',
    fails: warns('read the comments'),
  },
  {
    request: `POST ${ISSUE}/7/comments`,
    use: "the gate's comment, when there is none",
    scene: 'blocked',
    fails: warns('comment'),
  },
  {
    request: `PATCH ${ISSUE}/comments/{comment_id}`,
    use: "the gate's comment, when there is one",
    scene: 'whole',
    fails: warns('update its comment'),
  },
  {
    request: `DELETE ${ISSUE}/comments/{comment_id}`,
    use: 'a second comment of the gate; 404: it is gone already',
    scene: 'whole',
    fails: warns('delete a duplicate'),
    but: {
      ...each(['missing', ...FORMLESS], SAME),
      // The answer has no body that could break off, so nothing of it came.
      cut: { becomes: 'same', warns: 'delete a duplicate', cause: 'GitHub could not be reached' },
    },
  },
  {
    request: `DELETE ${ISSUE}/7/labels/{name}`,
    use: 'a label that was applied for an earlier state; 404: it is gone already',
    scene: 'whole',
    fails: warns('take a stale approval label off'),
    but: each(['missing', ...FORMLESS], SAME),
  },
  {
    request: 'GET /user',
    use: 'whose comment to look for, where no check run says it',
    scene: 'unnamed',
    fails: SAME,
  },
  {
    request: `GET ${REPO}/commits/{ref}/check-runs`,
    use: 'what people were told before; without it nobody is told',
    scene: 'blocked',
    fails: SAME,
  },
]
