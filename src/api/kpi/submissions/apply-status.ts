import type { Page } from '#/api/pagination.ts'
import type { Submission, ValidationStatus } from './schema.ts'

/** The page with a new status of one submission. Other rows, and a page without that submission, keep their identity. */
export function applyStatus(
  page: Page<Submission>,
  submissionId: number,
  status: ValidationStatus | null,
): Page<Submission> {
  const index = page.results.findIndex(({ _id }) => _id === submissionId)
  const submission = page.results[index]
  if (!submission) return page
  return { ...page, results: page.results.with(index, { ...submission, _validation_status: status }) }
}
