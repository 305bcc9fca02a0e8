import { renderHook } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { type Display, useNewDisplay } from '#/dataset/answers/display.ts'
import { formColumns, STATUS, type DataColumn } from '#/dataset/model/columns.ts'
import { toSparseRows } from '#/dataset/rows/sparse-rows.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { setLoadedFields } from '#/lib/loaded-fields.ts'
import { type FindScope, findMatches, firstMatchFrom, matchIndexOf, matchAt, type Matches } from './find-matches.ts'
import { toHighlights } from './find-store.ts'
import { stepTo } from './use-find-steps.ts'

const answers = formColumns(
  formOf(
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
  ),
)
const columns: DataColumn[] = [STATUS, ...answers]
const [title] = answers

const row = (_id: number, answer: Record<string, string>) =>
  Submission.parse({ _id, _uuid: String(_id), _attachments: [], _validation_status: {}, ...answer })

let display: Display
beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
  display = renderHook(() => useNewDisplay(0)).result.current
})

const scopeOf = (rows: Submission[], over: Partial<FindScope> = {}): FindScope => ({
  rows,
  rowIndexOf: toSparseRows(rows, null).indexAt,
  columns,
  title,
  display,
  locale: 'en-GB',
  ...over,
})

async function find(text: string, scope: FindScope): Promise<Matches> {
  let last: Matches | undefined
  for await (const matches of findMatches(text, scope, new AbortController().signal)) last = matches
  if (!last) throw new Error('No matches were yielded')
  return last
}

const cellsOf = (matches: Matches) =>
  Array.from({ length: matches.count }, (_, index) => {
    const match = matchAt(matches, index)
    return `${match?.id} ${match?.column.id}`
  })

const rows = [
  row(9, { code: 'TN-04', water: 'tap', village: 'Kalokol' }),
  row(8, { water: 'rain', village: 'Éliye Springs' }),
  row(7, { code: 'TN-05', water: 'tap', village: 'Tapach' }),
]

describe('findMatches', () => {
  it('searches what the table shows: labels, statuses, and the titles of rows without one', async () => {
    expect(cellsOf(await find('tap', scopeOf(rows)))).toEqual(['9 water', '7 water', '7 village'])
    expect(cellsOf(await find('submission 8', scopeOf(rows)))).toEqual(['8 code'])
    expect((await find('none', scopeOf(rows))).count).toBe(3)
    expect((await find('rain', scopeOf(rows, { display: { ...display, language: 1 } }))).count).toBe(0)
  })

  it('ignores case, accents and vowel points', async () => {
    expect(cellsOf(await find(' ELIYE ', scopeOf(rows)))).toEqual(['8 village'])
    expect(cellsOf(await find('مطر', scopeOf(rows, { display: { ...display, language: 1 } })))).toEqual(['8 water'])
  })

  it('counts columns that are not loaded, without searching them', async () => {
    const partial = row(5, { code: 'TN-06' })
    setLoadedFields(partial, new Set(['code', STATUS.id]))
    const matches = await find('TN', scopeOf([...rows, partial]))
    expect(matches).toMatchObject({ count: 3, notLoaded: 2, isDone: true })
  })

  it('has no matches for a blank text', async () => {
    expect(await find('  ', scopeOf(rows))).toMatchObject({ count: 0, rows: [] })
  })

  it('gives the indexes among all rows if only some are loaded', async () => {
    const positions = {
      count: 1000,
      ranges: [
        { start: 0, length: 1 },
        { start: 500, length: 2 },
      ],
    }
    const matches = await find('TN', scopeOf(rows, { rowIndexOf: toSparseRows(rows, positions).indexAt }))
    expect([matchAt(matches, 0)?.rowIndex, matchAt(matches, 1)?.rowIndex, matchAt(matches, 2)]).toEqual([0, 501, null])
  })

  it('searches in chunks, and stops when it is aborted', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => row(5000 - at, { code: `TN-${at}`, village: 'Kalokol' }))
    const abort = new AbortController()
    const slow = scopeOf(many, {
      columns: Array.from({ length: 60 }, (_, at) => ({
        ...(answers[2] as DataColumn),
        id: at ? 'village' : 'code',
      })),
    })
    const updates: Matches[] = []
    const pauses: number[] = []
    let last = performance.now()
    const interval = setInterval(() => {
      pauses.push(performance.now() - last)
      last = performance.now()
    })
    for await (const matches of findMatches('kalo', slow, abort.signal)) {
      updates.push(matches)
      abort.abort()
    }
    clearInterval(interval)
    expect(updates).toHaveLength(1)
    expect(updates[0]?.isDone).toBe(false)
    expect(updates[0]?.count).toBeLessThan(59_000)
    expect(pauses.length).toBeGreaterThan(0)
  })
})

describe('going from match to match', () => {
  let matches: Matches
  const at = (rowIndex: number, columnIndex: number) => ({ rowIndex, columnIndex })
  beforeAll(async () => {
    matches = await find('tap', scopeOf(rows)) // row 0 column 2, row 2 columns 2 and 3
  })

  it('gives the index of the match in a cell', () => {
    expect(
      [at(0, 2), at(2, 2), at(2, 3), at(0, 1), at(1, 2), at(9, 9)].map((cell) => matchIndexOf(matches, cell)),
    ).toEqual([0, 1, 2, -1, -1, -1])
    expect([at(0, 0), at(0, 3), at(2, 3), at(2, 4)].map((cell) => firstMatchFrom(matches, cell))).toEqual([0, 1, 2, 3])
  })

  it('goes forward, back, and around the ends', () => {
    expect(stepTo(matches, null, 'here')).toBe(0)
    expect(stepTo(matches, at(0, 2), 'here')).toBe(0)
    expect(stepTo(matches, at(0, 2), 'next')).toBe(1)
    expect(stepTo(matches, at(1, 0), 'next')).toBe(1)
    expect(stepTo(matches, at(2, 3), 'next')).toBe(0)
    expect(stepTo(matches, at(1, 0), 'previous')).toBe(0)
    expect(stepTo(matches, at(0, 2), 'previous')).toBe(2)
  })

  it('does not go around an end that is not known yet', () => {
    const incomplete = { ...matches, isDone: false }
    expect(stepTo(incomplete, at(2, 3), 'next')).toBeNull()
    expect(stepTo(incomplete, at(0, 2), 'previous')).toBeNull()
    expect(stepTo(incomplete, at(0, 2), 'next')).toBe(1)
  })

  it('highlights cells by row and column', () => {
    const highlights = toHighlights(matches)
    expect([highlights?.get(9), highlights?.get(8), highlights?.get(7)]).toEqual([
      new Set(['water']),
      undefined,
      new Set(['water', 'village']),
    ])
  })
})
