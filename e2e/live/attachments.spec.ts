import { readFile } from 'node:fs/promises'
import { addRow, createDeployedProject, onePixel } from '../../conformance/lab/projects.ts'
import { cell, panel } from '../submissions-page.ts'
import { expectSame } from './evidence.ts'
import { expect, isDemo, submissionsOf, test } from './fixtures.ts'
import { readRows } from './rows.ts'

test('A photo is shown, and downloaded as it was sent', async ({ page, request, lab, openApp }) => {
  const project = await createDeployedProject(lab, 'attachments')
  await addRow(lab, project, { name: 'With a photo', photo: 'well.png' }, { files: { 'well.png': onePixel() } })
  const [row] = await readRows(lab, project)
  const attachments = row?.['_attachments'] as {
    mimetype: string
    question_xpath: string
    download_url: string
  }[]
  await expectSame(
    'the attachments of the row',
    attachments.map(({ mimetype, question_xpath }) => [mimetype, question_xpath]),
    [['image/png', 'photo']],
  )

  await openApp(submissionsOf(project))
  await cell(page, 1, 2).getByRole('link').click()
  await panel(page)
    .getByRole('button', { name: /^Show .*well.*\.png/ })
    .click()
  const picture = panel(page).getByRole('img', { name: /well/ })
  await expect(picture).toHaveJSProperty('complete', true)
  await expect(picture).not.toHaveJSProperty('naturalWidth', 0)
  expect(await picture.getAttribute('src')).toMatch(/^blob:/)

  const download = page.waitForEvent('download')
  await panel(page)
    .getByRole('button', { name: /^Download .*well/ })
    .click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^well.*\.png$/)
  const bytes = await readFile(await file.path())
  const url = attachments[0]?.download_url ?? ''
  const authorization = `Basic ${btoa(`${process.env['KPI_USERNAME']}:${process.env['KPI_PASSWORD']}`)}`
  const onServer = await (await request.get(url, { headers: { authorization } })).body()
  await expectSame('the file', bytes.toString('base64'), onServer.toString('base64'))
  // The demo stores no files: it renders a picture in place of each.
  const sent = Buffer.from(await onePixel().arrayBuffer())
  if (!isDemo) await expectSame('the file as it was sent', bytes.toString('base64'), sent.toString('base64'))
})
