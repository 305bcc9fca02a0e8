import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { type AnswerColumn, formColumns, type RepeatColumn, titleColumn } from './columns.ts'
import { formerColumns, unknownColumns, versionColumns } from './version-columns.ts'

const form = FormContent.parse({
  translations: ['English (en)', 'French (fr)'],
  survey: [
    { type: 'start', name: 'start', $xpath: 'start' },
    { type: 'note', name: 'welcome', $xpath: 'welcome', label: ['Welcome', 'Bienvenue'] },
    { type: 'date', name: 'visit', $xpath: 'visit', label: ['Visit', 'Visite'] },
    { type: 'begin_group', name: 'hh', $xpath: 'hh', label: ['Household', 'Ménage'] },
    { type: 'text', name: 'code', $xpath: 'hh/code', label: ['Code', 'Code'] },
    { type: 'calculate', name: 'total', $xpath: 'hh/total' },
    { type: 'begin_group', name: 'head', $xpath: 'hh/head', label: ['Head', 'Chef'] },
    { type: 'text', name: 'name', $xpath: 'hh/head/name', label: ['Name', 'Nom'] },
    { type: 'end_group' },
    { type: 'begin_repeat', name: 'member', $xpath: 'hh/member', label: ['Member', 'Membre'] },
    { type: 'text', name: 'm_name', $xpath: 'hh/member/m_name', label: ['Name', 'Nom'] },
    { type: 'begin_group', name: 'more', $xpath: 'hh/member/more', label: ['More', 'Plus'] },
    { type: 'begin_repeat', name: 'shot', $xpath: 'hh/member/more/shot', label: ['Shot', 'Vaccin'] },
    { type: 'date', name: 'on', $xpath: 'hh/member/more/shot/on', label: ['On', 'Le'] },
    { type: 'end_repeat' },
    { type: 'end_group' },
    { type: 'end_repeat' },
    { type: 'end_group' },
    {
      type: 'select_one',
      name: 'water',
      $xpath: 'water',
      label: ['Water', 'Eau'],
      select_from_list_name: 'sources',
    },
  ],
  choices: [
    { list_name: 'sources', name: 'tap', label: ['Tap', 'Robinet'] },
    { list_name: 'sources', name: 'rain', label: ['Rain', 'Pluie'] },
  ],
})
const columns = formColumns(formOf(form))
const submission = (id: number, answers: Record<string, unknown> = {}) =>
  Submission.parse({ _id: id, _uuid: `u${id}`, _submission_time: '2026-11-20T12:58:00', ...answers })
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
const find = (id: string): AnswerColumn => {
  const column = columns.find((one) => one.id === id)
  if (!column) throw new Error(`No column ${id}`)
  return column
}

describe('formColumns', () => {
  it('has a column for each question with answers, in the form’s order, automatic ones last', () => {
    expect(ids(columns)).toEqual(['visit', 'hh/code', 'hh/head/name', 'hh/member', 'water', 'start', 'hh/total'])
  })

  it('names the groups around a question, outermost first', () => {
    expect(find('hh/head/name').section.groups.map(({ name }) => name)).toEqual(['hh', 'head'])
    expect(find('visit').section.kind).toBe('ungrouped')
    expect(find('hh/total').section.kind).toBe('automatic')
  })

  it('gives columns of one group the same section, and those of a nested group another', () => {
    expect(find('hh/member').section).toBe(find('hh/code').section)
    expect(find('hh/head/name').section.key).not.toBe(find('hh/code').section.key)
  })

  it('has one column for a repeat group, with its questions and nested repeat groups', () => {
    const repeat = find('hh/member') as RepeatColumn
    expect(ids(repeat.columns)).toEqual(['hh/member/m_name', 'hh/member/more/shot'])
    expect(ids((repeat.columns[1] as RepeatColumn).columns)).toEqual(['hh/member/more/shot/on'])
    expect(repeat.columns[1]?.section.groups.map(({ name }) => name)).toEqual(['more'])
  })

  it('has the choices of a question, each with its index in the list', () => {
    const water = find('water')
    const choices = water.source === 'question' ? water.choices : undefined
    expect(choices?.get('rain')).toEqual({ name: 'rain', labels: ['Rain', 'Pluie'], index: 1 })
  })
})

