import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Page } from '#/api/pagination.ts'
import { requireField } from '#/lib/loaded-fields.ts'
import { submissionQueries } from './queries.ts'
import { refreshCounts } from './refresh-counts.ts'
import { BulkEditResult, Submission } from './schema.ts'

/** Mutation key for the edits of one submission, to find pending ones. */
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

/** For each `_uuid` the next one, of edits made in this tab. */
const ownEdits = new WeakMap<QueryClient, Map<string, string>>()

/** Whether only edits of this tab lead from one `_uuid` to another: an edit may begin while another is being saved. */
function isOnlyEditedHere(client: QueryClient, base: string, current: string): boolean {
  let uuid: string | undefined = base
  while (uuid !== undefined && uuid !== current) uuid = ownEdits.get(client)?.get(uuid)
  return uuid === current
}

export interface AnswerEdit {
  path: string
  /** `''` removes the answer [0853]. */
  answer: string
  /** The version that the person edited. Another `_uuid` on the server means that somebody else edited it since. */
  base: Submission
}

const answerIn = (submission: Submission, path: string) => {
  const answer = requireField(submission, path)
  return typeof answer === 'string' ? answer : ''
}

/**
 * Writes one answer of one submission, by KPI's bulk endpoint, which validates nothing [0847]. Loads the submission first:
 * if somebody else edited it since `base`, it fails with kind `conflict`, and the cache has the current version.
 */
export const editAnswer = (assetUid: string, submissionId: number) => {
  const one = submissionQueries.one(assetUid, submissionId)
  const read = (client: QueryClient) => kpiOf(client).get(`api/v2/assets/${assetUid}/data/${submissionId}/`, Submission)

  return mutationOptions<Submission, ApiError, AnswerEdit>({
    mutationKey: editKey(assetUid, submissionId),
    scope: { id: `edit/${assetUid}/${submissionId}` },
    mutationFn: async ({ path, answer, base }, { client }) => {
      const current = await read(client)
      if (answerIn(current, path) === answer) return current // an earlier try succeeded, but its response was lost
      if (!isOnlyEditedHere(client, base._uuid, current._uuid)) {
        client.setQueryData(one.queryKey, current)
        throw new ApiError('conflict', '')
      }
      const body = { payload: { submission_ids: [submissionId], data: { [path]: answer } } }
      const request = kpiOf(client).patch(`api/v2/assets/${assetUid}/data/bulk/`, BulkEditResult, { body })
      const result = await request.catch(async (error: unknown) => {
        // Where it was just deleted, KPI responds that nothing matches [2134]; reading it again fails with `not-found`.
        if (error instanceof ApiError && error.kind === 'rejected') await read(client)
        throw error
      })
      if (result.successes !== 1)
        throw new ApiError('rejected', result.results.map(({ message }) => message).join('\n'))
      const uuid = result.results[0]?.uuid
      if (uuid !== undefined && uuid !== current._uuid) {
        ownEdits.set(client, (ownEdits.get(client) ?? new Map<string, string>()).set(current._uuid, uuid))
      }
      // It has a new `_uuid` now [0841]. With the old one, the next edit is a conflict.
      return read(client).catch(() => ({ ...current, [path]: answer }))
    },
    onSuccess: (submission, _edit, _context, { client }) => {
      client.setQueryData(one.queryKey, submission)
      updatePages(client, assetUid, submission)
      void client.invalidateQueries({ queryKey: submissionQueries.all(assetUid) })
    },
    onError: ({ kind }, _edit, _context, { client }) => {
      void client.invalidateQueries({ queryKey: submissionQueries.all(assetUid) })
      if (kind === 'forbidden') void client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
    },
    meta: { showsError: true },
  })
}

const updatePages = (client: QueryClient, assetUid: string, submission: Submission) =>
  client.setQueriesData<Page<Submission>>({ queryKey: submissionQueries.pages(assetUid) }, (page) =>
    page?.results.some(({ _id }) => _id === submission._id)
      ? { ...page, results: page.results.map((row) => (row._id === submission._id ? submission : row)) }
      : page,
  )

/** Deletes one submission permanently [0891]. `gone`: it did not exist any more, as after a try without a response. */
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
    onSuccess: (_result, _variables, _context, { client }) => {
      void client.invalidateQueries({ queryKey: submissionQueries.all(assetUid) })
      refreshCounts(client, assetUid)
    },
    meta: { showsError: true },
  })
