import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { fileKind } from '#/lib/spreadsheet/spreadsheet-kind.ts'

/** KPI also calls spreadsheets so [1303]. What is a page in truth shows in the bytes. */
const MIMETYPE = 'text/html'

/** The form as a spreadsheet. KPI calls it `.xls`; it is an XLSX file [1303]. */
export const downloadXlsForm = (asset: Pick<Asset, 'uid' | 'downloads'>) =>
  mutationOptions({
    mutationKey: ['form', asset.uid, 'download'],
    mutationFn: async (_variables: void, { client }) => {
      const kpi = kpiOf(client)
      const url = asset.downloads.find(({ format }) => format === 'xls')?.url ?? `/api/v2/assets/${asset.uid}.xls`
      const file = await kpi.blob(kpi.pathOf(url), { mimetype: MIMETYPE, timeout: 180_000 })
      const kind = fileKind(new Uint8Array(await file.arrayBuffer()))
      if (kind !== 'xlsx' && kind !== 'xls') throw new ApiError('unreadable', '')
      return file
    },
  })
