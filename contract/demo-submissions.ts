import { getJson, household, type Situation } from './demo-situation.ts'
import type { Demo, DemoRequest } from './demo.ts'

/** The path of the latest submission, or of something below it. */
const latest =
  (rest = '', project = household, request: Partial<DemoRequest> = {}) =>
  async (demo: Demo) => {
    const { results } = await getJson(demo, `${project}data/?limit=1&sort=${encodeURIComponent('{"_id":-1}')}`)
    return { path: `${project}data/${results[0]?._id}/${rest}`, ...request }
  }

const byUuid = async (demo: Demo) => {
  const { results } = await getJson(demo, `${household}data/?limit=1`)
  return { path: `${household}data/${results[0]?._uuid}/` }
}

const bulk = (payload: object) => async (demo: Demo) => {
  const { results } = await getJson(demo, `${household}data/?limit=3`)
  const ids = results.map(({ _id }) => _id)
  return { body: { payload: { submission_ids: ids, ...payload } } }
}

/** Sends the payload as JSON text. */
const withTextPayload = (bulkRequest: ReturnType<typeof bulk>) => async (demo: Demo) => {
  const { payload } = (await bulkRequest(demo)).body
  return { body: { payload: JSON.stringify(payload) } }
}

/** Adds an unknown `_id`. */
const withUnknownId = (bulkRequest: ReturnType<typeof bulk>) => async (demo: Demo) => {
  const { payload } = (await bulkRequest(demo)).body
  return { body: { payload: { ...payload, submission_ids: [...payload.submission_ids, 999_999] } } }
}

const partialUsers = { CAROL: 'p.lefevre' }
const approved = { 'validation_status.uid': 'validation_status_approved' }

/** Lets p.lefevre change the submissions of one team. */
const allowTeamEdits = (demo: Demo) =>
  demo.request({
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

/** Edits the first submission that matches a query. */
const editOne = (query: object) => async (demo: Demo) => {
  const { results } = await getJson(
    demo,
    `${household}data/?limit=1&query=${encodeURIComponent(JSON.stringify(query))}`,
  )
  return { body: { payload: { submission_ids: results.map(({ _id }) => _id), data: { consent: 'no' } } } }
}

/** Requests about one submission, and bulk requests. */
export const SUBMISSION_SITUATIONS: Situation[] = [
  { recording: '0740', request: latest() },
  { recording: '0741', request: byUuid },
  { recording: '0810', request: latest('validation_status/') },
  { recording: '0811', request: latest('validation_status/') },
  {
    recording: '0812',
    setUp: async (demo) =>
      demo.request({ ...(await latest('validation_status/')(demo)), method: 'PATCH', body: approved }),
    request: latest('validation_status/'),
  },
  { recording: '0815', request: latest('validation_status/') },
  { recording: '0816', request: latest('validation_status/') },
  { recording: '0818', request: latest('validation_status/') },
  { recording: '0820', request: latest('validation_status/') },
  { recording: '0822', request: bulk(approved) },
  { recording: '0823' },
  { recording: '0824' },
  { recording: '0825' },
  { recording: '0827', request: bulk({ 'validation_status.uid': 'nope' }) },
  { recording: '0828', request: bulk({ ...approved, submission_ids: [1, 999_999] }) },
  { recording: '0829' },
  { recording: '0834', request: bulk({ 'validation_status.uid': '' }) },
  { recording: '0840', request: bulk({ data: { 'household/head_name': 'Edited', consent: 'yes' } }) },
  {
    recording: '0841',
    setUp: async (demo) =>
      demo.request({
        method: 'PATCH',
        path: `${household}data/bulk/`,
        ...(await bulk({ data: { consent: 'yes' } })(demo)),
      }),
    request: async (demo) => ({
      path: `${household}data/${(await getJson(demo, `${household}data/?limit=1`)).results[0]?._id}/`,
    }),
  },
  { recording: '0842', request: bulk({ data: { 'no/such_field': 'x' } }) },
  { recording: '0844', request: withUnknownId(bulk({ data: { consent: 'yes' } })) },
  { recording: '0845' },
  { recording: '0846' },
  { recording: '0847', request: bulk({ data: { consent: 'perhaps', 'household/head_age': 'old' } }) },
  { recording: '0848' },
  { recording: '0850', request: withTextPayload(bulk({ data: { consent: 'yes' } })) },
  { recording: '0853', request: bulk({ data: { 'household/region': '' } }) },
  { recording: '0855', request: latest('duplicate/') },
  { recording: '0856', request: latest('duplicate/') },
  { recording: '0858', request: latest('duplicate/') },
  { recording: '0860', request: latest('enketo/edit/?return_url=false') },
  { recording: '0861', request: latest('enketo/view/') },
  { recording: '0862', request: latest('enketo/redirect/edit/') },
  { recording: '0863', request: latest('edit/') },
  { recording: '0864', request: latest('enketo/edit/') },
  { recording: '0870', request: latest('attachments/') },
  { recording: '0878', request: latest('attachments/attNope/') },
  { recording: '0876', request: latest('attachments/attNope/') },
  { recording: '0890', request: latest() },
  { recording: '0891', request: () => ({ path: `${household}data/1/` }) },
  { recording: '0892', request: latest() },
  { recording: '0893', request: bulk({}) },
  { recording: '0894' },
  { recording: '0895' },
  { recording: '0896' },
  { recording: '0897' },
  { recording: '0899' },
  { recording: '0900', users: partialUsers },
  { recording: '0901', users: partialUsers, request: () => ({ path: `${household}data/1/` }) },
  {
    recording: '0902',
    users: partialUsers,
    setUp: allowTeamEdits,
    request: editOne({ _submitted_by: { $ne: 'enum_team_08' } }),
  },
  {
    recording: '0903',
    users: partialUsers,
    setUp: allowTeamEdits,
    request: editOne({ _submitted_by: 'enum_team_08' }),
  },
  { recording: '0906', users: partialUsers },
]
