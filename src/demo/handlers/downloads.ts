import { notAcceptable, notFound } from '#/demo/answers.ts'
import { currentContent } from '#/demo/assets/content.ts'
import { requireAsset } from '#/demo/permissions/access.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { writeWorkbook } from '#/demo/xlsform/write-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Whether a request takes a spreadsheet: no header takes everything. */
const acceptsXlsx = ({ headers }: Request) =>
  (headers.get('Accept') ?? '*/*')
    .split(',')
    .some((range) => ['*/*', 'application/*', XLSX].includes(range.replace(/;.*/, '').trim()))

/** To the same address with its slash [0424]. */
const moved = ({ url }: Call) =>
  new Response(null, { status: 301, headers: { Location: `${url.pathname}/${url.search}` } })

/** The form as a file: `assets/<uid>.xls`, which in truth is `.xlsx` [0353], and not to be had as JSON. */
export const downloadResources: Resource[] = [
  resource('api/v2/assets/:file', {
    GET: async (call) => {
      const [uid = '', format] = (call.params.file ?? '').split('.')
      if (format === undefined) return moved(call)
      if (format !== 'xls') throw notFound()
      if (!acceptsXlsx(call.request)) throw notAcceptable()
      const asset = requireAsset({ ...call, params: { uid } })
      return new Response(await writeWorkbook(currentContent(asset), asset.name), {
        headers: {
          'Content-Type': `${XLSX}; charset=utf-8`,
          'Content-Disposition': `attachment; filename=${uid}.xlsx`,
        },
      })
    },
  }),
]
