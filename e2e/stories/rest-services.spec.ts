import { readFile } from 'node:fs/promises'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { expectAccessible } from '../accessible.ts'
import { openAsColleague } from '../colleague.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

const { household, draft } = DEMO_PROJECTS
const services = (uid: string) => `/projects/${uid}/settings/services`

test(
  'A manager adds a service with a password; it is never in the page again, and nothing of a colleague is overwritten',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(services(draft.uid))
    await page.getByRole('button', { name: 'Add a service' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Cash database')
    await page.getByLabel('Address').fill('http://10.0.0.8/in')
    await expect(page.getByText('others can read the answers')).toBeVisible()
    await expect(page.getByText('inside a private network')).toBeVisible()
    await page.getByLabel('Address').fill('https://data.example.org/in')
    await page.getByLabel('Chosen fields').check()
    await page.getByLabel('The other side asks for a username and password').check()
    await page.getByRole('button', { name: 'Add the service' }).click()
    await expect(page.getByText('Choose at least one field, or send everything')).toBeVisible()
    await expect(page.getByText('3 fields need your attention.')).toBeVisible()

    await page.getByRole('option', { name: 'Id of the submission', exact: true }).click()
    await page.getByRole('textbox', { name: 'Username' }).fill('kobo')
    await page.getByRole('textbox', { name: 'Password' }).fill('a-secret-word')
    await page.getByRole('button', { name: 'Add the service' }).click()
    await expect(page.getByText('As kobo; a password is saved')).toBeVisible()
    await expect(page.getByText('Nothing sent yet')).toBeVisible()

    await page.getByRole('button', { name: 'Edit Cash database' }).click()
    await expect(page.getByRole('textbox', { name: 'New password' })).toHaveValue('')
    await page.getByRole('button', { name: 'Add a header' }).click()
    await page.getByLabel('Header 1: name').fill('X-Source')
    await page.getByLabel('Header 1: value').fill('kobo')
    await expectAccessible(page)

    const colleague = await openAsColleague(page, services(draft.uid))
    await colleague.getByRole('button', { name: 'Pause Cash database' }).click()
    await colleague.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
    await expect(colleague.getByText('Paused', { exact: true })).toBeVisible()
    await colleague.close()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert')).toContainText('Someone else changed this service')
    await page.getByRole('button', { name: 'Save mine over it' }).click()
    await expect(page.getByText('X-Source')).toBeVisible()
    await expect(page.getByText('Paused', { exact: true })).toBeVisible()
    await expect(page.getByText('As kobo; a password is saved')).toBeVisible()
    expect(await page.content()).not.toContain('a-secret-word')
  },
)

test(
  'A manager retries one failed delivery, sees the answer of another, and has all others sent again',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(services(household.uid))
    await page.getByRole('button', { name: /^Log and details/ }).click()
    const log = page.getByRole('region', { name: 'Log', exact: true })
    await log.getByLabel('Status').selectOption({ label: 'Failed' })
    await log.getByRole('button', { name: 'Older' }).click()
    const refused = log.getByRole('listitem').filter({ hasText: 'HTTP 422' }).first()
    await refused.getByRole('button', { name: /^Retry submission/ }).click()
    await expect(refused.getByRole('alert')).toContainText('unknown ward')
    await log.getByRole('button', { name: 'Newer' }).click()
    const down = log.getByRole('listitem').filter({ hasText: 'HTTP 500' })
    const first = (await down.first().getByRole('link').textContent()) ?? ''
    await down
      .first()
      .getByRole('button', { name: /^Retry submission/ })
      .click()
    await expect(log.getByText(`${first} was sent again, with success.`)).toBeVisible()
    await expect(log.getByRole('link', { name: first })).toBeHidden()

    await log.getByRole('button', { name: /^Retry all \d+ failed$/ }).click()
    await expect(log.getByText(/^The server is sending \d+ submissions again/)).toBeVisible()
    await expect(async () => {
      await log.getByRole('button', { name: 'Refresh' }).click()
      await expect(down).toHaveCount(0, { timeout: 500 })
      await expect(refused).toBeVisible({ timeout: 500 })
    }).toPass()
    await expectAccessible(page)
  },
)

test(
  'A manager finds what was not delivered, sends what failed again, and exports the rest',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(services(household.uid))
    await page.getByRole('button', { name: /^Log and details/ }).click()
    const card = page.getByRole('region', { name: 'Not delivered' })
    await card.getByRole('button', { name: 'Find what was not delivered' }).click()
    await expect(card.getByText(/^\d+ of 1,060 submissions are not at the other side/)).toBeVisible()
    await expect(card.getByRole('heading', { name: /received before the first delivery$/ })).toBeVisible()
    await card.getByRole('button', { name: /^Send \d+ again, one by one$/ }).click()
    await expect(card.getByText(/^\d+ of \d+ submissions were sent$/)).toBeVisible()
    await card.getByRole('button', { name: 'Show details' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('unknown ward')
    await dialog.getByRole('button', { name: 'Close' }).click()

    const before = card.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /before the first/ }) })
    const download = page.waitForEvent('download')
    await before.getByRole('button', { name: /^Export/ }).click()
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { _id: number }[]
    await expect(before.getByText(`${file.length} submissions are in the file.`)).toBeVisible()
    expect(file.length).toBeGreaterThan(100)
    expect(typeof file[0]?._id).toBe('number')
    await expectAccessible(page)
  },
)
