import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { household, read, type Situation } from './demo-asking.ts'
import type { Step, World } from './demo-world.ts'

const cast = { CAROL: 'demo' }
const archived = `/api/v2/assets/${DEMO_PROJECTS.archived.uid}/`

/** The oldest submission that a query finds. */
async function idOf(world: World, query: object = {}, project = household): Promise<number> {
  const search = new URLSearchParams({ query: JSON.stringify(query), limit: '1', sort: '{"_id":1}' })
  const [first] = (await read(world, `${project}data/?${search}`)).results
  if (!first) throw new Error(`Nothing is found by ${JSON.stringify(query)}`)
  return first._id
}

/** One with two members, the second of which has a name. */
const withMembers = { 'hh/people': '3' }
const withPhoto = { 'water/water_photo': { $exists: true } }

const edit =
  (data: object, query: object = withMembers) =>
  async (world: World): Promise<Partial<Step>> => ({
    body: { payload: { submission_ids: [await idOf(world, query)], data } },
  })

const edited = (data: object, query?: object) => async (world: World) =>
  world.ask({ method: 'PATCH', path: `${household}data/bulk/`, ...(await edit(data, query)(world)) })

const one =
  (query: object) =>
  async (world: World): Promise<Partial<Step>> => ({ path: `${household}data/${await idOf(world, query)}/` })

/** Writes to the condition that the second member's own name makes. */
const byCondition = async (world: World): Promise<Partial<Step>> => {
  const search = new URLSearchParams({ query: JSON.stringify(withMembers), limit: '1', sort: '{"_id":1}' })
  const { results } = (await world.ask({ method: 'GET', path: `${household}data/?${search}` })).body as {
    results: { member: Record<string, string>[] }[]
  }
  const name = results[0]?.member[1]?.['member/m_name']
  return edit({ [`member[m_name='${name}']/m_age`]: '44' })(world)
}

const ofArchived =
  (rest: string) =>
  async (world: World): Promise<Partial<Step>> => ({
    path: `${archived}data/${await idOf(world, {}, archived)}/${rest}`,
  })

const manyOfArchived = (rest: string, payload: object) => async (world: World) => ({
  path: `${archived}data/${rest}/`,
  body: { payload: { submission_ids: [await idOf(world, {}, archived)], ...payload } },
})

/** Editing many at once, and what an archived project allows. */
export const ABOUT_BULK_EDIT: Situation[] = [
  { recording: '2120', cast, ask: edit({ 'member[2]/m_name': 'Corrected', 'member[1]/m_age': '31' }) },
  { recording: '2121', cast, before: edited({ 'member[2]/m_name': 'Corrected' }), ask: one(withMembers) },
  { recording: '2122', cast, ask: edit({ 'member/m_name': 'First' }) },
  { recording: '2123', cast, ask: byCondition },
  { recording: '2124', cast, ask: edit({ 'member[4]/m_name': 'Fourth' }) },
  { recording: '2125', cast, ask: edit({ 'hh/head_age': 5 }) },
  { recording: '2127', cast, ask: edit({ 'bad name': 'x' }) },
  {
    recording: '2128',
    cast,
    ask: edit({ __version__: 'vX', 'meta/instanceID': 'uuid:x', 'formhub/uuid': 'x', 'hh/head_name': 'Kept apart' }),
  },
  { recording: '2129', cast, ask: one(withPhoto) },
  { recording: '2130', cast, ask: edit({ 'water/water_photo': 'other.jpg' }, withPhoto) },
  { recording: '2132', cast, before: edited({ 'water/water_photo': 'a.jpg' }, withPhoto), ask: one(withPhoto) },
  { recording: '2133', cast, ask: () => ({ body: { payload: { data: { remarks: 'By query' }, query: withPhoto } } }) },
  { recording: '2134', cast },
  {
    recording: '2135',
    cast,
    ask: edit({ 'hh/new_name': 'copied', 'member[1]/person_name': 'copied', 'grp/inner': 'x' }),
  },
  { recording: '2105', cast, ask: ofArchived('validation_status/') },
  {
    recording: '2106',
    cast,
    ask: manyOfArchived('validation_statuses', { 'validation_status.uid': 'validation_status_approved' }),
  },
  { recording: '2107', cast, ask: manyOfArchived('bulk', { data: { consent: 'no' } }) },
  { recording: '2108', cast, ask: ofArchived('duplicate/') },
  { recording: '2021', cast },
  { recording: '2023', cast },
  { recording: '2025', cast },
  { recording: '2026', cast, ask: () => ({ as: 'yusuf' }) },
]
