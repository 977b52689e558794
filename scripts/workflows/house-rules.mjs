// What no validator asks of a workflow and we do.
import { load } from 'js-yaml'

/** Actions that would bring what another run has left, or a pull request. */
const CACHES = /^actions\/cache(?:\/|@)/

/** @returns problems of a whole workflow; `line` is the number of lines before it in its file. */
export function checkWorkflowRules({ path, line, text }) {
  const { permissions, jobs = {} } = load(text)
  const isEmpty = permissions !== undefined && Object.keys(permissions ?? { none: 1 }).length === 0
  const steps = Object.values(jobs).flatMap((job) => job?.steps ?? [])
  return [
    ...checkPins({ path, line, text }),
    ...(isEmpty ? [] : [`${path}:${line + 1} has no "permissions: {}" on top`]),
    ...steps.flatMap(checkStep).map((problem) => `${path}:${line + 1} ${problem}`),
  ]
}

/**
 * Actions are named by commit, so that nobody can move them, with the release behind it for people. Steps
 * that are commented out count: somebody will put them to use.
 */
export function checkPins({ path, line, text }) {
  return text.split('\n').flatMap((written, at) => {
    const found = /^[\s#]*(?:-\s+)?["']?uses["']?\s*:\s*(\S+)(.*)$/.exec(written)
    if (found === null) return []
    const [, action, rest] = found
    const isOurs = /^\.\/|^OWNER\/countersign@|\/countersign@(?:[0-9a-f]{40}|COMMIT)$/.test(action)
    const isPinned = /@[0-9a-f]{40}$/.test(action) && /^ # v\d+\.\d+\.\d+$/.test(rest)
    return isOurs || isPinned
      ? []
      : [`${path}:${line + at + 1} "${action}" is not pinned as "@<40 hex digits> # v1.2.3"`]
  })
}

/** No token is left in a clone, and no cache is read that a pull request could have filled. */
function checkStep({ uses = '', with: inputs = {} }) {
  if (uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false)
    return ['checks out without "persist-credentials: false"']
  if (uses.startsWith('actions/setup-node@') && inputs['package-manager-cache'] !== false)
    return ['sets up Node without "package-manager-cache: false"']
  if (uses.startsWith('actions/setup-') && inputs.cache) return [`"${uses}" is given a cache`]
  return CACHES.test(uses) ? [`"${uses}" is a cache`] : []
}
