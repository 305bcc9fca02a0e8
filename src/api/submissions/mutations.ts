import { mutationOptions } from '@tanstack/react-query'
import { assetQueries } from '../assets/queries.ts'
import { kpiOf } from '../client.ts'
import type { ApiError } from '../errors.ts'
import type { Page } from '../pagination.ts'
import { applyStatus } from './apply-status.ts'
import { submissionQueries } from './queries.ts'
import { type Attachment, type Submission, ValidationStatus, type Verdict } from './schema.ts'

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

/** The file that came with a submission, for the browser's downloads. */
export const downloadAttachment = ({ download_url: url, mimetype }: Pick<Attachment, 'download_url' | 'mimetype'>) =>
  mutationOptions<Blob, ApiError, void>({
    mutationKey: ['download-attachment', url],
    mutationFn: async (_variables, { client }) => {
      const kpi = kpiOf(client)
      return kpi.blob(kpi.pathOf(url), { mimetype, timeout: 300_000 })
    },
    meta: { showsError: true },
  })
