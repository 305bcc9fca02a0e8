import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { PHONE } from '../views.ts'

const { household, draft, arabic } = DEMO_PROJECTS

/** Starts an action on the selected projects; a phone has one menu for all of them. */
async function act(page: Page, isPhone: boolean, name: string | RegExp) {
  if (isPhone) await page.getByRole('button', { name: /^Actions for \d+ projects?$/ }).click()
  await page.getByRole(isPhone ? 'menuitem' : 'button', { name }).click()
}

test(
  'A manager archives what can be archived of a selection, sees the result by project, and undoes it',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }) => {
    await openDemo()
    for (const { name } of [household, draft, arabic]) await page.getByRole('checkbox', { name }).check()
    const bar = page.getByRole('region', { name: 'Selected projects' })
    await expect(bar).toContainText('3 selected')
    if (!isPhone) await expect(bar).toContainText('1 draft cannot be archived')
    await act(page, isPhone, 'Archive 2…')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('This is possible for 2 of 3')
    await dialog.getByRole('button', { name: 'Archive 2 projects' }).click()

    await expect(page.getByText('2 projects archived')).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: household.name })).toContainText('Archived')
    await page.getByRole('button', { name: 'Show details' }).click()
    await expect(dialog.getByText(household.name)).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Undo for 2 projects' }).click()
    await expect(page.getByText('2 projects unarchived')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(bar).toBeHidden()
  },
)

test(
  'All that match get a tag, also those on other pages',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }) => {
    await openDemo('/projects?status=draft')
    await page.getByRole('checkbox', { name: draft.name }).check()
    await page.getByRole('button', { name: /^Select all \d+ that match$/ }).click()
    await act(page, isPhone, /^Tag \d+…$/)
    const dialog = page.getByRole('dialog', { name: /^Add tags/ })
    await dialog.getByLabel('Tags').fill('pilot')
    await dialog.getByRole('button', { name: /^Tag \d+ projects$/ }).click()
    await expect(page.getByText(/^Tags of \d+ projects changed$/)).toBeVisible()
    await page.getByRole('searchbox').fill('pilot')
    await expect(page.getByRole('link', { name: draft.name })).toBeVisible()
  },
)

test('On a phone, a project is made of another one', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: PHONE, height: 844 })
  await openDemo('/projects')
  await page.getByRole('button', { name: /^Menu/ }).click()
  await page.getByRole('menuitem', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
})

test('A project is cloned from its menu', { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo()
  await page.getByRole('button', { name: household.name }).click()
  await page.getByRole('menuitem', { name: 'Clone…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Household survey, round 2')
  await dialog.getByLabel('Sharing').check()
  await dialog.getByRole('button', { name: 'Clone 1 project' }).click()
  await expect(page.getByText('1 project cloned')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Household survey, round 2' })).toBeVisible()
  await expectAccessible(page)
})

test('A new project is made from a template', { tag: BOTH_WIDTHS }, async ({ page, isPhone, openDemo }) => {
  await openDemo()
  if (isPhone) await page.getByRole('button', { name: /^Menu/ }).click()
  await page.getByRole(isPhone ? 'menuitem' : 'button', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Copy the form of').click()
  await page.getByRole('option', { name: 'Plantilla de visita a hogares' }).click()
  await dialog.getByLabel('Name').fill('Visits in May')
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await expect(page.getByRole('heading', { name: 'Visits in May', level: 1 })).toBeVisible()
})

test(
  'Ctrl+K, or the menu of a phone, goes to a project by a part of its name',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }) => {
    await openDemo()
    // What listens to the keys loads after the list; its checkboxes do so, too.
    await expect(page.getByRole('checkbox', { name: household.name })).toBeVisible()
    if (isPhone) {
      await page.getByRole('button', { name: /^Menu/ }).click()
      await page.getByRole('menuitem', { name: 'Go to a project or page…' }).click()
    } else {
      await expect(async () => {
        await page.keyboard.press('ControlOrMeta+k')
        await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 })
      }).toPass()
    }
    const search = page.getByRole('dialog').getByRole('textbox')
    await search.fill('vulnerability turkana')
    await expect(page.getByRole('dialog').getByRole('button', { name: household.name })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: household.name, level: 1 })).toBeVisible()
  },
)
