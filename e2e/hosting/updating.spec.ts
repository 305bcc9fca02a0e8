import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'

test.skip(({ baseURL }) => baseURL === undefined, 'This web server is not installed here')

test('A part that an update took away is had by loading the page again, once, and then by the person', async ({
  page,
  openDemo,
}, { project }) => {
  const assets = join(process.env[`${project.name.toUpperCase()}_FILES`] ?? '', 'assets')
  const parts = readdirSync(assets).filter((file) => /^imports-.*\.js$/.test(file))
  expect(parts).not.toEqual([])
  const rename = (from: string, to: string) => {
    for (const file of parts) renameSync(join(assets, file + from), join(assets, file + to))
  }

  await openDemo()
  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))
  rename('', '.gone')
  try {
    await page.getByRole('link', { name: 'Imports' }).click()
    await expect(page.getByRole('alert')).toContainText('A part of the app could not be loaded')
    expect(loads).toHaveLength(1)
  } finally {
    rename('.gone', '')
  }
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
})
