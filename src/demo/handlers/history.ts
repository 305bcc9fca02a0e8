import { searchHistory, serializeHistoryEntry } from '#/demo/history.ts'
import { requireAsset, requirePermission } from '#/demo/permissions/access.ts'
import type { HistoryRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { json, pageOf } from '#/demo/responses.ts'

/**
 * The history of a project, newest first.
 * @throws 403 for users who do not manage the project [0365, 2007]
 */
async function entriesOf(call: Call): Promise<HistoryRecord[]> {
  const asset = requireAsset(call)
  requirePermission(asset, call, 'manage_asset')
  return (await call.db.history(asset.uid)).toReversed()
}

export const historyResources: Resource[] = [
  resource('api/v2/assets/:uid/history/', {
    GET: async (call) => {
      const { searchParams, origin } = call.url
      const [all, q] = [await entriesOf(call), searchParams.get('q')]
      const entries = q === null ? all : searchHistory(all, q)
      return json(pageOf(call.url, entries, (entry) => serializeHistoryEntry(entry, origin)))
    },
  }),
  resource('api/v2/assets/:uid/history/actions/', {
    GET: async (call) => {
      const actions = new Set((await entriesOf(call)).map(({ action }) => action))
      return json({ actions: [...actions].toSorted() })
    },
  }),
]
