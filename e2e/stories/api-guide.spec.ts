import { expect, test } from '../fixtures.ts'
import { PHONE } from '../views.ts'

for (const width of [1440, PHONE]) {
  test(`Somebody with a script for the old API finds the new name of a field at ${width} pixels`, async ({
    page,
    context,
    openDemo,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.setViewportSize({ width, height: 844 })
    await openDemo('/projects')
    await page.getByRole('button', { name: width === PHONE ? /^Menu/ : /^Connection|Demo server/ }).click()
    await page.getByRole('menuitem', { name: 'From API v1 to v2' }).click()
    await expect(page.getByRole('heading', { name: 'From API v1 to v2' })).toBeVisible()
    await page.getByRole('searchbox', { name: 'Name in v1 or v2' }).fill('num_of')
    await expect(page.getByRole('status').filter({ hasText: '1 name' })).toBeVisible()
    const project = page.getByRole('region', { name: 'One project' })
    await expect(project.getByRole('row', { name: 'num_of_submissions' })).toContainText('deployment__submission_count')
    await project.getByRole('button', { name: 'Copy the request: One project' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'curl -H "Authorization: Token $KOBO_API_KEY" "https://kf.kobotoolbox.org/api/v2/assets/ASSET_UID/"',
    )
    await page.getByRole('searchbox', { name: 'Name in v1 or v2' }).fill('no such name')
    await expect(page.getByRole('heading', { name: 'No name has “no such name” in it' })).toBeVisible()
  })
}
