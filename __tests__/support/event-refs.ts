import type { EventPayload } from './event-payload.ts'

interface Side {
  readonly ref?: string
  readonly sha?: string
}

interface Shape {
  readonly number?: number
  readonly ref?: string
  readonly pull_request?: {
    readonly number?: number
    readonly head?: Side
    readonly base?: Side
  }
  readonly merge_group?: { readonly head_sha?: string; readonly head_ref?: string }
}

const UNKNOWN = '0'.repeat(40)

/**
 * `GITHUB_SHA`, `GITHUB_REF` and the branches, as each event sets them. Events that run on the
 * default branch carry no commit in their payload: tests that need one say so in `env`.
 * Source: GitHub documentation, "Events that trigger workflows".
 */
export function describeEvent(eventName: string, event: EventPayload): Record<string, string> {
  const { pull_request: pull, merge_group: group, ref, number } = event as Shape
  const branches = {
    GITHUB_BASE_REF: pull?.base?.ref ?? '',
    GITHUB_HEAD_REF: pull?.head?.ref ?? '',
  }
  const standard = `refs/heads/${event.repository?.default_branch ?? 'main'}`
  switch (eventName) {
    case 'pull_request_target':
      return { ...at(`refs/heads/${pull?.base?.ref}`, pull?.base?.sha), ...branches }
    case 'pull_request':
    case 'pull_request_review':
      return { ...at(`refs/pull/${pull?.number ?? number}/merge`, UNKNOWN), ...branches }
    case 'merge_group':
      return at(group?.head_ref ?? '', group?.head_sha)
    case 'workflow_dispatch':
      return at(ref ?? standard, UNKNOWN)
    default:
      return at(standard, UNKNOWN)
  }
}

function at(ref: string, sha: string | undefined): Record<string, string> {
  const name = ref.replace(/^refs\/(heads|tags|pull)\//, '')
  return { GITHUB_REF: ref, GITHUB_REF_NAME: name, GITHUB_SHA: sha ?? UNKNOWN }
}
