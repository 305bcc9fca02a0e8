import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { columnsOf } from '#/dataset/model/columns.ts'
import { initialColumns } from '#/dataset/model/initial-columns.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { type DatasetQuery, readDatasetQuery } from '#/dataset/query/query.ts'
import { formOf } from './questions.ts'
import { maxWholeRows, pageFields, splitFields } from './requested-columns.ts'

const content = (count: number) =>
  FormContent.parse({
    survey: Array.from({ length: count }, (_, index) => ({
      type: index % 10 === 3 ? 'image' : index % 2 ? 'integer' : 'text',
      name: `question_${index}`,
      $xpath: `a_long_group_${Math.floor(index / 20)}/question_${index}`,
    })),
  })
/** The fields of the first request for a page. */
function firstFields(content: FormContent, query: DatasetQuery) {
  const form = formOf(content)
  const [first] = splitFields(initialColumns(form, query) ?? [], 100)
  return first && pageFields(first, columnsOf(form))
}
const view = (search = '') => readDatasetQuery(new URLSearchParams(search))

describe('the fields of a request for a page', () => {
  it('are all fields of a form that is not wide', () => {
    expect(view().filter).toEqual(NO_FILTER)
    expect(firstFields(content(50), view())).toBeUndefined()
  })

  it('are the first columns of a wide form and the metadata of a row, so that the URL is short enough', () => {
    const fields = firstFields(content(1269), view()) ?? []
    expect(fields).toEqual(expect.arrayContaining(['_submission_time', '_submitted_by', '_attachments']))
    expect(fields).toContain('a_long_group_0/question_0')
    expect(encodeURIComponent(JSON.stringify(fields)).length).toBeLessThan(6200)
    expect(fields.length).toBeGreaterThan(100)
  })

  it('are the visible columns and the sort column', () => {
    const choice = 'columns=a_long_group_60/question_1201&sort=-a_long_group_50/question_1001'
    const fields = firstFields(content(1269), view(choice)) ?? []
    expect(fields).toContain('a_long_group_60/question_1201')
    expect(fields).toContain('a_long_group_50/question_1001')
    expect(fields).not.toContain('a_long_group_0/question_7')
    expect(fields).not.toContain('_attachments')
  })

  it('are split into lists that fit into a URL, each id once', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `مجموعة_${index}/سؤال_طويل_جدا_${index}`)
    const lists = splitFields(ids, 100)
    expect(lists.flat()).toEqual(ids)
    for (const list of lists) expect(encodeURIComponent(JSON.stringify(list)).length).toBeLessThan(6100)
  })

  it('are fewer at once for more rows, so that no response becomes too large', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `group/question_${index}`)
    const [first = []] = splitFields(ids, 1000)
    expect(1000 * (first.join('').length + 20 * first.length)).toBeLessThanOrEqual(2_000_000)
    expect(first.length).toBeGreaterThan(40)
    const columns = columnsOf(formOf(content(1269)))
    expect(maxWholeRows(columns)).toBeGreaterThan(100)
    expect(maxWholeRows(columns)).toBeLessThan(500)
  })
})
