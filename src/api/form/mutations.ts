import { mutationOptions } from '@tanstack/react-query'
import type { Asset } from '../assets/schema.ts'
import { kpiOf } from '../client.ts'

/** The form as a spreadsheet. KPI calls it `.xls`; it is an XLSX file [1303]. */
export const downloadXlsForm = (asset: Pick<Asset, 'uid' | 'downloads'>) =>
  mutationOptions({
    mutationKey: ['form', asset.uid, 'download'],
    mutationFn: (_variables: void, { client }) => {
      const kpi = kpiOf(client)
      const url = asset.downloads.find(({ format }) => format === 'xls')?.url ?? `/api/v2/assets/${asset.uid}.xls`
      return kpi.blob(kpi.pathOf(url), { timeout: 180_000 })
    },
  })
