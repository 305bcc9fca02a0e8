import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { DEMO_FORMS_HOST } from '../../src/demo/sentinels.ts'
import { expectAccessible } from '../accessible.ts'
import { setChaos, writesOf } from '../chaos.ts'
import { expect, test } from '../fixtures.ts'

/** A form that differs from others by its question. */
function form(name: string, question = name) {
  const book = utils.book_new()
  const rows = [['type', 'name', 'label'], ['text', 'q1', question]] // prettier-ignore
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'survey')
  return { name, mimeType: '', buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer }
}

const main = (page: Page) => page.getByRole('main')
const line = (page: Page, name: string | RegExp) => main(page).getByRole('listitem').filter({ hasText: name })
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name })

async function pick(page: Page, files: ReturnType<typeof form>[]) {
  const chooser = page.waitForEvent('filechooser')
  await button(page, 'Import XLSForm').click()
  await (await chooser).setFiles(files)
}

test('A manager drops 50 forms while the server fails: each gets a clear result, and none becomes two projects', async ({
  page,
  openDemo,
}) => {
  test.slow()
  await openDemo('/imports')
  await expect(page.getByText('No imports yet')).toBeVisible()
  const names = Array.from({ length: 48 }, (_, index) => `site_${String(index + 1).padStart(2, '0')}.xlsx`)
  const forms = [...names.map((name) => form(name)), form('site_01_copy.xlsx', 'site_01.xlsx'), form('SITE_02.xlsx', 'Changed')] // prettier-ignore
  await setChaos(
    page,
    [
      '502;on=post;path=/imports/;after=4;times=2', // carried out or not, nobody knows
      'answer-lost;on=post;path=/imports/;after=9;times=2', // arrived
      '429;on=post;path=/imports/;after=15;times=5', // refused for a time
      '500;on=get;path=/imports/i;one-in=6;times=20', // asking after them fails now and then
    ].join(','),
  )
  const transfer = await page.evaluateHandle((files) => {
    const data = new DataTransfer()
    for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name))
    return data
  }, forms.map(({ name, buffer }) => ({ name, bytes: [...buffer] }))) // prettier-ignore
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  const zone = page.getByText('Drop XLSForms to import them')
  await expect(zone).toBeVisible()
  await zone.dispatchEvent('drop', { dataTransfer: transfer })

  await expect(line(page, 'site_01_copy.xlsx')).toContainText(
    'This is the same as site_01.xlsx, which you chose before.',
  )
  await expect(line(page, /^SITE_02/)).toContainText('Another file named site_02.xlsx is in this list.')
  await button(page, 'Leave out repeated (2)').click()
  await expect(main(page).getByRole('listitem')).toHaveCount(48)

  await expect(page.getByRole('heading', { name: /^48 of 48 done/ })).toBeVisible({ timeout: 90_000 })
  await expectAccessible(page)
  await setChaos(page, '')
  await button(page, 'Retry failed (5)').click()
  await expect(
    page.getByRole('heading', { name: '48 of 48 done: 44 imported, 0 not imported, 4 uncertain' }),
  ).toBeVisible({ timeout: 60_000 })
  expect(await writesOf(page)).toHaveLength(5)

  // Whether an unanswered upload arrived shows in Projects; only what did not is sent again.
  const uncertain = main(page)
    .getByRole('listitem')
    .filter({ hasText: 'We do not know whether the server has the file' })
  await expect(uncertain).toHaveCount(4)
  await expect(uncertain.filter({ hasText: 'probably this one' })).toHaveCount(2)
  const missing = uncertain.filter({ hasText: /Projects has no “site_\d\d” made since then/ })
  await expect(missing).toHaveCount(2)
  await missing.first().getByRole('button', { name: 'Send again' }).click()
  await expect(missing).toHaveCount(1)
  await missing.first().getByRole('button', { name: 'Send again' }).click()
  await expect(
    page.getByRole('heading', { name: '48 of 48 done: 46 imported, 0 not imported, 2 uncertain' }),
  ).toBeVisible({ timeout: 20_000 })

  await page.getByRole('link', { name: 'Projects', exact: true }).first().click()
  await page.getByRole('searchbox').first().fill('site_')
  await expect(page.getByText('48 projects')).toBeVisible()
})

test('A manager imports from links: each is fetched by the server, and one that fails says why', async ({
  page,
  openDemo,
}) => {
  await openDemo('/imports')
  await button(page, 'Import from links…').click()
  const dialog = page.getByRole('dialog', { name: 'Import from links' })
  const field = dialog.getByRole('textbox', { name: 'Links to XLSForms' })
  await field.fill(`https://${DEMO_FORMS_HOST}/household.xlsx\nhousehold.xlsx`)
  await expect(dialog).toContainText('Line 2 is not a web address.')
  await expect(dialog.getByRole('button', { name: 'Import 1 form' })).toBeDisabled()
  await expectAccessible(page)
  await field.fill(`https://${DEMO_FORMS_HOST}/household.xlsx\nhttps://unreachable.example.org/none.xlsx`)
  await dialog.getByRole('button', { name: 'Import 2 forms' }).click()

  await expect(line(page, 'household.xlsx')).toContainText('2 questions')
  const failed = line(page, 'none.xlsx')
  await expect(failed).toContainText('The server could not import the form from this link. Nothing was created.')
  await expect(failed).toContainText('Failed to establish a new connection')
  await expect(failed.getByRole('button')).toHaveText(['Try again', 'Choose the corrected file'])
  await expectAccessible(page)
})

test('A manager gives an imported project another name', async ({ page, openDemo }) => {
  await openDemo('/imports')
  await pick(page, [form('v7_final.xlsx')])
  const visits = line(page, 'v7_final')
  await visits.getByRole('button', { name: 'Rename…' }).click()
  const name = visits.getByRole('textbox', { name: 'Name of the project' })
  await expect(name).toBeFocused()
  await name.fill('Visits to wells')
  await expectAccessible(page)
  await name.press('Enter')
  await expect(line(page, 'Visits to wells')).toContainText('File: v7_final.xlsx')
})
