import { describe, expect, it } from 'vitest'
import { formColumns, SUBMITTED } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { collapsibleSections, collapseGroups } from './collapsed-groups.ts'

const form = formColumns(
  formOf({
    translations: null,
    survey: [
      { type: 'text', name: 'code', $xpath: 'code', $kuid: 'a' },
      { type: 'begin_group', name: 'home', $xpath: 'home', $kuid: 'b' },
      { type: 'text', name: 'walls', $xpath: 'home/walls', $kuid: 'c' },
      { type: 'begin_group', name: 'water', $xpath: 'home/water', $kuid: 'd' },
      { type: 'text', name: 'well', $xpath: 'home/water/well', $kuid: 'e' },
      { type: 'text', name: 'tap', $xpath: 'home/water/tap', $kuid: 'f' },
      { type: 'end_group', $kuid: 'g' },
      { type: 'end_group', $kuid: 'h' },
      { type: 'text', name: 'remarks', $xpath: 'remarks', $kuid: 'i' },
    ],
    choices: [],
  }),
)
const columns = [SUBMITTED, ...form].map((column) => ({ ...column, size: 100 }))
const shown = (...collapsed: string[]) =>
  collapseGroups(columns, new Set(collapsed)).map(({ id, collapsedColumns }) =>
    collapsedColumns ? `${id} (${collapsedColumns.length})` : id,
  )

describe('collapsing groups', () => {
  it('replaces the columns of a group by one', () => {
    expect(shown('home/water')).toEqual(['_submission_time', 'code', 'home/walls', 'home/water/well (2)', 'remarks'])
  })

  it('includes nested groups, collapsed or not', () => {
    const whole = ['_submission_time', 'code', 'home/walls (3)', 'remarks']
    expect(shown('home')).toEqual(whole)
    expect(shown('home', 'home/water')).toEqual(whole)
  })

  it('collapses sections of the app too, and ignores unknown keys', () => {
    expect(shown('#metadata', 'gone')).toEqual(['_submission_time (1)', ...form.map(({ id }) => id)])
  })

  it('gives the same list if nothing is collapsed', () => {
    expect(collapseGroups(columns, new Set())).toBe(columns)
  })

  it('gives each group around a column, outermost first; none without a heading', () => {
    const around = (id: string) =>
      columns.filter((column) => column.id === id).flatMap(({ section }) => collapsibleSections(section))
    expect(around('home/water/tap').map(({ key }) => key)).toEqual(['home', 'home/water'])
    expect(around('code')).toEqual([])
  })
})
