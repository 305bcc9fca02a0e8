import { expect, test } from '../fixtures.ts'

test.skip(({ baseURL }) => baseURL === undefined, 'This web server is not installed here')

const PROJECT = 'Household vulnerability survey, Turkana 2026'

for (const folder of ['', 'some/path/']) {
  test.describe(`at /${folder}`, () => {
    test.use({
      baseURL: async ({ baseURL }, use) => use(baseURL === undefined ? undefined : new URL(folder, baseURL).href),
    })

    test('A visitor tries the demo and opens a project', async ({ page, openDemo }) => {
      await openDemo()
      await page.getByRole('link', { name: PROJECT }).click()
      await expect(page.getByRole('heading', { name: PROJECT, level: 1 })).toBeVisible()
      await page.getByRole('link', { name: /^Submissions/ }).click()
      await expect(page.getByRole('gridcell').first()).toBeVisible()
    })
  })
}

test('Somebody signs in through /kobo/, and opens a project', async ({ page }) => {
  await page.goto('./some/path/')
  await page.getByLabel('Username').fill('demo')
  await page.getByLabel('Password', { exact: true }).fill('demo')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await page.getByRole('link', { name: PROJECT }).click()
  await expect(page.getByRole('heading', { name: PROJECT, level: 1 })).toBeVisible()
})
