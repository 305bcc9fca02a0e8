import type { Row } from '#/dataset/model/row.ts'
import { statusOf } from '#/dataset/model/system-fields.ts'
import type { Status } from '#/dataset/query/status.ts'

export interface StatusCount {
  status: Status | null
  count: number
}

/** How many rows have each validation status, the most frequent first. */
export function countStatuses(rows: readonly Row[]): StatusCount[] {
  const counts = new Map<Status | null, number>()
  for (const row of rows) counts.set(statusOf(row), (counts.get(statusOf(row)) ?? 0) + 1)
  return [...counts].map(([status, count]) => ({ status, count })).toSorted((a, b) => b.count - a.count)
}
