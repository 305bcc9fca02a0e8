import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { formColumns, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { filterColumns, operatorsFor, ALL_OPERATORS } from '#/dataset/model/filter-operators.ts'
import { initialColumns } from '#/dataset/model/initial-columns.ts'
import { isSortable } from '#/dataset/model/sort.ts'
import { formOf } from './questions.ts'

const content = FormContent.parse({
  translations: ['English (en)', 'Français (fr)'],
  survey: [
    { type: 'background-audio', name: 'room', $xpath: 'room' },
    { type: 'begin_group', name: 'talk', $xpath: 'talk', label: ['Talk', 'Entretien'] },
    { type: 'audio', name: 'voice', $xpath: 'talk/voice', label: ['Voice note', 'Message'] },
    { type: 'text', name: 'remarks', $xpath: 'talk/remarks', label: ['Remarks', 'Remarques'] },
    { type: 'end_group' },
    { type: 'begin_repeat', name: 'member', $xpath: 'member', label: ['Member', 'Membre'] },
    { type: 'text', name: 'story', $xpath: 'member/story', label: ['Story', 'Histoire'] },
    { type: 'end_repeat' },
    { type: 'date', name: 'visit', $xpath: 'visit', label: ['Visit', 'Visite'] },
  ],
})

const transcript = (source: string, language: string) => ({
  type: 'transcript',
  language,
  source,
  name: `${source}/transcript_${language}`,
  dtpath: `${source}/transcript_${language}`,
})
const question = (type: string, source: string, uuid: string, more = {}) => ({
  type,
  source,
  name: `${source}/${uuid}`,
  dtpath: `${source}/${uuid}`,
  label: uuid.toUpperCase(),
  ...more,
})

const columnsWith = (fields: unknown) => formColumns(formOf(content, { additional_fields: fields }))
const idsWith = (fields: unknown) => columnsWith(fields).map(({ id }) => id.replace('_supplementalDetails/', '+'))
const WITHOUT = ['talk/voice', 'talk/remarks', 'member', 'visit', 'room']

describe('what was added to answers', () => {
  it('stands beside its question, in its group, in the order of the server', () => {
    const columns = columnsWith([
      transcript('talk/voice', 'en'),
      transcript('room', 'en'),
      question('qualText', 'talk/remarks', 'a'),
      question('qualSource', 'talk/remarks/a', 'source'),
      question('qualVerification', 'talk/remarks/a', 'verified'),
      question('qualTags', 'talk/voice', 'b'),
    ])
    expect(columns.map(({ id, section }) => [id.replace('_supplementalDetails/', '+'), section.key])).toEqual([
      ['talk/voice', 'talk'],
      ['+talk/voice/transcript_en', 'talk'],
      ['+talk/voice/b', 'talk'],
      ['talk/remarks', 'talk'],
      ['+talk/remarks/a', 'talk'],
      ['member', '#ungrouped'],
      ['visit', '#ungrouped'],
      ['room', '#automatic'],
      ['+room/transcript_en', '#automatic'],
    ])
  })

  it('stands beside the repeat group of its question, as a row has one value for all entries', () => {
    expect(idsWith([question('qualText', 'member/story', 'a')])).toEqual(WITHOUT.toSpliced(3, 0, '+member/story/a'))
  })

  it('comes last where the form does not have the question', () => {
    const columns = columnsWith([question('qualText', 'gone', 'a'), question('qualText', '_validation_status', 'b')])
    expect(columns.slice(-2).map(({ id, section }) => [id, section.kind])).toEqual([
      ['_supplementalDetails/gone/a', 'supplements'],
      ['_supplementalDetails/_validation_status/b', 'supplements'],
    ])
  })

  it('has a kind by its type, text for types that are not known; notes have no value', () => {
    const types = 'qualText qualInteger qualSelectOne qualSelectMultiple qualTags qualNote qualLater'.split(' ')
    const fields = types.map((type) => question(type, 'visit', type.toLowerCase(), { choices: [] }))
    expect(columnsWith(fields).flatMap(({ source, kind }) => (source === 'supplement' ? kind : []))).toEqual(
      'text number selectOne selectMultiple tags text'.split(' '),
    )
  })

  it('has choices with labels in the languages of the form, by default the default ones', () => {
    const choices = [
      { uuid: 'c1', labels: { _default: 'Glad', 'Français (fr)': 'Content' } },
      { uuid: 'c2', labels: { _default: 'Angry' } },
      { uuid: 'c3', labels: {} },
      { uuid: 5, labels: {} },
      'nonsense',
    ]
    const column = columnsWith([question('qualSelectOne', 'visit', 'mood', { choices })]).find(
      ({ source }) => source === 'supplement',
    )
    const list = column?.source === 'supplement' ? [...(column.choices?.values() ?? [])] : []
    expect(list.map(({ name, labels }) => [name, ...labels])).toEqual([
      ['c1', 'Glad', 'Content'],
      ['c2', 'Angry', 'Angry'],
      ['c3', null, null],
    ])
  })

  it.each([
    ['no list', 'nonsense'],
    ['null', null],
    ['unreadable fields', [null, 5, {}, { type: 'qualText' }, { type: 5, source: 'visit', name: 'visit/a' }]],
  ])('is nothing in an analysis form of another shape: %s', (_name, fields) => {
    expect(idsWith(fields)).toEqual(WITHOUT)
    expect(formColumns(formOf(content, fields)).map(({ id }) => id)).toEqual(WITHOUT)
  })

  it('is there once where the server names it twice', () => {
    const field = question('qualText', 'visit', 'a')
    expect(idsWith([field, field])).toHaveLength(WITHOUT.length + 1)
  })

  it('is not offered for filters and sorting, and not requested', () => {
    const form = formOf(content, { additional_fields: [question('qualText', 'visit', 'a')] })
    const columns = formColumns(form)
    const added = columns.filter(({ source }) => source === 'supplement')
    expect(added.map(isSortable)).toEqual([false])
    expect(added.map((column) => operatorsFor(column, new Set(ALL_OPERATORS)))).toEqual([[]])
    expect([...filterColumns(SYSTEM_COLUMNS, columns).keys()]).not.toContain(added[0]?.id)
    const wide = { ...form, questions: Array.from({ length: 60 }, (_, at) => questionAt(form, at)) }
    expect(initialColumns(wide, { columns: null, frozen: null, sort: null })).toHaveLength(60)
  })

  it('gives the same form for the same project', () => {
    const analysis = { additional_fields: [question('qualText', 'visit', 'a')] }
    expect(formOf(content, analysis)).toBe(formOf(content, analysis))
    expect(formOf(content, {})).toBe(formOf(content))
  })
})

function questionAt({ questions }: ReturnType<typeof formOf>, at: number) {
  const visit = questions.at(-1)
  if (!visit) throw new Error('No question')
  return { ...visit, path: at === 0 ? 'visit' : `visit_${at}` }
}
