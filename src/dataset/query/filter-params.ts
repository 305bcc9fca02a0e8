import { NO_FILTER, type SubmissionFilter, WrittenFilter } from './filter.ts'

/** A filter as it stands in an address; empty for none. One that could not be read stays as it was. */
export const writeFilter = (filter: SubmissionFilter) =>
  filter.unreadable ?? (filter.parts.length === 0 ? '' : JSON.stringify(filter))

/** Reads it again. What cannot be read finds nothing: it must never find more than was meant. */
export function readFilter(text: string | null): SubmissionFilter {
  if (!text) return NO_FILTER
  try {
    return WrittenFilter.parse(JSON.parse(text))
  } catch {
    return { ...NO_FILTER, unreadable: text }
  }
}
