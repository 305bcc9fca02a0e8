import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { readView } from '#/dataset/query/query.ts'
import { blocksOf, firstFields } from './loaded-fields.ts'

const content = (count: number) =>
  FormContent.parse({
    survey: Array.from({ length: count }, (_, index) => ({
      type: index % 10 === 3 ? 'image' : index % 2 ? 'integer' : 'text',
      name: `question_${index}`,
      $xpath: `a_long_group_${Math.floor(index / 20)}/question_${index}`,
    })),
  })
const view = (search = '') => readView(new URLSearchParams(search))

describe('the answers that are asked for', () => {
  it('are all of a form that is not wide', () => {
    expect(view().filter).toEqual(NO_FILTER)
    expect(firstFields(content(50), view())).toBeUndefined()
  })

  it('are the first of a wide form, with what a row needs, and few enough for a light answer', () => {
    const fields = firstFields(content(1269), view()) ?? []
    expect(fields).toEqual(expect.arrayContaining(['_submission_time', '_submitted_by', '_attachments']))
    expect(fields).toContain('a_long_group_0/question_0')
    expect(fields.join('').length + 20 * fields.length).toBeLessThan(1200)
    expect(fields.length).toBeGreaterThan(15)
  })

  it('are those chosen, and what the rows are sorted by', () => {
    const choice = 'columns=a_long_group_60/question_1201&sort=-a_long_group_50/question_1001'
    const fields = firstFields(content(1269), view(choice)) ?? []
    expect(fields).toContain('a_long_group_60/question_1201')
    expect(fields).toContain('a_long_group_50/question_1001')
    expect(fields).not.toContain('a_long_group_0/question_7')
    expect(fields).not.toContain('_attachments')
  })

  it('come in blocks that fit into an address, none left out and none twice', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `مجموعة_${index}/سؤال_طويل_جدا_${index}`)
    const blocks = blocksOf(ids)
    expect(blocks.flat()).toEqual(ids)
    for (const block of blocks) expect(encodeURIComponent(JSON.stringify(block)).length).toBeLessThan(4100)
  })
})
