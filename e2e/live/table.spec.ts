import type { Page } from '@playwright/test'
import { writeFilter } from '#/dataset/query/filter-params.ts'
import { grid, rowCheckbox } from '../submissions-page.ts'
import { expectSoon } from './evidence.ts'
import { type FilterCase, sentCases, sizeCases, wordCases } from './filter-cases.ts'
import { expect, submissionsOf, test } from './fixtures.ts'
import { makeWithRows, type RawRow, readRows, sendAnonymously, setStatus } from './rows.ts'
import { manyRows } from './table-rows.ts'

const COUNT = 65
test.use({ viewport: { width: 2400, height: 1600 } }) // thirty rows and all columns are drawn

/** The texts of a column as the page shows them, from the first row to the last; none while the table is loading. */
const shown = (page: Page, column: number): Promise<string[]> =>
  page
    .locator(`[role=grid][aria-busy=false] [role=gridcell][aria-colindex="${column}"]`)
    .filter({ hasNotText: 'Loading' })
    .allTextContents()
const TITLE = 3

const names = (rows: readonly RawRow[]) => rows.map((row) => String(row['name']))
const newestFirst = (rows: readonly RawRow[]) => rows.toSorted((a, b) => b._id - a._id)

/** Compares the titles on the page with rows. */
const expectTitles = (page: Page, name: string, rows: readonly RawRow[]) =>
  expectSoon(name, () => shown(page, TITLE), names(rows))

/** How the page says how many of all rows it shows. */
function countText(count: number, total: number): string {
  if (count === total) return `${total} submissions`
  return count === 1 ? `1 of ${total} submissions matches` : `${count} of ${total} submissions match`
}

/** Opens the table with a filter, and compares how many it finds, and which, with counting all rows. */
async function tryFilter(page: Page, address: string, rows: readonly RawRow[], { name, filter, fits }: FilterCase) {
  const fitting = newestFirst(rows.filter(fits))
  await page.goto(`./#${address}?${new URLSearchParams({ size: '30', filter: writeFilter(filter) })}`)
  const count = page.getByRole('status').filter({ hasText: /^([\d,]+ of )?[\d,]+ submissions?( match(es)?)?$/ })
  const alerts = page.getByRole('main').getByRole('alert')
  await expectSoon(
    name,
    async () => ({
      count: await count.allTextContents(),
      titles: await shown(page, TITLE),
      faults: await alerts.allTextContents(),
    }),
    { count: [countText(fitting.length, rows.length)], titles: names(fitting.slice(0, 30)), faults: [] },
  )
}

test('Pages go through all rows; sorting puts them in order', async ({ page, lab, openApp }) => {
  const { project, rows } = await makeWithRows(lab, 'table', manyRows(COUNT))
  expect(rows).toHaveLength(COUNT)
  const address = submissionsOf(project)
  await openApp(`${address}?size=30`)
  const inOrder = newestFirst(rows)
  for (const [from, to] of [
    [1, 30],
    [31, 60],
    [61, 65],
  ] as const) {
    await expect(page.getByText(`Rows ${from}–${to} of ${COUNT}`)).toBeVisible()
    await expectTitles(page, `rows ${from} to ${to}`, inOrder.slice(from - 1, to))
    if (to < COUNT) await page.getByRole('button', { name: 'Next page' }).click()
  }

  await page.goto(`./#${address}?size=30`)
  const head = (name: RegExp) => grid(page).getByRole('columnheader', { name })
  await head(/^Name/).getByRole('button', { name: /^Name/ }).click()
  await expect(head(/^Name/)).toHaveAttribute('aria-sort', 'ascending')
  // Names are all different.
  const { compare } = new Intl.Collator('en-GB', { numeric: true })
  const byName = rows.toSorted((a, b) => compare(String(a['name']), String(b['name'])))
  await expectTitles(page, 'sorted by name', byName.slice(0, 30))
  await head(/^Name/).getByRole('button', { name: /^Name/ }).click()
  await expect(head(/^Name/)).toHaveAttribute('aria-sort', 'descending')
  await expectTitles(page, 'sorted by name, downwards', byName.toReversed().slice(0, 30))

  // Numbers are texts on the server; the app sorts them by value.
  await page.goto(`./#${address}?size=30&sort=-age`)
  const column = Number(await head(/^Age number/).getAttribute('aria-colindex'))
  const ages = rows.map((row) => Number(row['age'] ?? NaN)).filter((age) => !Number.isNaN(age))
  const truly = ages.toSorted((a, b) => b - a).map(String)
  await expectSoon('sorted by value, downwards', () => shown(page, column), truly.slice(0, 30))
})

test('Filters of every kind find the rows that they describe', async ({ page, lab, openApp }) => {
  const { project, rows: unmarked } = await makeWithRows(lab, 'filters', manyRows(COUNT - 1))
  await sendAnonymously(lab, project, { name: 'Nobody', colour: 'green' })
  const every = (offset: number) => unmarked.filter((_row, at) => at % 5 === offset)
  await setStatus(lab, project, every(0), 'validation_status_approved')
  await setStatus(lab, project, every(1), 'validation_status_not_approved')
  await setStatus(lab, project, every(2), 'validation_status_on_hold')
  const rows = await readRows(lab, project)
  const address = submissionsOf(project)
  await openApp(address)
  await expect(rowCheckbox(page, 1)).toBeVisible()

  await test.step('built by hand', async () => {
    const editor = page.getByRole('dialog', { name: 'Filter the submissions' })
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await editor.getByRole('option', { name: 'Validation' }).click()
    await editor.getByRole('checkbox', { name: 'Approved', exact: true }).check()
    await editor.getByRole('button', { name: 'Add a condition', exact: true }).click()
    await editor.getByRole('combobox', { name: 'Question' }).last().fill('Colour')
    await editor.getByRole('option', { name: 'Colour', exact: true }).click()
    await editor.getByRole('checkbox', { name: 'RED', exact: true }).check()
    const approved = unmarked.filter((row, at) => at % 5 === 0 && row['colour'] === 'red').length
    await editor.getByRole('button', { name: `Show ${approved} submissions` }).click()
    await expect(page.getByText(`${approved} of ${COUNT} submissions match`)).toBeVisible()
  })

  for (const filterCase of [...wordCases, ...sentCases(rows, lab.me.username)]) {
    await test.step(filterCase.name, () => tryFilter(page, address, rows, filterCase))
  }
})

test('Filters by size and by the reader’s days find the rows that they describe', async ({ page, lab, openApp }) => {
  const { project, rows } = await makeWithRows(lab, 'sizes', manyRows(45))
  await openApp(submissionsOf(project))
  await expect(rowCheckbox(page, 1)).toBeVisible()
  for (const filterCase of sizeCases) {
    await test.step(filterCase.name, () => tryFilter(page, submissionsOf(project), rows, filterCase))
  }
})
