import { mutationOptions } from '@tanstack/react-query'
import { assetQueries } from '../assets/queries.ts'
import { Asset } from '../assets/schema.ts'
import { kpiOf } from '../client.ts'
import { ApiError } from '../errors.ts'
import { type DataTable, dataTableOf } from './schema.ts'

interface KeepTable {
  /** As the person saw it: another one on the server means that a colleague was faster. */
  from: DataTable
  /** What is changed of it. */
  to: DataTable
}

const same = (one: DataTable, other: DataTable) => inOrder(one) === inOrder(other)
const inOrder = (table: DataTable) => JSON.stringify(Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Sets up the table of a project for everybody. Settings are merged by key, so all others stay [0372]. */
export const keepDataTable = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'data-table', assetUid],
    mutationFn: async ({ from, to }: KeepTable, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      const table = dataTableOf(now.settings)
      const wanted = { ...table, ...to }
      if (same(table, wanted)) return now // an earlier try arrived, and its answer was lost
      if (!same(table, from)) throw new ApiError('conflict', '')
      return kpi.patch(path, Asset, { body: { settings: { 'data-table': wanted } } })
    },
    onSuccess: (asset, _tables, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
    },
  })
