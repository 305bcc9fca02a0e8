import { startKpi } from '../../tooling/kpi-server.ts'
import { expect, expectAccessible, test, textOf } from '../fixtures.ts'
import { DRAFT, FAULTY, signIn, SURVEY } from '../submissions-page.ts'

const rows = (text: string) => `Rows ${text} of 1,060`

test('On a phone the table is a list of cards, and a submission a sheet', async ({ page, openDemo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(SURVEY)
  const cards = page.getByRole('list', { name: 'Submissions' })
  await expect(cards.getByRole('listitem').first()).toContainText('Submitted')
  await expect(page.getByRole('grid')).toHaveCount(0)
  await expect(page.getByText(rows('1–100'))).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expectAccessible(page)

  const second = cards.getByRole('listitem').nth(1)
  const name = await textOf(second.getByRole('heading'))
  await second.click()
  const sheet = page.getByRole('dialog', { name })
  await expect(sheet.getByRole('heading', { name, level: 2 })).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await expect(sheet).toBeHidden()

  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText(rows('101–200'))).toBeVisible()
  await expect(cards.getByRole('listitem').first().getByRole('heading')).toHaveText(/-9\d\d$/)
})

test('A draft has no submissions, and says what to do first', async ({ page, openDemo }) => {
  await openDemo(DRAFT)
  await expect(page.getByRole('heading', { name: 'No submissions: the form is not deployed' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Submissions/ })).toBeVisible()
  await expectAccessible(page)
})

test('Submissions that the server cannot read are told in place, under the project’s name', async ({
  page,
  openDemo,
}) => {
  await openDemo(FAULTY)
  await expect(page.getByRole('alert')).toContainText('The server has a fault')
  await expect(page.getByRole('heading', { name: 'Server fault: submissions cannot be read' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Form', exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toContainText('The server has a fault')
})

test('Who may see the form but not its submissions is told whom to ask', async ({ page, request, baseURL }) => {
  const kpi = await startKpi(baseURL)
  const authorization = `Basic ${btoa('amina:amina')}`
  const { token } = (await (await request.get(`${kpi.address}/token/`, { headers: { authorization } })).json()) as {
    token: string
  }
  const list = await request.get(`${kpi.address}/api/v2/assets/?q=Dadaab`, {
    headers: { authorization: `Token ${token}` },
  })
  const { results } = (await list.json()) as { results: { uid: string }[] }

  await signIn(page, kpi, 'yusuf', `/projects/${results[0]?.uid}/submissions`)
  await expect(page.getByRole('heading', { name: /^You may not see the submissions/ })).toBeVisible()
  await expect(page.getByText(/signed in as yusuf\. Ask the owner, amina/)).toBeVisible()
  await expect(page.getByRole('link', { name: /^Submissions/ })).toHaveCount(0)
  await expectAccessible(page)
  kpi.stop()
})
