import type { BareFinding, FindingEvidence } from '../finding.ts'
import type { Words } from './index.ts'

/** The catalogue's entries for what a change contains: paths, patterns, kinds of change, limits. */
export const CONTENT_WORDING: Readonly<Record<string, (finding: BareFinding) => Words>> = {
  'path/': (finding) => ({
    message: `${protects(finding, 'This path is protected.')}`,
    remedy: settle(
      finding,
      'Author: take this file out of the change; the policy lets nobody approve it here.',
    ),
  }),
  'pattern/': (finding) => ({
    message: protects(
      finding,
      `The ${finding.evidence?.in === 'removed' ? 'removed' : 'added'} text matches a blocked pattern.`,
    ),
    remedy: settle(
      finding,
      'Author: take the matched text out; if it is a secret, revoke it as well.',
    ),
  }),
  'pattern/unscannable': (finding) => ({
    message: `This file could not be scanned for blocked patterns: ${UNSCANNABLE[String(finding.evidence?.cause)] ?? 'it is not text'}.`,
    remedy: settle(
      finding,
      'Author: add it as plain UTF-8 text, or ask a maintainer for a "paths" rule that says who may approve such files.',
    ),
  }),
  'pattern/invisible': (finding) => ({
    message: `The line contains the invisible character ${finding.evidence?.character}, which can make code read otherwise than it runs.`,
    remedy: settle(finding, 'Author: remove the character, or write it as an escape.'),
  }),
  'change/symlink': (finding) => ({
    message: 'This adds or changes a symbolic link, which can lead anywhere.',
    remedy: settle(
      finding,
      'Author: use a regular file, or ask a maintainer for a "paths" rule that names this link.',
    ),
  }),
  'change/submodule': (finding) => ({
    message: 'This changes a submodule: code that is not in this diff.',
    remedy: settle(
      finding,
      'Author: leave the submodule alone, or ask a maintainer for a "paths" rule that names it.',
    ),
  }),
  'change/executable': (finding) => ({
    message: 'This file becomes executable.',
    remedy: settle(
      finding,
      'Author: clear the bit unless it is meant (git update-index --chmod=-x).',
    ),
  }),
  'change/git-attributes': (finding) => ({
    message: `These attributes change what a checkout contains: ${attributes(finding.evidence)}.`,
    remedy: settle(
      finding,
      'Author: remove these attributes, or ask a maintainer for a "paths" rule that names this file.',
    ),
  }),
  'limit/files': ({ evidence }) => ({
    message: `${evidence?.actual} files change; the policy allows ${evidence?.limit}.`,
    remedy: 'Author: split the change into pull requests that people can read.',
  }),
  'limit/lines': ({ evidence }) => ({
    message: `${evidence?.actual} lines change; the policy allows ${evidence?.limit}.`,
    remedy: 'Author: split the change into pull requests that people can read.',
  }),
  'limit/blob': ({ evidence }) => ({
    message: `${tellSize(evidence?.actual)}; the policy allows ${evidence?.limit}.`,
    remedy: 'Author: make the file smaller, or keep it out of the repository.',
  }),
}

function tellSize(bytes: FindingEvidence[string] | undefined): string {
  return typeof bytes === 'number'
    ? `The file has ${bytes} bytes`
    : 'Nobody could say how many bytes the file has'
}

const UNSCANNABLE: Readonly<Record<string, string>> = {
  binary: 'it is binary',
  encoding: 'it is not valid UTF-8 or UTF-16',
  'lfs-pointer': 'it only points to content in Git LFS',
  'too-large': 'it is too large',
  unreadable: 'its content could not be read',
}

function protects({ reason }: BareFinding, otherwise: string): string {
  return reason === undefined || reason === '' ? otherwise : reason
}

/** The next step at each level; `denied` says what to do where no approval helps. */
function settle({ level, approvers, path }: BareFinding, denied: string): string {
  if (level === 'deny') return denied
  if (level !== 'approve') return 'Reviewer: have a look; this does not block.'
  const who =
    approvers === undefined || approvers.length === 0
      ? `an owner of ${namePath(path)}`
      : approvers.join(' or ')
  return `Approval needed from ${who}.`
}

/** The path's author chooses its length, and the sentence goes on after it. */
const LONGEST_PATH = 120

function namePath(path: string | undefined): string {
  return path === undefined || path.length > LONGEST_PATH ? 'this path' : `"${path}"`
}

function attributes(evidence: FindingEvidence | undefined): string {
  const names = evidence?.attributes
  return Array.isArray(names) ? names.slice(0, 8).join(', ') : 'unknown'
}
