import type { Locator, Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { QUERY_FAULTS, setChaos } from '../../chaos.ts'
import { expect, test } from '../../fixtures.ts'

interface View {
  name: string
  path: (uid: string) => string
  /** Visible once the view is loaded. */
  shown: (page: Page) => Locator
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const { household, archived, public: wash, questionsChanged, openToSubmit } = DEMO_PROJECTS

const VIEWS: View[] = [
  { name: 'The list of projects', path: (uid) => `/projects?q=${uid}`, shown: (page) => page.getByRole('table').filter({ hasNotText: openToSubmit.name }) },
  { name: 'The summary', path: (uid) => `/projects/${uid}`, shown: (page) => page.getByRole('region', { name: 'Details' }) },
  { name: 'The form', path: (uid) => `/projects/${uid}/form`, shown: (page) => page.getByRole('list', { name: 'Form' }) },
  { name: 'The submissions', path: (uid) => `/projects/${uid}/submissions`, shown: (page) => page.getByRole('grid').getByRole('button').first() },
  { name: 'The sharing', path: (uid) => `/projects/${uid}/sharing`, shown: (page) => page.getByRole('region', { name: 'People' }) },
  { name: 'The settings', path: (uid) => `/projects/${uid}/settings`, shown: (page) => page.getByLabel('Name', { exact: true }) },
] // prettier-ignore

/** All views handle faults alike: one of them is tried with every fault, the others with these. */
const REPRESENTATIVE_FAULTS = ['502', '429', 'cut', 'truncated', 'login-page', '403', '404']
const faultsOf = (name: string) =>
  QUERY_FAULTS.filter(({ chaos }) => name === 'The summary' || REPRESENTATIVE_FAULTS.includes(chaos))

/** Returns to the tab after a minute: the page refetches its data. */
async function returnToTab(page: Page) {
  await page.clock.fastForward('01:00')
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
}

const outdatedNote = (page: Page) => page.getByRole('status').filter({ hasText: /Last loaded/ })

for (const { name, path, shown } of VIEWS) {
  test(`${name} stays under every fault, marked as outdated, and refreshes afterwards`, async ({ page, openDemo }) => {
    await page.clock.install()
    await openDemo(path(household.uid))
    await expect(shown(page)).toBeVisible()
    // What can be done to projects is loaded after the list.
    if (name === 'The list of projects') await expect(page.getByRole('checkbox', { name: /^Select all/ })).toBeVisible()
    const before = await shown(page).textContent()
    for (const { chaos, message, isPassing } of faultsOf(name)) {
      await test.step(chaos, async () => {
        await setChaos(page, `${chaos};on=read`)
        await returnToTab(page)
        await expect(outdatedNote(page)).toContainText(message)
        expect(await shown(page).textContent()).toBe(before)
        // Until the silent retries are over, and the next automatic retry is seconds away.
        await page.clock.runFor(20_000)
        const again = page.getByRole('button', { name: isPassing ? 'Try now' : 'Try again' })
        await expect(again).toBeVisible()
        await setChaos(page, '')
        await again.click()
        await expect(outdatedNote(page)).toHaveCount(0)
      })
    }
    await expect(heading(page)).toBeVisible()
  })

  test(`${name} fails to load, and one press loads it afterwards`, async ({ page, openDemo }) => {
    await openDemo()
    for (const [chaos, uid] of [
      ['502', archived.uid],
      ['login-page', wash.uid],
      ['429:30', questionsChanged.uid],
    ] as const) {
      await test.step(chaos, async () => {
        const { message = '' } = QUERY_FAULTS.find((fault) => fault.chaos === chaos) ?? {}
        await setChaos(page, `${chaos};on=read`)
        await page.goto(`./#${path(uid)}`)
        await expect(page.getByRole('alert')).toContainText(message)
        await setChaos(page, '')
        await page.getByRole('button', { name: /Try (again|now)/ }).click()
        await expect(shown(page)).toBeVisible()
        await expect(page.getByRole('alert')).toHaveCount(0)
      })
    }
  })
}
