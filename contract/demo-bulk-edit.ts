import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { getJson, household, type Situation } from './demo-situation.ts'
import type { Demo, DemoRequest } from './demo.ts'

const users = { CAROL: 'demo' }
const archived = `/api/v2/assets/${DEMO_PROJECTS.archived.uid}/`

/** `_id` of the oldest submission that matches a query. */
async function idOf(demo: Demo, query: object = {}, project = household): Promise<number> {
  const search = new URLSearchParams({ query: JSON.stringify(query), limit: '1', sort: '{"_id":1}' })
  const [first] = (await getJson(demo, `${project}data/?${search}`)).results
  if (!first) throw new Error(`No submission matches ${JSON.stringify(query)}`)
  return first._id
}

/** A submission whose second member has a name. */
const withMembers = { 'hh/people': '3' }
const withPhoto = { 'water/water_photo': { $exists: true } }

const edit =
  (data: object, query: object = withMembers) =>
  async (demo: Demo): Promise<Partial<DemoRequest>> => ({
    body: { payload: { submission_ids: [await idOf(demo, query)], data } },
  })

const editBefore = (data: object, query?: object) => async (demo: Demo) =>
  demo.request({ method: 'PATCH', path: `${household}data/bulk/`, ...(await edit(data, query)(demo)) })

const rowOf =
  (query: object) =>
  async (demo: Demo): Promise<Partial<DemoRequest>> => ({ path: `${household}data/${await idOf(demo, query)}/` })

/** Edits the second member, selected by a condition on its name. */
const byCondition = async (demo: Demo): Promise<Partial<DemoRequest>> => {
  const search = new URLSearchParams({ query: JSON.stringify(withMembers), limit: '1', sort: '{"_id":1}' })
  const { results } = (await demo.request({ method: 'GET', path: `${household}data/?${search}` })).body as {
    results: { member: Record<string, string>[] }[]
  }
  const name = results[0]?.member[1]?.['member/m_name']
  return edit({ [`member[m_name='${name}']/m_age`]: '44' })(demo)
}

const archivedRow =
  (rest: string) =>
  async (demo: Demo): Promise<Partial<DemoRequest>> => ({
    path: `${archived}data/${await idOf(demo, {}, archived)}/${rest}`,
  })

const bulkArchived = (rest: string, payload: object) => async (demo: Demo) => ({
  path: `${archived}data/${rest}/`,
  body: { payload: { submission_ids: [await idOf(demo, {}, archived)], ...payload } },
})

/** Bulk edits, and writes to archived projects. */
export const BULK_EDIT_SITUATIONS: Situation[] = [
  { recording: '2120', users, request: edit({ 'member[2]/m_name': 'Corrected', 'member[1]/m_age': '31' }) },
  { recording: '2121', users, setUp: editBefore({ 'member[2]/m_name': 'Corrected' }), request: rowOf(withMembers) },
  { recording: '2122', users, request: edit({ 'member/m_name': 'First' }) },
  { recording: '2123', users, request: byCondition },
  { recording: '2124', users, request: edit({ 'member[4]/m_name': 'Fourth' }) },
  { recording: '2125', users, request: edit({ 'hh/head_age': 5 }) },
  { recording: '2127', users, request: edit({ 'bad name': 'x' }) },
  {
    recording: '2128',
    users,
    request: edit({
      __version__: 'vX',
      'meta/instanceID': 'uuid:x',
      'formhub/uuid': 'x',
      'hh/head_name': 'Kept apart',
    }),
  },
  { recording: '2129', users, request: rowOf(withPhoto) },
  { recording: '2130', users, request: edit({ 'water/water_photo': 'other.jpg' }, withPhoto) },
  {
    recording: '2132',
    users,
    setUp: editBefore({ 'water/water_photo': 'a.jpg' }, withPhoto),
    request: rowOf(withPhoto),
  },
  {
    recording: '2133',
    users,
    request: () => ({ body: { payload: { data: { remarks: 'By query' }, query: withPhoto } } }),
  },
  { recording: '2134', users },
  {
    recording: '2135',
    users,
    request: edit({ 'hh/new_name': 'copied', 'member[1]/person_name': 'copied', 'grp/inner': 'x' }),
  },
  { recording: '2105', users, request: archivedRow('validation_status/') },
  {
    recording: '2106',
    users,
    request: bulkArchived('validation_statuses', { 'validation_status.uid': 'validation_status_approved' }),
  },
  { recording: '2107', users, request: bulkArchived('bulk', { data: { consent: 'no' } }) },
  { recording: '2108', users, request: archivedRow('duplicate/') },
  { recording: '2021', users },
  { recording: '2023', users },
  { recording: '2025', users },
  { recording: '2026', users, request: () => ({ user: 'yusuf' }) },
]
