import { setStatuses, setValidationStatus } from '#/api/kpi/submissions/mutations.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab, Row } from '../../lab/lab.ts'
import { addRow, dataOf } from '../../lab/projects.ts'

const given = async (lab: Lab) => {
  const project = await lab.project('scratch')
  return [await addRow(lab, project, { name: 'one' }), await addRow(lab, project, { name: 'two' })] as const
}
type Rows = readonly [Row, Row]

const uidsOf = async (lab: Lab, rows: readonly Row[]) => {
  const { rows: found } = await dataOf(lab.me, await lab.project('scratch'), {
    query: { _id: { $in: rows.map(({ id }) => id) } },
    sort: { _id: 1 },
    fields: ['_validation_status'],
  })
  return found.map((row) => (row['_validation_status'] as { uid?: string }).uid ?? null)
}

const bulk = async (lab: Lab, method: string, payload: object | undefined) =>
  lab.me.ask(method, `${(await lab.project('scratch')).path}data/validation_statuses/`, {
    body: payload ? { payload } : { 'validation_status.uid': approved },
  })

const approved = 'validation_status_approved'
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id)
const first = async (lab: Lab, method: string, { id }: Row, body?: object) =>
  lab.me.ask(method, `${(await lab.project('scratch')).path}data/${id}/validation_status/`, body ? { body } : {})

/** Validation statuses of one row and of many. */
export const statuses: Group = {
  name: 'validation statuses',
  facts: [
    fact<Rows>({
      name: 'a row has none at first',
      source: ['0810'],
      given,
      when: async (lab, [row]) => (await first(lab, 'GET', row)).body,
      expected: {},
    }),
    ...(['validation_status_approved', 'validation_status_not_approved', 'validation_status_on_hold'] as const).map(
      (uid) =>
        fact<Rows>({
          name: `${uid} is set, with who and when`,
          source: ['0811', '0812', '0814'],
          given,
          when: async (lab, [row]) => {
            const { scratch } = { scratch: await lab.project('scratch') }
            const status = await lab.me.write(setValidationStatus(scratch.uid, row.id), uid)
            return {
              uid: status?.uid,
              isMine: status?.by_whom === lab.me.username,
              isInSeconds: Math.abs((status?.timestamp ?? 0) - Date.now() / 1000) < 900,
              stored: (await uidsOf(lab, [row]))[0],
            }
          },
          expected: { uid, isMine: true, isInSeconds: true, stored: uid },
        }),
    ),
    fact<Rows>({
      name: 'a status is withdrawn',
      source: ['0818', '0819'],
      given,
      when: async (lab, [row]) => {
        await first(lab, 'PATCH', row, { 'validation_status.uid': approved })
        const { status } = await first(lab, 'DELETE', row)
        return { status, left: await uidsOf(lab, [row]) }
      },
      expected: { status: 204, left: [null] },
    }),
    fact<Rows>({
      name: 'an unknown status of one row is refused',
      source: ['0815'],
      given,
      when: async (lab, [row]) =>
        (await first(lab, 'PATCH', row, { 'validation_status.uid': 'validation_status_maybe' })).status,
      expected: 400,
    }),
    fact<Rows>({
      name: 'a missing status of one row is refused',
      source: ['0816'],
      given,
      when: async (lab, [row]) => (await first(lab, 'PATCH', row, {})).status,
      expected: 400,
    }),
    fact<Rows>({
      name: 'many rows get a status at once',
      source: ['0822'],
      given,
      when: async (lab, rows) => {
        await lab.me.write(setStatuses((await lab.project('scratch')).uid), { ids: ids(rows), verdict: approved })
        return uidsOf(lab, rows)
      },
      expected: [approved, approved],
    }),
    fact<Rows>({
      name: 'the statuses of many rows are withdrawn at once',
      source: ['0834', '0835'],
      given,
      when: async (lab, rows) => {
        const { uid } = await lab.project('scratch')
        await lab.me.write(setStatuses(uid), { ids: ids(rows), verdict: approved })
        await lab.me.write(setStatuses(uid), { ids: ids(rows), verdict: null })
        return uidsOf(lab, rows)
      },
      expected: [null, null],
    }),
    fact<Rows>({
      name: 'many rows are chosen by a query too',
      source: ['0823'],
      given,
      when: async (lab, [row]) => {
        const { status } = await bulk(lab, 'PATCH', { 'validation_status.uid': approved, query: { _id: row.id } })
        return { status, stored: await uidsOf(lab, [row]) }
      },
      expected: { status: 200, stored: [approved] },
    }),
    fact<Rows>({
      name: 'one id that is not there refuses all',
      source: ['0828'],
      given,
      when: async (lab, rows) => {
        const { status } = await bulk(lab, 'PATCH', {
          'validation_status.uid': approved,
          submission_ids: [...ids(rows), 999_999_999],
        })
        return { status, stored: await uidsOf(lab, rows) }
      },
      expected: { status: 400, stored: [null, null] },
    }),
    fact<Rows>({
      name: 'an unknown status of many rows clears theirs',
      source: ['0827', '0832'],
      given,
      when: async (lab, rows) => {
        await bulk(lab, 'PATCH', { 'validation_status.uid': approved, submission_ids: ids(rows) })
        const { status } = await bulk(lab, 'PATCH', { 'validation_status.uid': 'nope', submission_ids: ids(rows) })
        return { status, stored: await uidsOf(lab, rows) }
      },
      expected: { status: 200, stored: [null, null] },
    }),
    fact({
      name: 'which rows must be said',
      source: ['0825'],
      when: async (lab) => {
        const { status, body } = await bulk(lab, 'PATCH', { 'validation_status.uid': approved })
        return { status, body }
      },
      expected: { status: 400, body: { payload: ['Confirmation is required'] } },
    }),
    fact({
      name: 'the payload is required',
      source: ['0826'],
      when: async (lab) => {
        const { status, body } = await bulk(lab, 'PATCH', undefined)
        return { status, body }
      },
      expected: { status: 400, body: { payload: ['This field is required.'] } },
    }),
    fact<Rows>({
      name: 'withdrawing many needs an empty status',
      source: ['0829', '0830', '0831'],
      given,
      when: async (lab, rows) => (await bulk(lab, 'DELETE', { submission_ids: ids(rows) })).status,
      expected: 400,
    }),
  ],
}
