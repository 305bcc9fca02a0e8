import { ApiError, type ApiErrorKind } from '#/api/errors.ts'
import type { ErrorRules, WriteEffect } from '#/lib/batch-job/batch-handler.ts'

/** What a write that failed with an error of this kind did on the server. */
const EFFECTS: Record<ApiErrorKind, WriteEffect> = {
  offline: 'maybe',
  'not-allowed': 'maybe',
  'timed-out': 'maybe',
  'server-fault': 'maybe',
  unreadable: 'maybe',
  elsewhere: 'maybe',
  'other-account': 'written',
  forbidden: 'refused',
  rejected: 'refused',
  'not-found': 'refused',
  conflict: 'refused',
  'no-network': 'notWritten',
  'signed-out': 'notWritten',
  throttled: 'notWritten',
  'file-not-allowed': 'notWritten',
}

/** How a job understands what `src/api` throws. */
export const apiErrors: ErrorRules<ApiError> = {
  from: (thrown) =>
    thrown instanceof ApiError ? thrown : new ApiError('unreadable', String(thrown), { cause: thrown }),
  effectOf: ({ kind }) => EFFECTS[kind],
  unreadable: () => new ApiError('unreadable', ''),
}
