import { expect, reportOf, test } from '../fixtures.ts'

test('The page is served with a policy that allows nothing from other sites', async ({ page }) => {
  const answer = await page.goto('./')
  const policy = (await answer?.headerValue('content-security-policy')) ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
  expect(policy).toContain("require-trusted-types-for 'script'")
  await expect(page.locator('style')).toHaveCount(0)
})

const breaches: Record<string, () => void> = {
  'an inline style': () => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))
  },
  'a style attribute': () => document.body.setAttribute('style', 'color: red'),
  'an inline script': () => {
    const script = document.createElement('script')
    script.append('document.title = "ran"')
    document.body.append(script)
  },
  'markup from text': () => {
    document.body.insertAdjacentHTML('beforeend', '<p></p>')
  },
  'a picture from elsewhere': () => {
    new Image().src = 'http://elsewhere.invalid/pixel.png'
  },
}

for (const [what, commit] of Object.entries(breaches)) {
  test(`A story fails that brings in ${what}`, async ({ page }) => {
    test.fail()
    await page.goto('./')
    await expect(page.locator('h1')).toBeVisible()
    await reportOf(page, () => page.evaluate(commit))
  })
}
