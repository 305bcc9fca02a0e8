import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'

test(
  'Somebody with a script for the old API finds the new name of a field',
  { tag: BOTH_WIDTHS },
  async ({ page, context, isPhone, openDemo }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openDemo('/projects')
    await page.getByRole('button', { name: isPhone ? /^Menu/ : /^Connection|Demo server/ }).click()
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
  },
)
