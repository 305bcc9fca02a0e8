import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { expect, test } from '../fixtures.ts'

const { household, validateOnly } = DEMO_PROJECTS

test('One unreadable item does not break its list: it is named, and its details can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./#/demo?chaos=unreadable-item;on=read')

  // Projects: the first is unreadable, the others are not.
  const odd = page.getByRole('list', { name: 'Items that could not be read' }).getByRole('listitem')
  await expect(odd).toHaveCount(1)
  await expect(odd).toContainText(/^This project could not be read \(\w+\)/)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(50)
  await odd.getByRole('button', { name: 'Copy details' }).click()
  await expect(odd.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('"unreadable": "owner__username"')

  // Submissions.
  await page.goto(`./#/projects/${household.uid}/submissions`)
  await expect(odd).toContainText(/^This submission could not be read \(\d+\)/)
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible()

  // Who has access.
  await page.goto(`./#/projects/${household.uid}/sharing`)
  await expect(odd).toContainText(/^This permission could not be read, nor who has it \(\w+\)/)
  await expect(page.getByRole('region', { name: 'People', exact: true })).toBeVisible()
  await page.goto(`./#/projects/${validateOnly.uid}/sharing`)
  await expect(page.getByRole('heading', { name: validateOnly.name, level: 1 })).toBeVisible()
  await expect(odd).toHaveCount(1)
})
