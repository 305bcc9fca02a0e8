import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { poll } from '../../lab/poll.ts'

/** The required settings. */
export const SETTINGS = {
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
  lab.me.request('POST', `${(await lab.project('table')).path}exports/`, { body: { ...SETTINGS, ...settings } })

async function finishedExport(lab: Lab, settings: object): Promise<Export> {
  const { path } = await lab.project('table')
  const { body } = await start(lab, settings)
  const { uid } = body as Export
  return poll(
    async () => (await lab.me.request('GET', `${path}exports/${uid}/`)).body as Export,
    ({ status }) => status === 'complete' || status === 'error',
    lab.signal,
  )
}

/** The path of a file, without the server's own host name. */
export const pathOf = (url: string) => new URL(url).pathname.slice(1) + new URL(url).search

async function linesOf(lab: Lab, settings: object): Promise<string[]> {
  const { result } = await finishedExport(lab, settings)
  const { body } = await lab.me.request('GET', pathOf(result ?? 'about:blank'), { headers: { Accept: '*/*' } })
  return String(body).trim().split('\r\n')
}

/** The type is `application/geo+json`, so that the body may be text. */
const parsed = (body: unknown): unknown => (typeof body === 'string' ? JSON.parse(body) : body)

/** Number of rows in an export. */
const rowCountOf = (settings: object | ((lab: Lab) => Promise<object>)) => async (lab: Lab) =>
  (await linesOf(lab, typeof settings === 'function' ? await settings(lab) : settings)).length - 1

const refusedFact = (name: string, source: string[], settings: object, field: string) =>
  fact({
    name,
    source,
    when: async (lab) => {
      const { status, body } = await start(lab, settings)
      return { status, fields: Object.keys(body as object) }
    },
    expected: { status: 400, fields: [field] },
  })

/** The first line of a file, without its last two columns. */
const headingsOf = async (lab: Lab, settings: object) =>
  (await linesOf(lab, settings))[0]?.split(';').slice(0, 2).join(';') ?? ''

/** Exports, and links to data for other programs. */
export const exports: Group = {
  name: 'exports',
  facts: [
    fact({
      name: 'an export starts without a result and ends with a file',
      source: ['1001', '1002', '1003', '1004'],
      when: async (lab) => {
        const { status, body } = await start(lab, {})
        const done = await finishedExport(lab, {})
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
      name: 'a CSV file has semicolons, quotes, and a line for each row',
      source: ['1004', '1013'],
      when: async (lab) => {
        const [head = '', ...rows] = await linesOf(lab, { fields: ['name', 'age'] })
        return { head: head.startsWith('"name";"age"'), rows: rows.length }
      },
      expected: { head: true, rows: 6 },
    }),
    fact({
      name: 'a query filters an export',
      source: ['2230'],
      when: rowCountOf({ query: { age: '10' } }),
      expected: 2,
    }),
    fact({
      name: 'ids filter an export',
      source: ['1014'],
      when: rowCountOf(async (lab) => ({
        submission_ids: (await lab.project('table')).rows.slice(0, 3).map(({ id }) => id),
      })),
      expected: 3,
    }),
    fact({
      name: 'query and ids are combined with AND',
      source: ['2231'],
      when: rowCountOf(async (lab) => ({
        query: { age: '10' },
        submission_ids: (await lab.project('table')).rows.slice(0, 3).map(({ id }) => id),
      })),
      expected: 1,
    }),
    fact({
      name: 'an unknown field is ignored',
      source: ['1027'],
      when: async (lab) => (await finishedExport(lab, { fields: ['no_such_field'] })).status,
      expected: 'complete',
    }),
    fact({
      name: 'a file needs authentication',
      source: ['1005'],
      when: async (lab) =>
        (
          await lab.anonymous.request('GET', pathOf((await finishedExport(lab, {})).result ?? 'about:blank'), {
            headers: { Accept: '*/*' },
          })
        ).status,
      expected: 403,
    }),
    refusedFact('the type is required', ['1020'], { type: undefined }, 'data'),
    refusedFact('an unknown type is refused', ['1021', '2241'], { type: 'xlsx' }, 'type'),
    refusedFact('an unknown language is refused', ['1022'], { lang: 'Klingon' }, 'lang'),
    refusedFact('unknown settings are refused', ['1023'], { colour: 'red' }, 'data'),
    refusedFact(
      'an empty group separator is refused',
      ['1026'],
      { group_sep: '', hierarchy_in_labels: true },
      'group_sep',
    ),
    fact({
      name: 'a draft cannot be exported',
      source: ['1032'],
      when: async (lab) =>
        (await lab.me.request('POST', `${(await lab.project('draft')).path}exports/`, { body: SETTINGS })).status,
      expected: 400,
    }),
    ...['xls', 'geojson', 'spss_labels', 'kml'].map((type) =>
      fact({
        name: `${type} is exported`,
        source: ['1010', '1011', '1012', '2233'],
        when: async (lab) => (await finishedExport(lab, { type, ...(type === 'geojson' && { flatten: true }) })).status,
        expected: 'complete',
      }),
    ),
    fact({
      name: 'a deleted export is gone',
      source: ['1035', '1036'],
      when: async (lab) => {
        const { path } = await lab.project('table')
        const { uid } = await finishedExport(lab, {})
        const { status } = await lab.me.request('DELETE', `${path}exports/${uid}/`)
        return [status, (await lab.me.request('GET', `${path}exports/${uid}/`)).status]
      },
      expected: [204, 404],
    }),
    fact({
      name: 'KML has no option for collections, and queries and ids are JSON',
      source: ['2238', '2239', '2240'],
      when: async (lab) => {
        const refused = [{ type: 'kml', flatten: true }, { query: '{}' }, { submission_ids: ['1'] }]
        const answers = []
        for (const settings of refused) answers.push(Object.keys((await start(lab, settings)).body as object))
        return answers
      },
      expected: [['flatten'], ['query'], ['submission_ids']],
    }),
    fact({
      name: 'GeoJSON is one collection, or one for each row',
      source: ['2234'],
      when: async (lab) => {
        const file = async (flatten: boolean) => {
          const { result } = await finishedExport(lab, { type: 'geojson', flatten })
          return (await lab.me.request('GET', pathOf(result ?? 'about:blank'), { headers: { Accept: '*/*' } })).body
        }
        const isList = async (flatten: boolean) => Array.isArray(parsed(await file(flatten)))
        return [await isList(true), await isList(false)]
      },
      expected: [false, true],
    }),
    fact({
      name: '_default gives names where all languages have names',
      source: ['2235'],
      when: async (lab) => {
        const { path } = await lab.project('table')
        const { content } = (await lab.me.request('GET', path)).body as { content: { translations: (string | null)[] } }
        const [language] = content.translations
        const fields = { fields: ['name', 'age'] }
        const names = await headingsOf(lab, { ...fields, lang: '_xml' })
        const first = await headingsOf(lab, { ...fields, lang: '_default' })
        return language === null || names === first
      },
      expected: true,
    }),
    fact({
      name: 'a query that cannot be carried out ends as an error in words',
      source: ['2232'],
      when: async (lab) => {
        const { status, result, messages } = await finishedExport(lab, { query: { name: { $regex: '(' } } })
        return [status, result, typeof messages.error, typeof messages.error_type]
      },
      expected: ['error', null, 'string', 'string'],
    }),
  ],
}
