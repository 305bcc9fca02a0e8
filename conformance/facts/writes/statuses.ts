import { setStatuses, setValidationStatus } from '#/api/kpi/submissions/mutations.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab, Row } from '../../lab/lab.ts'
import { addRow, dataOf } from '../../lab/projects.ts'

const addTwoRows = async (lab: Lab) => {
  const project = await lab.project('scratch')
  return [await addRow(lab, project, { name: 'one' }), await addRow(lab, project, { name: 'two' })] as const
}
type Rows = readonly [Row, Row]

const statusUidsOf = async (lab: Lab, rows: readonly Row[]) => {
  const { rows: results } = await dataOf(lab.me, await lab.project('scratch'), {
    query: { _id: { $in: rows.map(({ id }) => id) } },
    sort: { _id: 1 },
    fields: ['_validation_status'],
  })
  return results.map((row) => (row['_validation_status'] as { uid?: string }).uid ?? null)
}

const requestBulkStatus = async (lab: Lab, method: string, payload: object | undefined) =>
  lab.me.request(method, `${(await lab.project('scratch')).path}data/validation_statuses/`, {
    body: payload ? { payload } : { 'validation_status.uid': approved },
  })

const approved = 'validation_status_approved'
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id)
const requestStatus = async (lab: Lab, method: string, { id }: Row, body?: object) =>
  lab.me.request(method, `${(await lab.project('scratch')).path}data/${id}/validation_status/`, body ? { body } : {})

/** Validation statuses of one and of several rows. */
export const statuses: Group = {
  name: 'validation statuses',
  facts: [
    fact<Rows>({
      name: 'a new row has no status',
      source: ['0810'],
      given: addTwoRows,
      when: async (lab, [row]) => (await requestStatus(lab, 'GET', row)).body,
      expected: {},
    }),
    ...(['validation_status_approved', 'validation_status_not_approved', 'validation_status_on_hold'] as const).map(
      (uid) =>
        fact<Rows>({
          name: `${uid} is set, with user and time`,
          source: ['0811', '0812', '0814'],
          given: addTwoRows,
          when: async (lab, [row]) => {
            const { scratch } = { scratch: await lab.project('scratch') }
            const status = await lab.me.mutate(setValidationStatus(scratch.uid, row.id), uid)
            return {
              uid: status?.uid,
              isMine: status?.by_whom === lab.me.username,
              isInSeconds: Math.abs((status?.timestamp ?? 0) - Date.now() / 1000) < 900,
              stored: (await statusUidsOf(lab, [row]))[0],
            }
          },
          expected: { uid, isMine: true, isInSeconds: true, stored: uid },
        }),
    ),
    fact<Rows>({
      name: 'a status can be removed',
      source: ['0818', '0819'],
      given: addTwoRows,
      when: async (lab, [row]) => {
        await requestStatus(lab, 'PATCH', row, { 'validation_status.uid': approved })
        const { status } = await requestStatus(lab, 'DELETE', row)
        return { status, left: await statusUidsOf(lab, [row]) }
      },
      expected: { status: 204, left: [null] },
    }),
    fact<Rows>({
      name: 'an unknown status of one row is refused',
      source: ['0815'],
      given: addTwoRows,
      when: async (lab, [row]) =>
        (await requestStatus(lab, 'PATCH', row, { 'validation_status.uid': 'validation_status_maybe' })).status,
      expected: 400,
    }),
    fact<Rows>({
      name: 'a missing status of one row is refused',
      source: ['0816'],
      given: addTwoRows,
      when: async (lab, [row]) => (await requestStatus(lab, 'PATCH', row, {})).status,
      expected: 400,
    }),
    fact<Rows>({
      name: 'several rows get a status in one request',
      source: ['0822'],
      given: addTwoRows,
      when: async (lab, rows) => {
        await lab.me.mutate(setStatuses((await lab.project('scratch')).uid), { ids: idsOf(rows), statusUid: approved })
        return statusUidsOf(lab, rows)
      },
      expected: [approved, approved],
    }),
    fact<Rows>({
      name: 'the statuses of several rows are removed in one request',
      source: ['0834', '0835'],
      given: addTwoRows,
      when: async (lab, rows) => {
        const { uid } = await lab.project('scratch')
        await lab.me.mutate(setStatuses(uid), { ids: idsOf(rows), statusUid: approved })
        await lab.me.mutate(setStatuses(uid), { ids: idsOf(rows), statusUid: null })
        return statusUidsOf(lab, rows)
      },
      expected: [null, null],
    }),
    fact<Rows>({
      name: 'rows can be selected by a query',
      source: ['0823'],
      given: addTwoRows,
      when: async (lab, [row]) => {
        const { status } = await requestBulkStatus(lab, 'PATCH', {
          'validation_status.uid': approved,
          query: { _id: row.id },
        })
        return { status, stored: await statusUidsOf(lab, [row]) }
      },
      expected: { status: 200, stored: [approved] },
    }),
    fact<Rows>({
      name: 'an unknown id refuses the whole request',
      source: ['0828'],
      given: addTwoRows,
      when: async (lab, rows) => {
        const { status } = await requestBulkStatus(lab, 'PATCH', {
          'validation_status.uid': approved,
          submission_ids: [...idsOf(rows), 999_999_999],
        })
        return { status, stored: await statusUidsOf(lab, rows) }
      },
      expected: { status: 400, stored: [null, null] },
    }),
    fact<Rows>({
      name: 'an unknown status of several rows removes theirs',
      source: ['0827', '0832'],
      given: addTwoRows,
      when: async (lab, rows) => {
        await requestBulkStatus(lab, 'PATCH', { 'validation_status.uid': approved, submission_ids: idsOf(rows) })
        const { status } = await requestBulkStatus(lab, 'PATCH', {
          'validation_status.uid': 'nope',
          submission_ids: idsOf(rows),
        })
        return { status, stored: await statusUidsOf(lab, rows) }
      },
      expected: { status: 200, stored: [null, null] },
    }),
    fact({
      name: 'a request without ids, query or confirm is refused',
      source: ['0825'],
      when: async (lab) => {
        const { status, body } = await requestBulkStatus(lab, 'PATCH', { 'validation_status.uid': approved })
        return { status, body }
      },
      expected: { status: 400, body: { payload: ['Confirmation is required'] } },
    }),
    fact({
      name: 'the payload is required',
      source: ['0826'],
      when: async (lab) => {
        const { status, body } = await requestBulkStatus(lab, 'PATCH', undefined)
        return { status, body }
      },
      expected: { status: 400, body: { payload: ['This field is required.'] } },
    }),
    fact<Rows>({
      name: 'removing the statuses of several rows needs an empty status',
      source: ['0829', '0830', '0831'],
      given: addTwoRows,
      when: async (lab, rows) => (await requestBulkStatus(lab, 'DELETE', { submission_ids: idsOf(rows) })).status,
      expected: 400,
    }),
  ],
}
