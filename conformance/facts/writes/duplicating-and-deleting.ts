import { fact, type Group } from '../../fact.ts'
import type { Lab, Row } from '../../lab/lab.ts'
import { addRow } from '../../lab/projects.ts'

const scratch = async (lab: Lab) => (await lab.project('scratch')).path
const addScratchRow = async (lab: Lab) =>
  addRow(lab, await lab.project('scratch'), { name: 'one', member: [{ member_name: 'N1' }] })
const addTwoRows = async (lab: Lab) => [await addScratchRow(lab), await addScratchRow(lab)] as const

const statusOf = async (lab: Lab, { id }: Row) =>
  (await lab.me.request('GET', `${await scratch(lab)}data/${id}/`)).status
const deleteRows = async (lab: Lab, body: object) =>
  lab.me.request('DELETE', `${await scratch(lab)}data/bulk/`, { body })

/** Duplicating and deleting rows. */
export const duplicatingAndDeleting: Group = {
  name: 'duplicating and deleting rows',
  facts: [
    fact<Row>({
      name: 'a duplicate is a new row with the same answers',
      source: ['0855'],
      given: addScratchRow,
      when: async (lab, row) => {
        const { status, body } = await lab.me.request('POST', `${await scratch(lab)}data/${row.id}/duplicate/`)
        const copy = body as Record<string, unknown>
        return {
          status,
          isNew: copy['_id'] !== row.id,
          hasNewRoot: copy['meta/rootUuid'] !== `uuid:${row.uuid}`,
          name: copy['name'],
          member: copy['member'],
        }
      },
      expected: { status: 201, isNew: true, hasNewRoot: true, name: 'one', member: [{ 'member/member_name': 'N1' }] },
    }),
    fact<Row>({
      name: 'deleting a row again is 404',
      source: ['0890', '0891'],
      given: addScratchRow,
      when: async (lab, row) => {
        const one = await lab.me.request('DELETE', `${await scratch(lab)}data/${row.id}/`)
        const two = await lab.me.request('DELETE', `${await scratch(lab)}data/${row.id}/`)
        return [one.status, two.status]
      },
      expected: [204, 404],
    }),
    fact<readonly [Row, Row]>({
      name: 'several rows are deleted by their ids',
      source: ['0893'],
      given: addTwoRows,
      when: async (lab, [one, two]) => {
        const { status, body } = await deleteRows(lab, { payload: { submission_ids: [one.id, two.id] } })
        return {
          status,
          detail: typeof (body as { detail?: unknown }).detail,
          left: [await statusOf(lab, one), await statusOf(lab, two)],
        }
      },
      expected: { status: 200, detail: 'string', left: [404, 404] },
    }),
    fact<readonly [Row, Row]>({
      name: 'an unknown id refuses the whole deletion',
      source: ['0897'],
      given: addTwoRows,
      when: async (lab, [one, two]) => {
        const { status } = await deleteRows(lab, { payload: { submission_ids: [one.id, two.id, 999_999_999] } })
        return { status, left: [await statusOf(lab, one), await statusOf(lab, two)] }
      },
      expected: { status: 400, left: [200, 200] },
    }),
    fact<Row>({
      name: 'rows can be deleted by a query',
      source: ['0895'],
      given: addScratchRow,
      when: async (lab, row) => {
        const { status } = await deleteRows(lab, { payload: { query: { _id: row.id } } })
        return [status, await statusOf(lab, row)]
      },
      expected: [200, 404],
    }),
    fact({
      name: 'a deletion without ids, query or confirm is refused',
      source: ['0896'],
      when: async (lab) => {
        const { status, body } = await deleteRows(lab, { payload: {} })
        return { status, body }
      },
      expected: { status: 400, body: { payload: ['Confirmation is required'] } },
    }),
    fact<Row>({
      name: 'ids outside the payload are refused',
      source: ['0894', '0899'],
      given: addScratchRow,
      when: async (lab, row) => {
        const { status } = await deleteRows(lab, { submission_ids: [row.id] })
        return [status, await statusOf(lab, row)]
      },
      expected: [400, 200],
    }),
  ],
}
