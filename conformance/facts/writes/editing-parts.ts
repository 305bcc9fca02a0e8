import { editAnswer } from '#/api/kpi/submissions/change-one.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { fact, type Group } from '../../fact.ts'
import { addScratchRow, answersAfterEdit, edit, editOne, members, rowOf } from '../../lab/edits.ts'
import type { Row } from '../../lab/lab.ts'
import { addRow, onePixel } from '../../lab/projects.ts'

/** Bulk edits of repeat groups and files, and by query. */
export const editingParts: Group = {
  name: 'editing repeat groups, files and by query',
  facts: [
    fact<Row>({
      name: 'an entry of a repeat group is selected by its position, from 1',
      source: ['2120', '2121'],
      given: addScratchRow,
      when: answersAfterEdit({ 'member[2]/member_name': 'after' }, 'member'),
      expected: { status: 200, member: members(['N1', '1'], ['after', '2']) },
    }),
    fact<Row>({
      name: 'an entry of a repeat group is selected by a condition',
      source: ['2123'],
      given: addScratchRow,
      when: answersAfterEdit({ "member[member_name='N2']/member_age": '9' }, 'member'),
      expected: { status: 200, member: members(['N1', '1'], ['N2', '9']) },
    }),
    fact<Row>({
      name: 'a path without a position means the first entry',
      source: ['2122'],
      given: addScratchRow,
      when: answersAfterEdit({ 'member/member_name': 'after' }, 'member'),
      expected: { status: 200, member: members(['after', '1'], ['N2', '2']) },
    }),
    fact<Row>({
      name: 'entries cannot be added',
      source: ['2124'],
      given: addScratchRow,
      when: answersAfterEdit({ 'member[3]/member_name': 'new' }, 'member'),
      expected: { status: 400, member: members(['N1', '1'], ['N2', '2']) },
    }),
    fact<Row>({
      name: 'a question that the form does not have is added, also to an entry of a repeat group and in a new group',
      source: ['0842', '2120', '2135'],
      given: addScratchRow,
      when: async (lab, row) => {
        await editOne(lab, row, { 'member[2]/new_name': 'x', 'new_group/new_question': 'y' })
        const now = await rowOf(lab, row)
        const entries = now['member'] as Record<string, unknown>[]
        return [entries.map((entry) => entry['member/new_name'] ?? 'absent'), now['new_group/new_question']]
      },
      expected: [['absent', 'x'], 'y'],
    }),
    fact<Row>({
      name: 'rows can be selected by a query',
      source: ['2133'],
      given: addScratchRow,
      when: async (lab, row) => {
        const { status } = await edit(lab, { query: { _id: row.id }, data: { name: 'by query' } })
        return { status, name: (await rowOf(lab, row))['name'] }
      },
      expected: { status: 200, name: 'by query' },
    }),
    fact({
      name: 'a query that matches nothing is refused, with a list as body',
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
      name: 'editing a photo question removes the file permanently',
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
      name: 'the app edits one answer of one row',
      source: ['0840', '0841'],
      given: addScratchRow,
      when: async (lab, row) => {
        const { uid } = await lab.project('scratch')
        const seen = await lab.me.query(submissionQueries.one(uid, row.id))
        const now = await lab.me.mutate(editAnswer(uid, row.id), { path: 'name', answer: 'by the app', base: seen })
        return now['name']
      },
      expected: 'by the app',
    }),
    fact<Row>({
      name: 'the app reports a conflict if somebody else edited the row',
      source: ['NOTES Never do'],
      given: addScratchRow,
      when: async (lab, row) => {
        const { uid } = await lab.project('scratch')
        const seen = await lab.me.query(submissionQueries.one(uid, row.id))
        await editOne(lab, row, { age: '77' })
        return lab.me
          .mutate(editAnswer(uid, row.id), { path: 'name', answer: 'late', base: seen })
          .catch(({ kind }: { kind: string }) => kind)
      },
      expected: 'conflict',
    }),
    fact({
      name: 'a viewer cannot edit, delete, duplicate or set a status',
      source: ['0848', '0892', '0856', '0820'],
      needs: 'other',
      when: async (lab) => {
        const { path, rows } = await lab.project('shared')
        const [row] = rows
        await lab.me.request('POST', `${path}permission-assignments/`, {
          body: { user: `/api/v2/users/${lab.other.username}/`, permission: '/api/v2/permissions/view_submissions/' },
        })
        const answers = [
          await lab.other.request('PATCH', `${path}data/bulk/`, {
            body: { payload: { submission_ids: [row?.id], data: { name: 'x' } } },
          }),
          await lab.other.request('DELETE', `${path}data/${row?.id}/`),
          await lab.other.request('POST', `${path}data/${row?.id}/duplicate/`),
          await lab.other.request('PATCH', `${path}data/${row?.id}/validation_status/`, {
            body: { 'validation_status.uid': 'validation_status_approved' },
          }),
        ]
        await lab.me.request('DELETE', `${path}permission-assignments/bulk/`, {
          body: { username: lab.other.username },
        })
        return answers.map(({ status }) => status)
      },
      expected: [403, 403, 403, 403],
    }),
  ],
}
