import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { openAsColleague } from '../colleague.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

const { household } = DEMO_PROJECTS
const SETTINGS = `/projects/${household.uid}/settings`

test('A manager describes a project, and finds it by its tag', { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo(SETTINGS)
  const save = page.getByRole('button', { name: 'Save details' })
  await expect(save).toBeDisabled()
  await page.getByLabel('Description').fill('Households along the shore, every second year.')
  await page.getByRole('combobox', { name: 'Sector' }).click()
  await page.getByRole('option', { name: 'Humanitarian - Education' }).click()
  await page.getByRole('combobox', { name: 'Countries' }).fill('Ugan')
  await page.getByRole('option', { name: 'Uganda' }).click()
  await page.getByRole('combobox', { name: 'Tags' }).fill('shore,')
  await save.click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(save).toBeDisabled()

  await page.getByRole('link', { name: 'Summary' }).click()
  const details = page.getByRole('region', { name: 'Details' })
  await expect(details).toContainText('Households along the shore, every second year.')
  await expect(details).toContainText('Humanitarian - Education')
  await expect(details).toContainText('Uganda')

  await page.getByRole('link', { name: 'Projects', exact: true }).first().click()
  await page.getByLabel('Search by name, owner or tag').fill('shore')
  await expect(page.getByRole('link', { name: household.name })).toBeVisible()
})

test(
  'Details that a colleague changed meanwhile are not overwritten unseen',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(SETTINGS)
    await page.getByLabel('Description').fill('Mine')

    const colleague = await openAsColleague(page, SETTINGS)
    await colleague.getByLabel('Description').fill('Theirs')
    await colleague.getByRole('button', { name: 'Save details' }).click()
    await expect(colleague.getByText('Saved.')).toBeVisible()
    await colleague.close()

    await page.getByRole('button', { name: 'Save details' }).click()
    const conflict = page.getByRole('alert')
    await expect(conflict).toContainText('Someone else changed the details')
    await expect(conflict).toContainText('Theirs')
    await expect(page.getByLabel('Description')).toHaveValue('Mine')
    await conflict.getByRole('button', { name: 'Keep theirs' }).click()
    await expect(page.getByLabel('Description')).toHaveValue('Theirs')
  },
)
