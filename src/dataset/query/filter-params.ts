import { NO_FILTER, type RowFilter, StoredFilter } from './filter.ts'

/** Writes a filter for a URL; `''` for none. An unreadable filter is written as it was. */
export const writeFilter = (filter: RowFilter) =>
  filter.unreadable ?? (filter.parts.length === 0 ? '' : JSON.stringify(filter))

/** Reads a filter from a URL. An unreadable one matches no rows, so that it never matches more than was meant. */
export function readFilter(text: string | null): RowFilter {
  if (!text) return NO_FILTER
  try {
    return StoredFilter.parse(JSON.parse(text))
  } catch {
    return { ...NO_FILTER, unreadable: text }
  }
}
