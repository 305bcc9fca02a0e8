import { render, renderHook } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { type AnswerColumn, formColumns } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { Answer } from './Answer.tsx'
import { ColumnLabel } from './ColumnLabel.tsx'
import { clipboardText, displayText } from './answer-text.ts'
import { DisplayProvider, useNewDisplay } from './display.ts'

const choices = [
  { uuid: 'c1', labels: { _default: 'Glad', 'Français (fr)': 'Content' } },
  { uuid: 'c2', labels: { _default: 'Angry' } },
]
const text = (type: string, language: string) => ({
  type,
  language,
  source: 'voice',
  name: `voice/${type}_${language}`,
})
const question = (type: string, name: string, source = 'voice') => ({
  type,
  source,
  name: `${source}/${name}`,
  label: name,
  choices,
})
const columns = formColumns(
  formOf(
    FormContent.parse({
      translations: ['English (en)', 'Français (fr)'],
      survey: [{ type: 'audio', name: 'voice', $xpath: 'voice', label: ['Voice note', 'Message'] }],
    }),
    {
      additional_fields: [
        text('transcript', 'fr'),
        text('translation', 'xx'),
        question('qualText', 'Summary'),
        question('qualSelectOne', 'Mood'),
        question('qualSelectMultiple', 'Topics'),
        question('qualTags', 'Tags'),
        question('qualText', 'Reason', '_validation_status'),
        question('qualText', 'Why', 'no/such'),
      ],
    },
  ),
)
const row = Submission.parse({
  _id: 1,
  _uuid: 'u',
  _supplementalDetails: {
    voice: {
      transcript: { value: 'Bonjour\nà tous', languageCode: 'fr' },
      translation: { xx: { value: '', languageCode: 'xx', pendingReview: true } },
      qual: {
        Summary: { value: 'A greeting', verified: true, source: 'generated with AI' },
        Mood: { value: { uuid: 'c1', labels: {} }, verified: false, source: 'generated with AI' },
        Topics: { value: [{ uuid: 'c2' }, { uuid: 'c9' }], verified: false, source: 'manual' },
        Tags: { value: ['by phone', 'to check'] },
      },
    },
  },
})

const find = (name: string) => columns.find(({ id }) => id.endsWith(name)) as AnswerColumn

interface ShownProps {
  name: string
  language?: number | null
  isFull?: boolean
}

function Shown({ name, language = 0, isFull = false }: ShownProps) {
  return (
    <DisplayProvider value={useNewDisplay(language)}>
      <Answer column={find(name)} entry={row} isFull={isFull} />
    </DisplayProvider>
  )
}

const shown = (name: string, more: Omit<ShownProps, 'name'> = {}) =>
  render(<Shown name={name} {...more} />).container.textContent

function Label({ name, language }: { name: string; language: number | null }) {
  return (
    <DisplayProvider value={useNewDisplay(language)}>
      <ColumnLabel column={find(name)} />
    </DisplayProvider>
  )
}
const labelOf = (name: string, language: number | null = 0) =>
  render(<Label name={name} language={language} />).container.textContent

/** The texts of a cell: for the search, and copied. */
function textsOf(name: string) {
  const display = renderHook(() => useNewDisplay(0)).result.current
  return [displayText(find(name), row, display), clipboardText(find(name), row, display)]
}

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
})

describe('a column of what was added to answers', () => {
  it.each([
    ['transcript_fr', 'Transcript (French) · Voice note'],
    ['translation_xx', 'Translation (xx) · Voice note'],
    ['Summary', 'Summary · Voice note'],
    ['Reason', 'Reason · Validation'],
    ['Why', 'Why · no/such'],
  ])('has the names of its question and of itself: %s', (name, label) => {
    expect(labelOf(name)).toBe(label)
  })

  it('has the label of its question in the selected language', () => {
    expect(labelOf('Summary', 1)).toBe('Summary · Message')
    expect(labelOf('Summary', null)).toBe('Summary · voice')
  })

  it('shows choices by their labels, also in place of XML names, as their values are mere ids', () => {
    expect([0, 1, null].map((language) => shown('Mood', { language }))).toEqual(['Glad', 'Content', 'Glad'])
    expect(shown('Topics')).toBe('Angryc9')
  })

  it('shows tags one by one', () => {
    expect(shown('Tags')).toBe('by phoneto check')
  })

  it('says that a text waits for review', () => {
    expect(shown('translation_xx')).toBe('Waiting for review in KoboToolbox')
  })

  it('says in full who made it and whether it was verified', () => {
    expect(shown('Summary', { isFull: true })).toBe('A greetingGenerated automaticallyVerified')
    expect(shown('Mood', { isFull: true })).toBe('GladGenerated automaticallyNot verified')
    expect(shown('Topics', { isFull: true })).toBe('Angryc9')
    expect(shown('Summary')).toBe('A greeting')
  })

  it('is blank without a value', () => {
    expect([shown('Why'), shown('Why', { isFull: true })]).toEqual(['blank', 'No answer'])
  })

  it.each([
    ['transcript_fr', 'Bonjour\nà tous'],
    ['Mood', 'Glad'],
    ['Topics', 'Angry, c9'],
    ['Tags', 'by phone, to check'],
    ['Why', ''],
  ])('is found and copied as text: %s', (name, value) => {
    expect(textsOf(name)).toEqual([value, value])
  })
})
