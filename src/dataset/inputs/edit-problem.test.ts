import { expect, it } from 'vitest'
import { columnsOf, type DataColumn, STATUS } from '#/dataset/model/columns.ts'
import { questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { editProblemOf } from './edit-problem.ts'

const questions = questionsOf({
  survey: [
    { type: 'text', name: 'village', $xpath: 'village' },
    { type: 'image', name: 'photo', $xpath: 'photo' },
    { type: 'calculate', name: 'total', $xpath: 'total' },
    { type: 'start', name: 'start', $xpath: 'start' },
    { type: 'begin_repeat', name: 'member', $xpath: 'member' },
    { type: 'text', name: 'name', $xpath: 'member/name' },
    { type: 'end_repeat' },
  ],
})
const columns: readonly DataColumn[] = columnsOf({ questions, choiceLists: new Map(), languages: [null] })
const column = (id: string) => {
  const found = columns.find((one) => one.id === id)
  if (!found) throw new Error(`No column ${id}`)
  return found
}
const problemOf = (id: string) => editProblemOf(column(id))

it('answers to questions of the form can be edited; others say why not', () => {
  expect(problemOf('village')).toBeNull()
  expect(problemOf('photo')).toBe('file')
  expect(problemOf('total')).toBe('automatic')
  expect(problemOf('start')).toBe('automatic')
  expect(problemOf('member')).toBe('repeat')
  expect(editProblemOf(STATUS)).toBe('system')
  expect(editProblemOf({ ...column('village'), isOlder: true })).toBe('form')
})
