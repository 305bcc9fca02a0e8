// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { formColumns } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { cellsOf } from './export-cells.ts'
import { planSheet } from './export-plan.ts'

const field = (type: string, name: string, more = {}) => ({
  type,
  source: 'talk/voice',
  name: `talk/voice/${name}`,
  ...more,
})
const choices = [
  { uuid: 'c1', labels: { _default: 'Glad', 'Français (fr)': 'Content' } },
  { uuid: 'c2', labels: { _default: 'Angry' } },
]
const columns = formColumns(
  formOf(
    FormContent.parse({
      translations: ['English (en)', 'Français (fr)'],
      survey: [
        { type: 'begin_group', name: 'talk', $xpath: 'talk', label: ['Talk', 'Entretien'] },
        { type: 'audio', name: 'voice', $xpath: 'talk/voice', label: ['Voice note', 'Message'] },
        { type: 'end_group' },
      ],
    }),
    {
      additional_fields: [
        field('transcript', 'transcript_fr', { language: 'fr' }),
        field('qualInteger', 'u1', { label: 'Speakers' }),
        field('qualSelectMultiple', 'u2', { label: 'Moods', choices }),
        field('qualTags', 'u3', { label: 'Tags' }),
      ],
    },
  ),
)
const row = Submission.parse({
  _id: 1,
  _uuid: 'u',
  'talk/voice': 'voice.wav',
  _supplementalDetails: {
    'talk/voice': {
      transcript: { value: 'Bonjour', languageCode: 'fr' },
      qual: {
        u1: { value: 2, verified: true, source: 'manual' },
        u2: { value: [{ uuid: 'c1' }, { uuid: 'c2' }], verified: false, source: 'manual' },
        u3: { value: ['by phone', 'to check'], verified: false, source: 'manual' },
      },
    },
  },
})

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces(['exporting', 'submissions'])
})

/** Headers with the cells of the row. */
function exported(options: { language: number | null; groupNames?: boolean; choiceColumns?: boolean }) {
  const locale = {
    t: i18n.getFixedT('en', ['exporting', 'submissions']),
    timeZone: 'UTC',
    display: { t: i18n.getFixedT('en', 'submissions'), locale: 'en' },
  }
  const all = { format: 'csv', groupNames: false, choiceColumns: false, metadata: false, ...options } as const
  const sheet = planSheet(columns, all, locale, 'Submissions')
  const cells = cellsOf(row, sheet.columns)
  return sheet.columns.map(({ header }, at) => [header, cells[at]])
}

it('exports what was added to answers beside its question, with whether it was verified', () => {
  expect(exported({ language: 1 })).toEqual([
    ['Message', 'voice.wav'],
    ['Transcript (French) · Message', 'Bonjour'],
    ['Speakers · Message', { number: '2' }],
    ['Speakers · Message: verified', 'Yes'],
    ['Moods · Message', 'Content, Angry'],
    ['Moods · Message: verified', 'No'],
    ['Tags · Message', 'by phone, to check'],
    ['Tags · Message: verified', 'No'],
  ])
})

it('exports it under the names of the server where names are wanted, choices by their labels', () => {
  expect(exported({ language: null, choiceColumns: true })).toEqual([
    ['talk/voice', 'voice.wav'],
    ['talk/voice/transcript_fr', 'Bonjour'],
    ['talk/voice/u1', { number: '2' }],
    ['talk/voice/u1/verified', 'True'],
    ['talk/voice/u2', 'Glad, Angry'],
    ['talk/voice/u2/Glad', { number: '1' }],
    ['talk/voice/u2/Angry', { number: '1' }],
    ['talk/voice/u2/verified', 'False'],
    ['talk/voice/u3', 'by phone, to check'],
    ['talk/voice/u3/verified', 'False'],
  ])
})

it('names the groups of its question where that is wanted', () => {
  expect(exported({ language: 0, groupNames: true })[1]).toEqual(['Talk › Transcript (French) · Voice note', 'Bonjour'])
})
