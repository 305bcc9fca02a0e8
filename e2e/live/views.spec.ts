import type { Page } from '@playwright/test'
import { chooseInViews, grid } from '../submissions-page.ts'
import { expectSame } from './evidence.ts'
import { expect, other, signInAs, submissionsOf, test } from './fixtures.ts'
import { makeWithRows } from './rows.ts'
import { manyRows } from './table-rows.ts'

const views = (page: Page) => page.getByRole('dialog', { name: 'Views of the table' })
const head = (page: Page, name: RegExp) => grid(page).getByRole('columnheader', { name })

test('A view is saved for oneself and for everyone; who opens the project sees the latter', async ({
  page,
  lab,
  openApp,
  browser,
  baseURL,
}) => {
  const { project } = await makeWithRows(lab, 'views', manyRows(3))
  const settingsOf = async () => {
    const { body } = await lab.me.request('GET', project.path)
    return (body as { settings: Record<string, unknown> }).settings
  }
  const before = await settingsOf()
  await openApp(`${submissionsOf(project)}?columns=colour+age&labels=xml&sort=_id`)
  await expect(head(page, /^colour/)).toBeVisible()
  await expect(head(page, /^Weight|^weight/)).toHaveCount(0)
  await chooseInViews(page, 'Save view…')
  await views(page).getByRole('textbox', { name: 'Name of the new view' }).fill('Colours')
  await views(page).getByRole('button', { name: 'Save view' }).click()
  await expect(views(page).getByText(/Colours.? is saved$/)).toBeVisible()
  await expectSame('the settings before the view is for everyone', await settingsOf(), before)

  await views(page).getByRole('button', { name: 'Save as the view for everyone…' }).click()
  await page.getByRole('button', { name: 'Save for everyone' }).click()
  await expect(views(page).getByText('Saved for everyone')).toBeVisible()
  const { 'data-table': table, ...settings } = await settingsOf()
  const { 'data-table': _earlier, ...settingsBefore } = before
  await expectSame('the other settings', settings, settingsBefore)
  expect(table).toMatchObject({ 'translation-index': -1, 'sort-by': { fieldId: '_id', value: 'ASCENDING' } })

  await views(page).getByRole('button', { name: 'Use the default columns' }).click()
  await expect(head(page, /^Weight/)).toBeVisible()
  await page.goto(`./#${submissionsOf(project)}`)
  await expect(head(page, /^colour/)).toBeVisible()
  await expect(head(page, /^weight/i)).toHaveCount(0)
  await page.reload()
  await expect(head(page, /^colour/)).toBeVisible()
  await page.goto(`./#${submissionsOf(project)}?view=own`)
  await chooseInViews(page, 'Colours', 'menuitemradio')
  await expect(head(page, /^colour/)).toBeVisible()

  if (!other.hasPassword) return
  await test.step('somebody else opens the project', async () => {
    const user = `/api/v2/users/${other.username}/`
    const body = { user, permission: '/api/v2/permissions/view_submissions/' }
    expect((await lab.me.request('POST', `${project.path}permission-assignments/`, { body })).status).toBe(201)
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
    const theirs = await context.newPage()
    await signInAs(theirs, other.username, other.password, submissionsOf(project))
    await expect(head(theirs, /^colour/)).toBeVisible()
    await expect(head(theirs, /^weight/i)).toHaveCount(0)
    await context.close()
  })
})
