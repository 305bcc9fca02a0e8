import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { PHONE } from '../views.ts'

const plan = (page: Page) => page.getByRole('region', { name: 'Plan' })
const rowOf = (page: Page, project: string) => page.getByRole('row').filter({ hasText: project })
const WASH = 'WASH infrastructure mapping, Garissa'

/** Chooses the project for export and team lists: in the matrix, or by opening it on a phone. */
const chooseWash = (page: Page, isPhone: boolean) =>
  isPhone ? page.getByRole('button', { name: WASH }).click() : rowOf(page, WASH).locator('[data-select]').click()

/** The changes in the plan, which a phone shows in a dialog. */
async function planned(page: Page, isPhone: boolean) {
  if (isPhone) await page.getByRole('button', { name: /changes? planned$/ }).click()
  return plan(page).getByRole('listitem')
}

/** The cell of a person in the matrix, found by the place of the person's heading. */
async function cellOf(page: Page, project: string, person: string) {
  const head = page.getByRole('columnheader', { name: person })
  await expect(head).toBeVisible()
  const column = Number(await head.getAttribute('aria-colindex')) - 1
  return rowOf(page, project).locator(`[data-column="${column}"]`)
}

test('A manager changes the access of several people in one plan', async ({ page, openDemo }) => {
  await openDemo('/access')
  await expect(page).toHaveTitle('Access review · Fieldboard')
  await expect(page.getByText('59 projects, 19 people')).toBeVisible()

  await page.getByRole('button', { name: 'Public 3' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)
  await expect(page).toHaveURL(/risk=public/)
  await (await cellOf(page, WASH, 'amina')).click()
  await page.getByRole('menuitemradio', { name: 'Viewer', exact: true }).click()
  await rowOf(page, WASH).getByText('Submissions', { exact: true }).click()
  await page.getByRole('menuitem', { name: 'Turn off public access' }).click()
  await expect(plan(page).getByRole('listitem')).toHaveText([
    'amina becomes Viewer of WASH infrastructure mapping, Garissa.',
    'WASH infrastructure mapping, Garissa is no longer public.',
  ])

  await page.getByRole('columnheader', { name: 'd_mutiso' }).getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Remove from all projects…' }).click()
  const everywhere = page.getByRole('dialog', { name: 'Remove d_mutiso from all projects?' })
  await expect(everywhere).toContainText('projects that this person owns')
  await everywhere.getByRole('button', { name: 'Add 2 changes to the plan' }).click()
  await plan(page)
    .getByRole('button', { name: /d_mutiso, School feeding/ })
    .click()

  await plan(page).getByRole('button', { name: 'Carry out 3 changes…' }).click()
  const question = page.getByRole('dialog', { name: 'Carry out 3 changes?' })
  await expect(question).toContainText('This changes the access of 2 people to 1 project.')
  await question.getByRole('button', { name: 'Carry out 3 changes' }).click()
  await expect(plan(page).getByRole('heading', { name: '3 of 3 changes made' })).toBeVisible()
  await expect(plan(page).getByText('Done')).toHaveCount(3)
  await plan(page).getByRole('button', { name: 'Close' }).click()
  await expect(plan(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Public 2' })).toBeVisible()
})

test(
  'Exported access is edited, imported and becomes a plan',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }, info) => {
    await openDemo('/access')
    await chooseWash(page, isPhone)
    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export who can do what' })
    await expect(dialog.getByRole('radio', { name: isPhone ? /1 .*project/ : '1 selected project' })).toBeChecked()
    await dialog.getByRole('radio', { name: 'CSV' }).check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export', exact: true }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    const edited = text
      .replace(/,amina,Editor,,/, ',amina,Editor,Manager,')
      .replace(/,fatuma,Viewer,,/, ',fatuma,Viewer,Boss,')
    const file = info.outputPath('edited.csv')
    await writeFile(file, edited)

    await page.getByRole('button', { name: 'Import…' }).click()
    const importing = page.getByRole('dialog', { name: 'Import changes of access' })
    const chosen = importing.locator('input[type=file]')
    await chosen.setInputFiles({
      name: 'photo.xlsx',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
    })
    await expect(importing).toContainText('photo.xlsx is not an XLSX or CSV file.')
    await chosen.setInputFiles(file)
    await expect(importing.getByText('1 change would be planned')).toBeVisible()
    await expect(importing.getByText(/New role: “Boss” is not a role/)).toBeVisible()
    await importing.getByRole('button', { name: 'Add 1 change to the plan, without 1 row' }).click()
    await expect(await planned(page, isPhone)).toHaveText([`amina becomes Manager of ${WASH}.`])
    if (isPhone) await page.keyboard.press('Escape')

    // What was planned is not lost by a click on another page.
    await page.getByRole('link', { name: 'Projects' }).click()
    await expect(page.getByRole('dialog')).toContainText('not been saved')
  },
)

test('On a phone, what one person can do is a list', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: PHONE, height: 844 })
  await openDemo('/access')
  await page.getByRole('button', { name: 'By person' }).click()
  await page.getByRole('button', { name: /^amina/ }).click()
  await expect(page.getByText('Access to 8 of 59 projects')).toBeVisible()
  await page.getByRole('button', { name: `Access of amina to ${WASH}` }).click()
  await page.getByRole('menuitemradio', { name: 'No access' }).click()
  await page.getByRole('button', { name: '1 change planned' }).click()
  await expect(plan(page).getByRole('listitem')).toHaveText([`amina loses access to ${WASH}.`])
  await plan(page).getByRole('button', { name: 'Discard' }).click()
  await expect(plan(page)).toHaveCount(0)
})

test(
  'A team list is made, applied to projects, deleted by mistake, and taken to another browser',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }) => {
    await openDemo('/access')
    await chooseWash(page, isPhone)
    const teams = page.getByRole('dialog', { name: 'Team lists' })
    const north = teams.getByRole('listitem').filter({ hasText: 'North' })
    await page.getByRole('button', { name: 'Team lists…' }).click()
    await expect(teams.getByText(/^No lists yet/)).toBeVisible()
    await teams.getByRole('button', { name: 'New team list' }).click()
    const form = page.getByRole('dialog', { name: 'New team list' })
    await form.getByLabel('Name of the team').fill('North')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('Enter at least one username.')).toBeVisible()
    await form.getByLabel('People').fill('amina, nobody.here\nyusuf')
    await form.getByLabel('Role').selectOption('Reviewer')
    await form.getByLabel('Their own submissions only').check()
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(north).toContainText('3 people, Reviewer, their own submissions only')

    await north.getByRole('button', { name: 'Delete North' }).click()
    await expect(teams.getByText('“North” deleted.')).toBeVisible()
    await expect(north).toHaveCount(0)
    await teams.getByRole('button', { name: 'Undo' }).click()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      teams.getByRole('button', { name: 'Export', exact: true }).click(),
    ])
    await north.getByRole('button', { name: 'Delete North' }).click()
    await teams.locator('input[type=file]').setInputFiles(await download.path())
    await expect(teams.getByText('1 list imported.')).toBeVisible()

    await north.getByRole('button', { name: 'Apply to 1 project' }).click()
    await expect(teams.getByText(/No account with the username nobody\.here/)).toBeVisible()
    await teams.getByRole('button', { name: 'Close' }).click()
    const changes = await planned(page, isPhone)
    await expect(changes.filter({ hasText: 'amina' })).toContainText(WASH)
    await expect(changes.filter({ hasText: 'yusuf' })).toContainText(WASH)
  },
)
