import { NO_FILTER, SubmissionFilter } from './filter.ts'

/** A filter as it stands in an address; empty for none. */
export const writeFilter = (filter: SubmissionFilter) => (filter.parts.length === 0 ? '' : JSON.stringify(filter))

/** Reads it again; what makes no sense there filters nothing. */
export function readFilter(text: string | null): SubmissionFilter {
  if (!text) return NO_FILTER
  try {
    return SubmissionFilter.parse(JSON.parse(text))
  } catch {
    return NO_FILTER
  }
}
