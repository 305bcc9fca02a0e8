import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { type TableSettings, tableSettingsOf } from './schema.ts'

interface TableChange {
  /** The settings that the user saw: if the server has others, a colleague changed them. */
  from: TableSettings
  /** The keys to change. */
  to: TableSettings
}

const isSame = (one: TableSettings, other: TableSettings) => canonicalJson(one) === canonicalJson(other)

/** JSON with sorted keys, because the server does not keep their order [2020]. */
const canonicalJson = (table: TableSettings) =>
  JSON.stringify(table, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** KPI's own front end writes no `null` either. */
const withoutNulls = (table: TableSettings): TableSettings =>
  Object.fromEntries(Object.entries(table).filter(([, value]) => value !== null))

/**
 * Saves the table settings of a project for all users. PATCH merges `settings` by key [0372], but replaces `data-table`
 * [2021], so all its keys are sent.
 * @throws ApiError `conflict` if somebody else changed them meanwhile; nothing is written then
 */
export const saveTableSettings = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'data-table', assetUid],
    scope: { id: `asset/${assetUid}` }, // concurrent PATCHes of an asset overwrite each other (NOTES, Never do)
    mutationFn: async ({ from, to }: TableChange, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      const table = withoutNulls(tableSettingsOf(now.settings))
      const changed = withoutNulls({ ...table, ...to })
      if (isSame(table, changed)) return now // an earlier request succeeded, but its response was lost
      if (!isSame(table, withoutNulls(from))) throw new ApiError('conflict', '')
      return kpi.patch(path, Asset, { body: { settings: { 'data-table': changed } } })
    },
    onSuccess: (asset, _tables, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
    },
  })
