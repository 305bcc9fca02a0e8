import type { Page } from '@playwright/test'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { changeOf, MANAGED, people, row, SURVEY } from '../sharing-page.ts'

/** Opens the permissions of a viewer with row-level access. */
async function limit(page: Page, username: string) {
  await page.getByRole('button', { name: `More for ${username}` }).click()
  await page.getByRole('menuitem', { name: 'Choose permissions…' }).click()
  const change = changeOf(page, username)
  await change.getByRole('checkbox', { name: 'Row-level access' }).check()
  const rule = change.getByRole('group', { name: 'Rule 1' })
  await expect(rule).toBeVisible()
  return { change, rule }
}

test(
  'A manager limits a person to some submissions, and counts them first',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(SURVEY)
    const { change, rule } = await limit(page, 'yusuf')
    await rule.getByRole('radio', { name: 'Those that meet conditions' }).check()
    await expect(rule).toContainText('Complete the conditions to save.')
    await rule.getByRole('combobox', { name: 'Question' }).fill('Sub-county')
    await rule.getByRole('option', { name: 'Sub-county', exact: true }).click()
    await rule.getByRole('checkbox', { name: 'Loima' }).check()
    await rule.getByRole('checkbox', { name: 'Validate submissions' }).check()
    await change.getByRole('button', { name: 'Count the submissions' }).click()
    await expect(change.getByText(/^\d+ of 1,060 submissions$/)).toBeVisible()
    await change.getByRole('button', { name: 'Save' }).click()
    await expect(row(page, 'yusuf')).toContainText('Only submissions where “Sub-county” is Loima.')
    await page.reload()
    await expect(row(page, 'yusuf')).toContainText('set the validation status of some submissions')
  },
)

test('On a phone the rules for rows are no wider than the screen', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  const { rule } = await limit(page, 'yusuf')
  await rule.getByRole('radio', { name: 'Those that meet conditions' }).check()
  await expect(rule.getByRole('combobox', { name: 'Question' })).toBeVisible()
  const widths = await page
    .getByRole('main')
    .evaluate((main) => [main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth])
  expect(widths).toEqual([0, 0])
})

test(
  'A manager copies the people of another project after the difference is shown',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo(MANAGED)
    await page.getByRole('button', { name: 'Copy from a project…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Copy the people of another project' })
    await dialog.getByRole('combobox', { name: 'Project' }).fill('Household vulnerability')
    await dialog.getByRole('option', { name: /Household vulnerability survey/ }).click()
    await expect(dialog.getByRole('heading', { name: /^Added: / })).toBeVisible()
    await expect(dialog).toContainText('fatuma can view all submissions and set their validation status')
    await dialog.getByRole('button', { name: /^Change \d+ people$/ }).click()
    await expect(page.getByRole('region', { name: 'Access of several people' })).toContainText(
      /The access of \d+ people was changed/,
    )
    await expect(row(page, 'fatuma')).toContainText('fatuma can view all submissions and set their validation status')
    await expect(row(page, 'demo')).toContainText('decide who has access')
  },
)

test('Somebody takes over a project that is offered to them', { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo('/transfers')
  const offered = page.getByRole('region', { name: 'Offered to you' })
  await expect(offered).toContainText('p.lefevre wants to hand 1 project over to you')
  await offered.getByRole('button', { name: 'Take over' }).click()
  await expect(offered).toContainText('Handed over')
  await page.goto(`/#${MANAGED}`)
  await expect(people(page)).toContainText('demo owns this project')
  await expect(row(page, 'p.lefevre')).toContainText('decide who has access')
})

test('The owner offers a project to somebody, and withdraws it', { tag: BOTH_WIDTHS }, async ({ page, openDemo }) => {
  await openDemo(SURVEY.replace('sharing', 'settings'))
  const card = page.getByRole('region', { name: 'Transfer ownership' })
  await card.getByRole('button', { name: 'Transfer…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Transfer this project?' })
  await expect(dialog).toContainText('takes over 1,060 submissions')
  const recipient = dialog.getByLabel('Username of the new owner')
  await recipient.fill('amina')
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(recipient).toHaveAccessibleDescription(/Must not be in the same organization/)
  await recipient.fill('yusuf')
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(card).toContainText('yusuf has been invited to take over this project')
  await card.getByRole('button', { name: 'Withdraw the invitation' }).click()
  await expect(card.getByRole('button', { name: 'Transfer…' })).toBeVisible()
})
