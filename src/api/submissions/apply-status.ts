import type { Page } from '../pagination.ts'
import type { Submission, ValidationStatus, Verdict } from './schema.ts'

export interface StatusChange {
  submissionId: number
  /** `null` withdraws the verdict. */
  verdict: Verdict | null
}

/** The page with one submission's status changed; the given page stays as it was. */
export function applyStatus(page: Page<Submission>, { submissionId, verdict }: StatusChange): Page<Submission> {
  const status: ValidationStatus | null = verdict && { uid: verdict, timestamp: Date.now() / 1000, by_whom: '' }
  return {
    ...page,
    results: page.results.map((submission) =>
      submission._id === submissionId ? { ...submission, _validation_status: status } : submission,
    ),
  }
}
