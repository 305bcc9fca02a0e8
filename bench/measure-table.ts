import type { Browser } from '@playwright/test'
import { type Conditions, freshPage, heapOf, type signIn } from './browser.ts'
import { type Figure, percentile } from './figures.ts'
import { longestTask, nodeCount, openTable, scrollSideways, settle, tickRow } from './in-page.ts'
import { largeProject } from './kpi.ts'

type State = Awaited<ReturnType<typeof signIn>>

export interface TableCase {
  questions: number
  submissions: number
  /** Rows on a page. */
  rows: number
  /** What the view's address says besides. */
  view?: string
  /** How it is called in the table. */
  name: string
  limits?: Partial<Record<TableFigure, number>>
}

type TableFigure =
  'visible' | 'first rows' | 'DOM nodes' | 'longest task' | 'tick' | 'scroll' | 'frame' | 'next' | 'filter' | 'heap'

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
): Promise<Figure[]> {
  const measured = await freshPage(browser, state, conditions)
  const { page, context } = measured
  const project = `#/projects/${largeProject(questions, submissions)}`
  const tableAt = (more: Record<string, string> = {}) =>
    `${project}/submissions?${new URLSearchParams({ size: String(rows), ...more }).toString()}${view}`

  const firstRows = page.waitForResponse((response) => response.url().includes('/data/?'))
  await page.goto(`${address}${project}`)
  await page.getByRole('region', { name: 'Details' }).waitFor()
  await settle(page)

  const figures: Figure[] = []
  const note = (figure: TableFigure, words: string, value: number, unit: string) =>
    figures.push({ name: `${name}${conditions.name}: ${words}`, value, unit, limit: limits[figure] ?? null })

  const opened = await openTable(page, tableAt())
  await settle(page)
  note('visible', 'visible after the click', opened.took, 'ms')
  note('first rows', 'first answer, uncompressed', (await (await firstRows).body()).length / 1000, 'kB')
  note('longest task', 'longest task of that', await longestTask(page, opened.start), 'ms')
  note('DOM nodes', 'DOM nodes', await nodeCount(page), '')

  const ticks = [await tickRow(page)]
  await settle(page)
  note('tick', 'one row ticked', ticks[0] ?? Number.NaN, 'ms')

  const frames = await scrollSideways(page, FRAMES)
  note(
    'scroll',
    `scrolled sideways in ${FRAMES} steps`,
    frames.reduce((sum, frame) => sum + frame, 0),
    'ms',
  )
  note('frame', 'frames of that, 95th percentile', percentile(frames, 0.95), 'ms')
  await settle(page)
  note('heap', 'heap', await heapOf(measured), 'MB')

  if (submissions > rows) {
    note('next', 'next page', (await openTable(page, tableAt({ page: '2' }))).took, 'ms')
    await settle(page)
  }
  note('filter', 'filter', (await openTable(page, tableAt({ filter: FILTER }))).took, 'ms')
  await context.close()
  return figures
}
