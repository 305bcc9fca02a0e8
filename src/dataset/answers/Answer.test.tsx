import { render } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { type AnswerColumn, formColumns } from '#/dataset/model/columns.ts'
import { unknownColumns } from '#/dataset/model/version-columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { Answer } from './Answer.tsx'
import { DisplayProvider, useNewDisplay } from './display.ts'

const columns = formColumns(
  formOf(
    FormContent.parse({
      translations: ['English (en)', 'العربية (ar)'],
      survey: [
        { type: 'select_one', name: 'water', $xpath: 'water', select_from_list_name: 'sources' },
        { type: 'select_multiple', name: 'needs', $xpath: 'needs', select_from_list_name: 'sources' },
        { type: 'integer', name: 'people', $xpath: 'people' },
        { type: 'date', name: 'visit', $xpath: 'visit' },
        { type: 'time', name: 'hour', $xpath: 'hour' },
        { type: 'geopoint', name: 'place', $xpath: 'place' },
        { type: 'geotrace', name: 'path', $xpath: 'path' },
        { type: 'image', name: 'photo', $xpath: 'photo' },
        { type: 'text', name: 'remarks', $xpath: 'remarks' },
        { type: 'begin_repeat', name: 'member', $xpath: 'member' },
        { type: 'text', name: 'm_name', $xpath: 'member/m_name' },
        { type: 'end_repeat' },
      ],
      choices: [
        { list_name: 'sources', name: 'tap', label: ['Tap', 'حنفية'] },
        { list_name: 'sources', name: 'rain', label: ['Rain', 'مطر'] },
      ],
    }),
  ),
)

const find = (id: string) => columns.find((column) => column.id === id) as AnswerColumn

interface ShownProps {
  column: AnswerColumn
  answer: unknown
  language?: number | null
  isFull?: boolean
}

function Shown({ column, answer, language = 0, isFull = false }: ShownProps) {
  return (
    <DisplayProvider value={useNewDisplay(language)}>
      <Answer column={column} entry={{ [column.id]: answer }} isFull={isFull} />
    </DisplayProvider>
  )
}

const shown = (id: string, answer: unknown, options: Omit<ShownProps, 'column' | 'answer'> = {}) =>
  render(<Shown column={find(id)} answer={answer} {...options} />).container

describe('Answer', () => {
  beforeAll(async () => {
    await startI18n()
    await i18n.loadNamespaces('submissions')
  })

  it('shows the label of a choice in the selected language, with the colour of its index', () => {
    expect(shown('water', 'rain', { language: 1 }).textContent).toBe('مطر')
    expect(shown('water', 'rain').querySelector('[data-hue]')?.getAttribute('data-hue')).toBe('1')
    expect(shown('water', 'rain', { language: null }).textContent).toBe('rain')
  })

  it('shows the value of a choice that the form does not list', () => {
    const { textContent, innerHTML } = shown('water', 'well')
    expect(textContent).toBe('well')
    expect(innerHTML).not.toContain('data-hue')
  })

  it('shows each of several choices', () => {
    const chips = [...shown('needs', 'rain tap other').querySelectorAll('bdi')]
    expect(chips.map(({ textContent }) => textContent)).toEqual(['Rain', 'Tap', 'other'])
  })

  it('counts the choices that do not fit in a cell, and shows all of them in full', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].join(' ')
    expect(shown('needs', many).textContent).toBe('abcd+2')
    expect(shown('needs', many, { isFull: true }).textContent).toBe('abcdef')
  })

  it('shows a number as it was sent', () => {
    expect(shown('people', '007').textContent).toBe('007')
    expect(shown('people', '12345.678901').textContent).toBe('12345.678901')
  })

  it('shows the same date in every time zone', () => {
    expect(shown('visit', '2026-01-01').textContent).toBe('1 Jan 2026')
  })

  it('shows times, points, lines and files in short form', () => {
    expect(shown('hour', '08:30:00.000+03:00').textContent).toBe('08:30')
    expect(shown('place', '3.1190 35.5973 512.0 4.7').textContent).toBe('3.1190, 35.5973')
    expect(shown('place', '3.1190 35.5973 512.0 4.7', { isFull: true }).textContent).toBe(
      '3.1190, 35.5973 ± 5 m Show on openstreetmap.org',
    )
    expect(shown('path', '1 2 0 0;3 4 0 0').textContent).toBe('2 points')
    expect(shown('photo', 'well.jpg').textContent).toBe('well.jpg')
  })

  it('counts the entries of a repeat group', () => {
    expect(shown('member', [{ 'member/m_name': 'A' }, {}, {}]).textContent).toBe('3 entries')
  })

  it('shortens a long text in a cell, and shows all of it in full', () => {
    const essay = 'word '.repeat(200)
    expect(shown('remarks', essay).textContent?.length).toBeLessThan(300)
    expect(shown('remarks', essay, { isFull: true }).textContent).toBe(essay)
  })

  it('has a text for no answer', () => {
    expect(shown('people', undefined).textContent).toBe('blank')
    expect(shown('member', undefined).textContent).toBe('blank')
    expect(shown('remarks', '', { isFull: true }).textContent).toBe('No answer')
  })

  it('shows an answer of an older form version as it was sent', () => {
    const [old] = unknownColumns(columns, [Submission.parse({ _id: 1, _uuid: 'u', 'hh/old_code': 'X-7' })])
    if (!old) throw new Error('No column')
    expect(render(<Shown column={old} answer="X-7" />).container.textContent).toBe('X-7')
  })
})
