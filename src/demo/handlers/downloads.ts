import { currentContent } from '#/demo/assets/content.ts'
import { requireAsset } from '#/demo/permissions/access.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { notAcceptable, notFound } from '#/demo/responses.ts'
import { writeWorkbook } from '#/demo/xlsform/write-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Whether the client accepts a spreadsheet. A request without the header accepts anything. */
const acceptsXlsx = ({ headers }: Request) =>
  (headers.get('Accept') ?? '*/*')
    .split(',')
    .some((range) => ['*/*', 'application/*', XLSX].includes(range.replace(/;.*/, '').trim()))

/** Redirects to the same path with a slash at the end [0424]. */
const redirectToSlash = ({ url }: Call) =>
  new Response(null, { status: 301, headers: { Location: `${url.pathname}/${url.search}` } })

/** The form as a file: `assets/<uid>.xls`, which is really `.xlsx` [0353] and not available as JSON. */
export const downloadResources: Resource[] = [
  resource('api/v2/assets/:file', {
    GET: async (call) => {
      const [uid = '', format] = (call.params.file ?? '').split('.')
      if (format === undefined) return redirectToSlash(call)
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
