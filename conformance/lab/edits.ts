import type { Lab, Row } from './lab.ts'
import { addRow } from './projects.ts'

const MEMBERS = [
  { member_name: 'N1', member_age: '1' },
  { member_name: 'N2', member_age: '2' },
]
const ANSWERS = {
  name: 'before',
  age: '1',
  double: '2',
  place: '1 2 0 0',
  household: { head: 'before' },
  member: MEMBERS,
}

/** Adds a row to the scratch project. */
export const addScratchRow = async (lab: Lab) => addRow(lab, await lab.project('scratch'), ANSWERS)

/** The current state of a row of the scratch project. */
export const rowOf = async (lab: Lab, { id }: Row) =>
  (await lab.me.request('GET', `${(await lab.project('scratch')).path}data/${id}/`)).body as Record<string, unknown>

/** Sends a bulk edit of the scratch project. */
export const edit = async (lab: Lab, payload: object | string) =>
  lab.me.request('PATCH', `${(await lab.project('scratch')).path}data/bulk/`, { body: { payload } })

export const editOne = (lab: Lab, row: Row, data: object) => edit(lab, { submission_ids: [row.id], data })

/** Edits a new row and returns the status and the given answers, `absent` for missing ones. */
export const answersAfterEdit =
  (data: object, ...keys: string[]) =>
  async (lab: Lab, row: Row) => {
    const { status } = await editOne(lab, row, data)
    const edited = await rowOf(lab, row)
    return { status, ...Object.fromEntries(keys.map((key) => [key, edited[key] ?? 'absent'])) }
  }

/** Entries of the repeat group in the server's format. */
export const members = (...entries: [string, string][]) =>
  entries.map(([name, age]) => ({ 'member/member_name': name, 'member/member_age': age }))
