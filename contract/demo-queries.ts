import { household, type Situation } from './demo-situation.ts'
import type { Demo } from './demo.ts'

/** The owner of the recorded project, and a user with partial permissions. */
const users = { CAROL: 'demo', DAVE: 'h.qasim' }

/** Gives the second user partial permissions for the submissions that match the filters. */
const addPartialPermissions = (filters: Record<string, object[]>) => (demo: Demo) =>
  demo.request({
    method: 'POST',
    path: `${household}permission-assignments/`,
    body: {
      user: '/api/v2/users/h.qasim/',
      permission: '/api/v2/permissions/partial_submissions/',
      partial_permissions: Object.entries(filters).map(([codename, filterList]) => ({
        url: `/api/v2/permissions/${codename}/`,
        filters: filterList,
      })),
    },
  })

const addPartialView = (...filters: object[]) => addPartialPermissions({ view_submissions: filters })

const addSeveralPermissions = addPartialPermissions({
  view_submissions: [{ consent: 'yes' }],
  validate_submissions: [{ 'hh/head_sex': 'f' }],
  delete_submissions: [{ _submitted_by: 'h.qasim' }],
})

/** The `_id`s of the newest submissions that match a query. */
async function idsOf(demo: Demo, query: object): Promise<number[]> {
  const search = new URLSearchParams({ query: JSON.stringify(query), sort: '{"_id":-1}', limit: '3' })
  const { body } = await demo.request({ method: 'GET', path: `${household}data/?${search}` })
  return (body as { results: { _id: number }[] }).results.map(({ _id }) => _id)
}

const UNCHANGED_SITUATIONS = `2006 2150 2151 2152 2153 2154 2155 2156 2157 2159 2160 2161 2162 2163 2164 2165 2166 2167
  2168 2169 2170 2190 2192 2194 2196 2198 2199 2201 2204 2205`
  .split(/\s+/)
  .map((recording): Situation => ({ recording, users }))

/** Queries for submissions, and partial permissions. */
export const QUERY_SITUATIONS: Situation[] = [
  ...UNCHANGED_SITUATIONS,
  { recording: '2191', users, setUp: addPartialView({ 'hh/head_name': { $regex: '^A', $options: 'i' } }) },
  { recording: '2193', users, setUp: addPartialView({ $or: [{ consent: 'no' }, { 'hh/head_sex': 'f' }] }) },
  { recording: '2195', users, setUp: addPartialView({ _submitted_by: { $in: ['enum_team_08', null] } }) },
  { recording: '2197', users, setUp: addPartialView({ member: { $elemMatch: { 'member/m_sex': 'f' } } }) },
  { recording: '2200', users, setUp: addPartialView({ '_validation_status.uid': { $exists: false } }) },
  { recording: '2202', users, setUp: addPartialView({ 'household/head_name': { $regex: '(' } }) },
  { recording: '2206', users, setUp: addSeveralPermissions },
  {
    recording: '2207',
    users,
    setUp: addSeveralPermissions,
    request: async (demo) => {
      const [id] = await idsOf(demo, { consent: 'yes', 'hh/head_sex': { $ne: 'f' } })
      return { path: `${household}data/${id}/validation_status/` }
    },
  },
  {
    recording: '2208',
    users,
    setUp: addSeveralPermissions,
    request: async (demo) => {
      const [own] = await idsOf(demo, { 'hh/head_sex': 'f' })
      const [other] = await idsOf(demo, { 'hh/head_sex': { $ne: 'f' } })
      return {
        body: { payload: { 'validation_status.uid': 'validation_status_on_hold', submission_ids: [own, other] } },
      }
    },
  },
  {
    recording: '2209',
    users,
    setUp: async (demo) => addPartialPermissions({ validate_submissions: [{ _id: (await idsOf(demo, {}))[0] }] })(demo),
  },
  { recording: '2211', users, setUp: addSeveralPermissions },
  { recording: '2212', users, setUp: addSeveralPermissions },
]
