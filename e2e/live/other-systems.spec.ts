import { readFile } from 'node:fs/promises'
import { parseCsv } from '../../src/lib/spreadsheet/parse-csv.ts'
import { expect, test } from './fixtures.ts'
import { makeWithRows } from './rows.ts'
import { manyRows } from './table-rows.ts'

const COUNT = 12
/** Milliseconds: a real server creates exports in the background, as it finds time. */
const CREATED = 60_000

test('The server creates a file with all submissions, which is downloaded and deleted', async ({
  page,
  lab,
  openApp,
}) => {
  const { project, rows } = await makeWithRows(lab, 'server-export', manyRows(COUNT))
  await openApp(`/projects/${project.uid}/submissions/exports`)
  const exports = page.getByRole('region', { name: 'Your exports' })
  await page.getByRole('radio', { name: 'CSV' }).check()
  await page.getByLabel('Name in the list (optional)').fill('All of them')
  await page.getByRole('button', { name: 'Export on the server' }).click()
  await expect(exports.getByText('Ready')).toBeVisible({ timeout: CREATED })

  const download = page.waitForEvent('download')
  await exports.getByRole('button', { name: /^Download/ }).click()
  const lines = parseCsv(await readFile(await (await download).path(), 'utf8'))
  expect(lines).toHaveLength(COUNT + 1)
  const ids = lines[0]?.indexOf('_id') ?? -1
  expect(new Set(lines.slice(1).map((line) => line[ids]))).toEqual(new Set(rows.map(({ _id }) => String(_id))))

  await exports.getByRole('button', { name: /^Delete All of them/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(exports).toContainText('No exports yet')
  const { body } = await lab.me.request('GET', `${project.path}exports/`)
  expect((body as { count: number }).count).toBe(0)
})

test('A service is added with a password, changed without it, paused and deleted', async ({ page, lab, openApp }) => {
  const project = await lab.project('draft')
  const stored = async () => {
    const { body } = await lab.me.request('GET', `${project.path}hooks/`)
    return (body as { results: { name: string; active: boolean; settings: { password?: string } }[] }).results
  }
  await openApp(`/projects/${project.uid}/settings/services`)
  await page.getByRole('button', { name: 'Add a service' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Live service')
  await page.getByLabel('Address').fill('https://hooks.example.org/in')
  await page.getByLabel('The other side asks for a username and password').check()
  await page.getByRole('textbox', { name: 'Username' }).fill('kobo')
  await page.getByRole('textbox', { name: 'Password' }).fill('a-secret-word')
  await page.getByRole('button', { name: 'Add the service' }).click()
  await expect(page.getByText('As kobo; a password is saved')).toBeVisible()

  await page.getByRole('button', { name: 'Edit Live service' }).click()
  await page.getByRole('button', { name: 'Add a header' }).click()
  await page.getByLabel('Header 1: name').fill('X-Source')
  await page.getByLabel('Header 1: value').fill('kobo')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('X-Source')).toBeVisible()
  expect(await stored()).toMatchObject([{ name: 'Live service', settings: { password: 'a-secret-word' } }])

  await page.getByRole('button', { name: 'Pause Live service' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  expect(await stored()).toMatchObject([{ active: false, settings: { password: 'a-secret-word' } }])

  await page.getByRole('button', { name: /^Delete Live service/ }).click()
  const question = page.getByRole('dialog')
  await question.getByRole('button', { name: /^Delete/ }).click()
  await expect(page.getByRole('button', { name: 'Edit Live service' })).toHaveCount(0)
  expect(await stored()).toEqual([])
})

test('What was done to a project is listed in words, and the account says what it uses', async ({
  page,
  lab,
  openApp,
}) => {
  const { project } = await makeWithRows(lab, 'activity', manyRows(2))
  await openApp(`/projects/${project.uid}/settings/activity`)
  const entries = page.getByRole('list', { name: 'Entries, newest first' })
  await expect(entries.getByText(/sent (a submission|2 submissions)/).first()).toBeVisible()
  await page.getByRole('combobox', { name: 'What happened' }).selectOption('Submissions added')
  await expect(entries.getByText(/sent (a submission|2 submissions)/).first()).toBeVisible()

  await page.goto('./#/account/usage')
  await expect(page.getByRole('table', { name: 'Usage' }).getByRole('row', { name: /^Submissions/ })).toBeVisible()
  await page.goto('./#/account/activity')
  await expect(page.getByRole('list', { name: 'Entries, newest first' }).getByRole('listitem').first()).toBeVisible()
  await page.goto('./#/account/security')
  await page.getByRole('button', { name: 'Show the API key' }).click()
  await expect(page.locator('code')).toHaveText(/^[0-9a-f]{40}$/)
})
