import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import type { ApiError } from '#/api/errors.ts'
import { BulkDetail } from '#/api/kpi/asset-metadata/schema.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Page } from '#/api/pagination.ts'
import { applyStatus } from './apply-status.ts'
import { findDuplicate } from './find-duplicate.ts'
import { submissionQueries } from './queries.ts'
import { BulkEditResult, Submission, ValidationStatus, type StatusUid } from './schema.ts'

/** Mutation key for the status of a submission, to find pending changes. */
export const statusChangeKey = (assetUid: string, submissionId: number) =>
  [...submissionQueries.all(assetUid), 'validation-status', submissionId] as const

/**
 * Sets the validation status of one submission, or removes it (`null`). The cache holds only confirmed statuses: a view
 * shows the last pending change (`statusChangeKey`) in place of it, so that a failure reverts that change alone.
 */
export const setValidationStatus = (assetUid: string, submissionId: number) => {
  const pages = { queryKey: submissionQueries.pages(assetUid) }
  const one = submissionQueries.one(assetUid, submissionId)

  return mutationOptions<ValidationStatus | null, ApiError, StatusUid | null>({
    mutationKey: statusChangeKey(assetUid, submissionId),
    // Changes of the same submission run one after another, so that the last one wins on the server.
    scope: { id: `validation-status/${assetUid}/${submissionId}` },
    mutationFn: async (statusUid, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/data/${submissionId}/validation_status/`
      if (statusUid !== null) return kpi.patch(path, ValidationStatus, { body: { 'validation_status.uid': statusUid } })
      await kpi.delete(path)
      return null
    },
    onSuccess: (status, _statusUid, _context, { client }) => {
      client.setQueriesData<Page<Submission>>(pages, (page) => page && applyStatus(page, submissionId, status))
      client.setQueryData(one.queryKey, (submission) => submission && { ...submission, _validation_status: status })
      // A request sent before the change may return the old status.
      void client.invalidateQueries({ ...pages, fetchStatus: 'fetching' })
      void client.invalidateQueries({ queryKey: one.queryKey, fetchStatus: 'fetching' })
    },
    onError: ({ kind }, _statusUid, _context, { client }) => {
      // Without a response the change may have been made; a refusal may mean that a permission was removed.
      void client.invalidateQueries(pages)
      void client.invalidateQueries({ queryKey: one.queryKey })
      if (kind === 'forbidden' || kind === 'not-found') {
        void client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
      }
    },
  })
}

/** Milliseconds. KPI changes one submission after another before it responds. */
const BATCH_TIMEOUT = 300_000

/** Throws `RangeError` without ids: KPI could take such a request for one about all submissions. */
const submissionIds = (ids: readonly number[]) => {
  if (ids.length === 0) throw new RangeError('No submissions are named')
  return { submission_ids: ids }
}

/**
 * Sets the validation status of submissions, or removes it (`null`). All or none: KPI refuses where one of them does
 * not exist [0828] or is not permitted. This mutation and the following do not touch the cache: the caller invalidates
 * it after the last batch.
 */
export const setStatuses = (assetUid: string) =>
  mutationOptions<string, ApiError, { ids: readonly number[]; statusUid: StatusUid | null }>({
    mutationKey: [...submissionQueries.all(assetUid), 'statuses'],
    mutationFn: async ({ ids, statusUid }, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/data/validation_statuses/`
      const body = { payload: { ...submissionIds(ids), 'validation_status.uid': statusUid ?? '' } } // [0834]
      const request = { body, timeout: BATCH_TIMEOUT }
      return (
        statusUid === null ? await kpi.remove(path, BulkDetail, request) : await kpi.patch(path, BulkDetail, request)
      ).detail
    },
  })

/**
 * Writes the same answers, by path, into submissions; `''` removes an answer [0853]. KPI validates nothing [0847] and
 * skips ids that do not exist [0844]. Each submission gets a new `_uuid`; results are matched by `root_uuid`.
 */
export const editAnswers = (assetUid: string) =>
  mutationOptions<BulkEditResult, ApiError, { ids: readonly number[]; data: Readonly<Record<string, string>> }>({
    mutationKey: [...submissionQueries.all(assetUid), 'edit'],
    mutationFn: async ({ ids, data }, { client }) =>
      kpiOf(client).patch(`api/v2/assets/${assetUid}/data/bulk/`, BulkEditResult, {
        body: { payload: { ...submissionIds(ids), data } },
        timeout: BATCH_TIMEOUT,
      }),
  })

/** Deletes submissions permanently. All or none: KPI refuses where one of them does not exist [0897]. */
export const deleteSubmissions = (assetUid: string) =>
  mutationOptions<string, ApiError, { ids: readonly number[] }>({
    mutationKey: [...submissionQueries.all(assetUid), 'delete'],
    mutationFn: async ({ ids }, { client }) => {
      const request = { body: { payload: submissionIds(ids) }, timeout: BATCH_TIMEOUT }
      return (await kpiOf(client).remove(`api/v2/assets/${assetUid}/data/bulk/`, BulkDetail, request)).detail
    },
  })

interface Duplication {
  source: Submission
  /** On a second try: a duplicate above this `_id` may exist already. */
  after?: number
}

/**
 * Duplicates a submission; the current user becomes its submitter [0855]. Returns the duplicate of an earlier try, where
 * there is one.
 */
export const duplicateSubmission = (assetUid: string) =>
  mutationOptions<Submission, ApiError, Duplication>({
    mutationKey: [...submissionQueries.all(assetUid), 'duplicate'],
    mutationFn: async ({ source, after }, { client }) => {
      const existing = after === undefined ? undefined : await findDuplicate(client, assetUid, { source, after })
      return existing ?? kpiOf(client).post(`api/v2/assets/${assetUid}/data/${source._id}/duplicate/`, Submission)
    },
  })
