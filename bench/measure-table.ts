import type { Browser } from '@playwright/test'
import { type Conditions, freshPage, heapOf, type signIn } from './browser.ts'
import { longestTask, nodeCount, openTable, scrollSideways, selectRow, settle } from './in-page.ts'
import { largeProject } from './kpi.ts'
import { percentile, type Result } from './results.ts'

type State = Awaited<ReturnType<typeof signIn>>

export interface TableCase {
  questions: number
  submissions: number
  /** Rows on a page. */
  rows: number
  /** What the view's address says besides. */
  view?: string
  /** In the table of results. */
  name: string
  limits?: Partial<Record<TableMeasure, number>>
}

type TableMeasure =
  'visible' | 'first rows' | 'DOM nodes' | 'longest task' | 'select' | 'scroll' | 'frame' | 'next' | 'filter' | 'heap'

/**
 * Lists of submissions that a step may request at most: KPI writes a line into the project's history for each. The next
 * page and the filter follow a scroll to the last column, so a wide form needs further lists for its visible columns.
 */
const MAX_LISTS = { opening: 1, 'scrolling sideways': 6, 'next page': 3, filter: 3 }

const FRAMES = 61
const FILTER = JSON.stringify({
  join: 'and',
  parts: [{ field: 'part_1/q_1', test: { op: 'oneOf', values: ['yes'] } }],
})

/** Somebody opens the table of a project from its summary, and works in it. */
export async function measureTable(
  browser: Browser,
  state: State,
  address: string,
  { questions, submissions, rows, view = '', name, limits = {} }: TableCase,
  conditions: Conditions,
): Promise<Result[]> {
  const measured = await freshPage(browser, state, conditions)
  const { page, context } = measured
  const project = `#/projects/${largeProject(questions, submissions)}`
  const tableAt = (more: Record<string, string> = {}) =>
    `${project}/submissions?${new URLSearchParams({ size: String(rows), ...more }).toString()}${view}`

  const firstRows = page.waitForResponse((response) => response.url().includes('/data/?'))
  await page.goto(`${address}${project}`)
  await page.getByRole('region', { name: 'Details' }).waitFor()
  await settle(page)

  const results: Result[] = []
  const note = (measure: TableMeasure, label: string, value: number, unit: string) =>
    results.push({ name: `${name}${conditions.name}: ${label}`, value, unit, limit: limits[measure] ?? null })

  let lists = 0
  page.on('request', (request) => void (lists += request.url().includes('/data/?') ? 1 : 0))
  const noteLists = (step: keyof typeof MAX_LISTS) => {
    results.push({
      name: `${name}${conditions.name}: lists of submissions, ${step}`,
      value: lists,
      unit: '',
      limit: MAX_LISTS[step],
    })
    lists = 0
  }

  const opened = await openTable(page, tableAt())
  await settle(page)
  noteLists('opening')
  note('visible', 'visible after the click', opened.took, 'ms')
  note('first rows', 'first answer, uncompressed', (await (await firstRows).body()).length / 1000, 'kB')
  note('longest task', 'longest task of that', await longestTask(page, opened.start), 'ms')
  note('DOM nodes', 'DOM nodes', await nodeCount(page), '')

  const selected = await selectRow(page)
  await settle(page)
  note('select', 'one row selected', selected, 'ms')

  const frames = await scrollSideways(page, FRAMES)
  note(
    'scroll',
    `scrolled sideways in ${FRAMES} steps`,
    frames.reduce((sum, frame) => sum + frame, 0),
    'ms',
  )
  note('frame', 'frames of that, 95th percentile', percentile(frames, 0.95), 'ms')
  await settle(page)
  noteLists('scrolling sideways')
  note('heap', 'heap', await heapOf(measured), 'MB')

  if (submissions > rows) {
    note('next', 'next page', (await openTable(page, tableAt({ page: '2' }))).took, 'ms')
    await settle(page)
    noteLists('next page')
  }
  note('filter', 'filter', (await openTable(page, tableAt({ filter: FILTER }))).took, 'ms')
  await settle(page)
  noteLists('filter')
  await context.close()
  return results
}
