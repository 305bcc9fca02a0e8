import { setChaos } from '../chaos.ts'
import { expect, test } from '../fixtures.ts'
import { grid, row, SURVEY, rowCheckbox, WIDE } from '../submissions-page.ts'

test('A manager goes from one project’s table to another’s, and sees no row of the former one', async ({
  page,
  openDemo,
}) => {
  await openDemo(SURVEY)
  await rowCheckbox(page, 1).click()
  await setChaos(page, 'latency:60000;path=/data/')
  await page.goto(`./#${WIDE}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('مسح احتياجات الأسر، الحديدة')
  await expect(page.getByText('Loading the submissions', { exact: true })).toBeVisible()
  await expect(grid(page).getByRole('checkbox')).toHaveCount(0)

  await setChaos(page, '')
  await page.goto(`./#${SURVEY}`)
  await expect(row(page, 1)).toBeVisible()
  await expect(rowCheckbox(page, 1)).not.toBeChecked()
})
