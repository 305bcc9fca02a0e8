import type { BrowserContext, Page } from '@playwright/test'

/** Keeps all that a page says to somebody: addresses, headers to others than the server, the console. */
export function listen(page: Page, server: string) {
  const heard: string[] = []
  page.on('console', (message) => heard.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(`error: ${error.message} ${error.stack ?? ''}`))
  page.on('framenavigated', (frame) => heard.push(`address: ${frame.url()}`))
  page.on('request', (request) => {
    heard.push(`request: ${request.url()} ${request.headers()['referer'] ?? ''}`)
    if (!request.url().startsWith(server)) heard.push(`to others: ${JSON.stringify(request.headers())}`)
  })
  return heard
}

/** What stands in the page and its history now. */
export const readPage = (page: Page) =>
  page.evaluate(() => {
    const { navigation } = globalThis as unknown as { navigation: { entries: () => { url: string }[] } }
    return [
      `page: ${document.documentElement.outerHTML}`,
      `fields: ${[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join(' ')}`,
      `history: ${navigation
        .entries()
        .map(({ url }) => url)
        .join(' ')} ${JSON.stringify(history.state)}`,
      `performance: ${performance
        .getEntries()
        .map(({ name }) => name)
        .join(' ')}`,
    ]
  })

/** What the browser keeps for the site, by place. */
export async function readStorage(page: Page, context: BrowserContext): Promise<Map<string, string>> {
  const entries = await page.evaluate(async () => {
    const found: [string, string][] = []
    for (const [name, storage] of Object.entries({ sessionStorage, localStorage })) {
      for (const [key, value] of Object.entries(storage)) found.push([`${name} ${key}`, value])
    }
    for (const { name = '' } of await indexedDB.databases()) found.push([`indexedDB ${name}`, ''])
    for (const name of await caches.keys()) found.push([`cache ${name}`, ''])
    return found
  })
  const cookies = await context.cookies()
  return new Map([...entries, ...cookies.map(({ name, value }): [string, string] => [`cookie ${name}`, value])])
}
