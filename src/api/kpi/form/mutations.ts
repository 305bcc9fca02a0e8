import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { fileKind } from '#/lib/spreadsheet/spreadsheet-kind.ts'

/** The type that KPI declares for the spreadsheet [1303]. The content tells whether it is one. */
const MIMETYPE = 'text/html'

/**
 * Loads the form as a spreadsheet. KPI names it `.xls`, but it is an XLSX file [1303]. Throws an `ApiError` of kind
 * `unreadable` if the response is no spreadsheet.
 */
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
