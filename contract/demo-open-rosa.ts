import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Situation } from './demo-situation.ts'
import type { Demo, DemoRequest } from './demo.ts'

const users = { CAROL: 'demo', DAVE: 'amina' }

/** A uuid in the recorded format. */
const uuid = (end: string) => `11111111-aaaa-4bbb-8ccc-${end.padStart(12, '0')}`

interface SubmissionOptions {
  /** Content of `<meta>`; an instance id by default. */
  meta?: string
  name?: string
  date?: string
  project?: string
  photo?: string
}

const instance = (end: string) => `<instanceID>uuid:${uuid(end)}</instanceID>`
const deprecated = (end: string) => `<deprecatedID>uuid:${uuid(end)}</deprecatedID>`
const rootUuid = (end: string) => `<rootUuid>uuid:${uuid(end)}</rootUuid>`

/** The body that a device sends, with a photo if given. */
function form({
  meta = instance('1'),
  name = 'Name',
  date,
  project = DEMO_PROJECTS.household.uid,
  photo,
}: SubmissionOptions) {
  const sentOn = date === undefined ? '' : ` submissionDate="${date}"`
  const water = photo === undefined ? '' : '<water><water_photo>house.jpg</water_photo></water>'
  const member = '<member><m_name>A</m_name></member>'
  const answers = `<consent>yes</consent><hh><head_name>${name}</head_name></hh>${member}${water}`
  const xml = `<data id="${project}"${sentOn}>${answers}<location>1 2 3 4</location><__version__>v1</__version__><meta>${meta}</meta></data>`
  const body = new FormData()
  body.set('xml_submission_file', new File([xml], 's.xml', { type: 'text/xml' }))
  if (photo) body.set('house.jpg', new File([photo], 'house.jpg', { type: 'image/jpeg' }))
  return body
}

const send =
  (...submissions: SubmissionOptions[]) =>
  async (demo: Demo) => {
    for (const options of submissions) await demo.request({ method: 'POST', path: '/submission', body: form(options) })
  }

const sending = (options: SubmissionOptions, request: Partial<DemoRequest> = {}): Pick<Situation, 'request'> => ({
  request: () => ({ body: form(options), ...request }),
})

/** The same submission as JSON. */
const asJson = () => ({
  body: {
    id: DEMO_PROJECTS.household.uid,
    submission: {
      consent: 'yes',
      member: [{ m_name: 'A' }, { m_name: 'B' }],
      needs: ['food', 'water'],
      __version__: 'v1',
      meta: { instanceID: `uuid:${uuid('21')}` },
    },
  },
})
const sendJson = (demo: Demo) => demo.request({ method: 'POST', path: '/submission', ...asJson() })

const edit = { meta: instance('12') + deprecated('2') }

/** Submissions sent, sent again, and edited by sending. */
export const OPEN_ROSA_SITUATIONS: Situation[] = [
  { recording: '0803', ...sending({}) },
  { recording: '0805', request: () => ({ body: notXml() }) },
  {
    recording: '0807',
    ...sending({ project: DEMO_PROJECTS.openToSubmit.uid }, { path: '/demo/submission', headers: { Accept: '*/*' } }),
  },
  { recording: '2080', users, ...sending({}) },
  { recording: '2081', users, setUp: send({}), ...sending({}) },
  { recording: '2082', users, setUp: send({}), ...sending({ name: 'Changed' }) },
  { recording: '2083', users, setUp: send({}), ...sending({}) },
  { recording: '2084', users, ...sending({ date: '2025-01-02T03:04:05Z' }) },
  { recording: '2085', users, setUp: send({ date: '2025-01-02T03:04:05Z' }) },
  { recording: '2086', users, ...sending({ meta: instance('2') + rootUuid('ff') }) },
  { recording: '2087', users, setUp: send({ meta: instance('2') + rootUuid('ff') }) },
  { recording: '2089', users, ...sending({ meta: instance('4') + deprecated('dead') }) },
  { recording: '2090', users, setUp: send({ meta: instance('2') }), ...sending(edit) },
  { recording: '2091', users, setUp: send({ meta: instance('2') }, edit) },
  {
    recording: '2092',
    users,
    setUp: send({ meta: instance('2') }, edit),
    ...sending({ meta: instance('13') + deprecated('2') }),
  },
  { recording: '2094', users, ...sending({ meta: '' }) },
  { recording: '2095', users, ...sending({ project: 'aNoSuchFormAtAll' }) },
  { recording: '2096', users, request: asJson },
  { recording: '2097', users, setUp: sendJson },
  { recording: '2098', users, setUp: sendJson, request: asJson },
  { recording: '2099', users },
  { recording: '2100', users, ...sending({ meta: instance('31'), photo: '' }) },
  {
    recording: '2101',
    users,
    setUp: send({ meta: instance('31'), photo: '' }),
    ...sending({ meta: instance('31'), photo: 'x' }),
  },
  {
    recording: '2102',
    users,
    setUp: send({ meta: instance('31'), photo: 'x' }),
    ...sending({ meta: instance('31'), photo: 'other' }),
  },
  { recording: '0536', request: () => ({ path: '/formList' }) },
  {
    recording: '2284',
    users,
    request: () => ({ path: `/formList?formID=${DEMO_PROJECTS.household.uid}` }),
  },
  { recording: '2285', users, request: manifest },
  { recording: '2287', users, setUp: addFile, request: manifest },
  { recording: '2104', users, ...sending({ project: DEMO_PROJECTS.archived.uid }) },
]

function notXml() {
  const body = new FormData()
  body.set('xml_submission_file', new File(['hello'], 's.xml', { type: 'text/xml' }))
  return body
}

/** The list of files of a form, at the address that the list of forms has. */
async function manifest(demo: Demo) {
  const { body } = await demo.request({ method: 'GET', path: `/formList?formID=${DEMO_PROJECTS.household.uid}` })
  const [path = ''] = /\/xformsManifest\/\d+/.exec(String(body)) ?? []
  return { path }
}

/** A file that is not published. */
async function addFile(demo: Demo) {
  const body = new FormData()
  body.set('description', 'default')
  body.set('file_type', 'form_media')
  body.set('content', new File(['a,b'], 'new.csv', { type: 'text/csv' }))
  await demo.request({ method: 'POST', path: `/api/v2/assets/${DEMO_PROJECTS.household.uid}/files/`, body })
}
