import { renderHook } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { setLoadedFields } from '#/api/kpi/submissions/loaded-fields.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { type Display, useNewDisplay } from '#/dataset/answers/display.ts'
import { formColumns, STATUS, type SubmissionColumn } from '#/dataset/model/columns.ts'
import { placed } from '#/dataset/rows/sparse-rows.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { type FindScope, findText, firstFrom, indexOf, matchAt, type Matches } from './find-matches.ts'
import { toHighlights } from './find-store.ts'
import { stepTo } from './use-find-steps.ts'

const answers = formColumns(
  FormContent.parse({
    translations: ['English (en)', 'العربية (ar)'],
    survey: [
      { type: 'text', name: 'code', $xpath: 'code' },
      { type: 'select_one', name: 'water', $xpath: 'water', select_from_list_name: 'sources' },
      { type: 'text', name: 'village', $xpath: 'village' },
    ],
    choices: [
      { list_name: 'sources', name: 'tap', label: ['Tap', 'حنفية'] },
      { list_name: 'sources', name: 'rain', label: ['Rain', 'مَطَر'] },
    ],
  }),
)
const columns: SubmissionColumn[] = [STATUS, ...answers]
const [title] = answers

const row = (_id: number, answer: Record<string, string>) =>
  Submission.parse({ _id, _uuid: String(_id), _attachments: [], _validation_status: {}, ...answer })

let reading: Display
beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
  reading = renderHook(() => useNewDisplay(0)).result.current
})

const scopeOf = (rows: Submission[], over: Partial<FindScope> = {}): FindScope => ({
  rows,
  placeAt: placed(rows, null).placeAt,
  columns,
  title,
  reading,
  locale: 'en-GB',
  ...over,
})

async function find(text: string, scope: FindScope): Promise<Matches> {
  let last: Matches | undefined
  for await (const found of findText(text, scope, new AbortController().signal)) last = found
  if (!last) throw new Error('Nothing was said')
  return last
}

const cellsOf = (found: Matches) =>
  Array.from({ length: found.count }, (_, index) => {
    const match = matchAt(found, index)
    return `${match?.id} ${match?.column.id}`
  })

const rows = [
  row(9, { code: 'TN-04', water: 'tap', village: 'Kalokol' }),
  row(8, { water: 'rain', village: 'Éliye Springs' }),
  row(7, { code: 'TN-05', water: 'tap', village: 'Tapach' }),
]

describe('a text is found', () => {
  it('in what the table shows: labels, statuses, and the names of those without one', async () => {
    expect(cellsOf(await find('tap', scopeOf(rows)))).toEqual(['9 water', '7 water', '7 village'])
    expect(cellsOf(await find('submission 8', scopeOf(rows)))).toEqual(['8 code'])
    expect((await find('none', scopeOf(rows))).count).toBe(3)
    expect((await find('rain', scopeOf(rows, { reading: { ...reading, language: 1 } }))).count).toBe(0)
  })

  it('whatever its capitals, accents and vowel points', async () => {
    expect(cellsOf(await find(' ELIYE ', scopeOf(rows)))).toEqual(['8 village'])
    expect(cellsOf(await find('مطر', scopeOf(rows, { reading: { ...reading, language: 1 } })))).toEqual(['8 water'])
  })

  it('not where answers have not come, and those columns are counted', async () => {
    const part = row(5, { code: 'TN-06' })
    setLoadedFields(part, new Set(['code', STATUS.id]))
    const found = await find('TN', scopeOf([...rows, part]))
    expect(found).toMatchObject({ count: 3, coming: 2, isDone: true })
  })

  it('nowhere, where nothing is asked for', async () => {
    expect(await find('  ', scopeOf(rows))).toMatchObject({ count: 0, hits: [] })
  })

  it('at the places of the rows, where not all have come', async () => {
    const places = {
      count: 1000,
      runs: [
        { start: 0, length: 1 },
        { start: 500, length: 2 },
      ],
    }
    const found = await find('TN', scopeOf(rows, { placeAt: placed(rows, places).placeAt }))
    expect([matchAt(found, 0)?.place, matchAt(found, 1)?.place, matchAt(found, 2)]).toEqual([0, 501, null])
  })

  it('a part at a time, and given up for another text', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => row(5000 - at, { code: `TN-${at}`, village: 'Kalokol' }))
    const stop = new AbortController()
    const slow = scopeOf(many, {
      columns: Array.from({ length: 60 }, (_, at) => ({
        ...(answers[2] as SubmissionColumn),
        id: at ? 'village' : 'code',
      })),
    })
    const parts: Matches[] = []
    const pauses: number[] = []
    let last = performance.now()
    const tick = setInterval(() => {
      pauses.push(performance.now() - last)
      last = performance.now()
    })
    for await (const found of findText('kalo', slow, stop.signal)) {
      parts.push(found)
      stop.abort()
    }
    clearInterval(tick)
    expect(parts).toHaveLength(1)
    expect(parts[0]?.isDone).toBe(false)
    expect(parts[0]?.count).toBeLessThan(59_000)
    expect(pauses.length).toBeGreaterThan(0)
  })
})

describe('one goes from match to match', () => {
  let found: Matches
  const at = (place: number, column: number) => ({ place, column })
  beforeAll(async () => {
    found = await find('tap', scopeOf(rows)) // row 0 column 2, row 2 columns 2 and 3
  })

  it('knows which one a cell is', () => {
    expect([at(0, 2), at(2, 2), at(2, 3), at(0, 1), at(1, 2), at(9, 9)].map((cell) => indexOf(found, cell))).toEqual([
      0, 1, 2, -1, -1, -1,
    ])
    expect([at(0, 0), at(0, 3), at(2, 3), at(2, 4)].map((cell) => firstFrom(found, cell))).toEqual([0, 1, 2, 3])
  })

  it('on, back, and round the ends', () => {
    expect(stepTo(found, null, 'here')).toBe(0)
    expect(stepTo(found, at(0, 2), 'here')).toBe(0)
    expect(stepTo(found, at(0, 2), 'next')).toBe(1)
    expect(stepTo(found, at(1, 0), 'next')).toBe(1)
    expect(stepTo(found, at(2, 3), 'next')).toBe(0)
    expect(stepTo(found, at(1, 0), 'previous')).toBe(0)
    expect(stepTo(found, at(0, 2), 'previous')).toBe(2)
  })

  it('not round an end that is not known yet', () => {
    const soFar = { ...found, isDone: false }
    expect(stepTo(soFar, at(2, 3), 'next')).toBeNull()
    expect(stepTo(soFar, at(0, 2), 'previous')).toBeNull()
    expect(stepTo(soFar, at(0, 2), 'next')).toBe(1)
  })

  it('among the marked cells, told by row and column', () => {
    const marks = toHighlights(found)
    expect([marks?.get(9), marks?.get(8), marks?.get(7)]).toEqual([
      new Set(['water']),
      undefined,
      new Set(['water', 'village']),
    ])
  })
})
