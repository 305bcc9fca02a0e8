import { editAnswer } from '#/api/kpi/submissions/change-one.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { fact, type Group } from '../../fact.ts'
import { given, rowOf, edit, editOne, after, members } from '../../lab/edits.ts'
import type { Row } from '../../lab/lab.ts'
import { addRow, onePixel } from '../../lab/projects.ts'

/** Writing answers into rows, as the app does for one and for many. */
export const editingParts: Group = {
  name: 'editing repeat groups, files and by query',
  facts: [
    fact<Row>({
      name: 'an entry of a repeat group is named by its position, from 1',
      source: ['2120', '2121'],
      given,
      when: after({ 'member[2]/member_name': 'after' }, 'member'),
      expected: { status: 200, member: members(['N1', '1'], ['after', '2']) },
    }),
    fact<Row>({
      name: 'an entry of a repeat group is named by a condition',
      source: ['2123'],
      given,
      when: after({ "member[member_name='N2']/member_age": '9' }, 'member'),
      expected: { status: 200, member: members(['N1', '1'], ['N2', '9']) },
    }),
    fact<Row>({
      name: 'without a position the first entry is meant',
      source: ['2122'],
      given,
      when: after({ 'member/member_name': 'after' }, 'member'),
      expected: { status: 200, member: members(['after', '1'], ['N2', '2']) },
    }),
    fact<Row>({
      name: 'entries cannot be added',
      source: ['2124'],
      given,
      when: after({ 'member[3]/member_name': 'new' }, 'member'),
      expected: { status: 400, member: members(['N1', '1'], ['N2', '2']) },
    }),
    fact<Row>({
      name: 'rows are chosen by a query too',
      source: ['2133'],
      given,
      when: async (lab, row) => {
        const { status } = await edit(lab, { query: { _id: row.id }, data: { name: 'by query' } })
        return { status, name: (await rowOf(lab, row))['name'] }
      },
      expected: { status: 200, name: 'by query' },
    }),
    fact({
      name: 'a query that finds nothing is refused with a plain list',
      source: ['2134'],
      when: async (lab) => {
        const { status, body } = await edit(lab, { query: { name: 'nobody of that name' }, data: { name: 'x' } })
        return { status, isList: Array.isArray(body) }
      },
      expected: { status: 400, isList: true },
    }),
    fact({
      name: 'editing another question keeps the file',
      source: ['2129', 'NOTES Never do'],
      when: async (lab) => {
        const row = await addRow(
          lab,
          await lab.project('scratch'),
          { name: 'x', photo: 'photo.png' },
          { files: { 'photo.png': onePixel() } },
        )
        await editOne(lab, row, { name: 'after' })
        const now = await rowOf(lab, row)
        return {
          photo: now['photo'],
          files: (now['_attachments'] as { is_deleted: boolean }[]).filter((file) => !file.is_deleted).length,
        }
      },
      expected: { photo: 'photo.png', files: 1 },
    }),
    fact({
      name: 'editing a photo question loses the file for good',
      source: ['2130', '2131', '2132'],
      when: async (lab) => {
        const row = await addRow(
          lab,
          await lab.project('scratch'),
          { name: 'x', photo: 'photo.png' },
          { files: { 'photo.png': onePixel() } },
        )
        await editOne(lab, row, { photo: 'other.png' })
        await editOne(lab, row, { photo: 'photo.png' })
        const now = await rowOf(lab, row)
        return (now['_attachments'] as { is_deleted: boolean }[]).filter((file) => !file.is_deleted).length
      },
      expected: 0,
    }),
    fact<Row>({
      name: 'the app writes one answer of one row',
      source: ['0840', '0841'],
      given,
      when: async (lab, row) => {
        const { uid } = await lab.project('scratch')
        const seen = await lab.me.read(submissionQueries.one(uid, row.id))
        const now = await lab.me.write(editAnswer(uid, row.id), { path: 'name', answer: 'by the app', seen })
        return now['name']
      },
      expected: 'by the app',
    }),
    fact<Row>({
      name: 'the app refuses to write over what somebody else wrote meanwhile',
      source: ['NOTES Never do'],
      given,
      when: async (lab, row) => {
        const { uid } = await lab.project('scratch')
        const seen = await lab.me.read(submissionQueries.one(uid, row.id))
        await editOne(lab, row, { age: '77' })
        return lab.me
          .write(editAnswer(uid, row.id), { path: 'name', answer: 'late', seen })
          .catch(({ kind }: { kind: string }) => kind)
      },
      expected: 'conflict',
    }),
    fact({
      name: 'somebody who may only look cannot edit, delete, duplicate or set a status',
      source: ['0848', '0892', '0856', '0820'],
      needs: 'other',
      when: async (lab) => {
        const { path, rows } = await lab.project('shared')
        const [row] = rows
        await lab.me.ask('POST', `${path}permission-assignments/`, {
          body: { user: `/api/v2/users/${lab.other.username}/`, permission: '/api/v2/permissions/view_submissions/' },
        })
        const answers = [
          await lab.other.ask('PATCH', `${path}data/bulk/`, {
            body: { payload: { submission_ids: [row?.id], data: { name: 'x' } } },
          }),
          await lab.other.ask('DELETE', `${path}data/${row?.id}/`),
          await lab.other.ask('POST', `${path}data/${row?.id}/duplicate/`),
          await lab.other.ask('PATCH', `${path}data/${row?.id}/validation_status/`, {
            body: { 'validation_status.uid': 'validation_status_approved' },
          }),
        ]
        await lab.me.ask('DELETE', `${path}permission-assignments/bulk/`, { body: { username: lab.other.username } })
        return answers.map(({ status }) => status)
      },
      expected: [403, 403, 403, 403],
    }),
  ],
}
