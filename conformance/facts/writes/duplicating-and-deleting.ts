import { fact, type Group } from '../../fact.ts'
import type { Lab, Row } from '../../lab/lab.ts'
import { addRow } from '../../lab/projects.ts'

const scratch = async (lab: Lab) => (await lab.project('scratch')).path
const given = async (lab: Lab) =>
  addRow(lab, await lab.project('scratch'), { name: 'one', member: [{ member_name: 'N1' }] })
const givenTwo = async (lab: Lab) => [await given(lab), await given(lab)] as const

const isThere = async (lab: Lab, { id }: Row) => (await lab.me.ask('GET', `${await scratch(lab)}data/${id}/`)).status
const removeMany = async (lab: Lab, body: object) => lab.me.ask('DELETE', `${await scratch(lab)}data/bulk/`, { body })

/** Duplicating and deleting rows, and their files. */
export const duplicatingAndDeleting: Group = {
  name: 'duplicating and deleting rows',
  facts: [
    fact<Row>({
      name: 'a duplicate is a new row with the same answers, sent now',
      source: ['0855'],
      given,
      when: async (lab, row) => {
        const { status, body } = await lab.me.ask('POST', `${await scratch(lab)}data/${row.id}/duplicate/`)
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
      name: 'a row is deleted once',
      source: ['0890', '0891'],
      given,
      when: async (lab, row) => {
        const one = await lab.me.ask('DELETE', `${await scratch(lab)}data/${row.id}/`)
        const two = await lab.me.ask('DELETE', `${await scratch(lab)}data/${row.id}/`)
        return [one.status, two.status]
      },
      expected: [204, 404],
    }),
    fact<readonly [Row, Row]>({
      name: 'many rows are deleted by their ids',
      source: ['0893'],
      given: givenTwo,
      when: async (lab, [one, two]) => {
        const { status, body } = await removeMany(lab, { payload: { submission_ids: [one.id, two.id] } })
        return {
          status,
          detail: typeof (body as { detail?: unknown }).detail,
          left: [await isThere(lab, one), await isThere(lab, two)],
        }
      },
      expected: { status: 200, detail: 'string', left: [404, 404] },
    }),
    fact<readonly [Row, Row]>({
      name: 'one id that is not there refuses deleting all',
      source: ['0897'],
      given: givenTwo,
      when: async (lab, [one, two]) => {
        const { status } = await removeMany(lab, { payload: { submission_ids: [one.id, two.id, 999_999_999] } })
        return { status, left: [await isThere(lab, one), await isThere(lab, two)] }
      },
      expected: { status: 400, left: [200, 200] },
    }),
    fact<Row>({
      name: 'rows are deleted by a query too',
      source: ['0895'],
      given,
      when: async (lab, row) => {
        const { status } = await removeMany(lab, { payload: { query: { _id: row.id } } })
        return [status, await isThere(lab, row)]
      },
      expected: [200, 404],
    }),
    fact({
      name: 'which rows are deleted must be said',
      source: ['0896'],
      when: async (lab) => {
        const { status, body } = await removeMany(lab, { payload: {} })
        return { status, body }
      },
      expected: { status: 400, body: { payload: ['Confirmation is required'] } },
    }),
    fact<Row>({
      name: 'ids outside of the payload delete nothing',
      source: ['0894', '0899'],
      given,
      when: async (lab, row) => {
        const { status } = await removeMany(lab, { submission_ids: [row.id] })
        return [status, await isThere(lab, row)]
      },
      expected: [400, 200],
    }),
  ],
}
