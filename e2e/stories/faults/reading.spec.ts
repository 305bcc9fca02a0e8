import type { Locator, Page } from '@playwright/test'
import { DEMO_PROJECTS } from '../../../src/demo/sentinels.ts'
import { READING_FAULTS, setChaos } from '../../chaos.ts'
import { expect, test } from '../../fixtures.ts'

interface View {
  name: string
  path: (uid: string) => string
  /** Stands there once the view has been read. */
  shown: (page: Page) => Locator
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const { household, archived, public: wash, questionsChanged, openToSubmit } = DEMO_PROJECTS

const VIEWS: View[] = [
  { name: 'the list of projects', path: (uid) => `/projects?q=${uid}`, shown: (page) => page.getByRole('table').filter({ hasNotText: openToSubmit.name }) },
  { name: 'the summary', path: (uid) => `/projects/${uid}`, shown: (page) => page.getByRole('region', { name: 'Details' }) },
  { name: 'the form', path: (uid) => `/projects/${uid}/form`, shown: (page) => page.getByRole('list', { name: 'Form' }) },
  { name: 'the submissions', path: (uid) => `/projects/${uid}/submissions`, shown: (page) => page.getByRole('grid').getByRole('button').first() },
  { name: 'the sharing', path: (uid) => `/projects/${uid}/sharing`, shown: (page) => page.getByRole('region', { name: 'People' }) },
  { name: 'the settings', path: (uid) => `/projects/${uid}/settings`, shown: (page) => page.getByLabel('Name', { exact: true }) },
] // prettier-ignore

/** The views differ in what they show, and hardly in what they make of a fault: most are put through these only. */
const MOST_TELLING = ['502', '429', 'cut', 'truncated', 'login-page', '403', '404']
const faultsOf = (name: string) =>
  READING_FAULTS.filter(({ chaos }) => name === 'the summary' || MOST_TELLING.includes(chaos))

/** The person comes back to the tab after a while: what is shown is read again. */
async function comeBack(page: Page) {
  await page.clock.fastForward('01:00')
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
}

const old = (page: Page) => page.getByRole('status').filter({ hasText: /Shown as of/ })

for (const { name, path, shown } of VIEWS) {
  test(`What ${name} showed stays under every fault, marked as old, and is new again afterwards`, async ({
    page,
    openDemo,
  }) => {
    await page.clock.install()
    await openDemo(path(household.uid))
    await expect(shown(page)).toBeVisible()
    const before = await shown(page).textContent()
    for (const { chaos, told, isPassing } of faultsOf(name)) {
      await test.step(chaos, async () => {
        await setChaos(page, `${chaos};on=read`)
        await comeBack(page)
        await expect(old(page)).toContainText(told)
        expect(await shown(page).textContent()).toBe(before)
        // Until it is not tried any more unseen, and so long that the next try by itself is seconds away.
        await page.clock.runFor(20_000)
        const again = page.getByRole('button', { name: isPassing ? 'Try now' : 'Try again' })
        await expect(again).toBeVisible()
        await setChaos(page, '')
        await again.click()
        await expect(old(page)).toHaveCount(0)
      })
    }
    await expect(heading(page)).toBeVisible()
  })

  test(`Where ${name} cannot be read at first, one press is enough afterwards`, async ({ page, openDemo }) => {
    await openDemo()
    for (const [chaos, uid] of [
      ['502', archived.uid],
      ['login-page', wash.uid],
      ['429:30', questionsChanged.uid],
    ] as const) {
      await test.step(chaos, async () => {
        const { told = '' } = READING_FAULTS.find((fault) => fault.chaos === chaos) ?? {}
        await setChaos(page, `${chaos};on=read`)
        await page.goto(`./#${path(uid)}`)
        await expect(page.getByRole('alert')).toContainText(told)
        await setChaos(page, '')
        await page.getByRole('button', { name: /Try (again|now)/ }).click()
        await expect(shown(page)).toBeVisible()
        await expect(page.getByRole('alert')).toHaveCount(0)
      })
    }
  })
}
