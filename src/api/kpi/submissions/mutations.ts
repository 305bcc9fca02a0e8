import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import type { ApiError } from '#/api/errors.ts'
import { BulkDetail } from '#/api/kpi/asset-metadata/schema.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Page } from '#/api/pagination.ts'
import { applyStatus } from './apply-status.ts'
import { findCopy } from './find-copy.ts'
import { submissionQueries } from './queries.ts'
import { BulkEditResult, Submission, ValidationStatus, type Verdict } from './schema.ts'

/** Key of the changes of a submission's status, for finding those on their way. */
export const statusChangeKey = (assetUid: string, submissionId: number) =>
  [...submissionQueries.all(assetUid), 'validation-status', submissionId] as const

/**
 * Sets one submission's validation status, or withdraws it (`null`). The cache holds only what the server said;
 * whoever shows a status puts the last change on its way over it, so a refusal takes back that change alone.
 */
export const setValidationStatus = (assetUid: string, submissionId: number) => {
  const pages = { queryKey: submissionQueries.pages(assetUid) }
  const one = submissionQueries.one(assetUid, submissionId)

  return mutationOptions<ValidationStatus | null, ApiError, Verdict | null>({
    mutationKey: statusChangeKey(assetUid, submissionId),
    // One after another for the same submission: the last choice is the last to arrive.
    scope: { id: `validation-status/${assetUid}/${submissionId}` },
    mutationFn: async (verdict, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/data/${submissionId}/validation_status/`
      if (verdict !== null) return kpi.patch(path, ValidationStatus, { body: { 'validation_status.uid': verdict } })
      await kpi.delete(path)
      return null
    },
    onSuccess: (status, _verdict, _before, { client }) => {
      client.setQueriesData<Page<Submission>>(pages, (page) => page && applyStatus(page, submissionId, status))
      client.setQueryData(one.queryKey, (submission) => submission && { ...submission, _validation_status: status })
      // What was asked before the change may be answered as it was before.
      void client.invalidateQueries({ ...pages, fetchStatus: 'fetching' })
      void client.invalidateQueries({ queryKey: one.queryKey, fetchStatus: 'fetching' })
    },
    onError: ({ kind }, _verdict, _before, { client }) => {
      // An answer that was lost may have been a yes; a refusal may mean that a right was taken away meanwhile.
      void client.invalidateQueries(pages)
      void client.invalidateQueries({ queryKey: one.queryKey })
      if (kind === 'forbidden' || kind === 'not-found') {
        void client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
      }
    },
  })
}

/** Longer than for one: KPI does one after another before it answers. */
const LOT_TIMEOUT = 300_000

/** What is not said of any is never sent: KPI has ways to mean all of them. */
const namesOf = (ids: readonly number[]) => {
  if (ids.length === 0) throw new RangeError('No submissions are named')
  return { submission_ids: ids }
}

/**
 * Sets the status of many, or withdraws it (`null`). All or none: refused where one of them is not there [0828] or out
 * of reach. Like the next ones, it leaves the cache alone: whoever does many lots reads again after the last.
 */
export const setStatuses = (assetUid: string) =>
  mutationOptions<string, ApiError, { ids: readonly number[]; verdict: Verdict | null }>({
    mutationKey: [...submissionQueries.all(assetUid), 'statuses'],
    mutationFn: async ({ ids, verdict }, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/data/validation_statuses/`
      const body = { payload: { ...namesOf(ids), 'validation_status.uid': verdict ?? '' } } // [0834]
      const request = { body, timeout: LOT_TIMEOUT }
      return (
        verdict === null ? await kpi.remove(path, BulkDetail, request) : await kpi.patch(path, BulkDetail, request)
      ).detail
    },
  })

/**
 * Writes answers into many, by path; an empty one is removed [0853]. KPI checks none of it [0847] and passes over ids that
 * are not there [0844]. Each gets a new `_uuid`; the root uuid tells which is which.
 */
export const editAnswers = (assetUid: string) =>
  mutationOptions<BulkEditResult, ApiError, { ids: readonly number[]; data: Readonly<Record<string, string>> }>({
    mutationKey: [...submissionQueries.all(assetUid), 'edit'],
    mutationFn: async ({ ids, data }, { client }) =>
      kpiOf(client).patch(`api/v2/assets/${assetUid}/data/bulk/`, BulkEditResult, {
        body: { payload: { ...namesOf(ids), data } },
        timeout: LOT_TIMEOUT,
      }),
  })

/** Deletes many for good. All or none: refused where one of them is not there [0897]. */
export const deleteSubmissions = (assetUid: string) =>
  mutationOptions<string, ApiError, { ids: readonly number[] }>({
    mutationKey: [...submissionQueries.all(assetUid), 'delete'],
    mutationFn: async ({ ids }, { client }) => {
      const request = { body: { payload: namesOf(ids) }, timeout: LOT_TIMEOUT }
      return (await kpiOf(client).remove(`api/v2/assets/${assetUid}/data/bulk/`, BulkDetail, request)).detail
    },
  })

interface Duplication {
  source: Submission
  /** Not for the first time: one above this `_id` may have been made already. */
  after?: number
}

/** Makes one more of a submission, of this account, begun now [0855]. Gives the one that an earlier try made. */
export const duplicateSubmission = (assetUid: string) =>
  mutationOptions<Submission, ApiError, Duplication>({
    mutationKey: [...submissionQueries.all(assetUid), 'duplicate'],
    mutationFn: async ({ source, after }, { client }) => {
      const made = after === undefined ? undefined : await findCopy(client, assetUid, { source, after })
      return made ?? kpiOf(client).post(`api/v2/assets/${assetUid}/data/${source._id}/duplicate/`, Submission)
    },
  })
