import { read, utils } from '@e965/xlsx'
import { readFile } from 'node:fs/promises'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { grid, INTERVIEWS, panel, row } from '../submissions-page.ts'

test(
  'A manager reads transcripts and the analysis beside the recordings, finds in them, and exports them',
  { tag: BOTH_WIDTHS },
  async ({ page, isPhone, openDemo }) => {
    await openDemo(INTERVIEWS)
    if (isPhone) {
      await expect(page.getByText('Everything was close by').first()).toBeVisible()
    } else {
      const header = (name: string) => grid(page).getByRole('columnheader', { name })
      await expect(header('Transcript (English) · How was the fair?')).toBeVisible()
      await expect(row(page, 1)).toContainText('Everything was close by')

      await page.getByRole('button', { name: 'Find in the rows shown' }).click()
      await page.getByRole('search').getByRole('textbox', { name: 'Find in these rows' }).fill('walked four hours')
      await expect(page.getByRole('search')).toContainText(/1 of \d+/)
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: /^Menu of .*Transcript/ }).click()
      await expect(page.getByRole('menu')).toContainText('KoboToolbox cannot sort or filter')
      await expect(page.getByRole('menuitem', { name: 'Filter by this column…' })).toHaveCount(0)
      await page.keyboard.press('Escape')
    }

    await page.getByRole('button', { name: 'Export…' }).click()
    const download = page.waitForEvent('download')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Export 233/ })
      .click()
    const { Sheets, SheetNames } = read(await readFile(await (await download).path()))
    const lines = utils.sheet_to_json<Record<string, string>>(Sheets[SheetNames[0] ?? ''] ?? {})
    const first = lines[0]
    expect(first?.['Translation (French) · How was the fair?']).toMatch(/^Tout était à côté/)
    expect(first?.['Topics · How was the fair?']).toBe('Quality of the seed, Distance')
    expect(first?.['Topics · How was the fair?: verified']).toBe('Yes')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()

    const id = first?.['Submission'] ?? ''
    const address = page.url().split('?')[0] ?? ''
    await page.goto(isPhone ? `${address}/${id}?labels=1` : `${address}?submission=${id}&labels=1`)
    const submission = isPhone ? page.getByRole('main') : panel(page)
    await expect(submission).toContainText('Topics · Comment était la foire ?')
    await expect(submission).toContainText('Qualité des semences')
    await expect(submission.getByText('Verified', { exact: true }).first()).toBeVisible()
  },
)
