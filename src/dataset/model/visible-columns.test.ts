import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { type ColumnChoice, DEFAULT_COLUMNS } from '#/dataset/query/query.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { formColumns, titleColumn } from './columns.ts'
import { allColumns, answeredColumnIds, cardColumns, initialColumnIds, visibleColumns } from './visible-columns.ts'

const form = formColumns(
  formOf(
    FormContent.parse({
      survey: [
        { type: 'date', name: 'visit' },
        { type: 'text', name: 'code' },
        { type: 'text', name: 'name' },
        { type: 'integer', name: 'people' },
        { type: 'start', name: 'start' },
      ],
    }),
  ),
)
const all = allColumns(form)
const submission = (id: number, answers: Record<string, unknown> = {}) =>
  Submission.parse({ _id: id, _uuid: `u${id}`, ...answers })
const rows = [submission(1, { code: 'TN-04', people: '6' }), submission(2, { name: 'Akiru', people: '4' })]
const title = titleColumn(form, rows)
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

function table(choice: Partial<ColumnChoice> = {}, initial: string[] | null = null, named = title) {
  const answered = () => answeredColumnIds(rows)
  return visibleColumns({
    all,
    ordered: ids(all),
    title: named,
    choice: { ...DEFAULT_COLUMNS, ...choice },
    initial,
    answered,
  })
}

describe('the columns of the table', () => {
  it('are status and title, frozen, then all others without the title', () => {
    const { frozen, rest } = table()
    expect(ids(frozen)).toEqual(['_validation_status', 'code'])
    expect(ids(rest)).toEqual(['_submission_time', '_submitted_by', 'visit', 'name', 'people', 'start'])
    expect(frozen.every(({ section }) => section.kind === 'frozen')).toBe(true)
  })

  it('have the `_id` as title if no question is one', () => {
    expect(ids(table({}, null, null).frozen)).toEqual(['_validation_status', '_id'])
  })

  it('are the first with values for a wide form', () => {
    expect(initialColumnIds(form, answeredColumnIds(rows))).toEqual(['code', 'name', 'people'])
    expect(ids(table({}, ['code', 'people']).rest)).toEqual(['_submission_time', '_submitted_by', 'people'])
  })

  it('are those of the choice, in its order, without frozen and unknown ones', () => {
    const choice = { columns: ['people', 'old/age', { from: 'visit', to: 'name' }], frozen: ['code', 'people'] }
    const { frozen, rest, layout } = table(choice)
    expect([ids(frozen), ids(rest)]).toEqual([
      ['code', 'people'],
      ['visit', 'name'],
    ])
    expect(layout.rest).toEqual(['old/age', 'visit', 'name'])
  })

  it('leave out empty ones on demand, but not frozen ones', () => {
    const { frozen, rest, layout } = table({ hidesEmpty: true, frozen: ['visit'] })
    expect(ids(frozen)).toEqual(['visit'])
    expect(ids(rest)).toEqual(['_validation_status', '_submission_time', '_submitted_by', 'code', 'name', 'people'])
    expect(layout.rest).toContain('start')
  })

  it('of a card are the first with values', () => {
    expect(ids(cardColumns(table(), rows))).toEqual(['_submission_time', 'name', 'people'])
    expect(ids(cardColumns(table({ columns: ['people'] }), rows))).toEqual(['_submission_time', 'people'])
  })
})
