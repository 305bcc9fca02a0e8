import type { QueryClient } from '@tanstack/react-query'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { submissionQueries } from './queries.ts'

/**
 * Invalidates every query that has the number of a project's submissions: the project, the list of projects, and the
 * counts of filters. For use after submissions were added or deleted.
 */
export function refreshCounts(client: QueryClient, assetUid: string): void {
  void client.invalidateQueries({ queryKey: assetQueries.all() })
  void client.invalidateQueries({ queryKey: submissionQueries.counts(assetUid) })
}
