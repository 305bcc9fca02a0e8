import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { changeDeployment } from '#/api/kpi/deployment/mutations.ts'
import { setStatuses } from '#/api/kpi/submissions/mutations.ts'
import type { Verdict } from '#/api/kpi/submissions/schema.ts'
import type { Account, Answer } from './account.ts'
import { type Answers, CONTENT, SECOND_CONTENT, submissionXml } from './form.ts'
import type { Lab, Project, Row } from './lab.ts'

const PREFIX = 'fieldboard-conformance'
const run = `${PREFIX}-${Date.now().toString(36)}`
const ONE_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Makes a project from content, not deployed. The first letters of its name say who made it. */
export async function makeProject(
  lab: Lab,
  name: string,
  content: object = CONTENT,
  account: Account = lab.me,
): Promise<Project> {
  const body = { name: `${run}-${name}`, asset_type: 'survey', content: JSON.stringify(content) }
  const { status, body: asset } = await account.ask('POST', 'api/v2/assets/', { body })
  const { uid } = asset as { uid?: string }
  if (status !== 201 || uid === undefined) throw new Error(`No project was made: ${status} ${JSON.stringify(asset)}`)
  lab.made.set(uid, account.username)
  return { uid, path: `api/v2/assets/${uid}/`, rows: [] }
}

/** Deploys the newest version, the first time or again, and returns its uid. */
async function deploy(lab: Lab, { uid }: Project): Promise<string> {
  const { version_id: versionId, deployment_status: state } = await lab.me.read(assetQueries.detail(uid))
  const action = state === 'draft' ? 'deploy' : 'redeploy'
  await lab.me.write(changeDeployment(uid), { action, versionId: versionId ?? '' })
  return versionId ?? ''
}

export async function makeDeployed(lab: Lab, name: string, content?: object): Promise<Project> {
  const project = await makeProject(lab, name, content)
  await deploy(lab, project)
  return project
}

interface Submitting {
  as?: Pick<Account, 'ask'>
  /** Where it is sent: the server's own, or that of an owner for those who are not signed in. */
  path?: string
  /** Without `uuid:`; a new one otherwise. */
  uuid?: string
  attributes?: Record<string, string>
  /** By name. */
  files?: Record<string, Blob>
  meta?: Answers
}

/** Sends one submission as a device does. */
export async function sendRow(lab: Lab, project: Project, answers: Answers, options: Submitting = {}): Promise<Answer> {
  if (!lab.made.has(project.uid)) throw new Error(`${project.uid} is not of this run`)
  const { as = lab.me, path = 'submission', uuid = crypto.randomUUID(), attributes, files = {}, meta = {} } = options
  const xml = submissionXml(project.uid, { ...answers, meta: { instanceID: `uuid:${uuid}`, ...meta } }, attributes)
  const body = new FormData()
  body.set('xml_submission_file', new File([xml], 'submission.xml', { type: 'text/xml' }))
  for (const [name, file] of Object.entries(files)) body.set(name, file, name)
  return as.ask('POST', path, { body })
}

/** Sends one submission and says which row came of it. */
export async function addRow(lab: Lab, project: Project, answers: Answers, options: Submitting = {}): Promise<Row> {
  const { uuid = crypto.randomUUID() } = options
  const { status, body } = await sendRow(lab, project, answers, { ...options, uuid })
  if (status !== 201) throw new Error(`The submission was refused: ${status} ${String(body)}`)
  const found = await lab.me.ask('GET', `${project.path}data/${uuid}/`)
  return { id: (found.body as { _id: number })._id, uuid }
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

const STATUSES: (Verdict | null)[] = [
  'validation_status_approved',
  'validation_status_not_approved',
  'validation_status_on_hold',
]

/** Two versions, a row of each kind, one sent in the second version. Statuses: approved, not approved, on hold, none. */
export async function tableProject(lab: Lab): Promise<Project> {
  const project = await makeProject(lab, 'table')
  const first = await deploy(lab, project)
  const rows: Row[] = []
  for (const answers of ROWS) {
    const files = 'photo' in answers ? { files: { 'photo.png': onePixel() } } : {}
    rows.push(await addRow(lab, project, { ...answers, __version__: first }, files))
  }
  for (const [at, verdict] of STATUSES.entries()) {
    await lab.me.write(setStatuses(project.uid), { ids: [rows[at]?.id ?? 0], verdict })
  }
  await lab.me.ask('PATCH', project.path, { body: { content: JSON.stringify(SECOND_CONTENT) } })
  const second = await deploy(lab, project)
  rows.push(await addRow(lab, project, { name: 'later', age: '7', added: 'yes', __version__: second }))
  return { ...project, rows }
}

export const scratchProject = (lab: Lab) => makeDeployed(lab, 'scratch')
export const draftProject = (lab: Lab) => makeProject(lab, 'draft')

/** Deployed, with two rows: mine, and one that the other account could have sent. */
export async function sharedProject(lab: Lab): Promise<Project> {
  const project = await makeDeployed(lab, 'shared')
  const rows = [
    await addRow(lab, project, { name: 'mine', age: '1' }),
    await addRow(lab, project, { name: 'second', age: '2' }),
  ]
  return { ...project, rows }
}

/** Rows of a query, as plain data: the keys that matter, in the order of the answer. */
export async function dataOf(
  account: Pick<Account, 'ask'>,
  { path }: Project,
  query: Record<string, string | number | object>,
) {
  const { status, body } = await account.ask('GET', `${path}data/`, { query })
  const page = body as { count: number; results: Record<string, unknown>[] }
  return { status, body, count: page.count, rows: Array.isArray(page.results) ? page.results : [] }
}

/** Deployed, with rows of each kind, the first approved: for facts about access to some rows. */
export async function rulesProject(lab: Lab): Promise<Project> {
  const project = await makeDeployed(lab, 'rules')
  const rows: Row[] = []
  for (const answers of ROWS.slice(0, 4)) rows.push(await addRow(lab, project, answers))
  await lab.me.write(setStatuses(project.uid), { ids: [rows[0]?.id ?? 0], verdict: 'validation_status_approved' })
  return { ...project, rows }
}
