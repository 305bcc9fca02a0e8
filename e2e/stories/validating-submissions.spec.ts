import { startKpi } from '../../tooling/demo-server.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { openSignedIn } from '../signed-in.ts'
import { cell, grid, panel, REVIEWED, row, VIEW_ONLY, status, SURVEY } from '../submissions-page.ts'

test('A reviewer approves a submission, and it is still approved after a reload', async ({ page, openDemo }) => {
  await openDemo(REVIEWED)
  const first = status(row(page, 1))
  await expect(first).toHaveAccessibleName(/^None, validation status of /)
  await first.click()
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

test('A reviewer sets statuses by keyboard, row after row', async ({ page, openDemo }) => {
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

test('A reviewer sets the status in the panel, and it shows in the table', async ({ page, openDemo }) => {
  await openDemo(SURVEY)
  await cell(page, 1, 2).getByRole('link').click()
  await status(panel(page)).click()
  await page.getByRole('menuitemradio', { name: 'Not approved' }).click()
  await expect(status(panel(page))).toHaveText('Not approved')
  await expect(status(row(page, 1))).toHaveText('Not approved')
  await expect(panel(page)).toBeVisible()
})

test('A reviewer sets the status on a phone', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  const card = page.getByRole('list', { name: 'Submissions' }).getByRole('listitem').first()
  await status(card).click()
  await page.getByRole('menuitemradio', { name: 'Approved', exact: true }).click()
  await expect(status(card)).toHaveText('Approved')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Somebody who may only view sees the status as text', async ({ page, openDemo }) => {
  await openDemo(VIEW_ONLY)
  await expect(cell(page, 1, 1)).toHaveText(/^(None|Approved|Not approved|On hold)$/)
  await expect(status(grid(page))).toHaveCount(0)
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(panel(page)).toBeVisible()
})

test('A permission revoked meanwhile: the status reverts, and the server’s reason appears once', async ({
  page,
  request,
  baseURL,
}) => {
  const kpi = await startKpi(baseURL)
  await openSignedIn(page, kpi.address, 'demo', REVIEWED)
  const first = status(row(page, 1))
  await expect(first).toHaveText('None')

  // Meanwhile the owner revokes the permission.
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
  const message = page.getByRole('alert')
  await expect(message).toHaveCount(1)
  await expect(message).toContainText('You don’t have permission to do this')
  await expect(message).toContainText('You do not have permission to perform this action.')
  await expect(cell(page, 1, 1)).toHaveText('None')
  await expect(status(grid(page))).toHaveCount(0)
  await expectAccessible(page)
  kpi.stop()
})
