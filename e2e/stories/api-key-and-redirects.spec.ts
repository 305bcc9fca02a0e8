import type { Page } from '@playwright/test'
import { connect, fillIn } from '../../tooling/connect-page.ts'
import { startKpi } from '../../tooling/demo-server.ts'
import type { RunningServer } from '../../tooling/processes.ts'
import { expect, test } from '../fixtures.ts'
import { startProxy, startFileHost } from '../proxy.ts'
import { cell, grid, panel, row, SURVEY } from '../submissions-page.ts'

/** One pixel. */
const picture = () =>
  new Response(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
    { headers: { 'Content-Type': 'image/png' } },
  )
const redirect = (location: string, status = 302) => new Response(null, { status, headers: { Location: location } })

const PROJECT = '/projects/aHouseholdTurkana2026x'

let kpi: RunningServer
test.beforeAll(async () => void (kpi = await startKpi()))
test.afterAll(() => kpi.stop())

/** By the form, which also finds out by which origin the server behind the proxy refers to itself. */
async function signIn(page: Page, server: string, path: string) {
  await page.goto(`./#/connect?${new URLSearchParams({ next: path })}`)
  await fillIn(page, server)
  await connect(page)
  await expect(page.getByLabel('Address of the server')).toHaveCount(0)
}

/** The address of a submission with a picture. */
async function withPicture(): Promise<string> {
  const headers = { Authorization: `Basic ${btoa('demo:demo')}` }
  const answer = await fetch(`${kpi.address}/api/v2/assets/aHouseholdTurkana2026x/data/?limit=90`, { headers })
  const { results } = (await answer.json()) as { results: { _id: number; _attachments: unknown[] }[] }
  return `${SURVEY}?submission=${results.find(({ _attachments: files }) => files.length > 0)?._id}`
}

/** Headers that authenticate the person who is signed in. */
const SECRETS = ['authorization', 'cookie', 'x-csrftoken']

test('A file that the server redirects to another host is shown, and that host gets no key', async ({
  page,
  baseURL,
}) => {
  const fileHost = await startFileHost(picture)
  const proxy = await startProxy(kpi.address, baseURL ?? '', (_request, { pathname }) =>
    pathname.includes('/attachments/') ? redirect(`${fileHost.address}/signed?key=abc`) : undefined,
  )
  await signIn(page, proxy.address, await withPicture())
  await panel(page)
    .getByRole('button', { name: /^Show / })
    .first()
    .click()
  const shown = panel(page).getByRole('img', { name: /\.png$/ })
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expect(shown).toHaveAttribute('src', /^blob:/)

  expect(proxy.requests.some(({ headers }) => headers.get('authorization')?.startsWith('Token '))).toBe(true)
  expect(fileHost.requests.map(({ method }) => method)).toEqual(['GET'])
  for (const { headers } of fileHost.requests) for (const name of SECRETS) expect(headers.get(name), name).toBeNull()
  expect(proxy.requests.map(({ headers }) => headers.get('cache-control'))).toContain('no-cache')
  proxy.stop()
  fileHost.stop()
})

test('Thumbnails in the table are loaded with the key as they scroll into view, and never without it', async ({
  page,
  baseURL,
}) => {
  const proxy = await startProxy(kpi.address, baseURL ?? '', () => undefined)
  const pictures = () => proxy.requests.filter(({ url }) => url.pathname.includes('/attachments/'))
  const asImages: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'image' && !request.url().startsWith('blob:')) asImages.push(request.url())
  })
  await signIn(page, proxy.address, SURVEY)
  await expect(cell(page, 1, 2)).toHaveText(/-060$/)
  const shown = grid(page).locator('img[src^="blob:"]')
  await expect(shown).toHaveCount(0)
  expect(pictures(), 'the column is out of sight').toEqual([])

  await page.goto(`./#${SURVEY}?columns=water/water_photo`)
  await expect(shown.first()).toBeVisible()
  await expect(shown.first()).not.toHaveJSProperty('naturalWidth', 0)
  const first = pictures().length
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  await expect(row(page, 100)).toBeVisible()
  await expect.poll(() => pictures().length, 'those further down').toBeGreaterThan(first)
  expect(new Set(pictures().map(({ headers }) => headers.get('authorization')?.slice(0, 6)))).toEqual(
    new Set(['Token ']),
  )
  expect(asImages.filter((url) => !url.startsWith(baseURL ?? ''))).toEqual([])
  proxy.stop()
})

test('Data redirected to another host are rejected, and a write does not follow the redirect', async ({
  page,
  baseURL,
}) => {
  const fileHost = await startFileHost(() => Response.json({ daily_submission_counts: {}, total_submission_count: 7 }))
  const proxy = await startProxy(kpi.address, baseURL ?? '', ({ method }, { pathname }) =>
    pathname.endsWith('/counts/') || method === 'PATCH' ? redirect(`${fileHost.address}/api/`, 307) : undefined,
  )
  await signIn(page, proxy.address, PROJECT)
  const alert = page.getByRole('region', { name: 'Submissions' }).getByRole('alert')
  await expect(alert).toContainText('The server points to another address')
  await expect(alert).toContainText(fileHost.address)
  for (const { headers } of fileHost.requests) for (const name of SECRETS) expect(headers.get(name), name).toBeNull()

  const before = fileHost.requests.length
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Sent elsewhere')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('The name was not saved')
  expect(fileHost.requests.length).toBe(before)
  proxy.stop()
  fileHost.stop()
})

test('An address of another server in a response is never requested', async ({ page, baseURL }) => {
  const fileHost = await startFileHost(picture)
  const proxy = await startProxy(kpi.address, baseURL ?? '', async (request, { pathname, search }) => {
    if (!pathname.includes('/data/')) return undefined
    const answer = await fetch(new URL(pathname + search, kpi.address), { headers: request.headers })
    // Only the addresses of files are replaced.
    return new Response((await answer.text()).replaceAll(`${kpi.address}/api/v2/assets/`, `${fileHost.address}/steal/`))
  })
  await signIn(page, proxy.address, await withPicture())
  await panel(page)
    .getByRole('button', { name: /^Show / })
    .first()
    .click()
  await expect(panel(page).getByRole('alert')).toContainText('The server points to another address')
  await expect(panel(page).getByRole('alert')).toContainText(fileHost.address)
  await panel(page)
    .getByRole('button', { name: /^Download / })
    .first()
    .click()
  await expect(panel(page).getByRole('alert')).toHaveCount(2)
  expect(fileHost.requests).toEqual([])
  proxy.stop()
  fileHost.stop()
})

for (const next of ['//elsewhere.invalid/', '/\\elsewhere.invalid/']) {
  test(`A link that would lead to ${next} after signing in stays in the app`, async ({ page, baseURL }) => {
    const own = await startKpi(baseURL)
    await page.goto(`./#/connect?${new URLSearchParams({ next })}`)
    await fillIn(page, own.address)
    await connect(page)
    await expect(page.getByRole('button', { name: /^Connection/ })).toBeVisible()
    await expect(page).toHaveURL((url) => url.origin === new URL(baseURL ?? '').origin)
    own.stop()
  })
}
