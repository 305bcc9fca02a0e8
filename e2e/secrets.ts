import type { BrowserContext, Page } from '@playwright/test'

/** Records what a page reveals: addresses, headers of requests to other servers, the console. */
export function recordOutput(page: Page, server: string) {
  const output: string[] = []
  page.on('console', (message) => output.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => output.push(`error: ${error.message} ${error.stack ?? ''}`))
  page.on('framenavigated', (frame) => output.push(`address: ${frame.url()}`))
  page.on('request', (request) => {
    output.push(`request: ${request.url()} ${request.headers()['referer'] ?? ''}`)
    if (!request.url().startsWith(server)) output.push(`to others: ${JSON.stringify(request.headers())}`)
  })
  return output
}

/** The content of the page and its history. */
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

/** What the browser stores for the site, by place. */
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
