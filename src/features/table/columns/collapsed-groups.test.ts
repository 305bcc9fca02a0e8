import { describe, expect, it } from 'vitest'
import { formColumns, SUBMITTED } from '#/dataset/model/columns.ts'
import { foldsAround, withFolds } from './collapsed-groups.ts'

const form = formColumns({
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
})
const columns = [SUBMITTED, ...form].map((column) => ({ ...column, size: 100 }))
const shown = (...folded: string[]) =>
  withFolds(columns, new Set(folded)).map(({ id, folds }) => (folds ? `${id} (${folds.length})` : id))

describe('folding', () => {
  it('puts one column in the place of a group’s', () => {
    expect(shown('home/water')).toEqual(['_submission_time', 'code', 'home/walls', 'home/water/well (2)', 'remarks'])
  })

  it('of a group takes the groups within it along, folded or not', () => {
    const whole = ['_submission_time', 'code', 'home/walls (3)', 'remarks']
    expect(shown('home')).toEqual(whole)
    expect(shown('home', 'home/water')).toEqual(whole)
  })

  it('folds what stands under a heading of ours, too, and nothing that the form does not have', () => {
    expect(shown('#metadata', 'gone')).toEqual(['_submission_time (1)', ...form.map(({ id }) => id)])
  })

  it('leaves the same list where nothing is folded', () => {
    expect(withFolds(columns, new Set())).toBe(columns)
  })

  it('offers each group around a column, the outermost first; none where there is no heading', () => {
    const around = (id: string) =>
      columns.filter((column) => column.id === id).flatMap(({ section }) => foldsAround(section))
    expect(around('home/water/tap').map(({ key }) => key)).toEqual(['home', 'home/water'])
    expect(around('code')).toEqual([])
  })
})
