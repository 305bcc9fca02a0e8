import { household, read, type Situation } from './demo-asking.ts'
import type { Step, World } from './demo-world.ts'

/** The address of the latest submission, or of something about it. */
const latest =
  (rest = '', project = household, more: Partial<Step> = {}) =>
  async (world: World) => {
    const { results } = await read(world, `${project}data/?limit=1&sort=${encodeURIComponent('{"_id":-1}')}`)
    return { path: `${project}data/${results[0]?._id}/${rest}`, ...more }
  }

const byUuid = async (world: World) => {
  const { results } = await read(world, `${household}data/?limit=1`)
  return { path: `${household}data/${results[0]?._uuid}/` }
}

const bulk = (payload: object) => async (world: World) => {
  const { results } = await read(world, `${household}data/?limit=3`)
  const ids = results.map(({ _id }) => _id)
  return { body: { payload: { submission_ids: ids, ...payload } } }
}

/** The payload as a text of JSON. */
const asText = (ask: ReturnType<typeof bulk>) => async (world: World) => {
  const { payload } = (await ask(world)).body
  return { body: { payload: JSON.stringify(payload) } }
}

/** One more `_id`, that there is none of. */
const withUnknown = (ask: ReturnType<typeof bulk>) => async (world: World) => {
  const { payload } = (await ask(world)).body
  return { body: { payload: { ...payload, submission_ids: [...payload.submission_ids, 999_999] } } }
}

const partial = { CAROL: 'p.lefevre' }
const approved = { 'validation_status.uid': 'validation_status_approved' }

/** Lets somebody change the submissions of one team. */
const changeOfTeam = (world: World) =>
  world.ask({
    method: 'POST',
    path: `${household}permission-assignments/`,
    body: {
      user: '/api/v2/users/p.lefevre/',
      permission: '/api/v2/permissions/partial_submissions/',
      partial_permissions: [
        { url: '/api/v2/permissions/change_submissions/', filters: [{ _submitted_by: 'enum_team_08' }] },
      ],
    },
  })

/** Edits the first submission that a query finds. */
const editOne = (query: object) => async (world: World) => {
  const { results } = await read(world, `${household}data/?limit=1&query=${encodeURIComponent(JSON.stringify(query))}`)
  return { body: { payload: { submission_ids: results.map(({ _id }) => _id), data: { consent: 'no' } } } }
}

/** Reading one submission, and doing things to one or to many. */
export const ABOUT_SUBMISSIONS: Situation[] = [
  { recording: '0740', ask: latest() },
  { recording: '0741', ask: byUuid },
  { recording: '0810', ask: latest('validation_status/') },
  { recording: '0811', ask: latest('validation_status/') },
  {
    recording: '0812',
    before: async (world) =>
      world.ask({ ...(await latest('validation_status/')(world)), method: 'PATCH', body: approved }),
    ask: latest('validation_status/'),
  },
  { recording: '0815', ask: latest('validation_status/') },
  { recording: '0816', ask: latest('validation_status/') },
  { recording: '0818', ask: latest('validation_status/') },
  { recording: '0820', ask: latest('validation_status/') },
  { recording: '0822', ask: bulk(approved) },
  { recording: '0823' },
  { recording: '0824' },
  { recording: '0825' },
  { recording: '0827', ask: bulk({ 'validation_status.uid': 'nope' }) },
  { recording: '0828', ask: bulk({ ...approved, submission_ids: [1, 999_999] }) },
  { recording: '0829' },
  { recording: '0834', ask: bulk({ 'validation_status.uid': '' }) },
  { recording: '0840', ask: bulk({ data: { 'household/head_name': 'Edited', consent: 'yes' } }) },
  {
    recording: '0841',
    before: async (world) =>
      world.ask({
        method: 'PATCH',
        path: `${household}data/bulk/`,
        ...(await bulk({ data: { consent: 'yes' } })(world)),
      }),
    ask: async (world) => ({
      path: `${household}data/${(await read(world, `${household}data/?limit=1`)).results[0]?._id}/`,
    }),
  },
  { recording: '0842', ask: bulk({ data: { 'no/such_field': 'x' } }) },
  { recording: '0844', ask: withUnknown(bulk({ data: { consent: 'yes' } })) },
  { recording: '0845' },
  { recording: '0846' },
  { recording: '0847', ask: bulk({ data: { consent: 'perhaps', 'household/head_age': 'old' } }) },
  { recording: '0848' },
  { recording: '0850', ask: asText(bulk({ data: { consent: 'yes' } })) },
  { recording: '0853', ask: bulk({ data: { 'household/region': '' } }) },
  { recording: '0855', ask: latest('duplicate/') },
  { recording: '0856', ask: latest('duplicate/') },
  { recording: '0858', ask: latest('duplicate/') },
  { recording: '0860', ask: latest('enketo/edit/?return_url=false') },
  { recording: '0861', ask: latest('enketo/view/') },
  { recording: '0862', ask: latest('enketo/redirect/edit/') },
  { recording: '0863', ask: latest('edit/') },
  { recording: '0864', ask: latest('enketo/edit/') },
  { recording: '0870', ask: latest('attachments/') },
  { recording: '0878', ask: latest('attachments/attNope/') },
  { recording: '0876', ask: latest('attachments/attNope/') },
  { recording: '0890', ask: latest() },
  { recording: '0891', ask: () => ({ path: `${household}data/1/` }) },
  { recording: '0892', ask: latest() },
  { recording: '0893', ask: bulk({}) },
  { recording: '0894' },
  { recording: '0895' },
  { recording: '0896' },
  { recording: '0897' },
  { recording: '0899' },
  { recording: '0900', cast: partial },
  { recording: '0901', cast: partial, ask: () => ({ path: `${household}data/1/` }) },
  {
    recording: '0902',
    cast: partial,
    before: changeOfTeam,
    ask: editOne({ _submitted_by: { $ne: 'enum_team_08' } }),
  },
  { recording: '0903', cast: partial, before: changeOfTeam, ask: editOne({ _submitted_by: 'enum_team_08' }) },
  { recording: '0906', cast: partial },
]
