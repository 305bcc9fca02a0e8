import type { Locator, Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { setChaos, messagePattern, writesOf, MUTATION_FAULTS } from '../../chaos.ts'
import { expect, test } from '../../fixtures.ts'
import { changeOf, selectedOption, DRAFT, role, row, SURVEY } from '../../sharing-page.ts'

interface Action {
  name: string
  path: string
  /** Types or chooses what is to be saved. */
  prepare: (page: Page) => Promise<void>
  /** The button that saves it. */
  button: (page: Page) => Locator
  /** Where the error is shown. */
  message?: (page: Page) => Locator
  /** Requires that what was typed or chosen is still there. */
  keepsInput: (page: Page) => Promise<void>
  succeeds: (page: Page) => Promise<void>
  /** Whether the refetched page shows the change if the response was lost, without another press. */
  showsAfterRefetch?: boolean
}

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const inDialog = (name: string) => (page: Page) => dialog(page).getByRole('button', { name, exact: true })
const keepsDialog = (page: Page) => expect(dialog(page)).toBeVisible()
const messageInDialog = (page: Page) => dialog(page).getByRole('alert')
const tag = (page: Page, name: string) => main(page).getByText(name, { exact: true }).first()
const submissions = (page: Page) => page.getByRole('switch', { name: 'Anyone can view submissions', exact: true })
const form = (page: Page) => page.getByRole('switch', { name: 'Anyone can view this form', exact: true })
const { household, draft, questionsChanged } = DEMO_PROJECTS

const ACTIONS: Action[] = [
  {
    name: 'A new name',
    path: `/projects/${household.uid}/settings`,
    prepare: (page) => page.getByLabel('Name', { exact: true }).fill('Household survey 2027'),
    button: (page) => page.getByRole('button', { name: 'Save', exact: true }),
    keepsInput: (page) => expect(page.getByLabel('Name', { exact: true })).toHaveValue('Household survey 2027'),
    succeeds: (page) => expect(page.getByRole('heading', { name: 'Household survey 2027', level: 1 })).toBeVisible(),
  },
  {
    name: 'A deployment',
    path: `/projects/${draft.uid}`,
    prepare: (page) => main(page).getByRole('button', { name: 'Deploy', exact: true }).click(),
    button: inDialog('Deploy'),
    message: messageInDialog,
    keepsInput: keepsDialog,
    succeeds: (page) => expect(tag(page, 'Deployed')).toBeVisible(),
    showsAfterRefetch: true,
  },
  {
    name: 'A redeployment',
    path: `/projects/${questionsChanged.uid}`,
    prepare: (page) => main(page).getByRole('button', { name: 'Redeploy', exact: true }).click(),
    button: inDialog('Redeploy'),
    message: messageInDialog,
    keepsInput: keepsDialog,
    succeeds: (page) => expect(tag(page, 'Unpublished changes')).toBeHidden(),
    showsAfterRefetch: true,
  },
  {
    name: 'Archiving',
    path: `/projects/${household.uid}`,
    prepare: async (page) => {
      await main(page).getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Archive…' }).click()
    },
    button: inDialog('Archive'),
    message: messageInDialog,
    keepsInput: keepsDialog,
    succeeds: (page) => expect(tag(page, 'Archived')).toBeVisible(),
    showsAfterRefetch: true,
  },
  {
    name: 'A person who is added',
    path: SURVEY,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Add people' }).click()
      await page.getByLabel('Username').fill('n.alsabri')
    },
    button: (page) => page.getByRole('form').getByRole('button', { name: 'Add', exact: true }),
    keepsInput: (page) => expect(page.getByLabel('Username')).toHaveValue('n.alsabri'),
    succeeds: (page) => expect(row(page, 'n.alsabri')).toBeVisible(),
    showsAfterRefetch: true,
  },
  {
    name: 'Another role',
    path: SURVEY,
    prepare: async (page) => void (await role(page, 'fatuma').selectOption('Viewer')),
    button: (page) => changeOf(page, 'fatuma').getByRole('button', { name: 'Save' }),
    keepsInput: (page) => expect(selectedOption(role(page, 'fatuma'))).toHaveText('Viewer'),
    succeeds: (page) => expect(row(page, 'fatuma')).toContainText('can view the form and all submissions'),
    showsAfterRefetch: true,
  },
  {
    name: 'A removal',
    path: SURVEY,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'More for yusuf' }).click()
      await page.getByRole('menuitem', { name: 'Remove…' }).click()
    },
    button: inDialog('Remove from the project'),
    message: messageInDialog,
    keepsInput: keepsDialog,
    succeeds: (page) => expect(row(page, 'yusuf')).toHaveCount(0),
    showsAfterRefetch: true,
  },
  {
    name: 'Opening submissions to the public',
    path: SURVEY,
    prepare: async (page) => {
      await submissions(page).click()
      await dialog(page).getByRole('checkbox').check()
    },
    button: inDialog('Make submissions public'),
    message: messageInDialog,
    keepsInput: (page) => expect(dialog(page).getByRole('checkbox')).toBeChecked(),
    succeeds: (page) => expect(submissions(page)).toBeChecked(),
    showsAfterRefetch: true,
  },
  {
    name: 'Closing a form to the public',
    path: DRAFT,
    prepare: async (page) => {
      await form(page).click()
      await inDialog('Make form public')(page).click()
      await expect(form(page)).toBeChecked()
      await expect(dialog(page)).toBeHidden()
    },
    button: form,
    keepsInput: (page) => expect(form(page)).toBeChecked(),
    succeeds: (page) => expect(form(page)).not.toBeChecked(),
    showsAfterRefetch: true,
  },
] // prettier-ignore

for (const { name, path, prepare, button, message, keepsInput, succeeds, showsAfterRefetch = false } of ACTIONS) {
  test(`${name} fails with a message, keeps the input, and is sent once for each press`, async ({ page, openDemo }) => {
    const alert = message?.(page) ?? main(page).getByRole('alert')
    await openDemo(path)
    await prepare(page)
    for (const [chaos, kind] of MUTATION_FAULTS) {
      await test.step(chaos, async () => {
        await setChaos(page, `${chaos};on=write`)
        await button(page).click()
        await expect.poll(() => writesOf(page)).toHaveLength(1)
        await expect(alert).toContainText(messagePattern(kind))
        await keepsInput(page)
        expect(await writesOf(page)).toHaveLength(1)
      })
    }

    // The write succeeds, but its response is lost.
    await setChaos(page, 'answer-lost;on=write')
    await button(page).click()
    await expect.poll(() => writesOf(page)).toHaveLength(1)
    if (!showsAfterRefetch) {
      await expect(alert).toContainText(messagePattern('offline'))
      await setChaos(page, '')
      await button(page).click()
    }
    await succeeds(page)
  })
}
