import { json, noContent, paged } from '#/demo/answers.ts'
import { recordAction } from '#/demo/history.ts'
import { requireAsset, requirePermission } from '#/demo/permissions/access.ts'
import { reachOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { type DataQuery, readDataQuery, selectFields } from '#/demo/search/data-query.ts'
import { sortSubmissions } from '#/demo/search/sort-order.ts'
import { requireData, requireSubmission } from '#/demo/submissions/submission-access.ts'
import type { Submission } from '#/demo/submissions/submission-answer.ts'
import { findSubmissions, type SubmissionRef, writeOut } from '#/demo/submissions/submission-store.ts'

/** What is known of a submission before it is written out. */
const KNOWN: Record<string, (ref: SubmissionRef) => number> = {
  _id: ({ id }) => id,
  _submission_time: ({ time }) => Math.floor(time / 1000), // answered in whole seconds
}

/** Writes out only what the page shows, where the order allows it. */
function pageOf(call: Call, asset: AssetRecord, refs: SubmissionRef[], { page, sort = {} }: DataQuery): Submission[] {
  const write = (ref: SubmissionRef) => writeOut(call.db, asset, ref, call.url.origin)
  const end = page.start + page.limit
  const keys = Object.entries(sort).map(([key, direction]) => ({ of: KNOWN[key], direction }))
  if (keys.every(({ of }) => of !== undefined)) {
    const order = (a: SubmissionRef, b: SubmissionRef) =>
      keys.reduce((known, { of, direction }) => known || direction * ((of?.(a) ?? 0) - (of?.(b) ?? 0)), 0)
    return (keys.length === 0 ? refs : refs.toSorted(order)).slice(page.start, end).map(write)
  }
  return sortSubmissions(refs.map(write), sort).slice(page.start, end)
}

export const submissionResources: Resource[] = [
  resource('api/v2/assets/:uid/data/', {
    GET: async (call) => {
      const asset = requireData(call)
      const query = readDataQuery(call.url.searchParams)
      const refs = findSubmissions(call.db, asset, {
        username: call.username,
        codename: 'view_submissions',
        origin: call.url.origin,
        ...(query.query && { query: query.query }),
      })
      const results = pageOf(call, asset, refs, query).map((submission) => selectFields(submission, query.fields))
      if (call.request.method === 'GET') await recordAction(call, asset, 'view-data') // HEAD is none
      return json(paged(call.url, refs.length, query.linkPage, results))
    },
  }),

  resource('api/v2/assets/:uid/data/:id/', {
    GET: (call) => {
      const { submission } = requireSubmission(call, requireData(call))
      return json(selectFields(submission, readDataQuery(call.url.searchParams).fields))
    },
    DELETE: async (call) => {
      const asset = requireAsset(call)
      if (reachOf(asset, call.username, 'delete_submissions') === 'none')
        requirePermission(asset, call, 'delete_submissions')
      const { ref } = requireSubmission(call, asset, 'delete_submissions')
      await call.db.saveChanges([{ ...ref.change, assetUid: asset.uid, id: ref.id, deleted: true }])
      return noContent()
    },
  }),
]
