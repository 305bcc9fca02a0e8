import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { changeDeployment } from '#/api/kpi/deployment/mutations.ts'
import { setStatuses } from '#/api/kpi/submissions/mutations.ts'
import type { StatusUid } from '#/api/kpi/submissions/schema.ts'
import type { Account, ServerResponse } from './account.ts'
import { type Answers, CONTENT, SECOND_CONTENT, submissionXml } from './form.ts'
import type { Lab, Project, Row } from './lab.ts'

const PREFIX = 'fieldboard-conformance'
const run = `${PREFIX}-${Date.now().toString(36)}`
const ONE_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Creates a project that is not deployed. The prefix of its name identifies the run. */
export async function createProject(
  lab: Lab,
  name: string,
  content: object = CONTENT,
  account: Account = lab.me,
): Promise<Project> {
  const body = { name: `${run}-${name}`, asset_type: 'survey', content: JSON.stringify(content) }
  const { status, body: asset } = await account.request('POST', 'api/v2/assets/', { body })
  const { uid } = asset as { uid?: string }
  if (status !== 201 || uid === undefined) throw new Error(`No project was created: ${status} ${JSON.stringify(asset)}`)
  lab.created.set(uid, account.username)
  return { uid, path: `api/v2/assets/${uid}/`, rows: [] }
}

/** Deploys or redeploys the newest version and returns its uid. */
async function deploy(lab: Lab, { uid }: Project): Promise<string> {
  const { version_id: versionId, deployment_status: state } = await lab.me.query(assetQueries.detail(uid))
  const action = state === 'draft' ? 'deploy' : 'redeploy'
  await lab.me.mutate(changeDeployment(uid), { action, versionId: versionId ?? '' })
  return versionId ?? ''
}

export async function createDeployedProject(lab: Lab, name: string, content?: object): Promise<Project> {
  const project = await createProject(lab, name, content)
  await deploy(lab, project)
  return project
}

interface SendOptions {
  account?: Pick<Account, 'request'>
  /** Path to send to: `submission`, or the owner's path for anonymous submissions. */
  path?: string
  /** Without `uuid:`; random by default. */
  uuid?: string
  attributes?: Record<string, string>
  /** By file name. */
  files?: Record<string, Blob>
  meta?: Answers
}

/** Sends one submission as a device does. */
export async function sendRow(
  lab: Lab,
  project: Project,
  answers: Answers,
  options: SendOptions = {},
): Promise<ServerResponse> {
  if (!lab.created.has(project.uid)) throw new Error(`${project.uid} was not created by this run`)
  const {
    account = lab.me,
    path = 'submission',
    uuid = crypto.randomUUID(),
    attributes,
    files = {},
    meta = {},
  } = options
  const xml = submissionXml(project.uid, { ...answers, meta: { instanceID: `uuid:${uuid}`, ...meta } }, attributes)
  const body = new FormData()
  body.set('xml_submission_file', new File([xml], 'submission.xml', { type: 'text/xml' }))
  for (const [name, file] of Object.entries(files)) body.set(name, file, name)
  return account.request('POST', path, { body })
}

/** Sends one submission and returns its row. */
export async function addRow(lab: Lab, project: Project, answers: Answers, options: SendOptions = {}): Promise<Row> {
  const { uuid = crypto.randomUUID() } = options
  const { status, body } = await sendRow(lab, project, answers, { ...options, uuid })
  if (status !== 201) throw new Error(`The submission was refused: ${status} ${String(body)}`)
  const response = await lab.me.request('GET', `${project.path}data/${uuid}/`)
  return { id: (response.body as { _id: number })._id, uuid }
}

export const onePixel = () => new Blob([Buffer.from(ONE_PIXEL, 'base64')], { type: 'image/png' })

/** Rows of the table project, in the order in which they are sent. */
const ROWS = [
  {
    name: 'Ann',
    age: '10',
    weight: '1.5',
    colour: 'red',
    likes: 'red green',
    day: '2026-01-05',
    start: '2026-01-05T23:30:00.000+00:00',
    double: '20',
    household: { head: 'Ann' },
    member: [
      { member_name: 'N1', member_age: '1' },
      { member_name: 'N2', member_age: '12' },
    ],
  },
  { name: 'bob', age: '9', weight: '10.25', colour: 'green', likes: 'green', day: '2026-02-01', double: '18' },
  { name: 'Zoë', age: '100', colour: 'blue', day: '2025-12-31', moment: '2026-03-29T01:30:00.000+02:00' },
  { age: '-5', place: '1.5 36.25 0 0' },
  { name: 'émile', age: '10', photo: 'photo.png', member: [{ member_name: 'N3' }] },
] as const satisfies readonly Answers[]

const STATUSES: (StatusUid | null)[] = [
  'validation_status_approved',
  'validation_status_not_approved',
  'validation_status_on_hold',
]

/**
 * A project with two versions and rows with all types of answers, the last in the second version. Validation statuses:
 * approved, not approved, on hold, none.
 */
export async function tableProject(lab: Lab): Promise<Project> {
  const project = await createProject(lab, 'table')
  const first = await deploy(lab, project)
  const rows: Row[] = []
  for (const answers of ROWS) {
    const files = 'photo' in answers ? { files: { 'photo.png': onePixel() } } : {}
    rows.push(await addRow(lab, project, { ...answers, __version__: first }, files))
  }
  for (const [index, statusUid] of STATUSES.entries()) {
    await lab.me.mutate(setStatuses(project.uid), { ids: [rows[index]?.id ?? 0], statusUid })
  }
  await lab.me.request('PATCH', project.path, { body: { content: JSON.stringify(SECOND_CONTENT) } })
  const second = await deploy(lab, project)
  rows.push(await addRow(lab, project, { name: 'later', age: '7', added: 'yes', __version__: second }))
  return { ...project, rows }
}

export const scratchProject = (lab: Lab) => createDeployedProject(lab, 'scratch')
export const draftProject = (lab: Lab) => createProject(lab, 'draft')

/** A deployed project with two rows. */
export async function sharedProject(lab: Lab): Promise<Project> {
  const project = await createDeployedProject(lab, 'shared')
  const rows = [
    await addRow(lab, project, { name: 'mine', age: '1' }),
    await addRow(lab, project, { name: 'second', age: '2' }),
  ]
  return { ...project, rows }
}

/** Status, body, count and rows of a request to `data/`. */
export async function dataOf(
  account: Pick<Account, 'request'>,
  { path }: Project,
  query: Record<string, string | number | object>,
) {
  const { status, body } = await account.request('GET', `${path}data/`, { query })
  const page = body as { count: number; results: Record<string, unknown>[] }
  return { status, body, count: page.count, rows: Array.isArray(page.results) ? page.results : [] }
}

/** A deployed project with rows of different types, the first approved, for facts about partial permissions. */
export async function rulesProject(lab: Lab): Promise<Project> {
  const project = await createDeployedProject(lab, 'rules')
  const rows: Row[] = []
  for (const answers of ROWS.slice(0, 4)) rows.push(await addRow(lab, project, answers))
  await lab.me.mutate(setStatuses(project.uid), { ids: [rows[0]?.id ?? 0], statusUid: 'validation_status_approved' })
  return { ...project, rows }
}
