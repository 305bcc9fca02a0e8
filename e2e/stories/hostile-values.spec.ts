import { HOSTILE_PROJECTS } from '../../hostile/kpi.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, test, useLanguage } from '../fixtures.ts'
import { expectHarmless, missingTexts, recordEvents } from '../hostile-page.ts'
import { openSignedIn } from '../signed-in.ts'

let kpi: RunningServer
test.beforeAll(async ({ baseURL }) => void (kpi = await startKpi(baseURL, ['--hostile'])))
test.afterAll(() => kpi.stop())

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

interface View {
  path: string
  /** Selector of what is visible once the page is loaded. */
  shows: string
  /** Selector of what must contain every value of the project literally. */
  holds?: string
}

const viewsOf = (uid: string): View[] => [
  { path: '/projects', shows: 'main table' },
  { path: '/projects?page=3', shows: 'main table' },
  { path: `/projects/${uid}`, shows: 'main dl', holds: 'main' },
  { path: `/projects/${uid}/form`, shows: 'main ol', holds: 'main' },
  { path: `/projects/${uid}/form?labels=xml`, shows: 'main ol', holds: 'main' },
  { path: `/projects/${uid}/submissions`, shows: '[role=grid] [role=row], main article' },
  { path: `/projects/${uid}/submissions?submission=1`, shows: PANEL },
  { path: `/projects/${uid}/submissions?submission=9&labels=xml`, shows: PANEL, holds: PANEL },
  { path: `/projects/${uid}/submissions/9?labels=xml`, shows: 'main dl', holds: 'main' },
  { path: `/projects/${uid}/sharing`, shows: 'main ul li' },
  { path: `/projects/${uid}/settings`, shows: 'main form' },
  { path: '/imports', shows: 'main h1' },
]
const PANEL = 'aside:has(dl), [role=dialog]:has(dl)'

for (const [uid, values] of Object.entries(HOSTILE_PROJECTS)) {
  for (const size of SIZES) {
    test(`${uid}, ${size.width} pixels wide: every value of a project is shown as text`, async ({ page, baseURL }) => {
      await page.setViewportSize(size)
      const events = recordEvents(page, baseURL ?? '')
      await openSignedIn(page, kpi.address, 'demo', '/projects')
      for (const language of ['en', 'en-XB'] as const) {
        await useLanguage(page, language)
        for (const { path, shows, holds } of viewsOf(uid)) {
          await page.goto(`./#${path}`)
          await expect(page.locator(shows).first(), path).toBeVisible()
          await expect(page.getByRole('alert'), path).toHaveCount(0)
          if (path.endsWith('/sharing')) await page.getByRole('button', { name: /more people/ }).click()
          await expectHarmless(page, `${path}, ${language}`)
          if (holds !== undefined) await expect.poll(() => missingTexts(page, holds, values), path).toEqual([])
        }
      }
      expect(events).toEqual([])
    })
  }
}
