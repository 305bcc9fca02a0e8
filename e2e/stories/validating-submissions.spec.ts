import { startKpi } from '../../tooling/kpi-server.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'
import { cell, grid, panel, REVIEWED, row, SEEN, signIn, status, SURVEY } from '../submissions-page.ts'

test('A reviewer approves a submission, and it is still approved the next day', async ({ page, openDemo }) => {
  await openDemo(REVIEWED)
  const first = status(row(page, 1))
  await expect(first).toHaveAccessibleName(/^None, validation status of /)
  await first.click()
  await expectAccessible(page)
  await page.getByRole('menuitemradio', { name: 'Approved', exact: true }).click()

  await expect(first).toHaveText('Approved')
  await expect(first).toHaveAttribute('aria-busy', 'false')
  await expect(status(row(page, 2))).toHaveText('None')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(grid(page)).toBeFocused()
  await page.reload()
  await expect(first).toHaveText('Approved')

  await first.click()
  await page.getByRole('menuitemradio', { name: 'None' }).click()
  await expect(first).toHaveText('None')
  await expect(first).toHaveAttribute('aria-busy', 'false')
  await page.reload()
  await expect(first).toHaveText('None')
})

test('A reviewer decides by the keyboard, row after row', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await expect(cell(page, 1, 2)).toBeVisible()
  await grid(page).focus()

  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.getByRole('menuitemradio', { name: 'On hold' }).press('Enter')
  await expect(status(row(page, 1))).toHaveText('On hold')
  await expect(grid(page)).toBeFocused()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(grid(page)).toBeFocused()
  await expect(status(row(page, 2))).toHaveText('None')
})

test('The status is set in the panel too, and shows in the table', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await cell(page, 1, 2).getByRole('button').click()
  await status(panel(page)).click()
  await page.getByRole('menuitemradio', { name: 'Not approved' }).click()
  await expect(status(panel(page))).toHaveText('Not approved')
  await expect(status(row(page, 1))).toHaveText('Not approved')
  await expect(panel(page)).toBeVisible()
})

test('On a phone too', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  const card = page.getByRole('list', { name: 'Submissions' }).getByRole('listitem').first()
  await status(card).click()
  await page.getByRole('menuitemradio', { name: 'Approved', exact: true }).click()
  await expect(status(card)).toHaveText('Approved')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Who may only look sees the status as words', async ({ page, openDemo }) => {
  await openDemo(SEEN)
  await expect(cell(page, 1, 1)).toHaveText(/^(None|Approved|Not approved|On hold)$/)
  await expect(status(grid(page))).toHaveCount(0)
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(panel(page)).toBeVisible()
})

test('A right that was taken away meanwhile: the status returns, the server’s words are told once', async ({
  page,
  request,
  baseURL,
}) => {
  const kpi = await startKpi(baseURL)
  await signIn(page, kpi, 'demo', REVIEWED)
  const first = status(row(page, 1))
  await expect(first).toHaveText('None')

  // Meanwhile, elsewhere, the owner changes her mind.
  const signedIn = await request.get(`${kpi.address}/token/`, {
    headers: { authorization: `Basic ${btoa('fatuma:fatuma')}` },
  })
  const { token } = (await signedIn.json()) as { token: string }
  const headers = { authorization: `Token ${token}` }
  const asset = `${kpi.address}/api/v2/assets/aCholeraLineListCentre`
  const list = await request.get(`${asset}/permission-assignments/`, { headers })
  const assignments = (await list.json()) as { url: string; user: string; permission: string }[]
  const mayValidate = assignments.find(
    ({ user, permission }) => user.endsWith('/demo/') && permission.endsWith('/validate_submissions/'),
  )
  expect((await request.delete(mayValidate?.url ?? '', { headers })).ok()).toBe(true)

  await first.click()
  await page.getByRole('menuitemradio', { name: 'Approved', exact: true }).click()
  const told = page.getByRole('alert')
  await expect(told).toHaveCount(1)
  await expect(told).toContainText('You may not do that')
  await expect(told).toContainText('You do not have permission to perform this action.')
  await expect(cell(page, 1, 1)).toHaveText('None')
  await expect(status(grid(page))).toHaveCount(0)
  await expectAccessible(page)
  kpi.stop()
})
