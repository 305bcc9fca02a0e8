import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

test(
  'A manager filters by country and date, saves that as a view, and a link shows the same list',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'Filter projects' })
    await panel.locator('summary', { hasText: 'Country' }).click()
    await panel.getByRole('option', { name: 'Somalia' }).click()
    await panel.locator('summary', { hasText: 'Owner' }).click()
    await panel.getByRole('radio', { name: 'Someone else: shared with me' }).check()
    await panel.getByRole('button', { name: 'Show projects' }).click()
    const matches = page.getByText(/^\d+ projects match$/)
    await expect(matches).toBeVisible()
    await expect(page.getByRole('button', { name: /^Country: .*Somalia/ })).toBeVisible()
    await expect(page).toHaveURL(/owner=-demo&country=SOM/)
    await expect(page.getByRole('link', { name: 'SMART nutrition survey, round 3, Baidoa' })).toBeVisible()
    await expect(page.getByRole('link', { name: /Turkana/ })).toHaveCount(0)
    await page.getByRole('button', { name: /^Filters/ }).click()
    await panel.locator('summary', { hasText: 'Public access' }).click()
    await panel.getByRole('radio', { name: 'Public in any way' }).check()
    await panel.getByRole('button', { name: 'Show projects' }).click()
    await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('link', { name: 'SMART nutrition survey, round 3, Baidoa' })).toBeVisible()

    await page.getByRole('button', { name: 'Views', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Save view…' }).click()
    const views = page.getByRole('dialog', { name: 'Views of the list' })
    await views.getByRole('textbox', { name: 'Name of the new view' }).fill('Somalia, shared')
    await views.getByRole('button', { name: 'Save view' }).click()
    await expect(views.getByRole('status')).toContainText('Somalia, shared')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(page).not.toHaveURL(/country/)
    await page.getByRole('button', { name: 'Views', exact: true }).click()
    await page.getByRole('menuitemradio', { name: 'Somalia, shared' }).click()
    await expect(page.getByRole('button', { name: /^Country: .*Somalia/ })).toBeVisible()

    await page.reload()
    await expect(page.getByRole('button', { name: /^Country: .*Somalia/ })).toBeVisible()
    await expect(matches).toBeVisible()
  },
)
test(
  'A manager chooses columns, which are there again after a reload, and sorts by one of them',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }) => {
    await openDemo()
    await page.getByRole('button', { name: 'Columns', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'Columns of the list' })
    await panel.getByRole('checkbox', { name: 'Owner' }).uncheck()
    await panel.getByRole('checkbox', { name: 'Sector' }).check()
    await page.keyboard.press('Escape')
    const project = page.getByRole('row').filter({ hasText: 'Camp facility mapping, Baidoa' })
    await expect(project).toContainText('Camp Management')
    await page.reload()
    await expect(project).toContainText('Camp Management')
    if (isPhone) {
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption('settings__sector__value')
    } else {
      await expect(page.getByRole('columnheader', { name: 'Owner' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Sector', exact: true }).click()
      await expect(page.getByRole('columnheader', { name: 'Sector' })).toHaveAttribute('aria-sort', 'ascending')
      await expect(page.getByRole('columnheader', { name: 'Submissions', exact: true })).toHaveAttribute(
        'title',
        'The server cannot sort projects by this column.',
      )
    }
    await expect(page).toHaveURL(/sort=settings__sector__value/)
    await expect(page.getByRole('row').nth(isPhone ? 0 : 1)).toContainText('Camp Management')
  },
)
