import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { until } from '../../lab/until.ts'

const realOnly = 'it has no exports'

const SETTINGS = {
  fields_from_all_versions: true,
  group_sep: '/',
  hierarchy_in_labels: false,
  lang: '_xml',
  multiple_select: 'both',
  type: 'csv',
}

interface Export {
  uid: string
  status: string
  result: string | null
  messages: { error?: string; error_type?: string }
}

const start = async (lab: Lab, settings: object) =>
  lab.me.ask('POST', `${(await lab.project('table')).path}exports/`, { body: { ...SETTINGS, ...settings } })

async function ended(lab: Lab, settings: object): Promise<Export> {
  const { path } = await lab.project('table')
  const { body } = await start(lab, settings)
  const { uid } = body as Export
  return until(
    async () => (await lab.me.ask('GET', `${path}exports/${uid}/`)).body as Export,
    ({ status }) => status === 'complete' || status === 'error',
    lab.signal,
  )
}

/** The path of a file that the server offers, whatever the server calls itself. */
const pathOf = (url: string) => new URL(url).pathname.slice(1) + new URL(url).search

async function linesOf(lab: Lab, settings: object): Promise<string[]> {
  const { result } = await ended(lab, settings)
  const { body } = await lab.me.ask('GET', pathOf(result ?? 'about:blank'), { headers: { Accept: '*/*' } })
  return String(body).trim().split('\r\n')
}

/** How many rows of answers an export has. */
const rowsOf = (settings: object | ((lab: Lab) => Promise<object>)) => async (lab: Lab) =>
  (await linesOf(lab, typeof settings === 'function' ? await settings(lab) : settings)).length - 1

const refused = (name: string, source: string[], settings: object, field: string) =>
  fact({
    name,
    source,
    realOnly,
    when: async (lab) => {
      const { status, body } = await start(lab, settings)
      return { status, fields: Object.keys(body as object) }
    },
    expected: { status: 400, fields: [field] },
  })

/** Exports that the server makes, and links to data for other programs. */
export const exports: Group = {
  name: 'exports',
  facts: [
    fact({
      name: 'an export begins without a result and ends with a file',
      source: ['1001', '1002', '1003', '1004'],
      realOnly,
      when: async (lab) => {
        const { status, body } = await start(lab, {})
        const done = await ended(lab, {})
        return {
          status,
          first: (body as Export).status,
          result: (body as Export).result,
          end: done.status,
          file: typeof done.result,
        }
      },
      expected: { status: 201, first: 'created', result: null, end: 'complete', file: 'string' },
    }),
    fact({
      name: 'a CSV has semicolons, quotes, and a line for each row',
      source: ['1004', '1013'],
      realOnly,
      when: async (lab) => {
        const [head = '', ...rows] = await linesOf(lab, { fields: ['name', 'age'] })
        return { head: head.startsWith('"name";"age"'), rows: rows.length }
      },
      expected: { head: true, rows: 6 },
    }),
    fact({
      name: 'a query filters an export',
      source: ['2230'],
      realOnly,
      when: rowsOf({ query: { age: '10' } }),
      expected: 2,
    }),
    fact({
      name: 'ids filter an export',
      source: ['1014'],
      realOnly,
      when: rowsOf(async (lab) => ({
        submission_ids: (await lab.project('table')).rows.slice(0, 3).map(({ id }) => id),
      })),
      expected: 3,
    }),
    fact({
      name: 'query and ids must both hold',
      source: ['2231'],
      realOnly,
      when: rowsOf(async (lab) => ({
        query: { age: '10' },
        submission_ids: (await lab.project('table')).rows.slice(0, 3).map(({ id }) => id),
      })),
      expected: 1,
    }),
    fact({
      name: 'a field that does not exist is ignored',
      source: ['1027'],
      realOnly,
      when: async (lab) => (await ended(lab, { fields: ['no_such_field'] })).status,
      expected: 'complete',
    }),
    fact({
      name: 'a file needs the key',
      source: ['1005'],
      realOnly,
      when: async (lab) =>
        (
          await lab.anonymous.ask('GET', pathOf((await ended(lab, {})).result ?? 'about:blank'), {
            headers: { Accept: '*/*' },
          })
        ).status,
      expected: 403,
    }),
    refused('the type is required', ['1020'], { type: undefined }, 'data'),
    refused('an unknown type is refused', ['1021', '2241'], { type: 'xlsx' }, 'type'),
    refused('an unknown language is refused', ['1022'], { lang: 'Klingon' }, 'lang'),
    refused('unknown settings are refused', ['1023'], { colour: 'red' }, 'data'),
    refused(
      'an empty separator of groups is refused',
      ['1026'],
      { group_sep: '', hierarchy_in_labels: true },
      'group_sep',
    ),
    fact({
      name: 'a draft cannot be exported',
      source: ['1032'],
      realOnly,
      when: async (lab) =>
        (await lab.me.ask('POST', `${(await lab.project('draft')).path}exports/`, { body: SETTINGS })).status,
      expected: 400,
    }),
    ...['xls', 'geojson', 'spss_labels', 'kml'].map((type) =>
      fact({
        name: `${type} is made`,
        source: ['1010', '1011', '1012', '2233'],
        realOnly,
        when: async (lab) => (await ended(lab, { type, ...(type === 'geojson' && { flatten: true }) })).status,
        expected: 'complete',
      }),
    ),
    fact({
      name: 'a deleted export is gone',
      source: ['1035', '1036'],
      realOnly,
      when: async (lab) => {
        const { path } = await lab.project('table')
        const { uid } = await ended(lab, {})
        const { status } = await lab.me.ask('DELETE', `${path}exports/${uid}/`)
        return [status, (await lab.me.ask('GET', `${path}exports/${uid}/`)).status]
      },
      expected: [204, 404],
    }),
    fact({
      name: 'kept settings give links for other programs, and a name is there once',
      source: ['1040', '1044', '1048', '1049', '1053'],
      realOnly,
      when: async (lab) => {
        const { path } = await lab.project('table')
        const body = { name: 'Weekly', export_settings: SETTINGS }
        const { status, body: made } = await lab.me.ask('POST', `${path}export-settings/`, { body })
        const again = await lab.me.ask('POST', `${path}export-settings/`, { body })
        const { uid, data_url_csv: csv } = made as { uid: string; data_url_csv: string }
        const link = await lab.me.ask('GET', pathOf(csv), { headers: { Accept: '*/*' } })
        const nobody = await lab.anonymous.ask('GET', pathOf(csv), { headers: { Accept: '*/*' } })
        const removed = await lab.me.ask('DELETE', `${path}export-settings/${uid}/`)
        return [status, again.status, link.status, nobody.status, removed.status]
      },
      expected: [201, 500, 302, 404, 204],
    }),
  ],
}
