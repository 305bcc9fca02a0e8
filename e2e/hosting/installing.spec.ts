import { expect, test } from '../fixtures.ts'

test.skip(({ baseURL }) => baseURL === undefined, 'This web server is not installed here')

for (const folder of ['./', './some/path/']) {
  test(`At ${folder} the browser finds nothing that keeps people from installing the app`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(folder)
    const browser = await page.context().newCDPSession(page)
    const { url, errors } = await browser.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
    const found = installabilityErrors.map(({ errorId }) => errorId)
    expect(found.filter((id) => id !== 'in-incognito')).toEqual([]) // as every test's browser is

    const answer = await page.request.get(url)
    expect(answer.headers()['content-type']).toContain('application/manifest+json')
    const manifest = (await answer.json()) as {
      start_url: string
      scope: string
      icons: { src: string; type: string }[]
    }
    const here = new URL(folder, baseURL).href
    expect([manifest.start_url, manifest.scope].map((path) => new URL(path, url).href)).toEqual([here, here])
    for (const { src, type } of manifest.icons) {
      const icon = await page.request.get(new URL(src, url).href)
      expect(icon.status(), src).toBe(200)
      expect(icon.headers()['content-type'], src).toBe(type)
    }
  })
}
