import type { ApiError, ApiErrorKind } from '#/api/errors.ts'

const UNCERTAIN = new Set<ApiErrorKind>(['offline', 'not-allowed', 'timed-out', 'unreadable'])

/** Whether it is unknown after an error if the change was made. */
export const isUncertainFault = ({ kind }: ApiError) => UNCERTAIN.has(kind)
