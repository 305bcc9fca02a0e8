import { mutationOptions } from '@tanstack/react-query'
import { kpi } from '../client.ts'
import type { Page } from '../pagination.ts'
import { applyStatus, type StatusChange } from './apply-status.ts'
import { submissionQueries } from './queries.ts'
import { type Submission, ValidationStatus } from './schema.ts'

/** Sets or withdraws one submission's validation status. Shown at once, and taken back if KPI refuses. */
export const setValidationStatus = (assetUid: string) => {
  const pages = { queryKey: submissionQueries.pages(assetUid) }
  const mutationKey = [...submissionQueries.all(assetUid), 'validation-status']

  return mutationOptions({
    mutationKey,
    mutationFn: async ({ submissionId, verdict }: StatusChange) => {
      const path = `api/v2/assets/${assetUid}/data/${submissionId}/validation_status/`
      if (verdict === null) await kpi.delete(path)
      else await kpi.patch(path, ValidationStatus, { body: { 'validation_status.uid': verdict } })
    },
    onMutate: async (change, { client }) => {
      await client.cancelQueries(pages)
      const before = client.getQueriesData<Page<Submission>>(pages)
      client.setQueriesData<Page<Submission>>(pages, (page) => page && applyStatus(page, change))
      return { undo: () => before.forEach(([key, page]) => client.setQueryData(key, page)) }
    },
    onError: (_error, _change, optimistic) => optimistic?.undo(),
    onSettled: (_data, _error, _change, _optimistic, { client }) => {
      // While others are still on their way, a refetch would show them undone.
      const isLast = client.isMutating({ mutationKey }) === 1
      return isLast ? client.invalidateQueries(pages) : undefined
    },
  })
}
