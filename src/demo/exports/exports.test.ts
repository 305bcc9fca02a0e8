import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { beforeEach, expect, it, vi } from 'vitest'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { parseCsv } from '#/lib/spreadsheet/parse-csv.ts'

const { uid } = DEMO_PROJECTS.household
const BASE = `api/v2/assets/${uid}/`
const SETTINGS = {
  fields_from_all_versions: true,
  group_sep: '/',
  hierarchy_in_labels: false,
  lang: '_xml',
  multiple_select: 'both',
  type: 'csv',
}

let transport: Transport
beforeEach(async () => {
  transport = await createDemoTransport({ storage: 'memory', instantImports: true })
})

const send = (
  path: string,
  { method = 'GET', body, user = 'demo' }: { method?: string; body?: unknown; user?: string | null } = {},
) => {
  const token = DEMO_USERS.find(({ username }) => username === user)?.token
  return transport(
    new Request(new URL(path, `${DEMO_CONNECTION.server}/`), {
      method,
      headers: { ...(token !== undefined && { Authorization: `Token ${token}` }), 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
}

interface Task {
  uid: string
  status: string
  result: string | null
  messages: object
  data: object
}

async function exported(settings: object = {}): Promise<Task> {
  const made = (await (
    await send(`${BASE}exports/`, { method: 'POST', body: { ...SETTINGS, ...settings } })
  ).json()) as Task
  return (await (await send(`${BASE}exports/${made.uid}/`)).json()) as Task
}

const fileOf = async (settings: object) => send(String((await exported(settings)).result))
const rowsOf = async (settings: object) => parseCsv(await (await fileOf(settings)).text())
const fields = ['hh/village', 'hh/people', 'water/water_sources', '_id']

it('writes CSV with semicolons and quotes, by fields, language and choices [1013, 2236]', async () => {
  const text = await (await fileOf({ fields })).text()
  expect(text.split('\r\n')[0]).toMatch(
    /^"village";"people";"water_sources";"water_sources\/\w+";.*"_id";"_uuid";"meta\/rootUuid";"_index"$/,
  )
  const [headings = []] = await rowsOf({
    fields,
    lang: 'Français (fr)',
    hierarchy_in_labels: true,
    group_sep: ' > ',
    multiple_select: 'summary',
  })
  expect(headings.slice(0, 3)).toEqual([
    'Ménage > Village',
    'Ménage > Combien de personnes vivent ici ?',
    'Eau > Sources d’eau',
  ])
  expect(await rowsOf({ fields })).toHaveLength(1061)
})

it('exports what a query and ids have in common, and says what it added to them [2231]', async () => {
  const all = await rowsOf({ fields })
  const chosen = all.filter(([, people]) => people === '5')
  expect(await rowsOf({ fields, query: { 'hh/people': '5' } })).toHaveLength(chosen.length + 1)
  const idAt = all[0]?.indexOf('_id') ?? 0
  const ids = all.slice(1, 60).map((row) => Number(row[idAt]))
  const both = { fields, query: { 'hh/people': '5' }, submission_ids: ids }
  expect(await rowsOf(both)).toHaveLength(1 + all.slice(1, 60).filter(([, people]) => people === '5').length)
  expect((await exported(both)).data).toMatchObject({
    query: { 'hh/people': '5', _id: { $in: ids }, _userform_id: `demo_${uid}` },
    fields: [...fields, 'hh', 'water', '_attachments', '_supplementalDetails', '_uuid', 'meta/rootUuid'],
  })
})

it('ends as an error where the query is refused [2232]', async () => {
  expect(await exported({ query: { 'hh/village': { $regex: '(' } } })).toMatchObject({
    status: 'error',
    result: null,
    messages: { error_type: 'OperationFailure' },
  })
})

it('makes workbooks with a sheet for each repeat group, places and labels [1010-1012, 2233, 2234]', async () => {
  const book = read(await (await fileOf({ type: 'xls' })).arrayBuffer(), { type: 'array' })
  expect(book.SheetNames[1]).toBe('member')
  const [first] = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['member'] ?? {})
  expect(first).toMatchObject({ _index: 1, _parent_table_name: DEMO_PROJECTS.household.name })
  const places = (await (await fileOf({ type: 'geojson', flatten: true })).json()) as {
    features: { geometry: unknown }[]
  }
  const apart = (await (await fileOf({ type: 'geojson', flatten: false })).json()) as { features: unknown[] }[]
  expect(apart).toHaveLength(1060)
  expect(apart.flatMap(({ features }) => features)).toHaveLength(places.features.length)
  const kml = await (await fileOf({ type: 'kml' })).text()
  expect(kml.split('<Placemark>')).toHaveLength(places.features.length + 1)
  const labels = unzipSync(new Uint8Array(await (await fileOf({ type: 'spss_labels' })).arrayBuffer()))
  expect(Object.keys(labels)).toHaveLength(2)
})

it('keeps the newest ten of a user, and shows them to nobody else [1031, 1038]', async () => {
  const made: string[] = []
  for (let count = 0; count < 11; count += 1) made.unshift((await exported({ fields: ['_id'] })).uid)
  const { results } = (await (await send(`${BASE}exports/`)).json()) as { results: Task[] }
  expect(results.map((task) => task.uid)).toEqual(made.slice(0, 10))
  const { result } = await exported({ fields: ['_id'] })
  expect((await send(String(result), { user: 'amina' })).status).toBe(403)
  expect((await send(String(result), { user: null })).headers.get('Content-Type')).toContain('text/html')
})

it('has no file any more of an export that is deleted, or gone for newer ones', async () => {
  const [oldest, deleted] = [await exported({ fields }), await exported({ fields })]
  expect((await send(String(deleted.result))).status).toBe(200)
  expect((await send(`${BASE}exports/${deleted.uid}/`, { method: 'DELETE' })).status).toBe(204)
  expect((await send(String(deleted.result))).status).toBe(404)
  for (let count = 0; count < 10; count += 1) await exported({ fields })
  expect((await send(String(oldest.result))).status).toBe(404)
})

it('keeps the file of saved settings for five minutes [1048, 1049, 2243]', async () => {
  const { results } = (await (await send(`${BASE}export-settings/`)).json()) as { results: { data_url_csv: string }[] }
  const { data_url_csv: url = '' } = results[0] ?? {}
  const place = async () => (await send(url)).headers.get('Location')
  const first = await place()
  expect(await place()).toBe(first)
  const rows = async (path: string | null) => parseCsv(await (await send(String(path))).text())
  expect(await rows(first)).toHaveLength(1061)
  vi.setSystemTime(Date.now() + 300_001)
  expect(await place()).not.toBe(first)
  vi.useRealTimers()
  expect((await send(url, { user: null })).status).toBe(404)
})
