import type { QueryClient } from '@tanstack/react-query'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { submissionQueries } from './queries.ts'

/**
 * Asks anew for whatever says how many submissions a project has: its tab, its chart, the list of projects, and the
 * number that a filter finds. For whoever shows or makes another number of rows.
 */
export function refreshCounts(client: QueryClient, assetUid: string): void {
  void client.invalidateQueries({ queryKey: assetQueries.all() })
  void client.invalidateQueries({ queryKey: submissionQueries.counts(assetUid) })
}
