import { expect, it } from 'vitest'
import { answersAt, rowKeyOf, textAt } from './answers-at.ts'

const row = {
  'hh/size': '4',
  member: [
    { 'member/name': 'Amina', 'member/pet': [{ 'member/pet/kind': 'cat' }, {}, { 'member/pet/kind': 'dog' }] },
    { 'member/age': '3' },
    { 'member/name': 'Yusuf' },
  ],
  'g/visit': [{ 'g/visit/details/day': '1' }],
}

it('finds answers by path, in repeat groups with their positions', () => {
  expect(answersAt(row, 'hh/size')).toEqual([{ path: 'hh/size', text: '4' }])
  expect(answersAt(row, 'member/name')).toEqual([
    { path: 'member[1]/name', text: 'Amina' },
    { path: 'member[3]/name', text: 'Yusuf' },
  ])
  expect(answersAt(row, 'member/pet/kind')).toEqual([
    { path: 'member[1]/pet[1]/kind', text: 'cat' },
    { path: 'member[1]/pet[3]/kind', text: 'dog' },
  ])
  expect(answersAt(row, 'g/visit/details/day')).toEqual([{ path: 'g/visit[1]/details/day', text: '1' }])
  expect(answersAt(row, 'hh/other')).toEqual([])
})

it('knows the key of the row that a path belongs to', () => {
  expect(['hh/size', 'member[2]/name', 'g/visit[1]/details/day'].map(rowKeyOf)).toEqual([
    'hh/size',
    'member',
    'g/visit',
  ])
})

it('reads what is at a path of bulk edit', () => {
  for (const path of ['hh/size', 'member/name', 'member/pet/kind', 'g/visit/details/day']) {
    for (const answer of answersAt(row, path)) expect(textAt(row, answer.path)).toBe(answer.text)
  }
  expect(textAt(row, 'member[2]/name')).toBe('')
  expect(textAt(row, 'member[9]/name')).toBe('')
})
