import { BOTH_WIDTHS, expect, tabTo, test } from '../fixtures.ts'
import { selectedOption, DRAFT, people, role, row, VIEW_ONLY, SURVEY } from '../sharing-page.ts'

test(
  'A manager shares a project with somebody, and removes them again',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    await expect(page).toHaveTitle('Sharing · Household vulnerability survey, Turkana 2026 · Fieldboard')
    await expect(row(page, 'demo')).toContainText('demo owns this project')
    await expect(row(page, 'amina')).toContainText('can edit the form and all submissions, and decide who has access')
    await expect(row(page, 'p.lefevre')).toContainText('Only submissions where “Sub-county” is Turkana North or Loima.')
    await expect(row(page, 'enum_team_08')).toContainText('Only submissions sent by enum_team_08.')

    await page.getByRole('button', { name: 'Add people' }).click()
    const form = page.getByRole('form', { name: 'Add people' })
    await form.getByLabel('Username').fill('n.alsabri')
    await form.getByLabel('Role').selectOption('Reviewer')
    await expect(form).toContainText('n.alsabri can view all submissions and set their validation status')
    await form.getByRole('button', { name: 'Add', exact: true }).click()

    await expect(form.getByRole('status')).toHaveText('n.alsabri was added as Reviewer.')
    await expect(form.getByLabel('Username')).toBeFocused()
    await expect(form.getByLabel('Username')).toHaveValue('')
    await form.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('button', { name: 'Add people' })).toBeFocused()
    await page.reload()
    await expect(selectedOption(role(page, 'n.alsabri'))).toHaveText('Reviewer')

    await page.getByRole('button', { name: 'More for n.alsabri' }).click()
    await page.getByRole('menuitem', { name: 'Remove…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remove n.alsabri?' })
    await expect(dialog).toContainText(
      'will no longer be able to view the form, view all submissions or set the validation status of all submissions',
    )
    await dialog.getByRole('button', { name: 'Remove from the project' }).click()
    await expect(dialog).toBeHidden()
    await expect(row(page, 'n.alsabri')).toHaveCount(0)
    await page.reload()
    await expect(row(page, 'amina')).toBeVisible()
    await expect(row(page, 'n.alsabri')).toHaveCount(0)
  },
)

test(
  'A manager adds a list of people after it is checked; a name without an account stays in the field',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    await page.getByRole('button', { name: 'Add people' }).click()
    const form = page.getByRole('form', { name: 'Add people' })
    const username = form.getByLabel('Username')
    await username.fill('n.alsabri, nobody-here, h.qasim')
    await form.getByLabel('Role').selectOption('Manager')
    await expect(form).toContainText('A Manager can delete submissions, add and remove people')
    await form.getByLabel('Role').selectOption('Reviewer')
    for (const name of ['n.alsabri', 'h.qasim'])
      await expect(form).toContainText(`${name} can view all submissions and set their validation status`)
    await username.press('Enter')
    await expect(form).toContainText('1 username has no account on this server.')
    await form.getByRole('button', { name: 'Add 2 people' }).click()
    await expect(page.getByRole('region', { name: 'Access of several people' })).toContainText('2 people were added')
    await expect(username).toHaveValue('nobody-here')
    await expect(username).toHaveAccessibleDescription(/No account with the username “nobody-here”/)
    await expect(selectedOption(role(page, 'n.alsabri'))).toHaveText('Reviewer')
    await expect(selectedOption(role(page, 'h.qasim'))).toHaveText('Reviewer')
  },
)

test('A manager can add only an existing account without access', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await page.getByRole('button', { name: 'Add people' }).click()
  const username = page.getByLabel('Username')
  const problem = async (text: string, expected: string) => {
    await username.fill(text)
    await username.press('Enter')
    await expect(username).toHaveAccessibleDescription(new RegExp(expected))
    await expect(username).toBeFocused()
    await expect(username).toHaveValue(text)
  }
  await problem('', 'Enter a username')
  await problem('nobody-here', 'No account with the username “nobody-here” on this server')
  await problem('amina', 'amina already has access')
  await problem('demo', 'demo is the owner')
  await problem('AnonymousUser', 'stands for anyone who is not signed in')

  await username.fill('h.qasim')
  await username.press('Enter')
  await expect(role(page, 'h.qasim')).toBeVisible()
})

test(
  'Somebody who may only view reads why, and leaves the project',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(VIEW_ONLY)
    await expect(page.getByText('Only the owner and managers decide who has access. Ask joseph.ouma.')).toBeVisible()
    await expect(people(page).getByRole('listitem')).toHaveCount(2)
    await expect(page.getByRole('combobox', { name: /Role of/ })).toHaveCount(0)
    await expect(page.getByRole('switch')).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'Public access' })).toContainText(
      'Off. Only people who were given access',
    )

    await row(page, 'demo').getByRole('button', { name: 'Leave…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Leave this project?' })
    await expect(dialog).toContainText('You will no longer be able to view the form or view all submissions.')
    await expect(dialog).toContainText('Only joseph.ouma or a manager can add you again.')
    await dialog.getByRole('button', { name: 'Leave the project' }).click()
    await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()
    await expect(page.getByText('You left SMART nutrition survey, round 3, Baidoa.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'SMART nutrition survey, round 3, Baidoa' })).toHaveCount(0)
  },
)

test('A project that nobody else has access to says so', async ({ page, openDemo }) => {
  await openDemo(DRAFT)
  await expect(page.getByRole('heading', { name: 'Nobody else has access' })).toBeVisible()
  await expect(page.getByText('Off. Only the person above.')).toBeVisible()
})

test('A manager shares a project by keyboard alone', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(row(page, 'amina')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Add people' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Username')).toBeFocused()
  await page.keyboard.type('t.bekele')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Collector')
  await tabTo(page, page.getByRole('button', { name: 'Add', exact: true }))
  await page.keyboard.press('Space')
  await expect(page.getByText('t.bekele was added as Collector.')).toBeVisible()
  await expect(page.getByLabel('Username')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Add people' })).toBeFocused()

  await tabTo(page, role(page, 't.bekele'))
  await page.keyboard.type('Viewer')
  await tabTo(page, page.getByRole('button', { name: 'Save' }))
  await page.keyboard.press('Enter')
  await expect(row(page, 't.bekele')).toContainText('t.bekele can view the form and all submissions')
  await expect(role(page, 't.bekele')).toBeFocused()

  await tabTo(page, page.getByRole('button', { name: 'More for t.bekele' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Choose permissions…' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Remove from the project' }))
  await page.keyboard.press('Enter')
  await expect(row(page, 't.bekele')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add people' })).toBeFocused()

  await tabTo(page, page.getByRole('switch', { name: 'Anyone can view submissions' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox')).toBeFocused()
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Make submissions public' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('switch', { name: 'Anyone can view submissions' })).toBeChecked()
  await expect(page.getByRole('switch', { name: 'Anyone can view submissions' })).toBeFocused()
})

test('On a phone nothing is wider than the screen', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  await role(page, 'p.lefevre').selectOption('Custom')
  await page.getByRole('button', { name: 'Add people' }).click()
  await expect(page.getByRole('form', { name: 'Add people' })).toBeVisible()
  const widths = await page
    .getByRole('main')
    .evaluate((main) => [main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth])
  expect(widths).toEqual([0, 0])
})
