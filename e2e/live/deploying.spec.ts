import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import type { Lab } from '../../conformance/lab/lab.ts'
import { sendRow } from '../../conformance/lab/projects.ts'
import { cell, grid } from '../submissions-page.ts'
import { expectSame } from './evidence.ts'
import { expect, projectName, submissionsOf, test } from './fixtures.ts'
import { readRows } from './rows.ts'

/** A server may take its time to import and to deploy. */
const SLOW = { timeout: 120_000 }

const SURVEY = [
  ['type', 'name', 'label', 'required'],
  ['text', 'head', 'Name of the head of household', 'true'],
  ['integer', 'size', 'People in the household', ''],
  ['select_one yes_no', 'well', 'Is there a well?', ''],
]
const CHOICES = [
  ['list_name', 'name', 'label'],
  ['yes_no', 'yes', 'Yes'],
  ['yes_no', 'no', 'No'],
]

function xlsform(): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(SURVEY), 'survey')
  utils.book_append_sheet(book, utils.aoa_to_sheet(CHOICES), 'choices')
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

const tab = (page: Page, name: RegExp | string) =>
  page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name })
const main = (page: Page) => page.getByRole('main')

/** What matters of a project here, as the server has it. */
async function stateOf(lab: Lab, uid: string) {
  const { body } = await lab.me.request('GET', `api/v2/assets/${uid}/`)
  const asset = body as {
    name: string
    deployment_status: string
    version_id: string
    deployed_version_id: string | null
    content: { survey: { name?: string; $autoname?: string }[] }
  }
  return {
    name: asset.name,
    state: asset.deployment_status,
    isNewestDeployed: asset.version_id === asset.deployed_version_id,
    questions: asset.content.survey.map(({ name, $autoname }) => name ?? $autoname),
  }
}

async function confirm(page: Page, action: string) {
  await main(page).getByRole('button', { name: action, exact: true }).click(SLOW)
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click()
  if (action === 'Deploy') await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click(SLOW)
  await expect(page.getByRole('dialog')).toBeHidden(SLOW)
}

test('A form is imported, deployed, changed and redeployed; its project is deleted', async ({ page, lab, openApp }) => {
  await openApp()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import XLSForm' }).first().click()
  await (await chooser).setFiles({ name: `${projectName}.xlsx`, mimeType: '', buffer: xlsform() })
  await main(page).getByRole('link', { name: 'Open project' }).click(SLOW)
  await expect(page.getByRole('heading', { level: 1, name: projectName })).toBeVisible()
  const uid = /\/projects\/(\w+)/.exec(page.url())?.[1] ?? ''
  lab.created.set(uid, lab.me.username)
  const project = { uid, path: `api/v2/assets/${uid}/`, rows: [] }
  const questions = ['head', 'size', 'well']
  await expectSame('the project after its import', await stateOf(lab, uid), {
    name: projectName,
    state: 'draft',
    isNewestDeployed: false,
    questions,
  })

  await confirm(page, 'Deploy')
  await expect(main(page).getByText('Deployed', { exact: true }).first()).toBeVisible()
  const deployed = { name: projectName, state: 'deployed', isNewestDeployed: true, questions }
  await expectSame('the project after its deployment', await stateOf(lab, uid), deployed)
  await tab(page, /^Submissions/).click()
  await expect(page.getByRole('heading', { name: 'No submissions yet' })).toBeVisible()
  expect((await sendRow(lab, project, { head: 'Amani', size: '4', well: 'yes' })).status).toBe(201)

  // Somebody adds a question in the form builder.
  const { body } = await lab.me.request('GET', project.path)
  const { content } = body as { content: { survey: object[] } }
  const added = { type: 'text', name: 'added', label: ['Added later'] }
  const changed = { ...content, survey: [...content.survey, added] }
  await lab.me.request('PATCH', project.path, { body: { content: JSON.stringify(changed) } })
  await tab(page, 'Summary').click()
  await page.reload()
  await expect(page.getByText(/Collectors still use the form of/)).toBeVisible()
  await confirm(page, 'Redeploy')
  await expect(page.getByText(/Collectors still use/)).toBeHidden()
  const redeployed = { ...deployed, questions: [...questions, 'added'] }
  await expectSame('the project after the second deployment', await stateOf(lab, uid), redeployed)

  expect((await sendRow(lab, project, { head: 'Baraka', added: 'new' })).status).toBe(201)
  await page.goto(`./#${submissionsOf(project)}`)
  await expect(cell(page, 1, 2)).toHaveText('Baraka')
  await expect(cell(page, 2, 2)).toHaveText('Amani')
  await expect(grid(page).getByRole('columnheader', { name: /^Added later/ })).toBeVisible()
  const rows = await readRows(lab, project)
  await expectSame(
    'the answers to both versions',
    rows.map(({ head, added: answer }) => [head, answer]),
    [
      ['Amani', undefined],
      ['Baraka', 'new'],
    ],
  )

  await tab(page, 'Settings').click()
  await page.getByRole('button', { name: 'Delete the project…' }).click()
  await page.getByLabel('Type the name of the project to confirm').fill(projectName)
  await page.getByRole('button', { name: 'Delete permanently' }).click()
  await expect(page.getByText('1 project deleted')).toBeVisible({ timeout: 40_000 })
  await expect(page.getByRole('link', { name: projectName })).toHaveCount(0)
  expect((await lab.me.request('GET', project.path)).status).toBe(404)
})
