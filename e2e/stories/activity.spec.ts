import { readFile } from 'node:fs/promises'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

const { household } = DEMO_PROJECTS

test(
  'A manager reads who changed a project, filters by person and action, and saves what is found',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(`/projects/${household.uid}/settings`)
    await page.getByRole('link', { name: 'Activity' }).click()
    const list = page.getByRole('list', { name: 'Entries, newest first' })
    await expect(list.getByText(/sent (a submission|\d+ submissions)/).first()).toBeVisible()
    await expect(list.getByText(/viewed the submissions/)).toHaveCount(0)

    const showViews = page.getByRole('switch', { name: 'Show when submissions were viewed' })
    await showViews.click()
    await expect(showViews).toBeChecked()
    const views = list.getByRole('listitem').filter({ hasText: /viewed the submissions \d+ times/ })
    await expect(views.first()).toBeVisible()
    await views.first().getByText('Each of them').click()
    expect(await views.first().getByRole('listitem').count()).toBeGreaterThan(1)

    await page.getByRole('combobox', { name: 'What happened' }).selectOption('Access changed')
    await expect(list.getByText(/gave .*amina.* the role Manager/)).toBeVisible()
    await expect(page).toHaveURL(/action=modify-user-permissions/)
    const person = page.getByRole('combobox', { name: 'By whom' })
    await person.fill('nobody.there')
    await person.press('Enter')
    await expect(page.getByRole('heading', { name: 'No entry matches the filter' })).toBeVisible()
    await person.fill('demo')
    await person.press('Enter')
    await expect(page).toHaveURL(/person=demo/)
    await page.reload() // the address has the filter
    const total = Number(/^\d+/.exec((await page.getByText(/^\d+ entries$/).textContent()) ?? ''))
    expect(total).toBeGreaterThan(2)

    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export the activity' })
    await dialog.getByRole('radio', { name: 'CSV' }).check()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(
      text
        .trim()
        .split('\r\n')
        .filter((line) => line.includes('modify-user-permissions')),
    ).toHaveLength(total)
    await expect(dialog.getByText(new RegExp(`^${total} entries saved in Activity Household`))).toBeVisible()
  },
)

test('Someone who does not manage a project reads whom to ask about its activity', async ({ page, openDemo }) => {
  await openDemo(`/projects/${DEMO_PROJECTS.viewOnly.uid}/settings/activity`)
  await expect(page.getByText(/Ask joseph\.ouma, who owns the project/)).toBeVisible()
})

test(
  'A person sees when and from where the account was used, with requests folded',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo('/account/activity')
    const list = page.getByRole('list', { name: 'Entries, newest first' })
    await expect(list.getByText(/\d+ requests with an API key/).first()).toBeVisible()
    await expect(list.getByText('Same kind of browser as this one').first()).toBeVisible()
    await page.getByRole('combobox', { name: 'How' }).selectOption('Refused sign-in')
    await page.getByRole('button', { name: 'Show older entries' }).click()
    await expect(list.getByText('3 sign-ins with your username were refused')).toBeVisible()
  },
)
