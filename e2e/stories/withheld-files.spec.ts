import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { openSignedIn } from '../signed-in.ts'

const SURVEY = `/projects/${DEMO_PROJECTS.household.uid}/submissions`

let kpi: RunningServer
test.beforeEach(async ({ page, baseURL }) => {
  kpi = await startKpi(baseURL)
  await openSignedIn(page, kpi.address, 'demo', '/projects')
  await expect(page.getByRole('link', { name: DEMO_PROJECTS.household.name })).toBeVisible()
})
test.afterEach(() => kpi.stop())

/** Sets the faults of the server; an empty text ends them. */
const fail = (chaos: string) => fetch(`${kpi.address}/__chaos`, { method: 'POST', body: chaos })

/** The number of files requested from the server since then. */
async function filesAsked() {
  const { log } = (await (await fetch(`${kpi.address}/__chaos`)).json()) as { log: { path: string }[] }
  return log.filter(({ path }) => path.includes('/attachments/')).length
}

test('Where the server withholds files from other sites, the page says so once, and everything else works', async ({
  page,
}) => {
  await fail('no-cors;path=/attachments/')
  await page.goto(`./#${SURVEY}?columns=water/water_photo`)
  const note = page.getByRole('status').filter({ hasText: 'Photos and other files cannot be shown from this address' })
  await expect(note).toHaveCount(1)
  await expect(note).toContainText('use the Fieldboard extension')
  await expect(page.getByText(/cannot be reached/)).toHaveCount(0)

  // The photos of the next page are not requested.
  const asked = await filesAsked()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Rows 101–200 of')).toBeVisible()
  const cell = page.getByRole('gridcell', { name: /water_photo/ }).first()
  await cell.click()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'One submission' })
  await panel.getByRole('button', { name: /^Show .*water_photo/ }).click()
  const link = panel.getByRole('link', { name: /^Open the file .*water_photo.* on the server$/ })
  await expect(link).toHaveAttribute('href', new RegExp(`^${kpi.address}/api/v2/.*/attachments/`))
  expect(await filesAsked()).toBe(asked)
  await expectAccessible(page)

  await fail('')
  await note.getByRole('button', { name: 'Try again' }).click()
  await expect(note).toHaveCount(0)
  await expect(panel.getByRole('img', { name: /water_photo/ })).toBeVisible()
})

test('A server that no longer allows the site is not reported as unreachable', async ({ page, baseURL }) => {
  await page.goto(`./#${SURVEY}`)
  await expect(page.getByRole('gridcell').first()).toBeVisible()
  await fail('no-cors')
  await page.goto(`./#${SURVEY}?page=7`)
  const bar = page.getByRole('status').filter({ hasText: 'The server no longer accepts this site' })
  await expect(bar).toContainText(`ask your server administrator to allow ${new URL(baseURL ?? '').origin} again`)
  await expect(page.getByRole('alert')).toContainText('The server only accepts its own website')
  await expect(page.getByText(/cannot be reached|did not answer/)).toHaveCount(0)
  await expectAccessible(page)

  await fail('')
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(bar).toHaveCount(0)
  await expect(page.getByText('Rows 601–700 of')).toBeVisible()
  await expect(page.getByRole('gridcell').first()).toBeVisible()
})
