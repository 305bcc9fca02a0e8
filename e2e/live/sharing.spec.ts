import type { Page } from '@playwright/test'
import type { Lab, Project } from '../../conformance/lab/lab.ts'
import { createDeployedProject, sendRow } from '../../conformance/lab/projects.ts'
import { changeOf, selectedOption, remove, role, row } from '../sharing-page.ts'
import { grid } from '../submissions-page.ts'
import { expectSame } from './evidence.ts'
import { expect, other, signInAs, submissionsOf, test } from './fixtures.ts'

const person = other.username

/** What each role holds, written out: the server adds what a permission implies [0602]. */
const ROLES = {
  Collector: ['add_submissions'],
  Viewer: ['view_asset', 'view_submissions'],
  Reviewer: ['validate_submissions', 'view_asset', 'view_submissions'],
  Editor: [
    'add_submissions',
    'change_asset',
    'change_submissions',
    'validate_submissions',
    'view_asset',
    'view_submissions',
  ],
  Manager: [
    'add_submissions',
    'change_asset',
    'change_submissions',
    'delete_submissions',
    'manage_asset',
    'validate_submissions',
    'view_asset',
    'view_submissions',
  ],
}

/** The permissions of an account on a project, as the server has them, sorted. */
async function heldBy(lab: Lab, { path }: Project, username: string): Promise<string[]> {
  const { body } = await lab.me.request('GET', `${path}permission-assignments/`)
  return (body as { user: string; permission: string }[])
    .filter(({ user }) => user.endsWith(`/users/${username}/`))
    .map(({ permission }) => /permissions\/(\w+)\//.exec(permission)?.[1] ?? permission)
    .toSorted()
}

const sharingOf = ({ uid }: Project) => `/projects/${uid}/sharing`

async function saveChange(page: Page) {
  await changeOf(page, person).getByRole('button', { name: 'Save' }).click()
  await expect(changeOf(page, person)).toBeHidden()
}

test('A person gets every role after another, permissions of their own, and is removed', async ({
  page,
  lab,
  openApp,
}) => {
  test.skip(!other.exists, 'KPI_OTHER_USERNAME is not given')
  const project = await createDeployedProject(lab, 'sharing')
  await openApp(sharingOf(project))
  await page.getByRole('button', { name: 'Add people' }).click()
  const form = page.getByRole('form', { name: 'Add people' })
  await form.getByLabel('Username').fill(person)
  await form.getByLabel('Role').selectOption('Collector')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(form.getByRole('status')).toContainText('was added as Collector.')
  await form.getByRole('button', { name: 'Close' }).click()
  await expectSame('Collector', await heldBy(lab, project, person), ROLES.Collector)

  const up = ['Viewer', 'Reviewer', 'Editor', 'Manager'] as const
  for (const name of [...up, 'Collector', 'Manager', 'Reviewer', 'Viewer'] as const) {
    await role(page, person).selectOption(name)
    await saveChange(page)
    await expect(selectedOption(role(page, person))).toHaveText(name)
    await expectSame(name, await heldBy(lab, project, person), ROLES[name])
  }

  await role(page, person).selectOption('Custom')
  const box = (name: string) => changeOf(page, person).getByRole('checkbox', { name })
  await box('Delete submissions').check()
  await saveChange(page)
  await expect(selectedOption(role(page, person))).toHaveText('Custom')
  const mayDelete = ['delete_submissions', 'view_asset', 'view_submissions']
  await expectSame('Custom', await heldBy(lab, project, person), mayDelete)
  await page.reload()
  await expect(selectedOption(role(page, person))).toHaveText('Custom')

  await remove(page, person)
  await expect(row(page, person)).toHaveCount(0)
  await expectSame('removed', await heldBy(lab, project, person), [])
})

test('A person sees a project as soon as it is shared, with what the role allows', async ({
  page,
  lab,
  openApp,
  browser,
  baseURL,
}) => {
  test.skip(!other.hasPassword, 'KPI_OTHER_USERNAME and KPI_OTHER_PASSWORD are not given')
  const project = await createDeployedProject(lab, 'shared')
  expect((await sendRow(lab, project, { name: 'Ann' })).status).toBe(201)
  await openApp(sharingOf(project))
  await page.getByRole('button', { name: 'Add people' }).click()
  const form = page.getByRole('form', { name: 'Add people' })
  await form.getByLabel('Username').fill(person)
  await form.getByLabel('Role').selectOption('Viewer')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(role(page, person)).toBeVisible()

  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const theirs = await context.newPage()
  await signInAs(theirs, person, other.password, submissionsOf(project))
  await expect(grid(theirs).getByText('Ann', { exact: true }).first()).toBeVisible()
  await expect(theirs.getByRole('button', { name: /, validation status of / })).toHaveCount(0)
  await context.close()
})

test('A project is opened to the public in each way, and closed again', async ({ page, lab, openApp }) => {
  const project = await createDeployedProject(lab, 'public')
  await openApp(sharingOf(project))
  const access = (name: string) => page.getByRole('switch', { name, exact: true })
  const dialog = page.getByRole('dialog')
  const held = () => heldBy(lab, project, 'AnonymousUser')
  const [form, rows, sending] = [
    access('Anyone can view this form'),
    access('Anyone can view submissions'),
    access('Anyone can submit without signing in'),
  ]

  await form.click()
  await dialog.getByRole('button', { name: 'Make form public' }).click()
  await expect(form).toBeChecked()
  await expectSame('the form alone', await held(), ['view_asset'])
  await form.click()
  await expect(form).not.toBeChecked()
  await expectSame('the form closed', await held(), [])

  await sending.click()
  await dialog.getByRole('button', { name: 'Let anyone submit' }).click()
  await expect(sending).toBeChecked()
  await expectSame('submitting alone', await held(), ['add_submissions'])
  await sending.click()
  await expect(sending).not.toBeChecked()
  await expectSame('submitting closed', await held(), [])

  await rows.click()
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Make submissions public' }).click()
  await expect(rows).toBeChecked()
  await expect(form).toBeChecked()
  await expectSame('the submissions with the form', await held(), ['view_asset', 'view_submissions'])
  await form.click()
  await dialog.getByRole('button', { name: 'Turn both off' }).click()
  await expect(rows).not.toBeChecked()
  await expect(form).not.toBeChecked()
  await expectSame('both closed', await held(), [])
})
