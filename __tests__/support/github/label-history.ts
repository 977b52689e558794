import type { IssueState, StoredEvent } from './world.ts'

type Deed = Pick<StoredEvent, 'id' | 'actor' | 'at' | 'app'>

/** Puts a label on an issue, with the event GitHub records. A label it has already changes nothing. */
export function labelIssue(issue: IssueState, label: string, deed: Deed): void {
  if (issue.labels.includes(label)) return
  issue.labels.push(label)
  issue.events.push({ ...deed, event: 'labeled', label })
  issue.updatedAt = deed.at
}

/** Takes a label off; false when the issue does not have it. */
export function unlabelIssue(issue: IssueState, label: string, deed: Deed): boolean {
  if (!issue.labels.includes(label)) return false
  issue.labels = issue.labels.filter((other) => other !== label)
  issue.events.push({ ...deed, event: 'unlabeled', label })
  issue.updatedAt = deed.at
  return true
}

export function renameTitle(issue: IssueState, title: string, deed: Deed): void {
  issue.events.push({ ...deed, event: 'renamed', rename: { from: issue.title, to: title } })
  issue.title = title
  issue.updatedAt = deed.at
}
