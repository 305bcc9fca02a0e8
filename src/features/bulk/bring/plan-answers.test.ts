import { describe, expect, it } from 'vitest'
import { answersToBring } from '#/lib/xlsform/compare/answers-to-bring.ts'
import type { ComparableForm } from '#/lib/xlsform/compare/canonical-form.ts'
import { neededFields, planAnswers } from './plan-answers.ts'

const question = (name: string, label: string, more: object = {}) => ({ type: 'text', name, label: [label], ...more })
const select = { type: 'select_multiple', select_from_list_name: 'colours' }
const choice = (name: string, label: string) => ({ list_name: 'colours', name, label: [label] })
const form = (survey: object[], choices: object[] = []) => ({ survey, choices, translations: ['en'] }) as ComparableForm

const before = form(
  [
    question('size', 'Size'),
    question('photo', 'Photo', { type: 'image' }),
    question('colours', 'Colours', select),
    { type: 'begin_repeat', name: 'member', label: ['Member'] },
    question('name', 'Name'),
    { type: 'end_repeat' },
    { type: 'begin_repeat', name: 'visit', label: ['Visit'] },
    question('day', 'Day'),
    { type: 'end_repeat' },
  ],
  [choice('r', 'Red'), choice('g', 'Green'), choice('b', 'Blue')],
)
const after = form(
  [
    question('household_size', 'Size'),
    question('picture', 'Photo', { type: 'image' }),
    question('colours', 'Colours', select),
    { type: 'begin_repeat', name: 'member', label: ['Member'] },
    question('full_name', 'Name'),
    { type: 'end_repeat' },
    { type: 'begin_repeat', name: 'visits', label: ['Visit'] },
    question('day', 'Day'),
    { type: 'end_repeat' },
  ],
  [choice('red', 'Red'), choice('g', 'Green')],
)
const { copies, recodes } = answersToBring(before, after)
const possible = copies.filter(({ obstacle }) => obstacle === null)

describe('answersToBring', () => {
  it('names what can be copied, and why something cannot', () => {
    expect(copies.map((copy) => [copy.before.path, copy.after.path, copy.obstacle])).toEqual([
      ['size', 'household_size', null],
      ['photo', 'picture', 'file'],
      ['member/name', 'member/full_name', null],
      ['visit/day', 'visits/day', 'repeat'],
    ])
  })

  it('names choices whose answers keep an older value', () => {
    expect(recodes.map(({ question: { after: to }, choice: { name }, value }) => [to.path, name, value])).toEqual([
      ['colours', 'r', 'red'],
      ['colours', 'b', null],
    ])
  })
})

describe('planAnswers', () => {
  const rows = [
    { _id: 1, size: '4', colours: 'r g b', member: [{ 'member/name': 'A' }, {}, { 'member/name': 'C' }] },
    { _id: 2, size: '5', household_size: '6', colours: 'g' },
    { _id: 3, size: '7', household_size: '7' },
    { _id: 4, photo: 'x.jpg' },
  ]

  it('copies each answer to where it belongs, and overwrites none', () => {
    const plan = planAnswers(rows, { copies: possible, recodes: [] })
    expect([...plan.values]).toEqual([
      [1, { household_size: '4', 'member[1]/full_name': 'A', 'member[3]/full_name': 'C' }],
    ])
    expect(plan.expected.get(1)).toEqual({
      household_size: '',
      size: '4',
      'member[1]/full_name': '',
      'member[1]/name': 'A',
      'member[3]/full_name': '',
      'member[3]/name': 'C',
    })
    const [size, name] = possible
    expect(plan.counts.get(size?.id ?? '')).toEqual({ answers: 1, conflicts: 1 })
    expect(plan.counts.get(name?.id ?? '')).toEqual({ answers: 2, conflicts: 0 })
  })

  it('recodes choices among several, once each', () => {
    const chosen = recodes.map((recode) => ({ ...recode, value: recode.value ?? 'red' }))
    const plan = planAnswers(rows, { copies: [], recodes: chosen })
    expect([...plan.values]).toEqual([[1, { colours: 'red g' }]])
    expect(plan.expected.get(1)).toEqual({ colours: 'r g b' })
  })

  it('needs a repeat group as a whole', () => {
    expect(neededFields({ copies: possible, recodes: [] })).toEqual(['size', 'household_size', 'member'])
  })
})
