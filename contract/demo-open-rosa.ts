import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Situation } from './demo-asking.ts'
import type { World } from './demo-world.ts'

const cast = { CAROL: 'demo', DAVE: 'amina' }

/** A uuid of the recorded kind. */
const uuid = (end: string) => `11111111-aaaa-4bbb-8ccc-${end.padStart(12, '0')}`

interface Sent {
  /** `<meta>` without its element; an instance id where nothing else is said. */
  meta?: string
  name?: string
  date?: string
  project?: string
  photo?: string
}

const instance = (end: string) => `<instanceID>uuid:${uuid(end)}</instanceID>`
const deprecated = (end: string) => `<deprecatedID>uuid:${uuid(end)}</deprecatedID>`
const rootUuid = (end: string) => `<rootUuid>uuid:${uuid(end)}</rootUuid>`

/** A submission as a device sends it, and a file where one is given. */
function form({ meta = instance('1'), name = 'Name', date, project = DEMO_PROJECTS.household.uid, photo }: Sent) {
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
  (...all: Sent[]) =>
  async (world: World) => {
    for (const sent of all) await world.ask({ method: 'POST', path: '/submission', body: form(sent) })
  }

const asking = (sent: Sent, more: object = {}) => ({ ask: () => ({ body: form(sent), ...more }) })

/** The same as JSON. */
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
const sendJson = (world: World) => world.ask({ method: 'POST', path: '/submission', ...asJson() })

const edit = { meta: instance('12') + deprecated('2') }

/** Sending submissions, sending them again, editing by sending. */
export const ABOUT_OPEN_ROSA: Situation[] = [
  { recording: '0803', ...asking({}) },
  { recording: '0805', ask: () => ({ body: notXml() }) },
  {
    recording: '0807',
    ...asking({ project: DEMO_PROJECTS.openToSubmit.uid }, { path: '/demo/submission', headers: { Accept: '*/*' } }),
  },
  { recording: '2080', cast, ...asking({}) },
  { recording: '2081', cast, before: send({}), ...asking({}) },
  { recording: '2082', cast, before: send({}), ...asking({ name: 'Changed' }) },
  { recording: '2083', cast, before: send({}), ...asking({}) },
  { recording: '2084', cast, ...asking({ date: '2025-01-02T03:04:05Z' }) },
  { recording: '2085', cast, before: send({ date: '2025-01-02T03:04:05Z' }) },
  { recording: '2086', cast, ...asking({ meta: instance('2') + rootUuid('ff') }) },
  { recording: '2087', cast, before: send({ meta: instance('2') + rootUuid('ff') }) },
  { recording: '2089', cast, ...asking({ meta: instance('4') + deprecated('dead') }) },
  { recording: '2090', cast, before: send({ meta: instance('2') }), ...asking(edit) },
  { recording: '2091', cast, before: send({ meta: instance('2') }, edit) },
  {
    recording: '2092',
    cast,
    before: send({ meta: instance('2') }, edit),
    ...asking({ meta: instance('13') + deprecated('2') }),
  },
  { recording: '2094', cast, ...asking({ meta: '' }) },
  { recording: '2095', cast, ...asking({ project: 'aNoSuchFormAtAll' }) },
  { recording: '2096', cast, ask: asJson },
  { recording: '2097', cast, before: sendJson },
  { recording: '2098', cast, before: sendJson, ask: asJson },
  { recording: '2099', cast },
  { recording: '2100', cast, ...asking({ meta: instance('31'), photo: '' }) },
  {
    recording: '2101',
    cast,
    before: send({ meta: instance('31'), photo: '' }),
    ...asking({ meta: instance('31'), photo: 'x' }),
  },
  {
    recording: '2102',
    cast,
    before: send({ meta: instance('31'), photo: 'x' }),
    ...asking({ meta: instance('31'), photo: 'other' }),
  },
  { recording: '2104', cast, ...asking({ project: DEMO_PROJECTS.archived.uid }) },
]

function notXml() {
  const body = new FormData()
  body.set('xml_submission_file', new File(['hello'], 's.xml', { type: 'text/xml' }))
  return body
}