describe('unknownColumns', () => {
  const rows = [
    submission(2, { visit: '2026-11-20', 'old/age': '7', __version__: 'v2', 'meta/instanceID': 'uuid:1' }),
    submission(1, { 'old/age': '8', _version_: 'v1', _version__001: 'v1', old_member: [{ 'old_member/x': '1' }] }),
  ]

  it('has each key of older form versions once, and no system keys', () => {
    expect(unknownColumns(columns, rows).map(({ id, kind }) => [id, kind])).toEqual([
      ['old/age', 'text'],
      ['old_member', 'repeat'],
    ])
  })
})

describe('versionColumns and formerColumns', () => {
  const older = formColumns(
    formOf(
      FormContent.parse({
        translations: ['English (en)'],
        survey: [
          { type: 'select_one', name: 'roof', $xpath: 'roof', label: ['Roof'], select_from_list_name: 'roofs' },
          { type: 'integer', name: 'age', $xpath: 'old/age', label: ['Age'] },
        ],
        choices: [{ list_name: 'roofs', name: 'tin', label: ['Tin'] }],
      }),
    ),
  )
  const oldest = formColumns(
    formOf(FormContent.parse({ survey: [{ type: 'text', name: 'age', $xpath: 'old/age', label: 'How old?' }] })),
  )
  const unknown = unknownColumns(columns, [submission(1, { nobody: '1', roof: 'tin', 'old/age': '8' })])

  it('take a former question from the newest form that has it, and keep the other columns', () => {
    const told = versionColumns(unknown, [older, oldest])
    expect(told.map(({ id, source, kind, section }) => [id, source, kind, section.kind])).toEqual([
      ['roof', 'question', 'selectOne', 'older'],
      ['old/age', 'question', 'number', 'older'],
      ['nobody', 'unknown', 'text', 'unknown'],
    ])
    expect(told.map(({ isOlder }) => isOlder)).toEqual([true, true, undefined])
    const [roof] = told
    expect(roof?.source === 'question' && roof.choices?.get('tin')?.labels).toEqual(['Tin'])
  })

  it('have each other former question once', () => {
    const told = versionColumns(
      unknown.filter(({ id }) => id !== 'roof'),
      [older, oldest],
    )
    expect(formerColumns([...columns, ...told], [older, oldest]).map(({ id, isOlder }) => [id, isOlder])).toEqual([
      ['roof', true],
    ])
  })

  it('keep all columns if there is no older form', () => {
    expect(versionColumns(unknown, [])).toEqual(unknown)
  })
})

describe('a question with “other”', () => {
  it('is followed by the column of the text, also in a group', () => {
    const withOther = formColumns(
      formOf(
        FormContent.parse({
          survey: [
            { type: 'begin_group', name: 'g', $xpath: 'g' },
            {
              type: 'select_one',
              name: 'fruit',
              $xpath: 'g/fruit',
              label: ['Fruit'],
              select_from_list_name: 'fruits',
              _or_other: true,
            },
            { type: 'end_group' },
            { type: 'text', name: 'last', $xpath: 'last' },
          ],
          choices: [{ list_name: 'fruits', name: 'plum', label: ['Plum'] }],
        }),
      ),
    )
    expect(withOther.map(({ id, kind, section }) => [id, kind, section.key])).toEqual([
      ['g/fruit', 'selectOne', 'g'],
      ['g/fruit_other', 'text', 'g'],
      ['last', 'text', '#ungrouped'],
    ])
    const [fruit, other] = withOther
    expect(fruit?.source === 'question' && fruit.choices?.get('other')?.labels).toEqual(['Other'])
    expect(other?.source === 'question' && other.question.rules.relevant).toBe("selected(${fruit}, 'other')")
  })
})

describe('titleColumn', () => {
  it('is the first text question that a row answers', () => {
    expect(titleColumn(columns, [submission(1, { 'hh/head/name': 'Akiru' })])?.id).toBe('hh/head/name')
    expect(titleColumn(columns, [submission(2, { 'hh/code': 'TN-04' }), submission(1)])?.id).toBe('hh/code')
  })

  it('is null if no text question is answered', () => {
    expect(titleColumn(columns, [submission(1, { visit: '2026-11-20' })])).toBeNull()
  })
})
