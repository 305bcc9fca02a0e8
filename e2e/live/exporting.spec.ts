import { read, utils } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { grid } from '../submissions-page.ts'
import { expectSame } from './evidence.ts'
import { expect, submissionsOf, test } from './fixtures.ts'
import { makeWithRows, type RawRow, readRows, setStatus, statusOf } from './rows.ts'
import { manyRows } from './table-rows.ts'

const COUNT = 24
/** Questions of the form, by the names under which the server keeps their answers. */
const KEYS = ['name', 'age', 'weight', 'colour', 'likes', 'day', 'moment', 'household/head', 'double']
const LABELS: Record<string, string> = { red: 'RED', green: 'GREEN', blue: 'BLUE' }
const STATUS: Record<string, string> = {
  validation_status_approved: 'Approved',
  validation_status_on_hold: 'On hold',
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export submissions' })

async function exported(page: Page, format: 'CSV' | 'XLSX', labels: 'xml' | '0', button: RegExp) {
  await page.getByRole('button', { name: 'Export…' }).click()
  await dialog(page).getByRole('radio', { name: format }).check()
  await dialog(page).getByRole('combobox', { name: 'Columns', exact: true }).selectOption('all')
  await dialog(page).getByRole('combobox', { name: 'Labels' }).selectOption(labels)
  await dialog(page)
    .getByRole('checkbox', { name: /^Include submission ID, UUID/ })
    .check()
  const download = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: button }).click()
  const bytes = await readFile(await (await download).path())
  await dialog(page).getByRole('button', { name: 'Close', exact: true }).click()
  return bytes
}

type Cell = string | number | null
/** Lines of a sheet as objects, by the heads of their columns. */
const linesOf = (sheet: Parameters<typeof utils.sheet_to_json>[0] | undefined) =>
  sheet ? utils.sheet_to_json<Record<string, Cell>>(sheet, { defval: null }) : []

/** A day or a moment as spreadsheets count: days since the end of 1899, as the clocks of Nairobi show it. */
const serial = (instant: number) => Math.round((instant / 86_400_000 + 25_569) * 1e5) / 1e5
const nairobi = (text: string) => serial(Date.parse(text) + 3 * 3_600_000)
const given = <Value>(value: unknown, change: (text: string) => Value) =>
  typeof value === 'string' ? change(value) : null

test('The files have what the server has: CSV by XML values, XLSX by labels with the entries of repeat groups', async ({
  page,
  lab,
  openApp,
}) => {
  const { project, rows: unmarked } = await makeWithRows(lab, 'exports', manyRows(COUNT))
  await setStatus(lab, project, unmarked.slice(0, 3), 'validation_status_approved')
  await setStatus(lab, project, unmarked.slice(3, 5), 'validation_status_on_hold')
  const newestFirst = (await readRows(lab, project)).toReversed()
  await openApp(submissionsOf(project))
  await expect(grid(page)).toBeVisible()

  await test.step('CSV', async () => {
    const book = read(await exported(page, 'CSV', 'xml', /^Export 24/), { type: 'buffer', raw: true, FS: ',' })
    const lines = linesOf(book.Sheets[book.SheetNames[0] ?? ''])
    const keys = [...KEYS, '_id', '_uuid', '_submission_time', '_submitted_by']
    const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    const expected = newestFirst.map((row) => ({
      ...Object.fromEntries(keys.map((key) => [key, textOf(row[key])])),
      _validation_status: statusOf(row) ?? '',
    }))
    const got = lines.map((line) =>
      Object.fromEntries([...keys, '_validation_status'].map((key) => [key, textOf(line[key])])),
    )
    await expectSame('the CSV file', got, expected)
  })

  await test.step('XLSX', async () => {
    const book = read(await exported(page, 'XLSX', '0', /^Export 24/), { type: 'buffer' })
    const round = (value: Cell | undefined) =>
      typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : (value ?? null)
    const got = linesOf(book.Sheets['Submissions']).map((line) => ({
      id: round(line['Submission']),
      name: round(line['Name']),
      age: round(line['Age']),
      weight: round(line['Weight']),
      colour: round(line['Colour']),
      likes: round(line['Likes']),
      day: round(line['Day']),
      moment: round(line['Moment (Africa/Nairobi)']),
      sent: round(line['Submitted (Africa/Nairobi)']),
      head: round(line['Head of household']),
      status: round(line['Validation status'] ?? line['Validation'] ?? null),
    }))
    const expected = newestFirst.map((row) => ({
      id: row._id,
      name: row['name'],
      age: given(row['age'], Number),
      weight: given(row['weight'], Number),
      colour: given(row['colour'], (value) => LABELS[value]),
      likes: given(row['likes'], (values) =>
        values
          .split(' ')
          .map((value) => LABELS[value])
          .join(', '),
      ),
      day: given(row['day'], (day) => serial(Date.parse(day))),
      moment: given(row['moment'], nairobi),
      sent: given(row['_submission_time'], (time) => nairobi(`${time}Z`)),
      head: row['household/head'] ?? null,
      status: STATUS[statusOf(row) ?? ''] ?? null,
    }))
    await expectSame('the XLSX file', got, expected)

    const entries = linesOf(book.Sheets['Member']).map((line) => [
      line['Submission'],
      line['Name of the member'],
      line['Age of the member'],
    ])
    const entriesOf = (row: RawRow) => (row['member'] ?? []) as Record<string, string>[]
    const wanted = newestFirst.flatMap((row) =>
      entriesOf(row).map((entry) => [row._id, entry['member/member_name'], Number(entry['member/member_age'])]),
    )
    await expectSame('the sheet of the repeat group', entries, wanted)
  })

  await test.step('only what a filter finds', async () => {
    const filter = { join: 'and', parts: [{ field: 'colour', test: { op: 'oneOf', values: ['red'] } }] }
    await page.goto(`./#${submissionsOf(project)}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`)
    const red = newestFirst.filter((row) => row['colour'] === 'red')
    await expect(page.getByText(`${red.length} of ${COUNT} submissions match`)).toBeVisible()
    const bytes = await exported(page, 'CSV', 'xml', new RegExp(`^Export ${red.length} `))
    const book = read(bytes, { type: 'buffer', raw: true, FS: ',' })
    const ids = linesOf(book.Sheets[book.SheetNames[0] ?? '']).map((line) => Number(line['_id']))
    await expectSame('the filtered file', ids, red.map(({ _id }) => _id)) // prettier-ignore
  })
})
