import type { Locator, Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { setChaos, wordingOf, writesOf, WRITING_FAULTS } from '../../chaos.ts'
import { expect, test } from '../../fixtures.ts'
import { changeOf, chosen, DRAFT, role, row, SURVEY } from '../../sharing-page.ts'

interface Deed {
  name: string
  path: string
  /** What the person types or chooses. */
  prepare: (page: Page) => Promise<void>
  /** The button that does it. */
  button: (page: Page) => Locator
  /** Where it is told that it was not done. */
  told?: (page: Page) => Locator
  /** What was typed or chosen is still there. */
  kept: (page: Page) => Promise<void>
  done: (page: Page) => Promise<void>
  /** Where the server did it and its answer was lost: nothing is left to press once the page has read again. */
  isSeenByItself?: boolean
}

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const inDialog = (name: string) => (page: Page) => dialog(page).getByRole('button', { name, exact: true })
const dialogStays = (page: Page) => expect(dialog(page)).toBeVisible()
const toldInDialog = (page: Page) => dialog(page).getByRole('alert')
const tag = (page: Page, name: string) => main(page).getByText(name, { exact: true }).first()
const submissions = (page: Page) => page.getByRole('switch', { name: 'Anyone can view submissions', exact: true })
const form = (page: Page) => page.getByRole('switch', { name: 'Anyone can view this form', exact: true })
const { household, draft, questionsChanged } = DEMO_PROJECTS

const DEEDS: Deed[] = [
  {
    name: 'A new name',
    path: `/projects/${household.uid}/settings`,
    prepare: (page) => page.getByLabel('Name', { exact: true }).fill('Household survey 2027'),
    button: (page) => page.getByRole('button', { name: 'Save', exact: true }),
    kept: (page) => expect(page.getByLabel('Name', { exact: true })).toHaveValue('Household survey 2027'),
    done: (page) => expect(page.getByRole('heading', { name: 'Household survey 2027', level: 1 })).toBeVisible(),
  },
  {
    name: 'A deletion',
    path: `/projects/${draft.uid}/settings`,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Delete the project…' }).click()
      await dialog(page).getByRole('textbox').fill(draft.name)
    },
    button: inDialog('Delete for ever'),
    told: toldInDialog,
    kept: (page) => expect(dialog(page).getByRole('textbox')).toHaveValue(draft.name),
    done: (page) => expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible(),
  },
  {
    name: 'A deployment',
    path: `/projects/${draft.uid}`,
    prepare: (page) => main(page).getByRole('button', { name: 'Deploy', exact: true }).click(),
    button: inDialog('Deploy'),
    told: toldInDialog,
    kept: dialogStays,
    done: (page) => expect(tag(page, 'Deployed')).toBeVisible(),
    isSeenByItself: true,
  },
  {
    name: 'A redeployment',
    path: `/projects/${questionsChanged.uid}`,
    prepare: (page) => main(page).getByRole('button', { name: 'Redeploy', exact: true }).click(),
    button: inDialog('Redeploy'),
    told: toldInDialog,
    kept: dialogStays,
    done: (page) => expect(tag(page, 'Unpublished changes')).toBeHidden(),
    isSeenByItself: true,
  },
  {
    name: 'Archiving',
    path: `/projects/${household.uid}`,
    prepare: async (page) => {
      await main(page).getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Archive…' }).click()
    },
    button: inDialog('Archive'),
    told: toldInDialog,
    kept: dialogStays,
    done: (page) => expect(tag(page, 'Archived')).toBeVisible(),
    isSeenByItself: true,
  },
  {
    name: 'A person who is added',
    path: SURVEY,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Add people' }).click()
      await page.getByLabel('Username').fill('n.alsabri')
    },
    button: (page) => page.getByRole('form').getByRole('button', { name: 'Add', exact: true }),
    kept: (page) => expect(page.getByLabel('Username')).toHaveValue('n.alsabri'),
    done: (page) => expect(row(page, 'n.alsabri')).toBeVisible(),
    isSeenByItself: true,
  },
  {
    name: 'Another role',
    path: SURVEY,
    prepare: async (page) => void (await role(page, 'fatuma').selectOption('Viewer')),
    button: (page) => changeOf(page, 'fatuma').getByRole('button', { name: 'Save' }),
    kept: (page) => expect(chosen(role(page, 'fatuma'))).toHaveText('Viewer'),
    done: (page) => expect(row(page, 'fatuma')).toContainText('can view the form and all submissions'),
    isSeenByItself: true,
  },
  {
    name: 'A removal',
    path: SURVEY,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'More for yusuf' }).click()
      await page.getByRole('menuitem', { name: 'Remove…' }).click()
    },
    button: inDialog('Remove from the project'),
    told: toldInDialog,
    kept: dialogStays,
    done: (page) => expect(row(page, 'yusuf')).toHaveCount(0),
    isSeenByItself: true,
  },
  {
    name: 'Opening submissions to the public',
    path: SURVEY,
    prepare: async (page) => {
      await submissions(page).click()
      await dialog(page).getByRole('checkbox').check()
    },
    button: inDialog('Make submissions public'),
    told: toldInDialog,
    kept: (page) => expect(dialog(page).getByRole('checkbox')).toBeChecked(),
    done: (page) => expect(submissions(page)).toBeChecked(),
    isSeenByItself: true,
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
    kept: (page) => expect(form(page)).toBeChecked(),
    done: (page) => expect(form(page)).not.toBeChecked(),
    isSeenByItself: true,
  },
] // prettier-ignore

for (const { name, path, prepare, button, told, kept, done, isSeenByItself = false } of DEEDS) {
  test(`${name} that fails is told, kept, and sent once for each press`, async ({ page, openDemo }) => {
    const alert = told?.(page) ?? main(page).getByRole('alert')
    await openDemo(path)
    await prepare(page)
    for (const [chaos, kind] of WRITING_FAULTS) {
      await test.step(chaos, async () => {
        await setChaos(page, `${chaos};on=write`)
        await button(page).click()
        await expect.poll(() => writesOf(page)).toHaveLength(1)
        await expect(alert).toContainText(wordingOf(kind))
        await kept(page)
        expect(await writesOf(page)).toHaveLength(1)
      })
    }

    // Done, and nobody told: it is seen, or one more press makes sure.
    await setChaos(page, 'answer-lost;on=write')
    await button(page).click()
    await expect.poll(() => writesOf(page)).toHaveLength(1)
    if (!isSeenByItself) {
      await expect(alert).toContainText(wordingOf('offline'))
      await setChaos(page, '')
      await button(page).click()
    }
    await done(page)
  })
}
