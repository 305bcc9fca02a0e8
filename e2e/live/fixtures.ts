import type { Page } from '@playwright/test'
import type { Lab, Project } from '../../conformance/lab/lab.ts'
import { openLab } from '../../conformance/lab/open-lab.ts'
import { expect, test as base } from '../fixtures.ts'
import { keepServerState } from './evidence.ts'

const {
  KPI_URL = '',
  KPI_USERNAME = '',
  KPI_PASSWORD = '',
  KPI_OTHER_USERNAME = '',
  KPI_OTHER_PASSWORD = '',
} = process.env

interface LiveFixtures {
  /** The server by raw requests. What it made is deleted when the story ends, however it ends. */
  lab: Lab
  /** Signs in with the first account, and opens a path of the app. */
  openApp: (path?: string) => Promise<void>
}

/** Signs in through the page of connections, and opens a path of the app. */
export async function signInAs(page: Page, username: string, password: string, path?: string) {
  await page.goto('./')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  const list = page.getByRole('heading', { name: 'Projects', level: 1, exact: true })
  await expect(list).toBeVisible()
  if (path === undefined) return
  await page.goto(`./#${path}`)
  await expect(list).toBeHidden()
}

/** The second account. `hasPassword`: it can sign in, too. */
export const other = {
  username: KPI_OTHER_USERNAME,
  password: KPI_OTHER_PASSWORD,
  exists: KPI_OTHER_USERNAME !== '',
  hasPassword: KPI_OTHER_USERNAME !== '' && KPI_OTHER_PASSWORD !== '',
}

/** Where the demo is simpler than a real server, see docs/demo-differences.md. */
export const isDemo = process.env['KPI_IS_DEMO'] === 'true'

export const submissionsOf = ({ uid }: Project) => `/projects/${uid}/submissions`

/** Name for a project that a story makes through the page. It is deleted when the story ends, however it ends. */
export const projectName = `fieldboard-live-${crypto.randomUUID().slice(0, 8)}`

/** Takes projects of a name into those that the run made: they were made through the page. */
async function adopt(lab: Lab, name: string) {
  const { body } = await lab.me.request('GET', 'api/v2/assets/', { query: { q: `name:"${name}"`, limit: 100 } })
  const { results } = body as { results: { uid: string; name: string; owner__username: string }[] }
  for (const asset of results) {
    if (asset.name.startsWith(name) && asset.owner__username === lab.me.username) {
      lab.created.set(asset.uid, lab.me.username)
    }
  }
}

export const test = base.extend<LiveFixtures>({
  // Playwright reads the names of what a fixture needs, and takes no other parameter than a pattern of them.
  lab: async ({ baseURL: _baseURL }, use, testInfo) => {
    const lab = await openLab({
      server: KPI_URL.replace(/\/$/, ''),
      transport: (request) => fetch(request),
      me: [KPI_USERNAME, KPI_PASSWORD],
      other: other.hasPassword ? [other.username, other.password] : undefined,
      isDemo,
      signal: new AbortController().signal,
    })
    try {
      await use(lab)
    } finally {
      await adopt(lab, projectName)
      if (testInfo.status !== testInfo.expectedStatus) await keepServerState(testInfo, lab)
      expect(await lab.cleanUp(), 'projects that could not be deleted').toEqual([])
    }
  },

  openApp: async ({ page, lab }, use) => {
    await use((path) => signInAs(page, lab.me.username, KPI_PASSWORD, path))
  },
})

export { expect }
