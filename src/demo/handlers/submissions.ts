import { recordAction } from '#/demo/history.ts'
import { requireAsset, requirePermission } from '#/demo/permissions/access.ts'
import { submissionScope } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { json, noContent, paged } from '#/demo/responses.ts'
import { type DataQuery, readDataQuery, selectFields } from '#/demo/search/data-query.ts'
import { sortSubmissions } from '#/demo/search/sort-order.ts'
import { recordSubmissions } from '#/demo/submissions/record-submissions.ts'
import { requireData, requireSubmission } from '#/demo/submissions/submission-access.ts'
import type { Submission } from '#/demo/submissions/submission-serializer.ts'
import { withSupplement } from '#/demo/supplements/supplement-store.ts'
import { buildSubmission, findSubmissions, type SubmissionRef } from '#/demo/submissions/submission-store.ts'
import { submissionXml } from '#/demo/submissions/submission-xml.ts'

/** Sort keys whose value is known before a submission is built. */
const INDEXED_KEYS: Record<string, (ref: SubmissionRef) => number> = {
  _id: ({ id }) => id,
  _submission_time: ({ time }) => Math.floor(time / 1000), // KPI sends whole seconds
}

/** The requested page. Builds only the submissions on that page if the sort keys allow it. */
function pageOf(call: Call, asset: AssetRecord, refs: SubmissionRef[], { page, sort = {} }: DataQuery): Submission[] {
  const build = (ref: SubmissionRef) => buildSubmission(call.db, asset, ref, call.url.origin)
  const end = page.start + page.limit
  const keys = Object.entries(sort).map(([key, direction]) => ({ valueOf: INDEXED_KEYS[key], direction }))
  if (keys.every(({ valueOf }) => valueOf !== undefined)) {
    const compareRefs = (a: SubmissionRef, b: SubmissionRef) =>
      keys.reduce(
        (result, { valueOf, direction }) => result || direction * ((valueOf?.(a) ?? 0) - (valueOf?.(b) ?? 0)),
        0,
      )
    return (keys.length === 0 ? refs : refs.toSorted(compareRefs)).slice(page.start, end).map(build)
  }
  return sortSubmissions(refs.map(build), sort).slice(page.start, end)
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
      const results = pageOf(call, asset, refs, query).map((submission) =>
        withSupplement(call.db, asset, selectFields(submission, query.fields)),
      )
      if (call.request.method === 'GET') await recordAction(call, asset, 'view-data') // HEAD requests are not recorded
      return json(paged(call.url, refs.length, query.linkPage, results))
    },
  }),

  resource('api/v2/assets/:uid/data/:id/', {
    GET: (call) => {
      const asset = requireData(call)
      const { submission } = requireSubmission(call, asset)
      if (call.url.searchParams.get('format') === 'xml') {
        return new Response(submissionXml(asset.uid, submission), { headers: { 'Content-Type': 'application/xml' } }) // [0745]
      }
      const { fields } = readDataQuery(call.url.searchParams)
      return json(withSupplement(call.db, asset, selectFields(submission, fields)))
    },
    DELETE: async (call) => {
      const asset = requireAsset(call)
      if (submissionScope(asset, call.username, 'delete_submissions') === 'none')
        requirePermission(asset, call, 'delete_submissions')
      const { ref } = requireSubmission(call, asset, 'delete_submissions')
      await recordSubmissions(call, asset, 'delete-submission', [ref])
      await call.db.saveChanges([{ ...ref.change, assetUid: asset.uid, id: ref.id, deleted: true }])
      return noContent()
    },
  }),
]
