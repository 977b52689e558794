import type { TestStatus } from './report.ts'

/** Worst first. */
const ORDER: readonly TestStatus[] = ['failed', 'unknown', 'flaky', 'skipped', 'todo', 'passed']

/**
 * The worse of two statuses. A test with subtests is as good as the worst of them: go and TAP call
 * it passed although every subtest was skipped.
 */
export function worstOf(a: TestStatus, b: TestStatus): TestStatus {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b
}
