import { recordActions } from '#/demo/history.ts'
import type { AssetRecord } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { buildSubmission, type SubmissionRef } from './submission-store.ts'

/** Adds an entry to the history for each submission [0363]. Where they are deleted, call it before. */
export const recordSubmissions = (
  call: Call,
  asset: AssetRecord,
  action: 'modify-submission' | 'delete-submission',
  refs: readonly SubmissionRef[],
  about: { status?: string } = {},
) =>
  recordActions(
    call,
    asset,
    refs.map((ref) => {
      const submission = buildSubmission(call.db, asset, ref, call.url.origin)
      return {
        action,
        about: {
          submission: {
            root_uuid: String(submission['meta/rootUuid']).replace('uuid:', ''),
            submitted_by: submission._submitted_by ?? 'AnonymousUser',
            ...about,
          },
        },
      }
    }),
  )
