import { household, type Situation } from './demo-asking.ts'
import type { World } from './demo-world.ts'

/** The owner of the recorded project, and somebody whom it is shared with by row rules only. */
const cast = { CAROL: 'demo', DAVE: 'h.qasim' }

/** Lets the second person do things with the submissions that these filters find. */
const limit = (filters: Record<string, object[]>) => (world: World) =>
  world.ask({
    method: 'POST',
    path: `${household}permission-assignments/`,
    body: {
      user: '/api/v2/users/h.qasim/',
      permission: '/api/v2/permissions/partial_submissions/',
      partial_permissions: Object.entries(filters).map(([codename, given]) => ({
        url: `/api/v2/permissions/${codename}/`,
        filters: given,
      })),
    },
  })

const viewing = (...filters: object[]) => limit({ view_submissions: filters })

const several = limit({
  view_submissions: [{ consent: 'yes' }],
  validate_submissions: [{ 'hh/head_sex': 'f' }],
  delete_submissions: [{ _submitted_by: 'h.qasim' }],
})

/** The newest submissions that a query finds, by `_id`. */
async function idsOf(world: World, query: object): Promise<number[]> {
  const search = new URLSearchParams({ query: JSON.stringify(query), sort: '{"_id":-1}', limit: '3' })
  const { body } = await world.ask({ method: 'GET', path: `${household}data/?${search}` })
  return (body as { results: { _id: number }[] }).results.map(({ _id }) => _id)
}

const ASKED_AS_RECORDED = `2006 2150 2151 2152 2153 2154 2155 2156 2157 2159 2160 2161 2162 2163 2164 2165 2166 2167
  2168 2169 2170 2190 2192 2194 2196 2198 2199 2201 2204 2205`
  .split(/\s+/)
  .map((recording): Situation => ({ recording, cast }))

/** Looking for submissions, and limits of what somebody may see of them. */
export const ABOUT_QUERIES: Situation[] = [
  ...ASKED_AS_RECORDED,
  { recording: '2191', cast, before: viewing({ 'hh/head_name': { $regex: '^A', $options: 'i' } }) },
  { recording: '2193', cast, before: viewing({ $or: [{ consent: 'no' }, { 'hh/head_sex': 'f' }] }) },
  { recording: '2195', cast, before: viewing({ _submitted_by: { $in: ['enum_team_08', null] } }) },
  { recording: '2197', cast, before: viewing({ member: { $elemMatch: { 'member/m_sex': 'f' } } }) },
  { recording: '2200', cast, before: viewing({ '_validation_status.uid': { $exists: false } }) },
  { recording: '2202', cast, before: viewing({ 'household/head_name': { $regex: '(' } }) },
  { recording: '2206', cast, before: several },
  {
    recording: '2207',
    cast,
    before: several,
    ask: async (world) => {
      const [id] = await idsOf(world, { consent: 'yes', 'hh/head_sex': { $ne: 'f' } })
      return { path: `${household}data/${id}/validation_status/` }
    },
  },
  {
    recording: '2208',
    cast,
    before: several,
    ask: async (world) => {
      const [own] = await idsOf(world, { 'hh/head_sex': 'f' })
      const [other] = await idsOf(world, { 'hh/head_sex': { $ne: 'f' } })
      return {
        body: { payload: { 'validation_status.uid': 'validation_status_on_hold', submission_ids: [own, other] } },
      }
    },
  },
  {
    recording: '2209',
    cast,
    before: async (world) => limit({ validate_submissions: [{ _id: (await idsOf(world, {}))[0] }] })(world),
  },
  { recording: '2211', cast, before: several },
  { recording: '2212', cast, before: several },
]
