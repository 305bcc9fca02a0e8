import type { Page } from '#/api/pagination.ts'
import type { Submission, ValidationStatus } from './schema.ts'

/** The page with one submission's status; every other row, and a page without it, stays the very same object. */
export function applyStatus(
  page: Page<Submission>,
  submissionId: number,
  status: ValidationStatus | null,
): Page<Submission> {
  const index = page.results.findIndex(({ _id }) => _id === submissionId)
  const before = page.results[index]
  if (!before) return page
  return { ...page, results: page.results.with(index, { ...before, _validation_status: status }) }
}
