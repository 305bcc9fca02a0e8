import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Page } from '#/api/pagination.ts'
import { requireField } from './loaded-fields.ts'
import { submissionQueries } from './queries.ts'
import { refreshCounts } from './refresh-counts.ts'
import { BulkEditResult, Submission } from './schema.ts'

/** Key of the edits of one submission, for finding those on their way. */
const editKey = (assetUid: string, submissionId: number) =>
  [...submissionQueries.all(assetUid), 'edit-one', submissionId] as const

/** The paths of the answers of a submission that are being saved. */
export const pathsBeingSaved = (client: QueryClient, assetUid: string, submissionId: number): ReadonlySet<string> =>
  new Set(
    client
      .getMutationCache()
      .findAll({ mutationKey: editKey(assetUid, submissionId), status: 'pending' })
      .map(({ state }) => (state.variables as AnswerEdit).path),
  )

/** Which `_uuid` followed which by an edit of this page. */
const ownEdits = new WeakMap<QueryClient, Map<string, string>>()

/** Whether nobody else edited a submission since it had a `_uuid`: an edit may be begun while another is being saved. */
function isEditedByNobodyElse(client: QueryClient, seen: string, now: string): boolean {
  let uuid: string | undefined = seen
  while (uuid !== undefined && uuid !== now) uuid = ownEdits.get(client)?.get(uuid)
  return uuid === now
}

export interface AnswerEdit {
  path: string
  /** `''` takes the answer away [0853]. */
  answer: string
  /** The submission as the person saw it: another `_uuid` on the server means that somebody edited it meanwhile. */
  seen: Submission
}

const answerIn = (submission: Submission, path: string) => {
  const answer = requireField(submission, path)
  return typeof answer === 'string' ? answer : ''
}

/**
 * Writes one answer of one submission. KPI has a way for many only, and checks nothing [0847]. It reads again first: an
 * edit that somebody else made meanwhile is a `conflict`, and the cache holds what there is now.
 */
export const editAnswer = (assetUid: string, submissionId: number) => {
  const one = submissionQueries.one(assetUid, submissionId)
  const read = (client: QueryClient) => kpiOf(client).get(`api/v2/assets/${assetUid}/data/${submissionId}/`, Submission)

  return mutationOptions<Submission, ApiError, AnswerEdit>({
    mutationKey: editKey(assetUid, submissionId),
    scope: { id: `edit/${assetUid}/${submissionId}` },
    mutationFn: async ({ path, answer, seen }, { client }) => {
      const now = await read(client)
      if (answerIn(now, path) === answer) return now // an earlier try arrived, and its answer was lost
      if (!isEditedByNobodyElse(client, seen._uuid, now._uuid)) {
        client.setQueryData(one.queryKey, now)
        throw new ApiError('conflict', '')
      }
      const body = { payload: { submission_ids: [submissionId], data: { [path]: answer } } }
      const request = kpiOf(client).patch(`api/v2/assets/${assetUid}/data/bulk/`, BulkEditResult, { body })
      const done = await request.catch(async (error: unknown) => {
        // Where it went in the same moment, KPI says that nothing matches [2134]; reading again tells so.
        if (error instanceof ApiError && error.kind === 'rejected') await read(client)
        throw error
      })
      if (done.successes !== 1) throw new ApiError('rejected', done.results.map(({ message }) => message).join('\n'))
      const uuid = done.results[0]?.uuid
      if (uuid !== undefined && uuid !== now._uuid) {
        ownEdits.set(client, (ownEdits.get(client) ?? new Map<string, string>()).set(now._uuid, uuid))
      }
      // Its new `_uuid` [0841]. Where it cannot be read, what was read before is no longer edited unasked.
      return read(client).catch(() => ({ ...now, [path]: answer }))
    },
    onSuccess: (submission, _edit, _before, { client }) => {
      client.setQueryData(one.queryKey, submission)
      putIntoPages(client, assetUid, submission)
      void client.invalidateQueries({ queryKey: submissionQueries.all(assetUid) })
    },
    onError: ({ kind }, _edit, _before, { client }) => {
      void client.invalidateQueries({ queryKey: submissionQueries.all(assetUid) })
      if (kind === 'forbidden') void client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
    },
    meta: { showsError: true },
  })
}

const putIntoPages = (client: QueryClient, assetUid: string, submission: Submission) =>
  client.setQueriesData<Page<Submission>>({ queryKey: submissionQueries.pages(assetUid) }, (page) =>
    page?.results.some(({ _id }) => _id === submission._id)
      ? { ...page, results: page.results.map((row) => (row._id === submission._id ? submission : row)) }
      : page,
  )

/** Deletes one submission for good [0891]. `gone`: there was none any more, as after a try whose answer was lost. */
export const deleteSubmission = (assetUid: string, submissionId: number) =>
  mutationOptions<'deleted' | 'gone', ApiError, void>({
    mutationKey: [...submissionQueries.all(assetUid), 'delete-one', submissionId],
    mutationFn: async (_variables, { client }) => {
      try {
        await kpiOf(client).delete(`api/v2/assets/${assetUid}/data/${submissionId}/`)
        return 'deleted'
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return 'gone'
        throw error
      }
    },
    onSuccess: (_done, _variables, _before, { client }) => {
      void client.invalidateQueries({ queryKey: submissionQueries.all(assetUid) })
      refreshCounts(client, assetUid)
    },
    meta: { showsError: true },
  })
