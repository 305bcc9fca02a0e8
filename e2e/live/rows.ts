import type { Answers } from '../../conformance/lab/form.ts'
import type { Lab, Project } from '../../conformance/lab/lab.ts'
import { createDeployedProject, sendRow } from '../../conformance/lab/projects.ts'

/** A row as the server returns it. */
export type RawRow = Record<string, unknown> & { _id: number }

const LIMIT = 1000

/** All rows of a project with all their keys, by raw requests, the oldest first. @throws Error */
export async function readRows(lab: Lab, { path }: Pick<Project, 'path'>): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for (let start = 0; ; start += LIMIT) {
    const query = { limit: LIMIT, start, sort: { _id: 1 } }
    const { status, body } = await lab.me.request('GET', `${path}data/`, { query })
    if (status !== 200) throw new Error(`The rows could not be read: ${status} ${JSON.stringify(body)}`)
    const { count, results } = body as { count: number; results: RawRow[] }
    rows.push(...results)
    if (results.length === 0 || rows.length >= count) return rows
  }
}

/** A new deployed project with these rows. Returns them as the server has them, in the order in which they were sent. */
export async function makeWithRows(
  lab: Lab,
  name: string,
  rows: readonly Answers[],
  content?: object,
): Promise<{ project: Project; rows: RawRow[] }> {
  const project = await createDeployedProject(lab, name, content)
  for (const answers of rows) {
    const { status, body } = await sendRow(lab, project, answers)
    if (status !== 201) throw new Error(`The submission was refused: ${status} ${String(body)}`)
  }
  return { project, rows: await readRows(lab, project) }
}

/** Lets anybody submit, and sends a row without signing in. */
export async function sendAnonymously(lab: Lab, project: Project, answers: Answers) {
  const body = { user: '/api/v2/users/AnonymousUser/', permission: '/api/v2/permissions/add_submissions/' }
  await lab.me.request('POST', `${project.path}permission-assignments/`, { body })
  const options = { account: lab.anonymous, path: `${lab.me.username}/submission` }
  const answer = await sendRow(lab, project, answers, options)
  if (answer.status !== 201) throw new Error(`The submission was refused: ${answer.status} ${String(answer.body)}`)
}

/** Gives rows a validation status by a raw request. */
export async function setStatus(lab: Lab, { path }: Project, rows: readonly RawRow[], verdict: string) {
  const body = { payload: { submission_ids: rows.map(({ _id }) => _id), 'validation_status.uid': verdict } }
  const { status } = await lab.me.request('PATCH', `${path}data/validation_statuses/`, { body })
  if (status !== 200) throw new Error(`The status was not set: ${status}`)
}

/** The validation status of a row, `null` for none. */
export function statusOf({ _validation_status: status }: RawRow): string | null {
  return typeof status === 'object' && status !== null && 'uid' in status ? String(status.uid) : null
}

/** What the server itself changes in a row whose answers are written. */
const BOOKKEEPING = ['_uuid', 'meta/instanceID', 'meta/deprecatedID', 'meta/rootUuid', 'formhub/uuid', '__version__']

/** A row without what the server changes itself when its answers are written. */
export const answersOf = (row: RawRow) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !BOOKKEEPING.includes(key)))

/** A row with its validation status as its name alone: who set it and when change with each writing. */
export const withPlainStatus = (row: RawRow) => ({ ...row, _validation_status: statusOf(row) })
