import { expect, it, test } from 'vitest'
import { checkForm } from './check-form.ts'
import type { Finding } from './finding.ts'

type Rows = readonly (readonly string[])[]

const SURVEY_HEADINGS = ['type', 'name', 'label']
const YES_NO: Rows = [
  ['list_name', 'name', 'label'],
  ['yn', 'y', 'Yes'],
  ['yn', 'n', 'No'],
]

/** The findings of a form, as `code@sheet:row:column`. */
const findingsOf = (sheets: Record<string, Rows>) =>
  checkForm(Object.entries(sheets).map(([name, rows]) => ({ name, rows })))
const places = (findings: Finding[]) =>
  findings.map(({ code, severity, sheet, row, column }) => `${severity} ${code} ${sheet}:${row ?? ''}:${column ?? ''}`)
const survey = (...rows: Rows) => ({ survey: [SURVEY_HEADINGS, ...rows] })

it('A sound form has no findings', () => {
  const sheets = { ...survey(['select_one yn', 'ok', 'Okay?'], ['text', 'why', 'Why ${ok}?']), choices: YES_NO }
  expect(findingsOf(sheets)).toEqual([])
})

// What KPI answered to each is in the recording of this number.
test.each<[recording: string, sheets: Record<string, Rows>, expected: string[]]>([
  [
    '0220-a',
    {
      survey: [
        ['type', 'label'],
        ['text', 'Your name'],
      ],
    },
    [],
  ],
  ['0220-b', survey(['texxt', 'q1', 'Your name']), ['import unknownType survey:2:0']],
  [
    '0220-c',
    { ...survey(['select_one nowhere', 'q1', 'Pick']), choices: YES_NO },
    ['deployment unknownList survey:2:0', 'warning listNotUsed choices:2:0'],
  ],
  ['0220-e', survey(['text', '1 q!', 'A']), ['import invalidName survey:2:1']],
  ['0220-g', { Feuille1: [SURVEY_HEADINGS, ['text', 'q1', 'A']] }, []],
  ['0220-h', { survey: [SURVEY_HEADINGS] }, []],
  [
    '0220-j',
    {
      survey: [
        [...SURVEY_HEADINGS, 'relevant'],
        ['text', 'q1', 'A', ''],
        ['text', 'q2', 'B', '${nope} = 1'],
      ],
    },
    ['deployment unknownReference survey:3:3'],
  ],
  ['2437', survey(['select_one nope', 'a', 'A']), ['deployment noChoicesSheet survey:2:0']],
  [
    '2441',
    { ...survey(['select_one yn', 'a', 'A']), choices: [...YES_NO, ['yn', 'y', 'Again']] },
    ['deployment duplicateChoice choices:4:1'],
  ],
  ['2460', survey(['text', 'my name', 'A']), ['import invalidName survey:2:1']],
  ['2462', survey(['text', 'a', 'A'], ['text', 'a', 'B']), ['import duplicateName survey:3:1']],
  [
    '2463',
    survey(
      ['begin_group', 'g1', 'G'],
      ['text', 'a', 'A'],
      ['end_group', 'g1', ''],
      ['begin_group', 'g2', 'G'],
      ['text', 'a', 'B'],
      ['end_group', '', ''],
    ),
    ['import duplicateName survey:6:1'],
  ],
  ['2464', survey(['text', 'a', 'A'], ['text', 'A', 'B']), ['deployment nameDiffersInCase survey:3:1']],
  ['2465', survey(['text', 'اسم', 'A']), ['deployment nameNotInXPath survey:2:1']],
  [
    '2466',
    {
      survey: [
        [...SURVEY_HEADINGS, 'label'],
        ['text', 'a', 'A', 'B'],
      ],
    },
    ['import duplicateHeading survey:1:3'],
  ],
  [
    '2467',
    {
      survey: [
        ['type', 'name', 'label::English (en)'],
        ['text', 'a', 'A'],
      ],
      settings: [['default_language'], ['Klingon']],
    },
    ['import unknownDefaultLanguage settings:2:0'],
  ],
  ['2468', survey(['text', 'a', 'A'], ['end_group', '', '']), ['import endWithoutBegin survey:3:0']],
  ['2469', survey(['', 'a', 'A']), ['import typeMissing survey:2:0']],
])('It foresees what the server answered [%s]', (_recording, sheets, expected) => {
  expect(places(findingsOf(sheets))).toEqual(expected)
})

it('Groups that are not closed, or closed by another kind, are found where they begin and end', () => {
  expect(places(findingsOf(survey(['begin_group', 'g', 'G'], ['text', 'a', 'A'])))).toEqual([
    'deployment groupNotClosed survey:2:0',
  ])
  expect(places(findingsOf(survey(['begin_repeat', 'r', 'R'], ['end_group', '', ''])))).toEqual([
    'deployment wrongEnd survey:3:0',
  ])
})

it('A likely name is proposed for a mistyped one', () => {
  const [finding] = findingsOf(survey(['integer', 'hh_size', 'Size'], ['note', 'n', 'There are ${hh_sise}']))
  expect(finding).toMatchObject({ code: 'unknownReference', values: { name: 'hh_sise', likely: 'hh_size' } })
})

it('Texts that are missing in one language are one finding for the column, with their number', () => {
  const rows: Rows = [
    ['type', 'name', 'label::English (en)', 'label::Swahili (sw)'],
    ['text', 'a', 'A', 'A'],
    ['text', 'b', 'B', ''],
    ['text', 'c', 'C', ''],
  ]
  expect(findingsOf({ survey: rows })).toEqual([
    {
      code: 'translationsMissing',
      severity: 'warning',
      sheet: 'survey',
      row: 3,
      rows: [3, 4],
      column: 3,
      values: { count: 2, language: 'Swahili (sw)', heading: 'label::Swahili (sw)', first: 3 },
    },
  ])
})

it('Sheets that have no rows, no headings or other names break nothing', () => {
  expect(findingsOf({ survey: [] })).toEqual([])
  expect(places(findingsOf({ Survey: [SURVEY_HEADINGS], notes: [] }))).toEqual(['import noSurveySheet Survey::'])
  expect(places(findingsOf({ survey: [SURVEY_HEADINGS], Survey: [[]] }))).toEqual([
    'deployment sheetNameInCapitals Survey::',
  ])
})
