import type { Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { openAsColleague } from '../colleague.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

const head = (page: Page) => page.locator('header, main')
const dialog = (page: Page) => page.getByRole('dialog')
const confirm = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click()
const version = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })

async function askToRedeploy(page: Page) {
  await head(page).getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Redeploy/ }).click()
}

test('A manager publishes a media file with a note for the team, which the versions show', async ({
  page,
  openDemo,
}) => {
  const { uid } = DEMO_PROJECTS.public
  await openDemo(`/projects/${uid}`)
  await askToRedeploy(page)
  await expect(dialog(page)).toContainText('A media file that collectors do not have yet: wards.csv')
  await dialog(page).getByLabel('What changed, for the team (optional)').fill('Wards of Garissa added.')
  await expect(dialog(page)).toContainText('name no people')
  await confirm(page, 'Redeploy')
  await expect(page.getByText('The form is redeployed.')).toBeVisible()
  await expect(dialog(page)).toBeHidden()

  await askToRedeploy(page)
  await expect(dialog(page)).toHaveAccessibleName('Nothing to publish')
  await expect(dialog(page).getByRole('button', { name: 'Redeploy', exact: true })).toBeHidden()
  await confirm(page, 'Close')

  await openDemo(`/projects/${uid}/form`)
  await page.getByRole('link', { name: 'Versions', exact: true }).click()
  await expect(version(page, 'Version 1')).toContainText('Wards of Garissa added.')
  await page.getByRole('button', { name: 'Edit note: Version 1' }).click()
  const form = page.getByRole('form', { name: 'Note on version 1' })
  await form.getByRole('textbox').fill('All wards added.')
  await form.getByRole('button', { name: 'Save note' }).click()
  await expect(version(page, 'Version 1')).toContainText('All wards added.')
})

test('A manager brings back an earlier version, which collectors get only after a redeploy', async ({
  page,
  openDemo,
}) => {
  await openDemo(`/projects/${DEMO_PROJECTS.twoVersions.uid}/form/versions`)
  await expect(version(page, 'Version 2')).toContainText('Used by collectors')
  await page.getByRole('button', { name: 'Bring back this version…: Version 1' }).click()
  await expect(dialog(page)).toContainText('The questions of version 1')
  await expect(dialog(page)).toContainText('Nothing is deployed')
  await confirm(page, 'Bring back')
  await expect(page.getByText('Version 1 is the saved form again.')).toBeVisible()
  await expect(dialog(page)).toBeHidden()
  await expect(version(page, 'Version 2')).toContainText('Used by collectors')
  await expect(version(page, 'Saved, not deployed')).toContainText('Collectors do not have it yet.')
  await expect(head(page).getByText('Unpublished changes').first()).toBeVisible()

  // Back again: the running version is the saved one, and there is nothing to publish.
  await page.getByRole('button', { name: 'Bring back this version…: Version 2' }).click()
  await confirm(page, 'Bring back')
  await expect(page.getByText('Collectors have these questions already.')).toBeVisible()
  await expect(dialog(page)).toBeHidden()
  await head(page).getByRole('button', { name: 'Redeploy', exact: true }).click()
  await expect(dialog(page)).toHaveAccessibleName('Nothing to publish')
})

test('A version is not brought back over what a colleague saved since it was opened', async ({ page, openDemo }) => {
  const { uid } = DEMO_PROJECTS.twoVersions
  await openDemo(`/projects/${uid}/form/versions`)
  await page.getByRole('button', { name: 'Bring back this version…: Version 1' }).click()
  await expect(dialog(page)).toContainText('The questions of version 1')
  const colleague = await openAsColleague(page, `/projects/${uid}/settings`)
  await colleague.getByLabel('Name', { exact: true }).fill('Boreholes, Mandera')
  await colleague.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(colleague.getByRole('heading', { name: 'Boreholes, Mandera', level: 1 })).toBeVisible()

  await confirm(page, 'Bring back')
  await expect(dialog(page).getByRole('alert')).toContainText('Someone saved a newer version than the one you saw')
  await confirm(page, 'Bring back')
  await expect(page.getByText('Version 1 is the saved form again.')).toBeVisible()
})

test('Where the running form cannot be read, the dialog says so and does not guess', async ({ page, openDemo }) => {
  await openDemo(`/demo?chaos=404;path=/formList&next=/projects/${DEMO_PROJECTS.public.uid}`)
  await askToRedeploy(page)
  await expect(dialog(page)).toContainText('Whether media files changed could not be compared.')
  await expect(dialog(page).getByRole('button', { name: 'Redeploy', exact: true })).toBeEnabled()
})

test(
  'All links are explained, with code for websites, beside the switch for signing in',
  { tag: BOTH_WIDTHS },
  async ({ page, context, viewport, openDemo }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openDemo(`/projects/${DEMO_PROJECTS.household.uid}`)
    const card = page.getByRole('region', { name: 'Collect data' })
    await card.getByRole('button', { name: 'Other links, and code for websites' }).click()
    for (const name of ['Preview', 'Online only, once per browser', 'In a website, many submissions'])
      await expect(card.getByText(name, { exact: true })).toBeVisible()
    await card.getByRole('button', { name: 'Copy code: In a website, many submissions' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<iframe src="[^"]+" title="Household/)

    await card.getByRole('switch', { name: 'Anyone can submit without signing in' }).click()
    await expect(dialog(page)).toHaveAccessibleName('Let anyone submit without signing in?')
    await confirm(page, 'Let anyone submit')
    await expect(card).toContainText('Anyone with the link can submit, without signing in.')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport?.width ?? 0)
  },
)
