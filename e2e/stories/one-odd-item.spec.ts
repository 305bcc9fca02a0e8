import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { expect, expectAccessible, test } from '../fixtures.ts'

const { household, validateOnly } = DEMO_PROJECTS

test('One odd item takes down no list: it is named, and its details can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./#/demo?chaos=odd-item;on=read')

  // Projects: the first cannot be read, the others can.
  const odd = page.getByRole('list', { name: 'What cannot be read' }).getByRole('listitem')
  await expect(odd).toHaveCount(1)
  await expect(odd).toContainText(/^This project cannot be read \(\w+\)/)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(50)
  await odd.getByRole('button', { name: 'Copy the details' }).click()
  await expect(odd.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('"odd": "owner__username"')
  await expectAccessible(page)

  // Submissions.
  await page.goto(`./#/projects/${household.uid}/submissions`)
  await expect(odd).toContainText(/^This submission cannot be read \(\d+\)/)
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible()

  // Who has access.
  await page.goto(`./#/projects/${household.uid}/sharing`)
  await expect(odd).toContainText(/^This permission cannot be read, nor whom it is for \(\w+\)/)
  await expect(page.getByRole('region', { name: 'People', exact: true })).toBeVisible()
  await page.goto(`./#/projects/${validateOnly.uid}/sharing`)
  await expect(page.getByRole('heading', { name: validateOnly.name, level: 1 })).toBeVisible()
  await expect(odd).toHaveCount(1)
})
