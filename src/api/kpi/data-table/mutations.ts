import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { type TableSettings, tableSettingsOf } from './schema.ts'

interface KeepTable {
  /** As the person saw it: another one on the server means that a colleague was faster. */
  from: TableSettings
  /** What is changed of it. */
  to: TableSettings
}

const same = (one: TableSettings, other: TableSettings) => textOf(one) === textOf(other)

/** The same text for the same settings: the server does not keep the order of keys [2020]. */
const textOf = (table: TableSettings) =>
  JSON.stringify(table, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** Without what is not set: KPI's own front end writes no `null` either. */
const withoutNulls = (table: TableSettings): TableSettings =>
  Object.fromEntries(Object.entries(table).filter(([, value]) => value !== null))

/**
 * Sets up the table of a project for everybody. Settings are merged by key, so all others stay [0372]; of `data-table`
 * itself the server keeps only what is sent [2021], so its other keys are sent again.
 * @throws ApiError `conflict` where somebody else changed the table meanwhile; nothing is written then.
 */
export const keepDataTable = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'data-table', assetUid],
    scope: { id: `asset/${assetUid}` }, // two PATCHes of one asset at a time overwrite one another (NOTES, Never do)
    mutationFn: async ({ from, to }: KeepTable, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      const table = withoutNulls(tableSettingsOf(now.settings))
      const wanted = withoutNulls({ ...table, ...to })
      if (same(table, wanted)) return now // an earlier try arrived, and its answer was lost
      if (!same(table, withoutNulls(from))) throw new ApiError('conflict', '')
      return kpi.patch(path, Asset, { body: { settings: { 'data-table': wanted } } })
    },
    onSuccess: (asset, _tables, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
    },
  })
