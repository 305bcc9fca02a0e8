import { expectAccessible } from '../accessible.ts'
import { openAsColleague } from '../colleague.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { changeOf, selectedOption, MANAGED, remove, role, row, SURVEY } from '../sharing-page.ts'

test(
  'A change of role says what it gives and takes before it is saved',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    await role(page, 'fatuma').selectOption('Manager')
    const change = changeOf(page, 'fatuma')
    await expect(change).toContainText(
      'fatuma will also be able to edit the form, add submissions, edit all submissions, delete submissions and decide who has access.',
    )
    await expect(change).toContainText('A Manager can delete submissions, add and remove people')
    await role(page, 'fatuma').selectOption('Collector')
    await expect(change).toContainText(
      'fatuma will no longer be able to view the form, view all submissions or set the validation status of all submissions.',
    )
    await expect(change).toContainText('A Collector can only add submissions, and cannot see the project here.')

    await change.getByRole('button', { name: 'Cancel' }).click()
    await expect(change).toBeHidden()
    await expect(selectedOption(role(page, 'fatuma'))).toHaveText('Reviewer')
    await expect(role(page, 'fatuma')).toBeFocused()

    await role(page, 'fatuma').selectOption('Viewer')
    await change.getByRole('button', { name: 'Save' }).click()
    await expect(change).toBeHidden()
    await expect(row(page, 'fatuma')).toContainText('fatuma can view the form and all submissions')
    await expect(row(page, 'fatuma').getByText('Saved.')).toBeVisible()
    await page.reload()
    await expect(selectedOption(role(page, 'fatuma'))).toHaveText('Viewer')
    await expect(selectedOption(role(page, 'joseph'))).toHaveText('Editor')
  },
)

test('Custom permissions show what comes along with each', { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await role(page, 'yusuf').selectOption('Custom')
  const change = changeOf(page, 'yusuf')
  const box = (name: string) => change.getByRole('checkbox', { name })
  await expect(box('View submissions')).toBeChecked()
  await expect(box('View submissions')).toBeEnabled()

  await box('Edit submissions').check()
  await expect(box('View submissions')).toBeDisabled()
  await expect(box('Add submissions')).toBeChecked()
  await expect(box('Add submissions')).toHaveAccessibleDescription('Included in Edit submissions.')
  await expect(change).toContainText('yusuf will also be able to add submissions and edit all submissions.')

  await change.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'yusuf')).toContainText('yusuf can edit all submissions')
  await page.reload()
  await expect(selectedOption(role(page, 'yusuf'))).toHaveText('Custom')

  await page.getByRole('button', { name: 'More for yusuf' }).click()
  await page.getByRole('menuitem', { name: 'Choose permissions…' }).click()
  await expect(box('Add submissions')).toBeDisabled()
  await box('Edit submissions').uncheck()
  await box('Add submissions').uncheck()
  await expect(change).toContainText('These permissions are the same as the role Viewer.')
})

test(
  'Access to some submissions stays until a manager confirms its replacement',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    const change = changeOf(page, 'p.lefevre')
    await page.getByRole('button', { name: 'More for p.lefevre' }).click()
    await page.getByRole('menuitem', { name: 'Choose permissions…' }).click()
    await expect(change.getByRole('checkbox', { name: 'View submissions' })).toHaveAccessibleDescription(
      'Replaces Row-level access.',
    )
    await change.getByRole('checkbox', { name: 'Add submissions' }).check()
    await change.getByRole('button', { name: 'Save' }).click()
    await expect(row(page, 'p.lefevre')).toContainText('can view some submissions and add submissions')
    await expect(row(page, 'p.lefevre')).toContainText('Turkana North or Loima')

    await role(page, 'p.lefevre').selectOption('Viewer')
    await expect(change).toContainText('p.lefevre will see all submissions. The restriction above is removed')
    await change.getByRole('button', { name: 'Save' }).click()
    await expect(row(page, 'p.lefevre')).toContainText('p.lefevre can view the form and all submissions')
    await expect(row(page, 'p.lefevre')).not.toContainText('Turkana North')
  },
)

test("A colleague's change is not overwritten", { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await role(page, 'fatuma').selectOption('Editor')

  const colleague = await openAsColleague(page, SURVEY)
  await role(colleague, 'fatuma').selectOption('Viewer')
  await colleague.getByRole('button', { name: 'Save' }).click()
  await expect(row(colleague, 'fatuma')).toContainText('can view the form and all submissions')
  await remove(colleague, 'yusuf')
  await expect(row(colleague, 'yusuf')).toHaveCount(0)

  const change = changeOf(page, 'fatuma')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(change.getByRole('alert')).toContainText('Someone else changed this')
  await expect(change.getByRole('alert')).toContainText('Your change was not saved')
  await expect(row(page, 'fatuma')).toContainText('fatuma can view the form and all submissions')
  await expect(selectedOption(role(page, 'fatuma'))).toHaveText('Editor')
  await expectAccessible(page)

  await change.getByRole('button', { name: 'Decide again' }).click()
  await expect(change).toContainText('set the validation status of all submissions')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'fatuma')).toContainText('and set their validation status')
  await page.reload()
  await expect(selectedOption(role(page, 'fatuma'))).toHaveText('Editor')
  await expect(row(page, 'yusuf')).toHaveCount(0)
})

test('A manager changes the role of somebody who was removed meanwhile, and reads so', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await role(page, 'fatuma').selectOption('Editor')
  await remove(page, 'fatuma')
  const change = changeOf(page, 'fatuma')
  await expect(change.getByRole('alert')).toContainText('fatuma no longer has access')
  await expect(change.getByRole('button', { name: 'Save' })).toBeDisabled()
  await change.getByRole('button', { name: 'Close' }).click()
  await expect(row(page, 'fatuma')).toHaveCount(0)
})

test('The server refuses a change of role: its reason appears in place, and the chosen role stays', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await role(page, 'joseph').selectOption('Viewer')

  const colleague = await openAsColleague(page, SURVEY.replace('sharing', 'settings'))
  await colleague.clock.install()
  await colleague.getByRole('button', { name: 'Delete the project…' }).click()
  await colleague
    .getByLabel('Type the name of the project to confirm')
    .fill('Household vulnerability survey, Turkana 2026')
  await colleague.getByRole('button', { name: 'Delete permanently' }).click()
  await expect(colleague.getByText('Nothing has been deleted yet.')).toBeVisible()
  await colleague.clock.fastForward(10_000)
  await expect(colleague.getByText('1 project deleted')).toBeVisible()

  const change = changeOf(page, 'joseph')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(change.getByRole('alert')).toContainText('The access was not changed')
  await expect(change.getByRole('alert')).toContainText('Not found.')
  await expect(selectedOption(role(page, 'joseph'))).toHaveText('Viewer')
  await expect(page.getByRole('alert')).toHaveCount(1)
  await expectAccessible(page)
})

test('A manager who makes herself a viewer is warned that she cannot undo it', async ({ page, openDemo }) => {
  await openDemo(MANAGED)
  await expect(row(page, 'p.lefevre')).toContainText('p.lefevre owns this project')
  await expect(row(page, 'demo')).toContainText('You.')
  await role(page, 'demo').selectOption('Viewer')
  const change = changeOf(page, 'demo')
  await expect(change).toContainText('You cannot restore it yourself')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Only the owner and managers decide who has access. Ask p.lefevre.')).toBeVisible()
  await expect(row(page, 'demo')).toContainText('demo can view the form and all submissions')
})
