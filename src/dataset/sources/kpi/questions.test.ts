import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { choiceListsOf, languagesOf, questionsOf } from './questions.ts'

describe('questionsOf', () => {
  it('gives each question its path and its groups', () => {
    const { survey } = FormContent.parse({
      survey: [
        { type: 'begin_group', name: 'hh', label: ['Household'] },
        { type: 'begin_repeat', name: 'member', label: ['Member'] },
        { type: 'integer', name: 'age', label: ['Age'], required: true },
        { type: 'end_repeat', $kuid: 'x' },
        { type: 'end_group', $kuid: 'y' },
        { type: 'text', $autoname: 'Remarks', $kuid: 'z', label: ['Remarks'] },
      ],
    })
    const questions = questionsOf({ survey })
    expect(questions.map(({ path }) => path)).toEqual(['hh/member/age', 'Remarks'])
    expect(questions[0]?.groups.map(({ path, isRepeat }) => [path, isRepeat])).toEqual([
      ['hh', false],
      ['hh/member', true],
    ])
    expect(questions.map(({ isRequired }) => isRequired)).toEqual([true, false])
  })

  it('reads the rest of a form with unreadable rows', () => {
    const unreadableRow = { type: 'begin_group', name: 'hh', label: { invalid: true } }
    const { survey, choices } = FormContent.parse({
      survey: [
        unreadableRow,
        { type: 'text', name: 'a', label: 7, $xpath: 'hh/a' },
        { type: 'end_group' },
        null,
        { type: 'note' },
      ],
      choices: [7, { list_name: 'yn', name: 'yes', label: 7 }, { list_name: 'yn', name: 'no' }],
    })
    const questions = questionsOf({ survey })
    expect(questions.map(({ path, groups, unreadable }) => [path, groups.length, unreadable !== null])).toEqual([
      ['hh/a', 1, true],
      ['', 0, true],
      ['', 0, false],
    ])
    expect([...(choiceListsOf({ choices }).get('yn')?.keys() ?? [])]).toEqual(['yes', 'no'])
  })

  it('reads KPI’s own kinds of groups as groups', () => {
    const { survey } = FormContent.parse({
      survey: [
        { type: 'begin_score', name: 'rate', $xpath: 'rate' },
        { type: 'score__row', name: 'food', $xpath: 'rate/food' },
        { type: 'end_score', $kuid: 'x' },
        { type: 'text', name: 'why', $xpath: 'why' },
      ],
    })
    expect(questionsOf({ survey }).map(({ path, groups }) => [path, groups.length])).toEqual([
      ['rate/food', 1],
      ['why', 0],
    ])
  })
})

describe('labelIn', () => {
  const item = { name: 'age', labels: ['Age', null, '  '] }

  it('returns the label in the language', () => {
    expect(labelIn({ name: 'age', labels: ['Age', 'Âge'] }, 1)).toBe('Âge')
  })

  it('falls back to another language, then to the XML name', () => {
    expect(labelIn(item, 1)).toBe('Age')
    expect(labelIn(item, 2)).toBe('Age')
    expect(labelIn({ name: 'age', labels: [] }, 0)).toBe('age')
  })

  it('returns the XML name without a language', () => {
    expect(labelIn(item, null)).toBe('age')
  })
})

describe('choiceListsOf', () => {
  it('maps each value to its choice, with the index in its list', () => {
    const content = FormContent.parse({
      choices: [
        { list_name: 'sex', name: 'm', label: ['Male'] },
        { list_name: 'n', name: 1, label: ['One'] },
        { list_name: 'sex', $autovalue: 'female', label: 'Female' },
        { list_name: 'sex', name: 'm', label: ['Man'] },
      ],
    })
    const lists = choiceListsOf(content)
    expect([...(lists.get('sex')?.values() ?? [])]).toEqual([
      { name: 'm', labels: ['Man'], index: 0 },
      { name: 'female', labels: ['Female'], index: 1 },
    ])
    expect(lists.get('n')?.get('1')?.labels).toEqual(['One'])
  })
})

it('has no languages where a form has no translations', () => {
  expect(languagesOf(FormContent.parse({}))).toEqual([])
})
