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

/** A fresh row of the scratch project. */
export const given = async (lab: Lab) => addRow(lab, await lab.project('scratch'), ANSWERS)

/** A row of the scratch project as it is now. */
export const rowOf = async (lab: Lab, { id }: Row) =>
  (await lab.me.ask('GET', `${(await lab.project('scratch')).path}data/${id}/`)).body as Record<string, unknown>

/** A bulk edit, as it is: whatever comes is returned. */
export const edit = async (lab: Lab, payload: object | string) =>
  lab.me.ask('PATCH', `${(await lab.project('scratch')).path}data/bulk/`, { body: { payload } })

export const editOne = (lab: Lab, row: Row, data: object) => edit(lab, { submission_ids: [row.id], data })

/** What some answers are after an edit of a fresh row. `absent` for those that are not there. */
export const after =
  (data: object, ...keys: string[]) =>
  async (lab: Lab, row: Row) => {
    const { status } = await editOne(lab, row, data)
    const now = await rowOf(lab, row)
    return { status, ...Object.fromEntries(keys.map((key) => [key, now[key] ?? 'absent'])) }
  }

/** Entries of the repeat group as the server gives them. */
export const members = (...entries: [string, string][]) =>
  entries.map(([name, age]) => ({ 'member/member_name': name, 'member/member_age': age }))
