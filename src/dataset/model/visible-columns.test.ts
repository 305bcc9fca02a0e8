import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { type ColumnChoice, DEFAULT_COLUMNS } from '#/dataset/query/query.ts'
import { formColumns, titleColumn } from './columns.ts'
import { allColumns, answeredIn, cardColumns, firstAnswered, visibleColumns } from './visible-columns.ts'

const form = formColumns(
  FormContent.parse({
    survey: [
      { type: 'date', name: 'visit' },
      { type: 'text', name: 'code' },
      { type: 'text', name: 'name' },
      { type: 'integer', name: 'people' },
      { type: 'start', name: 'start' },
    ],
  }),
)
const all = allColumns(form)
const submission = (id: number, answers: Record<string, unknown> = {}) =>
  Submission.parse({ _id: id, _uuid: `u${id}`, ...answers })
const rows = [submission(1, { code: 'TN-04', people: '6' }), submission(2, { name: 'Akiru', people: '4' })]
const title = titleColumn(form, rows)
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

function table(choice: Partial<ColumnChoice> = {}, start: string[] | null = null, named = title) {
  const answered = () => answeredIn(rows)
  return visibleColumns({
    all,
    ordered: ids(all),
    title: named,
    choice: { ...DEFAULT_COLUMNS, ...choice },
    start,
    answered,
  })
}

describe('the columns of the table', () => {
  it('are status and title in sight, and all others; the title does not come twice', () => {
    const { frozen, rest } = table()
    expect(ids(frozen)).toEqual(['_validation_status', 'code'])
    expect(ids(rest)).toEqual(['_submission_time', '_submitted_by', 'visit', 'name', 'people', 'start'])
    expect(frozen.every(({ section }) => section.kind === 'frozen')).toBe(true)
  })

  it('have the number of the submission where nothing names it', () => {
    expect(ids(table({}, null, null).frozen)).toEqual(['_validation_status', '_id'])
  })

  it('start with the first that have answers, where a form is wide', () => {
    expect(firstAnswered(form, answeredIn(rows))).toEqual(['code', 'name', 'people'])
    expect(ids(table({}, ['code', 'people']).rest)).toEqual(['_submission_time', '_submitted_by', 'people'])
  })

  it('are those chosen, in their order, without what is frozen or unknown', () => {
    const choice = { columns: ['people', 'old/age', { from: 'visit', to: 'name' }], frozen: ['code', 'people'] }
    const { frozen, rest, chosen } = table(choice)
    expect([ids(frozen), ids(rest)]).toEqual([
      ['code', 'people'],
      ['visit', 'name'],
    ])
    expect(chosen.rest).toEqual(['old/age', 'visit', 'name'])
  })

  it('leave out what nobody answered, if that is wanted, but not what is frozen', () => {
    const { frozen, rest, chosen } = table({ hidesEmpty: true, frozen: ['visit'] })
    expect(ids(frozen)).toEqual(['visit'])
    expect(ids(rest)).toEqual(['_validation_status', '_submission_time', '_submitted_by', 'code', 'name', 'people'])
    expect(chosen.rest).toContain('start')
  })

  it('put the first answered questions on a phone’s card', () => {
    expect(ids(cardColumns(table(), rows))).toEqual(['_submission_time', 'name', 'people'])
    expect(ids(cardColumns(table({ columns: ['people'] }), rows))).toEqual(['_submission_time', 'people'])
  })
})
