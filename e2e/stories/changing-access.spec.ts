import { openAsColleague } from '../colleague.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { changeOf, chosen, MANAGED, remove, role, row, SURVEY } from '../sharing-page.ts'

test('A change of role says what it gives and takes before it is saved', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await role(page, 'fatuma').selectOption('Manager')
  const change = changeOf(page, 'fatuma')
  await expect(change).toContainText(
    'fatuma will also be able to edit the form, add submissions, edit all submissions, delete submissions and decide who has access.',
  )
  await role(page, 'fatuma').selectOption('Collector')
  await expect(change).toContainText(
    'fatuma will no longer be able to view the form, view all submissions or set the validation status of all submissions.',
  )
  await expect(change).toContainText('A Collector sees nothing of the project here')
  await expectAccessible(page)

  await change.getByRole('button', { name: 'Cancel' }).click()
  await expect(change).toBeHidden()
  await expect(chosen(role(page, 'fatuma'))).toHaveText('Reviewer')
  await expect(role(page, 'fatuma')).toBeFocused()

  await role(page, 'fatuma').selectOption('Viewer')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(change).toBeHidden()
  await expect(row(page, 'fatuma')).toContainText('fatuma can view the form and all submissions')
  await page.reload()
  await expect(chosen(role(page, 'fatuma'))).toHaveText('Viewer')
  await expect(chosen(role(page, 'joseph'))).toHaveText('Editor')
})

test('Custom permissions show what comes along with each', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await role(page, 'yusuf').selectOption('Custom')
  const change = changeOf(page, 'yusuf')
  const box = (name: string) => change.getByRole('checkbox', { name })
  await expect(box('View submissions')).toBeChecked()
  await expect(box('View submissions')).toBeEnabled()

  await box('Edit submissions').check()
  await expect(box('View submissions')).toBeDisabled()
  await expect(box('Add submissions')).toBeChecked()
  await expect(box('Add submissions')).toHaveAccessibleDescription('Comes with Edit submissions.')
  await expect(change).toContainText('yusuf will also be able to add submissions and edit all submissions.')
  await expectAccessible(page)

  await change.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'yusuf')).toContainText('yusuf can edit all submissions')
  await page.reload()
  await expect(chosen(role(page, 'yusuf'))).toHaveText('Custom')

  await page.getByRole('button', { name: 'More for yusuf' }).click()
  await page.getByRole('menuitem', { name: 'Choose permissions…' }).click()
  await expect(box('Add submissions')).toBeDisabled()
  await box('Edit submissions').uncheck()
  await box('Add submissions').uncheck()
  await expect(change).toContainText('These permissions make up the role Viewer.')
})

test('Access to some submissions is kept until somebody knowingly replaces it', async ({ page, openDemo }) => {
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
  await expect(change).toContainText('p.lefevre will see all submissions: the limit above ends. It is not kept')
  await expectAccessible(page)
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'p.lefevre')).toContainText('p.lefevre can view the form and all submissions')
  await expect(row(page, 'p.lefevre')).not.toContainText('Turkana North')
})

test("A colleague's change is not overwritten", async ({ page, openDemo }) => {
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
  await expect(change.getByRole('alert')).toContainText('Somebody else changed this meanwhile')
  await expect(change.getByRole('alert')).toContainText('Your change was not made')
  await expect(row(page, 'fatuma')).toContainText('fatuma can view the form and all submissions')
  await expect(chosen(role(page, 'fatuma'))).toHaveText('Editor')
  await expectAccessible(page)

  await change.getByRole('button', { name: 'Decide again' }).click()
  await expect(change).toContainText('set the validation status of all submissions')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'fatuma')).toContainText('and set their validation status')
  await page.reload()
  await expect(chosen(role(page, 'fatuma'))).toHaveText('Editor')
  await expect(row(page, 'yusuf')).toHaveCount(0)
})

test('Somebody removed meanwhile is said to be gone', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await role(page, 'fatuma').selectOption('Editor')
  await remove(page, 'fatuma')
  const change = changeOf(page, 'fatuma')
  await expect(change.getByRole('alert')).toContainText('fatuma has no access any more')
  await expect(change.getByRole('button', { name: 'Save' })).toBeDisabled()
  await change.getByRole('button', { name: 'Close' }).click()
  await expect(row(page, 'fatuma')).toHaveCount(0)
})

test("A refusal is told in place, in the server's words, and what was chosen stays", async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await role(page, 'joseph').selectOption('Viewer')

  const colleague = await openAsColleague(page, SURVEY.replace('sharing', 'settings'))
  await colleague.getByRole('button', { name: 'Delete the project…' }).click()
  await colleague
    .getByLabel('Type the name of the project to confirm')
    .fill('Household vulnerability survey, Turkana 2026')
  await colleague.getByRole('button', { name: 'Delete for ever' }).click()
  await expect(colleague.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()

  const change = changeOf(page, 'joseph')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(change.getByRole('alert')).toContainText('The access was not changed')
  await expect(change.getByRole('alert')).toContainText('Not found.')
  await expect(chosen(role(page, 'joseph'))).toHaveText('Viewer')
  await expect(page.getByRole('alert')).toHaveCount(1)
  await expectAccessible(page)
})

test('A manager who gives up managing is told that there is no way back', async ({ page, openDemo }) => {
  await openDemo(MANAGED)
  await expect(row(page, 'p.lefevre')).toContainText('p.lefevre owns this project')
  await expect(row(page, 'demo')).toContainText('You.')
  await role(page, 'demo').selectOption('Viewer')
  const change = changeOf(page, 'demo')
  await expect(change).toContainText('Afterwards you cannot give it back to yourself')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Only the owner and managers decide who has access. Ask p.lefevre.')).toBeVisible()
  await expect(row(page, 'demo')).toContainText('demo can view the form and all submissions')
})
